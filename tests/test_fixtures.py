"""The sample copy of every format is judged as its reader should find it, each violation at its place."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[1]
OFFICE = ("docx", "xlsx", "ods")


def checked(*paths: str) -> tuple[int, Any]:
    """Return the exit status and the JSON report of `msglint check`."""
    command = [sys.executable, "-m", "msglint", "check", *paths, "--format", "json"]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", env={**os.environ})
    return result.returncode, json.loads(result.stdout)


@pytest.fixture(scope="module")
def fixtures() -> Any:
    cards = [f"fixtures/{source}" for source, _ in WRONG if source.startswith("cards/")]
    return checked("fixtures/mails", "fixtures/tables", "fixtures/strings", f"fixtures/{CLEAN[-1]}", *cards)[
        1
    ]


def violations(report: Any, source: str) -> list[Any]:
    """Return what is wrong in a file."""
    found = (item for item in report["violations"] if item["place"]["source"] == f"fixtures/{source}")
    return [item for item in found if item["category"] != "context"]


def stands_at(item: Any, expected: tuple[Any, ...]) -> bool:
    """Whether a violation has a category and a place: the named parts, then a line if there are lines."""
    place = item["place"]
    names = ("member", "part", "sheet", "cell", "paragraph", "key")
    named = (item["category"], *(place[name] for name in names if name in place))
    if "line" not in place:
        return named == expected
    lines = range(place["line"], place.get("end_line", place["line"]) + 1)
    return named == expected[:-1] and expected[-1] in lines


CLEAN = ("mails/address-question.html", "mails/invoice.eml", "cards/first-steps.docx")
WRONG = [
    (
        "mails/review-offer.html",
        {
            ("message-format", 7),
            ("message-format", 12),
            ("review-incentive", 13),
            ("off-platform-link", 15),
            ("off-platform-contact", 16),
            ("message-format", 17),
        },
    ),
    (
        "mails/好评有礼.eml",
        {
            ("review-positive-ask", "text/html", 2),
            ("message-format", "text/html", 3),
            ("off-platform-contact", "text/plain", 4),
            ("review-incentive", "优惠券.html", 2),
        },
    ),
    ("tables/话术模板.xlsx", {("review-incentive", "模板", "E4"), ("off-platform-contact", "模板", "E6")}),
    ("tables/话术模板.xlsx", {("review-removal", "快捷回复", "B2")}),
    ("tables/vorlagen.ods", {("review-incentive", "Vorlagen", "E3")}),
    (
        "cards/售后服务卡.docx",
        {
            ("review-incentive", 3),
            ("off-platform-contact", "table 1", "B2", 7),
            ("review-gating", "footer1", 1),
        },
    ),
    (
        "cards/cards.zip",
        {
            ("review-incentive", "cards/review.html", 2),
            ("off-platform-contact", "service.docx", "table 1", "B2", 7),
        },
    ),
    ("strings/messages.yaml", {("review-incentive", "[1].text", 14)}),
    ("strings/cards.toml", {("off-platform-contact", "cards[1].text", 8)}),
    ("strings/app.json", {("review-incentive", "mail.closing", 2)}),
    ("strings/zh.po", {("review-incentive", "thanks_note.msgstr", 11)}),
    ("strings/mail_en.properties", {("review-removal", "mail.review", 3)}),
    ("strings/Localizable.strings", {("off-platform-contact", "chat.bye", 3)}),
]


def needs_office(source: str) -> None:
    if source.endswith((*OFFICE, "zip")):
        pytest.importorskip("python_calamine", reason="needs msglint[office]")
        pytest.importorskip("defusedxml", reason="needs msglint[office]")


@pytest.mark.parametrize("source", CLEAN)
def test_what_is_right_passes(fixtures: Any, source: str) -> None:
    needs_office(source)
    assert f"fixtures/{source}" in {item["source"] for item in fixtures["documents"]}
    assert not [item for item in violations(fixtures, source) if item["severity"] == "error"]


@pytest.mark.parametrize(("source", "expected"), WRONG)
def test_what_is_wrong_has_its_place(fixtures: Any, source: str, expected: set[tuple[Any, ...]]) -> None:
    needs_office(source)
    found = violations(fixtures, source)
    assert not [wanted for wanted in expected if not any(stands_at(item, wanted) for item in found)]


def test_places_begin_and_end_with_what_was_found(fixtures: Any) -> None:
    exact = 0
    for item in fixtures["violations"]:
        place, excerpt = item["place"], item["excerpt"]
        if not excerpt or "end_line" not in place or "member" in place or "part" in place:
            continue
        lines = (ROOT / place["source"]).read_text(encoding="utf-8").splitlines()
        first, last = lines[place["line"] - 1][place["column"] - 1 :], lines[place["end_line"] - 1]
        assert first.startswith(excerpt[0])
        assert last[: place["end_column"] - 1].endswith(excerpt[-1])
        exact += 1
    assert exact > 10


def test_what_is_deleted_or_no_copy_is_not_judged(fixtures: Any) -> None:
    excerpts = {item["excerpt"] for item in fixtures["violations"]}
    assert not any("50元" in (excerpt or "") or "no copy" in (excerpt or "") for excerpt in excerpts)
