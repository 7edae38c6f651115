"""OCR: the sentences of a printed card, in two languages and fonts, turned, as pictures and inside PDF."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import Any

import pytest

from msglint.document import Context, Document
from msglint.sources import ReadSettings
from msglint.violation import Severity
from tests.pictures import fixture, judge, saved
from tests.sources.helpers import documents

pytest.importorskip("rapidocr", reason="needs msglint[ocr]")
pytest.importorskip("zxingcpp", reason="needs msglint[qr]")
Image = pytest.importorskip("PIL.Image", reason="needs msglint[ocr]")

INSERT = Context(channel="insert", platform="amazon", markets=("US",))


def card(name: str) -> Any:
    return Image.open(io.BytesIO(fixture(name))).convert("RGB")


def read(image: Any, kind: str = "PNG", settings: ReadSettings | None = None, **more: Any) -> Document:
    (document,) = documents(saved(image, kind, **more), "card.png", settings)
    return replace(document, context=INSERT)


def body(document: Document) -> str:
    return "\n".join(item.text for item in document.segments if item.role == "body")


def rules(document: Document) -> set[str]:
    return {item.rule for item in judge(document)}


@pytest.mark.parametrize("degrees", [-3, 0, 2])
def test_review_and_contact_rules_fire_on_an_english_card(degrees: float) -> None:
    turned = card("cards/vip-gift.png").rotate(degrees, Image.Resampling.BICUBIC, fillcolor="white")
    document = read(turned)
    assert {"amazon-reviews/review-incentive", "off-platform/chat-link"} <= rules(document)
    assert document.complete
    assert "five star review and get a $15" in body(document)


@pytest.mark.parametrize("degrees", [0, 3])
def test_review_and_contact_rules_fire_on_a_chinese_card(degrees: float) -> None:
    turned = card("cards/service-card.jpg").rotate(degrees, Image.Resampling.BICUBIC, fillcolor="white")
    document = read(turned, "JPEG", quality=80)
    wanted = {"amazon-reviews/review-incentive", "off-platform/chat-invite", "off-platform/chat-link"}
    assert wanted <= rules(document)


def test_the_box_of_a_sentence_over_several_lines_holds_all_of_them() -> None:
    document = read(card("cards/vip-gift.png"))
    found = next(item for item in judge(document) if item.rule == "amazon-reviews/review-incentive")
    first, *others = found.excerpt.splitlines()
    assert others
    left, top, right, bottom = found.place.box or (0, 0, 0, 0)
    # 10 mm from the left, baselines from 34 mm on in steps of 1.5 times 11 points, in 300 dpi.
    printed = ["us a", "a $15", "buyers."]
    begins = next(at for at, end in enumerate(printed) if end in first)
    top_line, bottom_line = (
        (34 + at * 11 * 1.5 * 25.4 / 72) * 300 / 25.4 for at in (begins, begins + len(others))
    )
    assert left == pytest.approx(10 * 300 / 25.4, abs=25)
    assert right < 1240
    assert top == pytest.approx(top_line - 35, abs=20)
    assert bottom == pytest.approx(bottom_line + 10, abs=15)
    assert found.place.unit == "px"


@pytest.mark.parametrize("name", ["cards/user-manual.png", "cards/使用提示卡.png"])
def test_clean_cards_stay_clean(name: str) -> None:
    document = read(card(name))
    assert {item.severity for item in judge(document)} <= {Severity.INFO}


@pytest.mark.parametrize("degrees", [90, 180, 270])
def test_a_turned_card_is_read_in_order(degrees: int) -> None:
    document = read(card("cards/vip-gift.png").rotate(degrees, expand=True))
    text = body(document)
    assert "Leave us a\nfive star review and get a $15\ngift card" in text
    assert "amazon-reviews/review-incentive" in rules(document)


def test_a_scanned_page_is_read_with_page_and_box_in_points() -> None:
    (document,) = documents(fixture("cards/vip-gift-scan.pdf"), "scan.pdf")
    assert document.complete
    found = {item.rule: item for item in judge(replace(document, context=INSERT))}
    place = found["amazon-reviews/review-incentive"].place
    assert (place.page, place.unit) == (1, "pt")
    left, top, _, bottom = place.box or (0, 0, 0, 0)
    assert left == pytest.approx(10 * 72 / 25.4, abs=6)
    assert 80 < top < bottom < 130
    chat = found["off-platform/chat-link"].place.box or (0, 0, 0, 0)
    assert chat[0] == pytest.approx((30 + 3 * 45 / 35) * 72 / 25.4, abs=2)


def test_text_is_not_read_twice_where_a_page_has_it_and_shows_a_code() -> None:
    (document,) = documents(fixture("cards/售后卡.pdf"), "a.pdf")
    assert body(document).count("返现10元") == 1


def test_what_is_hard_to_read_is_told() -> None:
    document = read(card("cards/service-card.jpg").resize((145, 204)))
    doubts = [item for item in judge(document) if item.rule == "msglint/low-confidence"]
    assert [item.severity for item in doubts] == [Severity.INFO]
    assert doubts[0].place.box is not None


def test_the_size_of_letters_is_measured_with_a_resolution() -> None:
    image = card("labels/poly-bag-small-print.png")
    plain = read(image)
    assert {item.letters for item in plain.segments} == {()}
    for document in (read(image, dpi=(300, 300)), read(image, settings=ReadSettings(dpi=300))):
        (segment,) = [item for item in document.segments if item.role == "body"]
        sizes = [letters.size for _, letters in segment.letters]
        assert sizes == pytest.approx([8] * len(sizes), rel=0.15)
        assert all(letters.is_estimate for _, letters in segment.letters)
    product: dict[str, Any] = {"fulfilment": "FBA", "uses_plastic_bag": True, "bag_opening_flat_in": 12.0}
    context = Context("package", "amazon", ("US",), product=product)
    found = judge(replace(document, context=context))
    (size,) = [item for item in found if item.rule == "amazon-labels/poly-bag-print"]
    assert (size.code, size.arguments["limit"]) == ("size_too_small", "10 pt")
    unknown = next(
        item for item in judge(replace(plain, context=context)) if item.rule == "msglint/not-judged"
    )
    assert "print_size" in unknown.arguments["attributes"]


def test_a_picture_without_text_is_empty() -> None:
    document = read(Image.new("RGB", (400, 300), "white"))
    assert body(document) == ""
    assert document.unread == ()
