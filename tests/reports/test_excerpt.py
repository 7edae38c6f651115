from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from msglint.reports.display import char_width, width
from msglint.reports.excerpt import GAP, excerpt, mark

from .samples import card, document, judged, missing, record, violation


def above(shown: str, marks: str) -> str:
    """Return what stands over the carets."""
    start = len(marks) - len(marks.lstrip())
    found, column = "", 0
    for char in shown:
        column += char_width(char)
        if start < column <= len(marks):
            found += char
    return found


@pytest.mark.parametrize(
    ("line", "span", "shown", "marked"),
    [
        ("five star review", "star", "five star review", "star"),
        ("亲，五星好评", "五星", "亲，五星好评", "五星"),
        ("ｆｉｖｅ　ｓｔａｒ ok", "ｓｔａｒ", "ｆｉｖｅ　ｓｔａｒ ok", "ｓｔａｒ"),
        ("cafe\u0301 review", "review", "cafe\u0301 review", "review"),
        ("cafe\u0301 review", "cafe\u0301", "cafe\u0301 review", "cafe\u0301"),
        ("\tab\tcd", "cd", "    ab  cd", "cd"),
        ("五\t好", "好", "五  好", "好"),
        ("re\u200bview me", "re\u200bview", "re<U+200B>view me", "re<U+200B>view"),
        ("返现\u00a0十元", "十元", "返现<U+00A0>十元", "十元"),
        ("a\u202eb 加微信", "加微信", "a<U+202E>b 加微信", "加微信"),
        ("🎁🎁gift", "gift", "🎁🎁gift", "gift"),
    ],
)
def test_carets_stand_under_the_span(line: str, span: str, shown: str, marked: str) -> None:
    start = line.index(span)
    text, marks = mark(line, start, start + len(span), 80)
    assert (text, above(text, marks)) == (shown, marked)
    assert width(marks.strip()) == width(marked)


@pytest.mark.parametrize(
    ("line", "span", "shown"),
    [
        ("x" * 40 + " good " + "y" * 40, "good", "…xxx good yyyyyyyyy…"),
        ("good " + "y" * 40, "good", "good yyyyyyyyyyyyy…"),
        ("x" * 40 + " good", "good", "…xxxxxxxxxxxxx good"),
        ("支持" * 20 + "好评" + "信任" * 20, "好评", "…支持好评信任信任信…"),
    ],
)
def test_long_lines_are_cut_around_the_span(line: str, span: str, shown: str) -> None:
    start = line.index(span)
    text, marks = mark(line, start, start + len(span), 20)
    assert text == shown
    assert above(text, marks) == span


def test_a_span_wider_than_the_line_is_marked_to_the_cut() -> None:
    text, marks = mark("ab" + "五" * 50 + "cd", 2, 52, 20)
    assert text == "ab五五五五五五五五…"
    assert above(text, marks) == "五五五五五五五五…"


def test_an_empty_span_gets_one_caret() -> None:
    assert mark("五星", 1, 1, 80) == ("五星", "  ^")


@given(st.text(max_size=300), st.data())
def test_marks_stay_inside_the_shown_line(line: str, data: st.DataObject) -> None:
    line = "".join(line.splitlines())
    start = data.draw(st.integers(0, len(line)))
    end = data.draw(st.integers(start, len(line)))
    shown, marks = mark(line, start, end, 40)
    assert width(shown) <= 40
    assert len(marks) <= max(width(shown), 1) + 1
    assert marks.strip(" ").strip("^") == ""


def test_a_text_file_shows_its_physical_lines() -> None:
    of = document("one\r\ntwo 好评\rthree")
    [line] = excerpt(of, violation(of, "好评"), 80)
    assert (line.number, line.text, line.marks) == (2, "two 好评", "    ^^^^")


def test_a_record_shows_its_text_without_escapes() -> None:
    [line] = excerpt(record().document, record().violations[0], 80)
    assert (line.number, line.text, line.marks) == (1, "Hi你好", "  ^^^^")


@pytest.mark.parametrize(
    ("span", "lines"),
    [
        ("b\n\nc", [(1, "ab", " ^"), (3, "cd", "^")]),
        ("cd\n", [(3, "cd", "^^")]),
        ("b\n", [(1, "ab", " ^")]),
        ("b\n\ncd\n  ef", [(1, "ab", " ^"), (3, "cd", "^^"), (4, "  ef", "  ^^")]),
    ],
)
def test_a_span_over_several_lines(span: str, lines: list[tuple[int, str, str]]) -> None:
    of = document("ab\n\ncd\n  ef")
    assert [(item.number, item.text, item.marks) for item in excerpt(of, violation(of, span), 80)] == lines


def test_many_lines_are_shown_by_their_ends() -> None:
    of = document("\n".join("abcdefg"))
    shown = excerpt(of, violation(of, "b\nc\nd\ne\nf"), 80)
    assert [item.number for item in shown] == [2, 3, None, 6]
    assert shown[2] is GAP


def test_what_is_missing_has_no_excerpt() -> None:
    of = document("text")
    assert excerpt(of, missing(), 80) == []


def test_every_violation_of_the_card_is_marked_or_missing() -> None:
    item = card()
    assert [bool(excerpt(item.document, found, 80)) for found in item.violations] == [True] * 4 + [False]
    assert judged(item.document).violations == []
