from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from msglint.text.placeholders import find_placeholders
from msglint.text.units import unit_starts

KINDS = ("clause", "sentence", "block", "paragraph", "segment")


def pieces(text: str, kind: str) -> list[str]:
    opaque = [(found.start, found.end) for found in find_placeholders(text)]
    starts = unit_starts(text, kind, opaque)
    return [text[start:end] for start, end in zip(starts, [*starts[1:], len(text)], strict=True)]


SENTENCES = {
    "english": ["Thank you. ", "Please leave a review! ", "Why? ", "Because."],
    "chinese": ["感谢您的购买。", "请给我们五星好评！", "谢谢"],
    "half_width_signs_in_chinese": ["谢谢!", "好评返现.", "联系客服"],
    "traditional": ["感謝您。", "請聯絡客服"],
    "mixed": ["Thanks.", "谢谢！", "Bye"],
    "quotes_belong_before": ["He said “Great.” ", "Then he left. ", "(See below.) ", "Bye"],
    "quotations_in_a_row": ["Not “change your review”, ", "“write to us first” or ", "“stars get a gift”!"],
    "chinese_quotations_in_a_row": ["违规：「请修改您的评论」", "「差评前请先联系」、", "「好评退款给您」"],
    "marked_words_in_a_row": ["Leave “5 stars”, “a photo” and get “$5”"],
    "chinese_quotes": ["他说：“好。”", "然后走了"],
    "markdown_closing": ["**Thanks!** ", "Please write."],
    "several_signs": ["Really?! ", "Yes!!! ", "好吧……", "再见"],
    "blank_forgotten": ["Thanks.", "Please contact us.", "I wait"],
    "ellipsis_before_capital": ["Wait... ", "What?"],
    "blank_line": ["Dear customer\n\n", "your order\n \t\n", "is here"],
    "old_mac_blank_line": ["one\r\r", "two"],
    "windows_blank_line": ["one\r\n\r\n", "two"],
    "paragraph_separator": ["one\u2029", "two"],
    "blank_line_with_unseen_character": ["one\n\u200b\n", "two"],
    "dash_bullets": ["You get\n", "- a gift card\n", "- a review\n", "* more"],
    "numbered": ["1. Open the box\n", "2. Leave a review\n", "3) Scan"],
    "chinese_numbered": ["步骤\n", "1、打开盒子\n", "2.扫码\n", "（3）领取\n", "四、谢谢\n", "⑤ 好评"],
    "symbol_bullets": ["• free\n", "✅ fast\n  ", "· good"],
    "heading": ["# Gift card\n", "Leave a review\nand more"],
    "rule": ["Gift card\n", "-----\n", "Leave a review"],
    "table_cells": ["| Gift | ", "Review |\n", "|---|", "---|\n", "| a | ", "b |\n", "Bye"],
    "open_table_row": ["gift | ", "review | ", "order"],
    "after_number": ["It costs $5. ", "Please pay."],
    "after_placeholder": ["Hi {{name}}. ", "{{greeting}} Please"],
    "after_address": ["See https://a.example/x?id=1&b=2. ", "Thanks"],
    "no_is_a_word": ["No. ", "We pay nothing."],
    "etc_before_capital": ["Shoes, bags, etc. ", "Please ask."],
    "at_noon": ["Open until 8 p.m. ", "Please call."],
    "enclosing_i": ["So do I. ", "Thanks"],
    "emoji_after_stop": ["Great! ", "😊 Thanks"],
    "small_letters": ["hi. ", "thanks for ur order. ", "see amazon.com for e.g. shoes... or bags. ", "bye"],
    "one_small_sentence": ["pls rate us. ", "thx"],
    "mostly_small_letters": ["It is here. ", "hope u like it. ", "tell us if not. ", "Bye"],
    "number_in_chinese_line": ["第1步. ", "打开"],
}  # fmt: skip


@pytest.mark.parametrize("expected", SENTENCES.values(), ids=SENTENCES.keys())
def test_sentences(expected: list[str]) -> None:
    assert pieces("".join(expected), "sentence") == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n ",
        "Thanks",
        "We ship e.g. Shoes, i.e. Boots and approx. 5 bags",
        "Dear Mr. Smith and Dr. Who of X Inc. Berlin",
        "Made by Brand Co., Ltd. Shenzhen in the U.S. Market",
        "J. R. Smith wrote",
        "order no. 5 and No. 7, Nr. 8, Art. 9",
        "wir liefern z.B. Schuhe, z. B. Taschen, bzw. Hosen",
        "Lieferung am 3. Mai oder bis zum 12. dieses Monats, das 2. Paar",
        "3. Mai ist der Termin",
        "Step 1. Open the box",
        "1. Open the box",
        "3.5 stars of 1.000 and $4.99",
        "see example.com, www.shop.example/a.b?c=d or manual.pdf",
        "search?q=stars shows",
        "visit Amazon.Com today",
        "wait... what",
        "wait…what",
        "The end. but not yet",
        "Size: 5 in. by 4 in. wide",
        "fits 12 in. wide pipes and 3 ft. long hoses",
        "a single\nline break\r\nends nothing",
        "步骤1.打开盒子",
        "{{a. B}} and [[c. D]] {e.F}",
        "gift | review",
        "3-5 days - at most",
        "Fish & Chips (fresh), \u201cgood\u201d",
        "V1.2 and a/b",
        "Envoyé par M. Dupont et Mme. Durand",
        "la Sig.ra e il Sig. Rossi, p.es. Roma",
        "el Sr. Gómez y la Sra. Ruiz, p. ej. Madrid",
    ],
)
def test_no_sentence_ends(text: str) -> None:
    assert unit_starts(text, "sentence", [(p.start, p.end) for p in find_placeholders(text)]) == [0]


