"""The sample copy of every format is judged as its reader should find it, each violation at its place."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections import Counter
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


def places(report: Any, source: str) -> set[tuple[Any, ...]]:
    """Return category and place of what is wrong in a file: line and column, or names, as it has them."""
    found = set()
    for item in report["violations"]:
        place = item["place"]
        if place["source"] == f"fixtures/{source}" and item["category"] != "context":
            names = ("member", "part", "sheet", "cell", "paragraph", "key", "line", "column")
            found.add((item["category"], *(place[name] for name in names if name in place)))
    return found


CLEAN = ("mails/address-question.html", "mails/invoice.eml", "cards/first-steps.docx")
WRONG = [
    (
        "mails/review-offer.html",
        {
            ("message-format", 7, 10),
            ("message-format", 12, 11),
            ("review-incentive", 13, 31),
            ("off-platform-link", 15, 13),
            ("off-platform-contact", 16, 33),
            ("message-format", 17, 1),
        },
    ),
    (
        "mails/好评有礼.eml",
        {
            ("review-positive-ask", "text/html", 2, 12),
            ("message-format", "text/html", 3, 1),
            ("off-platform-contact", "text/plain", 4, 4),
            ("review-incentive", "优惠券.html", 2, 4),
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
            ("review-incentive", "cards/review.html", 2, 12),
            ("off-platform-contact", "service.docx", "table 1", "B2", 7),
        },
    ),
    ("strings/messages.yaml", {("review-incentive", "[1].text", 14, 27)}),
    ("strings/cards.toml", {("off-platform-contact", "cards[1].text", 8, 1)}),
    ("strings/app.json", {("review-incentive", "mail.closing", 2, 65)}),
    ("strings/zh.po", {("review-incentive", "thanks_note.msgstr", 11, 2)}),
    ("strings/mail_en.properties", {("review-removal", "mail.review", 3, 20)}),
    ("strings/Localizable.strings", {("off-platform-contact", "chat.bye", 3, 16)}),
]


def needs_office(source: str) -> None:
    if source.endswith((*OFFICE, "zip")):
        pytest.importorskip("python_calamine", reason="needs msglint[office]")
        pytest.importorskip("defusedxml", reason="needs msglint[office]")


@pytest.mark.parametrize("source", CLEAN)
def test_what_is_right_passes(fixtures: Any, source: str) -> None:
    needs_office(source)
    assert f"fixtures/{source}" in {item["source"] for item in fixtures["documents"]}
    assert not {item for item in places(fixtures, source) if item[0] != "message-format"}


@pytest.mark.parametrize(("source", "expected"), WRONG)
def test_what_is_wrong_has_its_place(fixtures: Any, source: str, expected: set[tuple[Any, ...]]) -> None:
    needs_office(source)
    assert expected <= places(fixtures, source)


def test_what_is_deleted_or_no_copy_is_not_judged(fixtures: Any) -> None:
    excerpts = {item["excerpt"] for item in fixtures["violations"]}
    assert not any("50元" in (excerpt or "") or "no copy" in (excerpt or "") for excerpt in excerpts)


BROKEN = {
    "bad-front-matter.md": "bad-front-matter",
    "bad-lines.jsonl": "bad-record",
    "cut-off.docx": "broken",
    "cut-off.xlsx": "broken",
    "cut-off.zip": "broken",
    "empty.docx": "broken",
    "entities.docx": "broken",
    "neither-encoding.txt": "undecodable",
    "no-header.eml": "broken",
    "nul.txt": "binary",
    "one-bad-member.zip": "broken",
    "open-quote.csv": "bad-record",
    "password.xlsx": "encrypted",
    "password.zip": "encrypted",
}
READ = (
    "bad-front-matter.md", "bad-lines.jsonl", "one-bad-member.zip", "open-quote.csv", "readable.txt",
    "really-a-page.txt", "really-a-workbook.txt", "really-text.docx",
)  # fmt: skip


def test_broken_files_are_named_and_the_others_judged() -> None:
    needs_office("docx")
    status, report = checked("tests/data/broken/")
    assert status == 2
    codes = {Path(item["source"]).name: item["code"] for item in report["errors"]}
    assert {name: codes.get(name) for name in BROKEN} == BROKEN
    assert Counter(Path(item["source"]).name for item in report["errors"]).most_common(1)[0][1] == 1
    flagged = {
        Path(item["place"]["source"]).name
        for item in report["violations"]
        if item["category"] == "review-incentive"
    }
    assert set(READ) <= flagged
    assert all(item["message"] for item in report["errors"])
