"""Rules that are like another: what they share, what is their own, how severe they may be on a platform."""

from __future__ import annotations

from pathlib import Path

import pytest

from msglint import Linter
from msglint.violation import Severity
from tests.packs.files import FACTS, pack, problems, read, rule

MODEL = rule(
    "phrases: [promo]",
    "category: marketing",
    "severity: error",
    "message: Amazon says no.",
    "not_inside: [promo box]",
    "cases: [{near: [inside], pass: true}, {near: [today], severity: error, message: Today!}]",
    name="model",
)
PLATFORMS = (
    FACTS
    + """\
  - {id: F-EBAY, title: t, statement: s, level: block, confidence: stated, platforms: ebay, sources: []}
  - {id: F-TEMU, title: t, statement: s, level: warn, confidence: stated,
     platforms: [temu, shopee], sources: []}
"""
)


def files(*lines: str, model: str = MODEL, head: str = "") -> dict[str, str]:
    own = rule(*lines, "phrases: DROP", name="own")
    return {
        "other.yaml": pack(model, name="other", head=head),
        "own.yaml": pack(own),
        "facts.yaml": PLATFORMS,
    }


def found(linter: Linter, text: str, platform: str = "ebay") -> list[tuple[str, Severity, str]]:
    return [
        (item.rule, item.severity, item.message.render("en", item.arguments))
        for item in linter.check(text, platform=platform, channel="message")
        if item.rule == "own/own"
    ]


def test_it_shares_check_and_exceptions_under_its_own_words(tmp_path: Path) -> None:
    linter = Linter(read(tmp_path, files("like: other/model", "severity: warning")))
    assert found(linter, "A promo.") == [("own/own", Severity.WARNING, "Do not say this.")]
    assert found(linter, "A promo box.") == found(linter, "A promo inside.") == []
    # What a case says is the other rule's; how severe it is, is bounded by the rule's own severity.
    assert found(linter, "A promo today.") == [("own/own", Severity.WARNING, "Do not say this.")]


def test_its_own_cases_and_exceptions_stand_first(tmp_path: Path) -> None:
    own = ("like: other/model", "not_inside: [promo bag]", "cases: [{near: [today], pass: true}]")
    linter = Linter(read(tmp_path, files(*own)))
    assert found(linter, "A promo bag.") == found(linter, "A promo box.") == []
    assert found(linter, "A promo today.") == []
    assert len(found(linter, "A promo.")) == 1


def test_a_fact_about_a_platform_bounds_the_severity_there(tmp_path: Path) -> None:
    own = pack(
        rule(
            "id: own", "phrases: [promo]", "severity: error", "source: DROP", "facts: [F-EBAY, F-TEMU]",
            "message: {en: a, zh: b}",
        )
    ).replace("title: Own", "title: {en: a, zh: b}")  # fmt: skip
    linter = Linter(read(tmp_path, {"own.yaml": own, "facts.yaml": PLATFORMS}, shipped=True))
    severities = {name: found(linter, "A promo.", name)[0][1] for name in ("ebay", "temu", "shopee", "etsy")}
    assert severities == {
        "ebay": Severity.ERROR,
        "temu": Severity.WARNING,
        "shopee": Severity.WARNING,
        "etsy": Severity.ERROR,
    }


@pytest.mark.parametrize(
    ("lines", "problem"),
    [
        (("like: other/modell",), "unknown rule “other/modell”: did you mean “other/model”?"),
        (("like: other/model", "gap: 3"), "“gap” beside “like”: it comes from the other rule"),
        (("like: other/model", "link: {}"), "“link” beside “like”: it comes from the other rule"),
    ],
)
def test_what_is_wrong_is_told(tmp_path: Path, lines: tuple[str, ...], problem: str) -> None:
    [told] = problems(tmp_path, files(*lines))
    assert told.startswith("own.yaml:")
    assert told.endswith(problem)


def test_the_other_rule_has_a_check_of_its_own(tmp_path: Path) -> None:
    chain = files("like: other/model", model=rule("like: third/first", "phrases: DROP", name="model"))
    chain["third.yaml"] = pack(rule("phrases: [promo]", name="first"), name="third")
    assert problems(tmp_path, chain)[0].endswith("is itself like another rule: name “third/first”")


def test_lexicons_of_the_other_pack_alone_cannot_be_shared(tmp_path: Path) -> None:
    told = problems(tmp_path, files("like: other/model", head="lexicons: {word: [promo]}\n"))
    assert told[0].endswith("has lexicons of its own: move them to a shared file first")
