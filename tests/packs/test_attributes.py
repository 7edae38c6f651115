"""The table of attributes, and how values are read."""

from datetime import date

import pytest

from msglint.errors import MsglintError
from msglint.packs.attributes import CONVERTERS, GROUPS, attributes, convert, find
from msglint.packs.conditions import shown


def test_the_table_is_complete_and_described() -> None:
    table = attributes()
    assert {"channel", "platform", "market", "lang", "as_of"} == {
        item.name for item in table.values() if item.group == "context"
    }
    for item in table.values():
        assert item.group in GROUPS
        assert item.type in CONVERTERS
        assert set(item.description.texts) == {"en", "zh"}
        assert bool(item.values) == (item.type == "choice")


@pytest.mark.parametrize(
    ("name", "given", "value"),
    [
        ("is_toy", True, True),
        ("is_toy", "true", True),
        ("is_toy", "FALSE", False),
        ("age_min_months", 36, 36),
        ("age_min_months", " 36", 36),
        ("height_in", 27, 27.0),
        ("height_in", "27.5", 27.5),
        ("platform", "Amazon", "amazon"),
        ("fulfilment", "fba", "FBA"),
        ("operation", "sendinvoice", "sendInvoice"),
        ("state", " RI ", "RI"),
        ("manufacture_date", "2024-03-19", date(2024, 3, 19)),
        ("manufacture_date", date(2024, 3, 19), date(2024, 3, 19)),
        ("label_languages", ["en", "fr", "en"], ("en", "fr")),
        ("label_languages", "en, fr；zh", ("en", "fr", "zh")),
        ("label_languages", [], ()),
        ("market", "US", ("US",)),
        ("market", ["UK", "US"], ("GB", "US")),
    ],
)
def test_convert(name: str, given: object, value: object) -> None:
    converted = convert(find(name), given)
    assert (converted, type(converted)) == (value, type(value))


@pytest.mark.parametrize(
    ("name", "given", "message"),
    [
        ("is_toy", "yes", "“is_toy”: expected true or false, found “yes”"),
        ("is_toy", 1, "“is_toy”: expected true or false, found “1”"),
        ("is_toy", None, "“is_toy”: expected true or false, found something else"),
        ("age_min_months", "3+", "“age_min_months”: expected a whole number, found “3+”"),
        ("age_min_months", 36.5, "“age_min_months”: expected a whole number, found “36.5”"),
        ("age_min_months", True, "“age_min_months”: expected a whole number, found “True”"),
        ("age_min_months", "9" * 5000, f"“age_min_months”: expected a whole number, found “{'9' * 60}…”"),
        ("height_in", "tall", "“height_in”: expected a number, such as 12 or 0.5, found “tall”"),
        ("platform", "amazn", "“platform” cannot be “amazn”: did you mean “amazon”?"),
        ("laser_class", "V", "“laser_class” cannot be “V”: did you mean “IV”?"),
        ("as_of", "2024-13-01", "“as_of”: expected a date, such as 2027-10-01, found “2024-13-01”"),
        ("state", "", "“state”: expected text, found “”"),
        ("label_languages", [1], "“label_languages”: expected a list of texts, found something else"),
        ("market", "", "“market”: expected market codes, such as US, DE or EU, found “”"),
    ],
)
def test_convert_refuses(name: str, given: object, message: str) -> None:
    with pytest.raises(MsglintError) as caught:
        convert(find(name), given)
    assert str(caught.value) == message


@pytest.mark.parametrize(
    ("name", "group", "message"),
    [
        ("is_toi", None, "unknown attribute “is_toi”: did you mean “is_toy”?"),
        ("proactiv", "message", "unknown attribute “proactiv”: did you mean “proactive”?"),
        ("proactive", "product", "“proactive” is no product attribute: write it under “message”"),
        ("market", "product", "“market” is no product attribute: write it under “context”"),
    ],
)
def test_find_refuses(name: str, group: str | None, message: str) -> None:
    with pytest.raises(MsglintError) as caught:
        find(name, group)
    assert str(caught.value) == message


@pytest.mark.parametrize(
    ("value", "text"), [(True, "true"), (36, "36"), (date(2024, 3, 1), "2024-03-01"), (("en", "fr"), "en,fr")]
)
def test_shown(value: bool | int | date | tuple[str, ...], text: str) -> None:
    assert shown(value) == text
