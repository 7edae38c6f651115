"""Cards in the HTML report: their pages as pictures, with boxes where the violations stand, and masked."""

from __future__ import annotations

import base64
import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest

from msglint.document import Document, FixedOrigin, JoinedOrigin, Place, Segment, Unread
from msglint.reports.model import Judged
from msglint.reports.redact import redacted
from msglint.sources.page_picture import SIDE

from ..pictures import FIXTURES, huge_png, saved
from .samples import judged, violation
from .test_html import CHROMIUM
from .test_machine import machine_report

Image = pytest.importorskip("PIL.Image", reason="needs msglint[qr]")

LINES = {"First thing": (20, 10, 220, 50), "write a@shop.example": (20, 60, 220, 100)}
BOX = (20, 10, 220, 50)


def card(source: str, page: int | None = None, unit: str = "px", boxes: Any = LINES) -> Judged:
    """Return a document of lines with boxes, of which the first is a violation."""
    text, starts = "\n".join(boxes), [0, *(len(line) + 1 for line in list(boxes)[:-1])]
    origins = tuple(FixedOrigin(Place(source, page=page, box=box, unit=unit)) for box in boxes.values())
    of = Document((Segment(text, JoinedOrigin(tuple(starts), origins)),), source=source)
    return judged(of, violation(of, text.splitlines()[0]))


@pytest.fixture
def picture(tmp_path: Path) -> str:
    path = tmp_path / "card.png"
    path.write_bytes(saved(Image.new("RGB", (400, 200), "white")))
    return str(path)


def figures(report: str) -> list[tuple[Any, list[Any]]]:
    """Return the pictures of a report with the boxes on them, as shares of width and height."""
    found = []
    for data, marks in re.findall(r'<figure class="page">.*?base64,([^"]+)">(.*?)</figure>', report):
        sides = re.findall(r"left:([\d.]+)%;top:([\d.]+)%;width:([\d.]+)%;height:([\d.]+)%", marks)
        boxes = [tuple(float(side) / 100 for side in box) for box in sides]
        found.append((Image.open(io.BytesIO(base64.b64decode(data))), boxes))
    return found


def test_a_picture_is_shown_with_the_box_of_its_violation(picture: str) -> None:
    [(image, boxes)] = figures(machine_report("html", card(picture)))
    assert image.size == (400, 200)
    assert boxes == [pytest.approx((20 / 400, 10 / 200, 200 / 400, 40 / 200))]


