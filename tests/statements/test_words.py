"""Words, their places, and what stands between them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from msglint.statements.alike import traces
from msglint.statements.tokens import words_of
from msglint.statements.words import Range, Stretch, Words
from tests.statements.plain import PlainText


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("not for children under 3 yrs.", ["not", "for", "children", "under", "3", "yrs"]),
        ("3yrs, 36months", ["3", "yrs", "36", "months"]),
        ("警告：小零件 3岁", ["警", "告", "小", "零", "件", "3", "岁"]),
        ("ab小c", ["ab", "小", "c"]),
        ("120 °f, 50%, 3+", ["120", "°", "f", "50", "%", "3", "+"]),
        ("1.75 in, 3.", ["1.75", "in", "3"]),
        ("d'étouffement, straße", ["d", "etouffement", "strasse"]),
        ("μηνών, が", ["μηνων", "が"]),
        ("<b>hazard&mdash;</b>small<br/>parts", ["hazard", "small", "parts"]),
        ("kids < 3, <name>", ["kids", "3", "name"]),
        ("\ue000\ue000\ue000 name", ["\ue000", "name"]),
        ("-- — ! ", []),
    ],
)
def test_words_of_a_text(text: str, words: list[str]) -> None:
    assert [word for word, _, _ in words_of(text)] == words


def test_places_are_those_of_each_segment() -> None:
    words = Words([PlainText("WARNING"), PlainText("Small\u00a0 parts —\nnot ３")])
    assert words.tokens == ["warning", "small", "parts", "not", "3"]
    assert words.stretch(Range(1, 3)) == Stretch(1, 0, 11)
    assert words.excerpt(Range(1, 3)) == "Small\u00a0 parts"
    assert words.excerpt(Range(0, 2)) == "WARNING Small"
    assert words.originals(Range(3, 5)) == ["not", "３"]
    assert words.between(2, 3) == " —\n"
    assert words.between(0, 1) == "\n\n"
    assert words.joint(2) == " —\nn"
    assert words.range_of(Stretch(1, 6, 11)) == Range(2, 3)


def test_positions_of_words() -> None:
    words = Words([PlainText("a b a"), PlainText("b a")])
    assert words.positions(["a", "c"]) == {"a": [0, 2, 4], "c": []}


@given(st.lists(st.sampled_from(["3", "parts", "小", "零", "件"]), max_size=40), st.integers(1, 12))
def test_any_words_in_a_row_lie_in_one_stretch(tokens: list[str], size: int) -> None:
    words = Words([PlainText(" ".join(tokens))])
    for first in range(max(len(tokens) - size, 0) + 1):
        told = traces(tokens[first : first + size])
        assert any(told <= stretch for stretch in words.nearby(size))
