"""The library's front door."""

from __future__ import annotations

from datetime import date

import pytest

from msglint import Document, Linter, MsglintError, Severity, Violation
from tests.building import rule, ruleset


def test_the_shipped_packs_judge_a_text() -> None:
    linter = Linter.from_packs(["amazon", "labels-us"])
    found = linter.check("五星好评返现10元", channel="message", market="US")
    assert all(isinstance(violation, Violation) for violation in found)
    violation = next(item for item in found if item.rule == "amazon-reviews/review-incentive")
    assert (violation.severity, violation.place.line, violation.place.column) == (Severity.ERROR, 1, 1)
    assert violation.message.render("zh", violation.arguments)


def test_a_duty_is_judged_in_its_context() -> None:
    product = {"is_toy_or_game": True, "is_toy": True, "contains_small_parts": True, "age_min_months": 36}
    linter = Linter.from_packs(["labels-us"])
    found = linter.check("Building blocks", channel="package", market="US", product=product)
    assert [(item.rule, item.code, item.start) for item in found if item.severity is Severity.ERROR] == [
        ("labels-us/choking-package", "missing", None)
    ]


@pytest.mark.parametrize(
    ("wrong", "advice"),
    [
        ({"channel": "mesage"}, "“message”"),
        ({"market": "XX"}, "“XX”"),
        ({"product": {"is_toi": True}}, "“is_toy”"),
        ({"message": {"proactive": "perhaps"}}, "proactive"),
    ],
)
def test_a_context_that_does_not_exist_is_an_error(wrong: dict[str, object], advice: str) -> None:
    with pytest.raises(MsglintError, match=advice):
        Linter(ruleset(rule(["coupon"]))).check("a coupon", **wrong)  # type: ignore[arg-type]


def test_overrides_change_severities_and_switch_rules_off() -> None:
    rules = ruleset(rule(["coupon"], "one"), rule(["coupon"], "two", category="claims"))
    linter = Linter(rules, overrides={"pack/one": Severity.INFO, "pack/two": None})
    assert [(item.rule, item.severity) for item in linter.check("a coupon")] == [("pack/one", Severity.INFO)]


def test_a_document_brings_its_own_context() -> None:
    linter = Linter(ruleset(rule(["coupon"], inside=("subject",))))
    found = linter.check(Document.from_text("nothing", subject="A coupon"))
    assert [item.place.source for item in found] == ["<subject>"]
    assert linter.check("a coupon", subject="nothing", as_of=date(2026, 1, 1)) == []


def test_a_pack_for_one_platform_is_assumed_to_be_meant() -> None:
    text = "Positive feedback gets you $5 back"
    found = Linter.from_packs(["ebay"]).check(text, channel="message")
    assert [(item.rule, item.assumed) for item in found] == [
        ("marketplace-reviews/review-for-benefit", ("platform=ebay",))
    ]


@pytest.mark.parametrize(
    ("platform", "severity"),
    [
        ("ebay", Severity.ERROR),
        ("walmart", Severity.ERROR),
        ("etsy", Severity.WARNING),
        ("temu", Severity.WARNING),
    ],
)
def test_every_platform_is_judged_by_its_own_facts(platform: str, severity: Severity) -> None:
    linter = Linter.from_packs(["marketplace-reviews"])
    found = linter.check("A gift card for every review!", platform=platform, channel="message")
    assert [(item.category, item.severity) for item in found] == [("review-incentive", severity)]


def test_a_document_that_takes_too_long_is_cut_and_says_so() -> None:
    rules = ruleset(rule(["coupon"]))
    assert Linter(rules, seconds=3600).judge(Document.from_text("a coupon")).is_whole
    judgement = Linter(rules, seconds=-1).judge(Document.from_text("a coupon"))
    assert judgement.is_cut
    with pytest.raises(MsglintError, match="ran out of time"):
        Linter(rules, seconds=-1).check("a coupon")