CLAUSES = {
    "comma": ["If you like it, ", "please write"],
    "chinese": ["如果满意，", "请好评；", "谢谢：", "再见"],
    "enumeration_comma_is_none": ["好评、差评和中评，", "都可以"],
    "semicolon": ["one; ", "two"],
    "colon": ["Note: ", "we pay"],
    "dashes": ["good—", "but", " bad – ", "so - ", "so -- ", "x——", "y"],
    "but": ["We do not pay ", "but we thank"],
    "however": ["Good. ", "Good, ", "however, ", "bad"],
    "german": ["nicht gut ", "aber günstig"],
    "french": ["pas bon ", "mais pas cher"],
    "spanish": ["no es bueno ", "pero barato"],
    "italian": ["non buono ", "ma non caro"],
    "chinese_but": ["不返现", "但是送礼", "不过有券", "然而没有"],
    "traditional_but": ["不送禮", "不過有券"],
    "sentence_ends_clause": ["One. ", "Two, ", "three"],
    "closing_quote": ["“good,” ", "he said"],
    "number_then_comma": ["in 2024, ", "we"],
}  # fmt: skip


@pytest.mark.parametrize("expected", CLAUSES.values(), ids=CLAUSES.keys())
def test_clauses(expected: list[str]) -> None:
    if expected[1:2] == ["but"]:
        expected = ["good—", "but bad – ", *expected[3:]]
    assert pieces("".join(expected), "clause") == expected


@pytest.mark.parametrize(
    "text",
    [
        "open 8:00 to 12:30 for 1,000 guests",
        "https://a.example/b,c;d:e",
        "WARNING: CHOKING HAZARD",
        "Achtung: Nicht geeignet",
        "警告：小零件",
        "Attention : danger",
        "button butter debut",
        "nothing but the best",
        "ma commande et ma maison",
        "不但好评而且便宜",
        "再好不过 不过期 不过敏",
        "但愿满意",
        "well-known 3-5 e-mail",
        "- a bullet",
        "{{a, b}} {c:d} [[x; y]]",
        "a、b",
    ],
)
def test_no_clause_ends(text: str) -> None:
    opaque = [(0, len(text))] if text.startswith("{{") else []
    assert unit_starts(text, "clause", opaque) == [0]


def test_blocks_and_paragraphs() -> None:
    parts = ["# Gift\n\n", "Line one.\nLine two\n\n", "Details:\n\n\n", "- a\n- b\n\n", "End"]
    assert pieces("".join(parts), "block") == parts
    joined = [parts[0] + parts[1], parts[2] + parts[3], parts[4]]
    assert pieces("".join(parts), "paragraph") == joined


def test_underlined_and_bold_headings_join_what_follows() -> None:
    assert pieces("Gift\n====\n\ntext\n\n**More**\n\ntext", "paragraph") == [
        "Gift\n====\n\ntext\n\n",
        "**More**\n\ntext",
    ]


def test_segment_and_document_are_one_unit() -> None:
    assert unit_starts("One. Two.\n\nThree", "segment") == [0]
    assert unit_starts("One. Two.\n\nThree", "document") == [0]


def test_nothing_ends_inside_opaque_spans() -> None:
    assert unit_starts("Hi A. B\n\nC, D! x", "clause", [(3, 15)]) == [0]


def test_leading_blanks_are_no_unit() -> None:
    assert unit_starts("\n\n  - gift", "sentence") == [0]


SIGNS = st.text(alphabet="aA1好. ,!?。，、…—-:：;\n\r|#*•1)('\"\u200b\u2029", max_size=40)


@settings(derandomize=True, max_examples=300)
@given(SIGNS)
def test_units_are_nested_and_ascending(text: str) -> None:
    starts = [unit_starts(text, kind) for kind in KINDS]
    for finer, coarser in pairwise(starts):
        assert finer == sorted(set(finer)) and finer[0] == 0
        assert set(coarser) <= set(finer)


@settings(derandomize=True, max_examples=200)
@given(SIGNS)
def test_no_unit_but_the_first_begins_with_a_blank(text: str) -> None:
    assert not any(text[start].isspace() for start in unit_starts(text, "clause")[1:])


@settings(derandomize=True, max_examples=200)
@given(SIGNS.map(lambda text: text.replace("\r", "")))
def test_line_ends_do_not_matter(text: str) -> None:
    for kind in KINDS:
        texts = [text, text.replace("\n", "\r\n"), text.replace("\n", "\r")]
        found = [["".join(piece.split()) for piece in pieces(each, kind)] for each in texts]
        assert found[0] == found[1] == found[2]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("扫码进群\n五星好评返现", ["扫码进群\n", "五星好评返现"]),
        ("老客户下单更优惠\n请勿在亚马逊退货", ["老客户下单更优惠\n", "请勿在亚马逊退货"]),
        ("满意请给五星，\n评价后联系客服", ["满意请给五星，\n评价后联系客服"]),
        ("Leave us a review\nand get a gift", ["Leave us a review\nand get a gift"]),
        (
            "我们收到您的来信以后会在第一时间安排专人处理并在当天把处理\n结果告诉您",
            ["我们收到您的来信以后会在第一时间安排专人处理并在当天把处理\n结果告诉您"],
        ),
    ],
)
def test_short_chinese_lines_stand_for_themselves(text: str, sentences: list[str]) -> None:
    starts = [*unit_starts(text, "sentence"), len(text)]
    assert [text[start:end] for start, end in pairwise(starts)] == sentences
