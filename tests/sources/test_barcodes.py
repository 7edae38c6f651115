"""QR and bar codes in pictures: several, turned, inverted, small, on a busy background."""

from __future__ import annotations

import random
from typing import Any

import pytest

from msglint.document import Document
from msglint.sources import ReadSettings, formats
from tests.pictures import CHAT, code, fixture, huge_png, judge, saved, sheet
from tests.sources.helpers import documents, everything, failures

pytest.importorskip("zxingcpp", reason="needs msglint[qr]")
Image = pytest.importorskip("PIL.Image", reason="needs msglint[qr]")
ImageOps = pytest.importorskip("PIL.ImageOps", reason="needs msglint[qr]")

QUIET = 4
"""Modules around a code that belong to its picture and not to its box."""

Box = tuple[float, float, float, float]


@pytest.fixture(autouse=True)
def _without_ocr(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(formats, "find_spec", lambda name: None if name == "rapidocr" else name)


def found(image: Any) -> list[tuple[str, Box]]:
    """Return what codes of a picture hold and where they stand."""
    (document,) = documents(saved(image), "card.png")
    elements = [item for item in document.elements if item.kind == "barcode"]
    return [(item.text, item.origin.place(0, 0).box or (0, 0, 0, 0)) for item in elements]


def expected(module: int, across: int, down: int, size: int) -> Box:
    quiet = QUIET * module
    return (across + quiet, down + quiet, across + size - quiet, down + size - quiet)


def busy(size: tuple[int, int] = (900, 900)) -> Any:
    """Return a picture full of coloured boxes."""
    draws = pytest.importorskip("PIL.ImageDraw")
    made, picked = Image.new("RGB", size, "white"), random.Random(7)
    draw = draws.Draw(made)
    for _ in range(400):
        left, top = picked.randrange(size[0]), picked.randrange(size[1])
        color = tuple(picked.randrange(256) for _ in range(3))
        draw.rectangle((left, top, left + picked.randrange(5, 90), top + picked.randrange(5, 90)), color)
    return made


def on_busy(made: Any) -> Any:
    picture = busy()
    picture.paste(made, (200, 300))
    return picture


@pytest.mark.parametrize("module", [2, 6, 14])
def test_the_box_of_a_code_is_exact(module: int) -> None:
    made = code(CHAT, module)
    [(content, box)] = found(sheet((made, 200, 300)))
    assert content == CHAT
    assert box == pytest.approx(expected(module, 200, 300, made.width), abs=3)


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda image: image.rotate(90, expand=True), id="turned by 90°"),
        pytest.param(lambda image: image.rotate(180), id="upside down"),
        pytest.param(lambda image: image.rotate(33, fillcolor="white", expand=True), id="turned by 33°"),
        pytest.param(lambda image: ImageOps.invert(image), id="inverted"),
        pytest.param(lambda image: ImageOps.mirror(image), id="mirrored"),
        pytest.param(lambda image: image.resize((300, 300)), id="reduced"),
        pytest.param(lambda image: image.resize((3000, 3000)), id="enlarged"),
        pytest.param(lambda image: image.point(lambda value: 150 + value // 4), id="low contrast"),
        pytest.param(lambda image: image.convert("1"), id="black and white"),
        pytest.param(lambda image: image.convert("P"), id="palette"),
        pytest.param(lambda image: image.convert("LA"), id="gray with alpha"),
    ],
)
def test_a_code_is_found_however_it_is_shown(change: Any) -> None:
    assert [content for content, _ in found(change(sheet((code(CHAT, 8), 300, 300))))] == [CHAT]


def test_a_code_on_a_busy_background_has_its_place() -> None:
    made = code(CHAT, 7)
    [(content, box)] = found(on_busy(made))
    assert content == CHAT
    assert box == pytest.approx(expected(7, 200, 300, made.width), abs=4)


def test_all_codes_of_a_picture_are_found_once_from_the_top() -> None:
    made = sheet((code(CHAT, 4), 500, 600), (code("https://a.example", 4), 50, 50), (code(CHAT, 4), 20, 400))
    assert [content for content, _ in found(made)] == ["https://a.example", CHAT, CHAT]


def test_a_code_is_an_element_and_what_it_holds_is_judged_as_its_text() -> None:
    (document,) = documents(saved(sheet((code(CHAT), 100, 100))), "card.png")
    (element,) = document.elements
    assert dict(element.attributes) == {
        "symbology": "QRCode",
        "content": CHAT,
        "is_product_number": False,
        "target_scheme": "https",
        "target_domain": "wa.me",
    }
    assert [(item.role, item.text) for item in document.segments] == [("qr", CHAT)]
    violations = judge(document)
    (chat,) = [item for item in violations if item.rule == "off-platform/chat-link"]
    assert chat.place.box == element.origin.place(0, 0).box
    assert chat.place.unit == "px"


