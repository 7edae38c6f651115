"""PDF: text with page and box, in reading order; links, hidden text, codes; what cannot be read."""

from __future__ import annotations

import io
import zlib
from dataclasses import replace
from typing import Any

import pytest

from msglint.document import Context, Document, Place, Segment
from msglint.sources import formats
from tests.pictures import DATA, fixture, judge
from tests.sources.helpers import documents, failures

pdfium = pytest.importorskip("pypdfium2", reason="needs msglint[pdf]")


@pytest.fixture(autouse=True)
def _only_pdf(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> None:
    """Pretend that the other extras are absent, but for the test of codes."""
    absent = {"rapidocr"} if "codes" in request.node.name else {"rapidocr", "zxingcpp"}
    monkeypatch.setattr(formats, "find_spec", lambda name: None if name in absent else name)


def read(name: str) -> Document:
    (document,) = documents(fixture(name), name)
    return document


def at(segment: Segment, words: str) -> Place:
    start = segment.text.index(words)
    return segment.origin.place(start, start + len(words))


def points(*millimetres: float) -> tuple[float, ...]:
    return tuple(value * 72 / 25.4 for value in millimetres)


def test_the_pages_of_a_card_are_one_document() -> None:
    document = read("cards/售后卡.pdf")
    front, back = document.segments
    assert front.text == "感谢您的购买\n\n北光家居 NL-200 护眼台灯\n使用前请阅读背面说明"
    assert back.text.startswith(
        "售后服务卡\n\n收到商品满意，请给我们五星好评\n晒图评价后联系客服，返现10元\n"
    )
    assert (at(front, "感谢").page, at(back, "返现").page) == (1, 2)


def test_the_box_of_a_line_is_where_it_is_printed() -> None:
    back = read("cards/售后卡.pdf").segments[1]
    place = at(back, "晒图评价后联系客服")
    left, top, right, bottom = place.box or (0, 0, 0, 0)
    # 12 mm from the left; the second line stands on a baseline 6.35 mm below 36 mm.
    expected_left, baseline = points(12, 36 + 12 * 1.5 * 25.4 / 72)
    assert left == pytest.approx(expected_left, abs=1)
    assert top == pytest.approx(baseline - 10.5, abs=2)
    assert bottom == pytest.approx(baseline + 1, abs=2)
    assert right - left == pytest.approx(14 * 12, abs=12)
    assert (place.page, place.unit) == (2, "pt")


def test_a_violating_and_a_compliant_card() -> None:
    context = Context(channel="insert", platform="amazon", markets=("US",))
    (violating,) = documents(fixture("cards/售后卡.pdf"), "a.pdf")
    found = {item.rule: item for item in judge(_with(violating, context))}
    assert found["amazon-reviews/review-incentive"].place.page == 2
    assert "返现" in found["amazon-reviews/review-incentive"].excerpt
    (compliant,) = documents(fixture("cards/使用提示卡.pdf"), "b.pdf")
    assert {item.rule for item in judge(_with(compliant, context))} <= {
        "msglint/no-reader",
        "msglint/not-judged",
    }


def test_a_german_gpsr_label_is_complete_as_pdf() -> None:
    context = Context(channel="package", platform="amazon", markets=("DE",))
    (document,) = documents(fixture("cards/eu/gpsr.pdf"), "gpsr.pdf")
    rules = {item.rule for item in judge(_with(document, context))}
    assert not {rule for rule in rules if rule.startswith("labels-eu/")}


def _with(document: Document, context: Context) -> Document:
    return replace(document, context=context)


def test_links_are_judged_where_they_lie() -> None:
    document = read("cards/hidden-offer.pdf")
    (link,) = document.elements
    assert link.attributes["target"] == "https://northlight-home.com/vip"
    assert link.attributes["text"] == "www.amazon.com/your-orders"
    assert link.attributes["is_misleading"] is True
    assert link.origin.place(0, 0).box == pytest.approx(points(10, 27, 70, 34), abs=0.2)
    target = next(item for item in document.segments if item.role == "link_target")
    assert target.text == "https://northlight-home.com/vip"


def test_white_letters_on_white_are_hidden() -> None:
    document = read("cards/hidden-offer.pdf")
    assert [(item.text, item.hidden) for item in document.segments if item.role == "body"] == [
        ("Need help with your lamp?\n\nwww.amazon.com/your-orders", False),
        ("Leave a 5-star review for a free gift", True),
    ]
    incentive = next(item for item in judge(document) if item.rule == "amazon-reviews/review-incentive")
    assert "hidden" in incentive.disguise


def test_the_size_of_the_type_is_known() -> None:
    document = read("labels/poly-bag-small-print.pdf")
    (segment,) = document.segments
    sizes = {letters.size for _, letters in segment.letters}
    assert sizes == {8.0}
    assert segment.letters[0][1].x_height == pytest.approx(8 * 0.55, abs=0.1)
    assert segment.letters[0][1].capital_height == pytest.approx(8 * 0.73, abs=0.2)


@pytest.mark.parametrize(("name", "wanted"), [("good", []), ("small-print", ["size_too_small"])])
def test_the_print_of_a_required_statement_is_measured(name: str, wanted: list[str]) -> None:
    product: dict[str, Any] = {
        "fulfilment": "FBA",
        "uses_plastic_bag": True,
        "bag_opening_flat_in": 12.0,
        "bag_length_plus_width_in": 45.0,
    }
    context = Context("package", "amazon", ("US",), product=product)
    (document,) = documents(fixture(f"labels/poly-bag-{name}.pdf"), "bag.pdf")
    found = [item for item in judge(_with(document, context)) if item.rule.startswith("amazon-labels/")]
    assert [item.code for item in found] == wanted
    for item in found:
        assert (item.arguments["value"], item.arguments["limit"]) == ("8 pt", "18 pt")
        assert item.place.page == 1


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_a_turned_page_is_read_as_it_is_shown(turn: int) -> None:
    document = pdfium.PdfDocument(fixture("labels/poly-bag-small-print.pdf"))
    document[0].set_rotation(turn)
    out = io.BytesIO()
    document.save(out)
    (found,) = documents(out.getvalue(), "a.pdf")
    (segment,) = found.segments
    assert segment.text.splitlines()[0] == "WARNING: To avoid danger of suffocation, keep this"
    assert [line.split()[0] for line in segment.text.splitlines()] == ["WARNING:", "plastic", "this", "This"]
    left, top, right, bottom = at(segment, "WARNING").box or (0, 0, 0, 0)
    width, height = points(120, 40)
    assert (right - left > bottom - top) is (turn in (0, 180))
    upright = {
        0: (left, top),
        90: (top, height - right),
        180: (width - right, height - bottom),
        270: (width - bottom, left),
    }
    across, down = upright[turn]
    assert across == pytest.approx(points(8)[0], abs=2)
    assert down == pytest.approx(39, abs=3)


def test_a_page_without_text_is_told_to_be_unread() -> None:
    document = read("cards/vip-gift-scan.pdf")
    assert not document.complete
    said = {(item.what, item.advice) for item in document.unread}
    assert ("page without text", "pip install 'msglint[ocr]'") in said
    assert document.unread[0].origin.place(0, 0).page == 1
    (violation, *_) = [item for item in judge(document) if item.rule == "msglint/no-reader"]
    assert violation.place.page == 1


def test_codes_that_are_drawn_are_read_with_their_place() -> None:
    pytest.importorskip("zxingcpp", reason="needs msglint[qr]")
    document = read("cards/售后卡.pdf")
    (element,) = document.elements
    assert element.text == "https://u.wechat.com/MA3xNorthlightCard"
    place = element.origin.place(0, 0)
    # 29 modules and a quiet zone of three on each side come to 40 mm.
    module = points(40)[0] / (29 + 6)
    left, top = points(32, 66)
    assert place.box == pytest.approx(
        (left + 3 * module, top + 3 * module, left + 32 * module, top + 32 * module), abs=1.5
    )
    assert (place.page, place.unit) == (2, "pt")
    chat = next(item for item in judge(document) if item.rule == "off-platform/chat-link")
    assert chat.place == place


def test_encrypted_and_broken_files_are_named() -> None:
    locked = (DATA / "encrypted.pdf").read_bytes()
    assert failures(locked, "a.pdf") == [("encrypted", None, "it is encrypted: remove the password")]
    whole = fixture("cards/eu/gpsr.pdf")
    assert [item[0] for item in failures(b"%PDF-1.7\n" + b"junk" * 50, "a.pdf")] == ["broken"]
    assert [item[0] for item in failures(b"no pdf at all \xff\xfe\xfd", "a.pdf")] == ["broken"]
    assert all(isinstance(item[2], str) for item in failures(whole[: len(whole) // 2], "a.pdf"))


def test_the_content_decides_not_the_suffix() -> None:
    (document,) = documents(fixture("cards/eu/gpsr.pdf"), "gpsr.txt")
    assert document.segments[0].text.startswith("Northlight Tischleuchte")


def test_a_stream_that_unpacks_to_far_more_is_not_unpacked() -> None:
    packed = zlib.compress(b" " * 201_000_000)
    data = b"%PDF-1.4\n4 0 obj<</Length 1/Filter/FlateDecode>>stream\r\n" + packed + b"\nendstream endobj"
    (found,) = failures(data, "a.pdf")
    assert found == ("too-large", None, "a part of it unpacks to more than 200 MB")


def test_too_many_pages_are_too_much() -> None:
    document = pdfium.PdfDocument.new()
    for _ in range(501):
        document.new_page(100, 100)
    out = io.BytesIO()
    document.save(out)
    assert failures(out.getvalue(), "a.pdf") == [("too-large", None, "it has more than 500 pages: split it")]


def test_without_the_extra_the_file_is_not_judged(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(formats, "find_spec", lambda _: None)
    document = read("cards/eu/gpsr.pdf")
    assert [item.advice for item in document.unread] == ["pip install 'msglint[pdf]'"]
    assert not document.complete


def test_text_that_was_turned_to_outlines_is_not_passed_over() -> None:
    document = pdfium.PdfDocument.new()
    page = document.new_page(300, 200)
    raw = pdfium.raw
    for row in range(20):
        path = raw.FPDFPageObj_CreateNewPath(10, 10 + row * 8)
        for at_x in range(30):
            raw.FPDFPath_LineTo(path, 10 + at_x * 9, 10 + row * 8 + (at_x % 2) * 5)
        raw.FPDFPath_SetDrawMode(path, 0, True)
        raw.FPDFPage_InsertObject(page, path)
    raw.FPDFPage_GenerateContent(page)
    out = io.BytesIO()
    document.save(out)
    (found,) = documents(out.getvalue(), "a.pdf")
    assert "page without text" in {item.what for item in found.unread}


def test_a_blank_page_is_no_failure() -> None:
    document = pdfium.PdfDocument.new()
    document.new_page(100, 100)
    out = io.BytesIO()
    document.save(out)
    (found,) = documents(out.getvalue(), "a.pdf")
    assert (found.unread, [item.text for item in found.segments]) == ((), [""])
