from __future__ import annotations

import re
import unicodedata
from itertools import groupby, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from msglint.offsets import IDENTITY
from msglint.text.fold import OPAQUE, fold
from msglint.text.lookalikes import LETTERS, TO_LATIN
from msglint.text.tables import NEW, OLD

FOLDED = {
    "case": ("Five STARS ÉÄÑ", "five stars éäñ"),
    "full_width": ("ｆｉｖｅ　ＳＴＡＲ１２３％", "five star123%"),
    "full_width_signs": ("，：；！？（）［］｛｝～＃", ",:;!?()[]{}~#"),
    "small_and_upright_signs": ("﹐﹗︰︵", ",!‥("),
    "half_width_katakana": ("ﾚﾋﾞｭｰ ﾊﾟｶﾞ", "レビュー パガ"),
    "half_width_kuten": ("｡､･", "。、・"),
    "traditional": ("好評返現，聯絡客服領取紅包", "好评返现,联络客服领取红包"),
    "compatibility_han": ("\uf9a9\U0002f81a", "囹冬"),
    "dashes": ("a‐b–c—d−e―f－g", "a-b-c-d-e-f-g"),
    "double_quotes": ("“a”„b«c»「d」『e』", '"a""b"c""d""e"'),
    "single_quotes": ("don’t ‘a’ ‹b› c´d′", "don't 'a' 'b' c'd'"),
    "blanks": ("a\u00a0b\u3000c\u2009d\te\u202ff", "a b c d e f"),
    "runs_of_blanks": ("a  b \t\u3000 c", "a b c"),
    "line_break": ("a\nb\r\nc\rd\u2028e\u0085f", "a b c d e f"),
    "blank_line": ("a\n\nb\r\n \r\nc\r\rd\u2029e\n\n\n\nf", "a\n\nb\n\nc\n\nd\n\ne\n\nf"),
    "zero_width": ("微\u200b信 wech\u200dat\ufeff", "微信 wechat"),
    "soft_hyphen": ("re\u00adview", "review"),
    "bidi": ("\u202eabc\u202c\u2066d\u2069", "abcd"),
    "variation_selectors": ("❤\ufe0f 1\ufe0f\u20e3 葛\U000e0100", "❤ 1 葛"),
    "tags_and_fillers": ("a\U000e0061b\u3164c\u034fd", "abcd"),
    "decomposed": ("Cafe\u0301 U\u0308ber", "café über"),
    "decomposed_apart": ("e\u200b\u0301", "é"),
    "decomposed_hangul": ("\u1112\u1161\u11ab", "한"),
    "turkish_capital": ("İI\u0307i\u0307\u0307", "iii"),
    "unseen_between_blanks": ("a \u200b\u200b b", "a b"),
    "unseen_in_line_end": ("a\r\u200b\nb", "a b"),
    "circled": ("Ⓕⓡⓔⓔ 🅖🄸🅵🆃 ⒜", "free gift a"),
    "mathematical": ("𝗳𝗿𝗲𝗲 𝒢𝒾𝒻𝓉 𝟝 ℊ", "free gift 5 g"),
    "small_capitals_superscript": ("ʀᴇᴠɪᴇᴡ ᶠʳᵉᵉ", "review free"),
    "keycaps": ("1\ufe0f\u20e33⃣8", "138"),
    "ligatures": ("gi\ufb01t o\ufb03ce", "gifit office"),
    "cyrillic_in_latin": ("rеviеw WНАТS раураl", "review whats paypal"),
    "greek_in_latin": ("ρayραl Νow vοte", "paypal now vote"),
    "other_scripts_in_latin": ("wеϲհat ᏒeviΕw", "wechat review"),
    "cyrillic_beside_han": ("加wеchаt", "加wechat"),
    "greek_question_mark_ohm": ("\u037e\u2126", ";ω"),
}


@pytest.mark.parametrize(("text", "expected"), FOLDED.values(), ids=FOLDED.keys())
def test_folded(text: str, expected: str) -> None:
    assert fold(text).text == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "plain text, it's fine: 100% (yes)",
        "简体中文。《书》【注】、……",
        "café über straße naïve",
        "①②③ ㈱ ½ ™ ℃ m² 5º",
        "α-test 5 μm kω",
        "мы вместе, это не обман",
        "αυτό είναι ελληνικά, ναι",
        "😊👍 ❤ ★",
        "レビュー・ひらがな",
        "`code` ~ | \\ ^ _",
        "a\n\nb",
        "ß ς ſ ı",
        "हिन्दी ไทย عربي",
    ],
)
def test_left_alone(text: str) -> None:
    assert fold(text) == fold(fold(text).text)
    assert fold(text).text == text
    assert fold(text).offsets == IDENTITY


