"""All formats in one run, with the libraries of all extras: samples of every format, and broken files."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from .test_fixtures import ROOT, checked, violations

for module in ("defusedxml", "python_calamine", "pypdfium2", "zxingcpp", "rapidocr"):
    pytest.importorskip(module, reason="needs msglint[all]")


@pytest.fixture(scope="module")
def samples() -> Any:
    status, report = checked("fixtures/")
    assert status == 1
    assert report["errors"] == []
    return report


def test_every_sample_is_read_in_one_run(samples: Any) -> None:
    files = {path.relative_to(ROOT).as_posix() for path in ROOT.glob("fixtures/**/*.*") if path.is_file()}
    read = {item["source"] for item in samples["documents"]}
    assert files - read == {"fixtures/msglint.yaml"}
    assert "msglint/no-reader" not in {item["rule"] for item in samples["violations"]}


CLEAN = [
    "cards/eu/gpsr.pdf", "cards/eu/gpsr.txt", "cards/first-steps.docx", "cards/manuals.zip",
    "cards/thank-you.txt", "cards/user-manual.bmp", "cards/user-manual.jpg", "cards/user-manual.png",
    "cards/user-manual.webp", "cards/使用提示.tiff", "cards/使用提示卡.pdf", "cards/使用提示卡.png",
    "labels/poly-bag-good.pdf", "labels/us-toy-good.txt", "mails/address-question.html",
    "mails/invoice.eml", "mails/saved-question.mht", "messages/us/delay.md",
]  # fmt: skip


@pytest.mark.parametrize("source", CLEAN)
def test_what_is_right_passes(samples: Any, source: str) -> None:
    assert [item["rule"] for item in violations(samples, source) if item["severity"] == "error"] == []


MM = 72 / 25.4
CODE = (30 + 3 * 45 / 35, 62 + 3 * 45 / 35, 30 + 32 * 45 / 35, 62 + 32 * 45 / 35)
"""The box of the code on the VIP card in millimetres: 29 modules, with a quiet zone of three 45 mm wide."""


@pytest.mark.parametrize(
    ("source", "scale", "page"),
    [
        ("cards/vip-gift.png", 300 / 25.4, None),
        ("cards/vip-gift.webp", 200 / 25.4, None),
        ("cards/vip-gift.bmp", 150 / 25.4, None),
        ("cards/vip-gift-scan.pdf", MM, 1),
    ],
)
def test_the_offer_on_a_card_and_its_code_have_their_boxes(
    samples: Any, source: str, scale: float, page: int | None
) -> None:
    found = {item["rule"]: item["place"] for item in violations(samples, source)}
    code, offer = found["off-platform/chat-link"], found["amazon-reviews/review-incentive"]
    assert (code.get("page"), offer.get("page")) == (page, page)
    assert code["box"] == pytest.approx([side * scale for side in CODE], abs=4)
    # 10 mm from the left; lines on 34, 39.8 and 45.6 mm.
    left, top, right, bottom = (side / scale for side in offer["box"])
    assert left == pytest.approx(10, abs=2)
    assert right < 105
    assert top == pytest.approx(31, abs=3) or top == pytest.approx(37, abs=3)
    assert 39 < bottom < 49


@pytest.mark.parametrize(
    ("source", "page", "rule"),
    [
        ("cards/service-card.jpg", None, "off-platform/chat-invite"),
        ("cards/售后服务卡.tiff", 2, "off-platform/chat-invite"),
        ("cards/售后卡.pdf", 2, "amazon-reviews/review-incentive"),
        ("cards/hidden-offer.pdf", 1, "amazon-reviews/review-incentive"),
        ("labels/poly-bag-small-print.pdf", 1, "amazon-labels/poly-bag-print"),
        ("labels/poly-bag-small-print.png", None, "amazon-labels/poly-bag-print"),
    ],
)
def test_what_is_wrong_on_a_card_has_its_page(samples: Any, source: str, page: int | None, rule: str) -> None:
    places = [item["place"] for item in violations(samples, source) if rule in (item["rule"], *item["also"])]
    assert places
    assert {place.get("page") for place in places} == {page}
    assert all(len(place["box"]) == 4 for place in places)


@pytest.mark.parametrize(
    ("source", "category", "place"),
    [
        ("mails/saved-template.mht", "review-removal", {"part": "text/html", "line": 4}),
        ("records/messages.json", "review-incentive", {"record": 2, "key": "text", "line": 5}),
        ("tables/客服话术.tsv", "review-removal", {"cell": "C3", "line": 3}),
    ],
)
def test_what_is_wrong_in_a_text_has_its_line(
    samples: Any, source: str, category: str, place: dict[str, Any]
) -> None:
    found = [item["place"] for item in violations(samples, source) if item["category"] == category]
    assert place in [{name: item.get(name) for name in place} for item in found]


BROKEN = {
    "bad-front-matter.md": "bad-front-matter",
    "bad-lines.jsonl": "bad-record",
    "cut-off.docx": "broken",
    "cut-off.jpg": "broken",
    "cut-off.pdf": "broken",
    "cut-off.png": "broken",
    "cut-off.xlsx": "broken",
    "cut-off.zip": "broken",
    "empty.docx": "broken",
    "entities.docx": "broken",
    "huge-claim.png": "too-large",
    "junk.pdf": "broken",
    "lost-page.pdf": "broken",
    "neither-encoding.txt": "undecodable",
    "no-header.eml": "broken",
    "nul.txt": "binary",
    "one-bad-member.zip": "broken",
    "open-quote.csv": "bad-record",
    "password.pdf": "encrypted",
    "password.xlsx": "encrypted",
    "password.zip": "encrypted",
    "really-a-picture.txt": "broken",
    "really-no-picture.jpg": "broken",
}
OFFERS = (
    "bad-front-matter.md", "bad-lines.jsonl", "one-bad-member.zip", "open-quote.csv", "readable.txt",
    "really-a-card.png", "really-a-page.txt", "really-a-picture.pdf", "really-a-workbook.txt",
    "really-text.docx",
)  # fmt: skip


def test_broken_files_are_named_and_the_others_judged() -> None:
    status, report = checked("tests/data/broken/")
    assert status == 2
    errors = [(Path(item["source"]).name, item) for item in report["errors"]]
    assert Counter(name for name, _ in errors).most_common(1)[0][1] == 1
    assert {name: item["code"] for name, item in errors} == BROKEN
    assert all(item["message"] for _, item in errors)
    offers = {
        Path(item["place"]["source"]).name
        for item in report["violations"]
        if item["category"] == "review-incentive"
    }
    assert offers == set(OFFERS)


def test_the_pages_before_and_after_a_damaged_one_are_judged() -> None:
    status, report = checked("tests/data/broken/lost-page.pdf")
    assert status == 2
    assert [item["place"]["page"] for item in report["errors"]] == [2]
    assert [item["complete"] for item in report["documents"]] == [False]
