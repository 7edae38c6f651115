"""The ceiling of a shipped rule's severity."""

# ruff: noqa: E501  (a row of a table is one line)

from pathlib import Path

import pytest

from msglint.packs.model import Fact
from msglint.packs.severities import ceiling, highest
from msglint.violation import Severity, Template
from tests.packs.files import FACTS, pack, problems, read, rule

INFO, W, E = Severity.INFO, Severity.WARNING, Severity.ERROR


def fact(level: str, confidence: str, wording: str | None = None) -> Fact:
    return Fact("F", Template({"en": "t"}), Template({"en": "s"}), level, confidence, wording=wording)


@pytest.mark.parametrize(
    ("level", "confidence", "severity"),
    [
        ("block", "stated", E),
        ("block", "third-party", W),
        ("block", "conflict", W),
        ("warn", "stated", W),
        ("warn", "third-party", W),
        ("info", "stated", INFO),
        ("info", "conflict", INFO),
        ("do-not-flag", "stated", None),
    ],
)
def test_policies(level: str, confidence: str, severity: Severity | None) -> None:
    assert ceiling(fact(level, confidence)) is severity


@pytest.mark.parametrize(
    ("duty", "wording", "missing", "altered"),
    [
        ("A", None, E, E),
        ("A", "B", E, W),
        ("A", "C", E, W),
        ("B", None, E, W),
        ("C", None, W, W),
        ("C", "A", W, E),
    ],
)
def test_labels(duty: str, wording: str | None, missing: Severity, altered: Severity) -> None:
    label = fact("label", duty, wording)
    assert (ceiling(label), ceiling(label, wording=True)) == (missing, altered)


def test_the_highest_counts() -> None:
    allowed = fact("do-not-flag", "stated")
    assert highest([allowed, fact("info", "stated"), fact("warn", "stated")]) is W
    assert highest([allowed]) is None
    assert highest([]) is None


def shipped(*lines: str) -> dict[str, str]:
    text = pack(rule("phrases: x", "message: {en: a, zh: b}", "source: DROP", *lines))
    shared = "statements: {s: {parts: [{id: p, any: {en: w}}]}}\n"
    own = text.replace("title: Own", "title: {en: a, zh: b}")
    return {"own.yaml": own, "facts.yaml": FACTS, "shared.yaml": shared}


REQUIRE = "require: {statement: s, severity: {wording_altered: warning}}"


@pytest.mark.parametrize(
    ("lines", "problem"),
    [
        (("severity: error", "facts: F-BLOCK"), None),
        (("severity: error", "facts: [F-INFO, F-BLOCK]"), None),
        (("severity: error", "facts: F-HEARSAY"), "6:15: the severity “error” is above “warning”, the most that the facts carry: F-HEARSAY (block, third-party)"),
        (("severity: warning", "facts: [F-INFO, F-ALLOW]"), "6:15: the severity “warning” is above “info”, the most that the facts carry: F-INFO (info, stated), F-ALLOW (do-not-flag, stated)"),
        (("severity: info", "facts: F-ALLOW"), "10:12: only exceptions are cited, never a violation: F-ALLOW (do-not-flag, stated)"),
        (("severity: warning", "facts: F-WARN", "cases: [{near: y, severity: info}, {near: z, severity: error}]"), "11:60: the severity “error” is above “warning”, the most that the facts carry: F-WARN (warn, stated)"),
        (("severity: error", "category: warning-missing", "facts: L-B"), None),
        (("severity: error", "category: warning-altered", "facts: L-B"), "6:15: the severity “error” is above “warning”, the most that the facts carry: L-B (label, B)"),
        (("severity: error", "category: warning-altered", "facts: L-A"), None),
        (("severity: error", "category: warning-missing", "facts: L-C"), "6:15: the severity “error” is above “warning”, the most that the facts carry: L-C (label, C)"),
        (("phrases: DROP", "severity: error", "category: warning-missing", "facts: L-AC", REQUIRE), None),
        (("phrases: DROP", "severity: error", "category: warning-missing", "facts: L-AC", REQUIRE.replace("warning}", "error}")), "10:57: the severity “error” is above “warning”, the most that the facts carry: L-AC (label, A)"),
    ],
)  # fmt: skip
def test_shipped_rules(tmp_path: Path, lines: tuple[str, ...], problem: str | None) -> None:
    if problem is None:
        read(tmp_path, shipped(*lines), shipped=True)
    else:
        assert problems(tmp_path, shipped(*lines), shipped=True) == [f"own.yaml:{problem}"]


def test_users_may_go_higher(tmp_path: Path) -> None:
    read(tmp_path, shipped("severity: error", "facts: F-INFO"))


def test_broken_facts_blame_no_rule(tmp_path: Path) -> None:
    files = shipped("severity: error", "facts: F-BLOCK") | {
        "facts.yaml": FACTS.replace("level: info", "level: inf")
    }
    assert problems(tmp_path, files, shipped=True) == [
        "facts.yaml:6:49: unknown level “inf”: did you mean “info”?"
    ]