@pytest.mark.parametrize(
    ("content", "rule"),
    [
        ("https://u.wechat.com/MAbcdef", "off-platform/chat-link"),
        ("https://weixin.qq.com/r/abc123", "off-platform/chat-link"),
        ("weixin://dl/chat?northlight", "off-platform/chat-scheme"),
        ("whatsapp://send?phone=4915123456789", "off-platform/chat-scheme"),
        ("BEGIN:VCARD\nVERSION:3.0\nN:Li\nTEL:+8613800138000\nEND:VCARD", "off-platform/phone-number"),
        ("mailto:gifts@northlight-home.com", "amazon-inserts/support-email"),
    ],
)
def test_a_code_that_leads_away_is_a_violation(content: str, rule: str) -> None:
    (document,) = documents(saved(sheet((code(content, 5), 60, 60))), "card.png")
    assert rule in {item.rule for item in judge(document)}


@pytest.mark.parametrize(
    ("content", "symbology"),
    [("4006381333931", "EAN13"), ("036000291452", "UPCA"), ("X001ABC2DE", "Code128"), ("12345678", "QRCode")],
)
def test_a_product_number_is_no_text(content: str, symbology: str) -> None:
    (document,) = documents(saved(sheet((code(content, 4, symbology), 60, 60))), "label.png")
    assert [item.attributes["is_product_number"] for item in document.elements] == [True]
    assert [item.text for item in document.segments if item.text] == []


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP", "TIFF", "BMP", "GIF"])
def test_every_format_is_told_by_its_content(kind: str) -> None:
    data = saved(sheet((code(CHAT), 100, 100)), kind)
    (document,) = documents(data, "card.txt")
    assert [item.text for item in document.elements] == [CHAT]


def test_the_pages_of_a_tiff_are_one_document() -> None:
    first, second = (sheet((code(text), 100, 100)) for text in (CHAT, "https://b.example"))
    data = saved(first, "TIFF", save_all=True, append_images=[second])
    (document,) = documents(data, "card.tiff")
    places = [item.origin.place(0, 0) for item in document.elements]
    assert [(item.text, place.page) for item, place in zip(document.elements, places, strict=True)] == [
        (CHAT, 1),
        ("https://b.example", 2),
    ]


def test_a_picture_that_a_phone_took_sideways_is_upright() -> None:
    made = sheet((code(CHAT), 0, 0), size=(900, 500))
    exif = Image.Exif()
    exif[0x0112] = 6
    data = saved(made, "JPEG", exif=exif)
    (document,) = documents(data, "card.jpg")
    left = (document.elements[0].origin.place(0, 0).box or (0, 0, 0, 0))[0]
    assert left > 250


def test_what_is_too_large_or_damaged_is_named_and_nothing_is_unpacked() -> None:
    assert failures(huge_png(), "a.png") == [
        ("too-large", None, "the picture has more than 50 megapixels: make it smaller")
    ]
    whole = saved(sheet((code(CHAT), 100, 100)))
    assert [item[0] for item in failures(whole[:300], "a.png")] == ["broken"]
    assert [item[0] for item in failures(b"no picture \xff\xfe\xfd", "a.jpg")] == ["broken"]


def test_text_that_cannot_be_read_is_named() -> None:
    (document,) = documents(fixture("cards/vip-gift.png"), "card.png")
    assert not document.complete
    assert [(item.what, item.advice) for item in document.unread] == [
        ("picture: text", "pip install 'msglint[ocr]'")
    ]
    (violation,) = [item for item in judge(document) if item.rule == "msglint/no-reader"]
    assert violation.place.source == "card.png"


def test_without_any_reader_the_picture_is_not_judged(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(formats, "find_spec", lambda _: None)
    (document,) = everything(fixture("cards/vip-gift.png"), "card.png", ReadSettings(unit="file"))
    assert isinstance(document, Document)
    assert [(item.what, item.advice) for item in document.unread] == [
        ("picture", "pip install 'msglint[qr,ocr]'")
    ]


def test_a_picture_inside_a_zip_or_mail_is_read_too() -> None:
    from tests.office import zipped

    data = zipped({"cards/a.png": saved(sheet((code(CHAT), 100, 100)))})
    (document,) = documents(data, "all.zip")
    (element,) = document.elements
    place = element.origin.place(0, 0)
    assert (place.member, place.unit) == ("cards/a.png", "px")
