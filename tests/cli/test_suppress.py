"""Suppressing comments, configuration and baseline, as a team meets them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from .conftest import Run, Write

BAD = "Your gift card waits.\n"
GIFT = "demo-reviews/gift"


def report(run: Run, *args: str) -> Any:
    return json.loads(run("check", "--format", "json", *args).stdout)


def rules(found: Any) -> list[tuple[str, bool]]:
    return [
        (item["rule"], item["suppressed"] is not None)
        for item in found["violations"]
        if item["rule"] != "msglint/not-judged"
    ]


def test_a_comment_suppresses_with_its_reason(run: Run, write: Write) -> None:
    write("card.md", f"{BAD}\n<!-- msglint: ignore[{GIFT}] agreed with Ann -->\n{BAD}")
    found = report(run, "card.md")
    assert rules(found) == [(GIFT, False), (GIFT, True)]
    second = found["violations"][1]
    assert second["place"]["line"] == 4
    assert second["suppressed"] == {"by": "card.md:3", "reason": "agreed with Ann", "until": None}
    assert found["summary"]["suppressed"] == 1


@pytest.mark.parametrize(
    ("comment", "rule", "words"),
    [
        ("ignore[demo-labels/toy-warning] agreed", "msglint/unused-suppression", "demo-labels/toy-warning"),
        ("ignore[demo-reviews/gift] until 2020-01-01: agreed", "msglint/suppression-expired", "2020-01-01"),
        ("ignore demo-reviews/gift", "msglint/bad-directive", "expected"),
    ],
)
def test_a_comment_that_does_nothing_is_told(
    run: Run, write: Write, comment: str, rule: str, words: str
) -> None:
    write("card.md", f"<!-- msglint: {comment} -->\n{BAD}")
    found = report(run, "card.md")
    assert rules(found) == [(GIFT, False), (rule, False)]
    assert words in found["violations"][-1]["message"]
    place = found["violations"][-1]["place"]
    assert (place["line"], place["column"], place["end_line"]) == (1, 1, 1)


@pytest.mark.parametrize(
    ("comment", "words"),
    [
        ("ignore demo-reviews/gift", "应为“msglint: ignore[规则或类别] 理由”"),
        ("ignore[demo-reviews/gift] until 2026-13-01: x", "“2026-13-01”不是日期"),
    ],
)
def test_what_is_wrong_with_a_comment_is_said_in_chinese(
    run: Run, write: Write, comment: str, words: str
) -> None:
    write("card.md", f"<!-- msglint: {comment} -->\nHello.\n")
    assert words in run("check", "card.md", "--lang", "zh").stdout


def test_its_severity_can_be_set(run: Run, write: Write) -> None:
    write("card.md", "<!-- msglint: ignore[marketing] x -->\nHello.\n")
    write("msglint.yaml", "rules:\n  msglint/unused-suppression: {severity: error}\n")
    assert run("check", "card.md").exit_code == 1
    write("msglint.yaml", "rules:\n  msglint/unused-suppression: off\n")
    assert run("check", "card.md").exit_code == 0


def test_an_entry_of_the_configuration_that_does_nothing_is_told(run: Run, write: Write) -> None:
    write("card.md", "Hello.\n")
    entry = f"suppress:\n  - {{rule: {GIFT}, paths: 'card.md', reason: x}}\n"
    write("msglint.yaml", entry)
    (found,) = [item for item in report(run)["violations"] if item["rule"].endswith("unused-suppression")]
    assert found["place"] == {"source": "msglint.yaml", "line": 2, "column": 12}
    assert "1 document without a channel" in run("check").stdout, "the configuration is none"
    assert rules(report(run, "card.md")) == []  # only a part was checked: nobody knows
    write("msglint.yaml", entry.replace("reason: x", "reason: x, until: 2020-01-01"))
    assert rules(report(run, "card.md")) == [("msglint/suppression-expired", False)]


def test_what_is_suppressed_can_be_shown(run: Run, write: Write) -> None:
    write("card.md", f"<!-- msglint: ignore[{GIFT}] agreed -->\n{BAD}")
    assert "agreed" not in run("check", "card.md").stdout
    assert "Allowed  by card.md:1: agreed" in run("check", "card.md", "--show-suppressed").stdout


def test_a_baseline_lets_only_new_violations_count(run: Run, write: Write, shop: Path) -> None:
    write("old.txt", BAD)
    assert run("baseline").stdout == ".msglint-baseline.jsonl: 1 violation accepted.\n"
    assert "gift card" not in (shop / ".msglint-baseline.jsonl").read_text("utf-8")
    assert run("check").exit_code == 0
    write("old.txt", f"Hello!\n\n{BAD}")  # the line moved
    write("new.txt", BAD)
    found = report(run)
    gifts = [item for item in found["violations"] if item["rule"] == GIFT]
    assert [(item["place"]["source"], item["suppressed"] is None) for item in gifts] == [
        ("new.txt", True),
        ("old.txt", False),
    ]
    assert found["summary"]["baselined"] == 1
    assert rules(report(run, "--no-baseline")) == [(GIFT, False)] * 2


def test_what_is_gone_is_told_and_taken_out(run: Run, write: Write) -> None:
    write("a.txt", BAD)
    write("b.txt", BAD)
    run("baseline")
    write("a.txt", "Hello.\n")
    assert "1 entry of the baseline is gone" in run("check").stdout
    assert "gone" not in run("check", "b.txt").stdout  # a.txt was not looked at
    assert run("baseline", "--update").stdout == ".msglint-baseline.jsonl: 1 entry taken out, 1 left.\n"
    assert "gone" not in run("check").stdout


def test_a_baseline_is_sorted_and_keeps_the_day_of_each_entry(run: Run, write: Write, shop: Path) -> None:
    write("b.txt", BAD)
    run("baseline")
    path = shop / ".msglint-baseline.jsonl"
    path.write_text(path.read_text("utf-8").replace('"accepted": "', '"accepted": "20').replace("2020", "20"))
    old = json.loads(path.read_text("utf-8")) | {"accepted": "2025-01-31"}
    path.write_text(json.dumps(old) + "\n")
    write("a.txt", BAD)
    run("baseline")
    entries = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    assert [entry["path"] for entry in entries] == ["a.txt", "b.txt"]
    assert entries[1]["accepted"] == "2025-01-31"
    assert "accepted between 2025-01-31 and" in run("baseline", "stats").stdout


def test_a_broken_baseline_is_2_with_its_line(run: Run, write: Write) -> None:
    write("a.txt", BAD)
    write(".msglint-baseline.jsonl", '{"path": "a.txt"}\n')
    result = run("check", "--lang", "zh")
    assert result.exit_code == 2
    assert ".msglint-baseline.jsonl:1:1" in result.stdout
    assert "基线有误" in result.stdout
    (error,) = json.loads(run("check", "--format", "json").stdout)["errors"]
    assert error["code"] == "bad-baseline"
