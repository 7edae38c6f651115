from datetime import date

from msglint.document import Context
from msglint.scenarios import scenarios


def test_goods_of_unknown_age_count_as_made_on_the_day_of_judgement() -> None:
    (scenario,) = scenarios(Context("label", "amazon", ("US",), as_of=date(2028, 1, 1)), "en")
    assert scenario.values["manufacture_date"] == date(2028, 1, 1)
    assert "manufacture_date" in scenario.assumed


def test_what_is_known_of_the_goods_holds() -> None:
    product = {"manufacture_date": date(2025, 5, 1)}
    (scenario,) = scenarios(
        Context("label", "amazon", ("US",), product=product, as_of=date(2028, 1, 1)), "en"
    )
    assert scenario.values["manufacture_date"] == date(2025, 5, 1)
    assert "manufacture_date" not in scenario.assumed


def test_without_a_day_nothing_is_assumed() -> None:
    (scenario,) = scenarios(Context("label", "amazon", ("US",)), "en")
    assert "manufacture_date" not in scenario.values