PLACES = [
    ("微\u200b信", "微信", (0, 3)),
    ("\u200b微信\u200b", "微信", (1, 3)),
    ("加微\u200b\u200b信号", "信", (4, 5)),
    ("x Cafe\u0301 y", "café", (2, 7)),
    ("x\u200be\u0301", "é", (2, 4)),
    ("ok  ﾚﾋﾞｭｰ!", "レビュー", (4, 9)),
    ("a \r\n b", " ", (1, 5)),
    ("a \r\n b", "b", (5, 6)),
    ("one\r\n\r\ntwo", "\n\n", (3, 7)),
    ("one\u2029two", "two", (4, 7)),
    ("İSTANBUL é", "istanbul", (0, 8)),
    ("re\u00adview ＮＯＷ", "review now", (0, 11)),
    ("A  B  C", "c", (6, 7)),
    ("好評，返現", "好评,返现", (0, 5)),
    ("👩\u200d👩\u200d👧 review", "review", (6, 12)),
]


@pytest.mark.parametrize(("text", "part", "expected"), PLACES)
def test_places(text: str, part: str, expected: tuple[int, int]) -> None:
    view = fold(text)
    start = view.text.index(part)
    assert view.offsets.span(start, start + len(part)) == expected


def test_opaque_characters_keep_their_number() -> None:
    view = fold("Hi {{Na me}}, Ａ  b", [(3, 12)])
    assert view.text == f"hi {OPAQUE * 9}, a b"
    assert view.offsets.span(3, 12) == (3, 12)
    assert view.offsets.span(16, 17) == (17, 18)


def test_opaque_characters_do_not_combine() -> None:
    assert fold("e\u0301{\u200b}e", [(2, 5)]).text == f"é{OPAQUE * 3}e"


def test_table_leads_nowhere_else() -> None:
    assert len(OLD) == len(NEW)
    assert not set(OLD) & set(NEW)


def test_every_character_folds_once() -> None:
    for char in map(chr, range(0x30000)):
        folded = fold(char).text
        assert fold(folded).text == folded, f"U+{ord(char):04X}"


def test_many_marks_take_linear_time() -> None:
    text = "a" + "\u0301\u0323" * 100_000
    assert fold(text).text == text


NASTY = st.text(
    alphabet="aeiIİÉ好評ｶﾊﾞﾟﾞ１　 \t\r\n\u0085\u2028\u2029\u00a0\u200b\u00ad\ufe0f\u0301\u0323\u0307\u0345"
    "\u1100\u1161\u11a8\u0915\u093c\u0958\U000e0061😊“—\u3164еВвыrΝνΓκⒶﬁ\u20e3",
    max_size=24,
)
ANY = st.one_of(st.text(max_size=30), NASTY, st.lists(NASTY | st.text(max_size=4)).map("".join))


def is_invisible(char: str) -> bool:
    return fold(char).text == ""


@settings(derandomize=True, max_examples=400)
@given(ANY)
def test_folding_twice_changes_nothing(text: str) -> None:
    folded = fold(text).text
    again = fold(folded)
    assert again.text == folded
    assert any(char > "\uffff" for char in folded) or unicodedata.is_normalized("NFC", folded)


@settings(derandomize=True, max_examples=400)
@given(ANY)
def test_places_are_exact(text: str) -> None:
    view = fold(text)
    spans = [view.offsets.span(index, index + 1) for index in range(len(view.text))]
    covered: set[int] = set()
    for (start, end), group in groupby(zip(spans, view.text, strict=True), key=lambda pair: pair[0]):
        assert 0 <= start < end <= len(text)
        made = "".join(char for _, char in group)
        again = fold(text[start:end]).text
        latin = made in (again.translate(TO_LATIN), LETTERS.get(text[start]))
        assert again == made or latin or (again.isspace() and made.isspace())
        assert not is_invisible(text[start]) and not is_invisible(text[end - 1])
        covered.update(range(start, end))
    assert all(one == two or one[1] <= two[0] for one, two in pairwise(spans))
    assert all(is_invisible(char) for index, char in enumerate(text) if index not in covered)


@settings(derandomize=True, max_examples=200)
@given(ANY.map(lambda text: re.sub("[\r\u0085\u2028]", "", text)))
def test_line_ends_do_not_matter(text: str) -> None:
    folded = fold(text).text
    assert fold(text.replace("\n", "\r\n")).text == folded
    assert fold(text.replace("\n", "\r")).text == folded


@settings(derandomize=True, max_examples=200)
@given(ANY.map(lambda text: text.replace("İ", "")))
def test_composition_does_not_matter(text: str) -> None:
    plain = "".join(char for char in text if char <= "\uffff")
    assert fold(unicodedata.normalize("NFD", plain)).text == fold(plain).text
