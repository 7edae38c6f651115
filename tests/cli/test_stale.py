"""Facts that nobody has checked for long are reported when a whole project is checked."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from msglint.stale import stale
from tests.packs.files import pack, read, rule

from .conftest import Run, Write

FACTS = """\
facts:
  - {id: F-OLD, title: t, statement: s, level: block, confidence: stated, sources: []}
checked: 2026-01-10
"""


def test_only_facts_that_rules_cite_are_stale(tmp_path: Path) -> None:
    more = FACTS.replace("F-OLD", "F-UNCITED")
    own = pack(rule("phrases: x", "source: DROP", "facts: F-OLD"))
    ruleset = read(tmp_path, {"facts.yaml": FACTS, "more.yaml": more, "own.yaml": own})
    assert [fact.id for fact in stale(ruleset, date(2027, 1, 11), 365)] == ["F-OLD"]
    assert stale(ruleset, date(2027, 1, 10), 365) == []
    assert [fact.id for fact in stale(ruleset, date(2026, 1, 12), 1)] == ["F-OLD"]


@pytest.mark.parametrize(
    ("settings", "severity"),
    [
        ("{}", "info"),
        ("rules: {msglint/stale-fact: {severity: warning}}", "warning"),
        ("rules: {msglint/stale-fact: {max: 1000000000000}}", None),
        ("rules: {msglint/stale-fact: off}", None),
    ],
)
def test_a_project_is_told(run: Run, write: Write, settings: str, severity: str | None) -> None:
    write("note.txt", "x")
    write("msglint.yaml", settings + "\n")
    whole = run("check", "--format", "concise", "--as-of", "2099-01-01").stdout
    if severity is None:
        assert "stale-fact" not in whole
    else:
        assert f"msglint.yaml:1:1: {severity} msglint/stale-fact" in whole
        assert "not checked for more" not in run("check", "note.txt", "--as-of", "2099-01-01").stdout


def test_a_number_that_a_finding_does_not_have(run: Run, write: Write) -> None:
    write("note.txt", "x")
    write("msglint.yaml", "rules:\n  msglint/not-judged: {max: 3}\n")
    result = run("check", "--format", "concise")
    assert result.exit_code == 2
    assert (
        "msglint.yaml:2:3: not judged msglint/bad-config the rule “msglint/not-judged” has no “max”"
        in result.stdout
    )