def test_a_large_picture_is_reduced_and_its_boxes_stay(picture: str) -> None:
    Image.new("RGB", (4000, 2000), "white").save(picture)
    large = {line: tuple(10 * side for side in box) for line, box in LINES.items()}
    [(image, boxes)] = figures(machine_report("html", card(picture, boxes=large)))
    assert image.size == (SIDE, SIDE // 2)
    assert boxes == [pytest.approx((20 / 400, 10 / 200, 200 / 400, 40 / 200))]


def test_the_page_of_a_pdf_is_shown_with_its_box_in_points() -> None:
    pytest.importorskip("pypdfium2", reason="needs msglint[pdf]")
    source = str(FIXTURES / "cards/售后卡.pdf")
    [(image, boxes)] = figures(machine_report("html", card(source, page=2, unit="pt")))
    width, height = 105 * 72 / 25.4, 148 * 72 / 25.4
    assert max(image.size) == SIDE
    assert boxes == [pytest.approx((20 / width, 10 / height, 200 / width, 40 / height), abs=0.001)]


def test_violations_at_one_place_share_a_box_in_the_colour_of_the_severest(picture: str) -> None:
    one = card(picture)
    (found,) = one.reported
    less = replace(found, violation=replace(found.violation, severity=found.violation.severity.WARNING))
    report = machine_report("html", replace(one, reported=[less, found]))
    assert re.findall(r'<mark class="(\w+)" data-at="([^"]+)" style', report) == [("error", "v0-0 v0-1")]


def test_lines_with_personal_data_are_painted_over_when_it_is_masked(picture: str) -> None:
    [(image, _)] = figures(machine_report("html", redacted(card(picture))))
    assert image.getpixel((120, 80)) == pytest.approx((128, 128, 128), abs=6)
    assert image.getpixel((120, 30)) == pytest.approx((255, 255, 255), abs=6)
    [(plain, _)] = figures(machine_report("html", card(picture)))
    assert plain.getpixel((120, 80)) == pytest.approx((255, 255, 255), abs=6)


def test_a_masked_picture_of_which_something_was_not_read_is_not_shown(picture: str) -> None:
    whole = card(picture)
    unread = Unread(FixedOrigin(Place(picture)), "picture: text", "pip install 'msglint[ocr]'")
    doubtful = replace(unread, is_doubt=True)
    for item, count in ((unread, 0), (doubtful, 1)):
        part = replace(whole, document=replace(whole.document, unread=(item,)))
        assert len(figures(machine_report("html", redacted(part)))) == count


@pytest.mark.parametrize("data", [None, b"no picture", huge_png()])
def test_a_file_that_cannot_be_drawn_costs_no_report(picture: str, data: bytes | None) -> None:
    Path(picture).unlink() if data is None else Path(picture).write_bytes(data)
    report = machine_report("html", card(picture))
    assert "First thing" in report
    assert figures(report) == []


def test_a_report_that_grows_too_large_says_how_many_pages_it_leaves_out(
    picture: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    (whole,) = [len(data) for data in re.findall(r"base64,([^\"]+)", machine_report("html", card(picture)))]
    monkeypatch.setattr("msglint.reports.pages.ROOM", whole)
    report = machine_report("html", card(picture), card(picture), card(picture))
    assert len(figures(report)) == 1
    assert "Pages that are not shown, so that the report stays small: 2." in report


def zipped(name: str, data: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr(name, data)
    return made.getvalue()


def mailed(name: str, data: bytes) -> bytes:
    mail = EmailMessage()
    mail["subject"] = "Card"
    mail.set_content("See the card.")
    mail.add_attachment(data, maintype="image", subtype="png", filename=name)
    return mail.as_bytes()


PNG = saved(Image.new("RGB", (400, 200), "white"))


@pytest.mark.parametrize(
    ("name", "data", "way"),
    [
        ("a.zip", zipped("cards/a.png", PNG), {"member": "cards/a.png"}),
        ("a.eml", mailed("a.png", PNG), {"part": "a.png"}),
        ("a.zip", zipped("in/b.zip", zipped("a.png", PNG)), {"member": "in/b.zip/a.png"}),
        ("a.zip", zipped("b.eml", mailed("a.png", PNG)), {"member": "b.eml", "part": "a.png"}),
        ("a.eml", mailed("b.zip", zipped("a.png", PNG)), {"part": "b.zip", "member": "a.png"}),
        ("a.zip", zipped("a.png", PNG), {"member": "other.png"}),
    ],
)
def test_what_stands_inside_another_file_is_shown(
    tmp_path: Path, name: str, data: bytes, way: dict[str, Any]
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    one = card(str(path))
    (found,) = one.reported
    inside = replace(found.violation, place=replace(found.violation.place, **way))
    shown = figures(machine_report("html", replace(one, reported=[replace(found, violation=inside)])))
    expected = [] if way == {"member": "other.png"} else [(400, 200)]
    assert [image.size for image, _ in shown] == expected
    assert all(boxes == [pytest.approx((0.05, 0.05, 0.5, 0.2))] for _, boxes in shown)


@pytest.fixture
def page(picture: str, tmp_path: Path) -> Iterator[Any]:
    sync_api = pytest.importorskip("playwright.sync_api", reason="needs playwright")
    if CHROMIUM is None:
        pytest.skip("needs Chromium")
    path = tmp_path / "report.html"
    path.write_text(machine_report("html", card(picture)), "utf-8")
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        shown = browser.new_page()
        noted: list[str] = []
        shown.on("console", lambda message: noted.append(message.text))
        shown.goto(path.as_uri())
        yield shown
        assert noted == []
        browser.close()


def test_in_a_browser_the_box_lies_where_it_should_and_leads_to_the_reason(page: Any) -> None:
    image, box = (page.query_selector(f".page {name}").bounding_box() for name in ("img", "mark"))
    assert image["width"] > 300
    scale = image["width"] / 400
    sides = (box["x"] - image["x"], box["y"] - image["y"], box["width"], box["height"])
    assert sides == pytest.approx([side * scale for side in (20, 10, 200, 40)], abs=1.5)
    page.click(".page mark")
    assert "target" in page.get_attribute("#v0-0", "class")


def test_in_a_browser_a_filter_takes_the_boxes_of_others_away(page: Any) -> None:
    page.evaluate("document.getElementById('v0-0').dataset.severity = 'warning'")
    page.evaluate("document.getElementById('by-severity').add(new Option('warning', 'warning'))")
    page.select_option("#by-severity", "warning")
    assert page.is_visible(".page mark")
    page.evaluate("document.getElementById('v0-0').dataset.severity = 'error'")
    page.dispatch_event("#by-severity", "change")
    assert page.query_selector(".page mark").get_attribute("class").split()[-1] == "off"
