from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from msglint.reports.display import cells, visible, width, wrap


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("", 0),
        ("abc", 3),
        ("五星", 4),
        ("ｆｉｖｅ", 8),
        ("cafe\u0301", 4),
        ("café", 4),
        ("한글", 4),
        ("\u1112\u1161\u11ab", 2),
        ("“引号”…", 7),
        ("。，", 4),
        ("🎁", 2),
        ("ｱｲｳ", 3),
    ],
)
def test_width(text: str, cells: int) -> None:
    assert width(text) == cells


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("re\u200bview", "re<U+200B>view"),
        ("soft\u00adhyphen", "soft<U+00AD>hyphen"),
        ("返现\u00a010", "返现<U+00A0>10"),
        ("\u202egpj", "<U+202E>gpj"),
        ("\x1b[31mred", "<U+001B>[31mred"),
        ("\ufeffstart", "<U+FEFF>start"),
        ("\U000e0041tag", "<U+E0041>tag"),
        ("lone \ud800", "lone <U+D800>"),
        ("filler\u3164", "filler<U+3164>"),
        ("a\ufe0fb", "a<U+FE0F>b"),
        ("a\tb", "a   b"),
        ("五\tb", "五  b"),
        ("line\u2028end", "line<U+2028>end"),
    ],
)
def test_invisible_characters_are_written_out(text: str, shown: str) -> None:
    assert visible(text) == shown


@pytest.mark.parametrize(
    "text",
    [
        "plain text",
        "亲，五星好评！",
        "全角\u3000空格",
        "café",
        "cafe\u0301",
        "“quoted” — dash…",
        "🎁 gift",
        "ελληνικά",
    ],
)
def test_ordinary_text_stays(text: str) -> None:
    assert visible(text) == text


def test_emoji_style_behind_a_symbol_is_not_shown() -> None:
    assert visible("❤\ufe0f") == "❤"


@given(st.text())
def test_nothing_shown_controls_a_terminal(text: str) -> None:
    shown = cells(text)
    assert len(shown) == len(text)
    assert all(char.isprintable() or char == "\u3000" for piece in shown for char in piece)


@pytest.mark.parametrize(
    ("text", "limit", "lines"),
    [
        ("short", 10, ["short"]),
        ("", 10, [""]),
        ("one two three", 7, ["one two", "three"]),
        ("one two three", 8, ["one two", "three"]),
        ("不得承诺任何好处", 8, ["不得承诺", "任何好处"]),
        ("不得承诺，任何", 8, ["不得承", "诺，任何"]),
        ("不得承“诺任”", 8, ["不得承", "“诺任”"]),
        ("请看amazon.com网站", 12, ["请看", "amazon.com网", "站"]),
        ("don’t stop", 6, ["don’t", "stop"]),
        ("abcdefghij", 4, ["abcd", "efgh", "ij"]),
    ],
)
def test_wrap(text: str, limit: int, lines: list[str]) -> None:
    assert wrap(text, limit) == lines


@given(st.text(st.sampled_from("ab 五星，。“”’…—《》.")), st.integers(20, 30))
def test_wrap_keeps_the_text_and_the_limit(text: str, limit: int) -> None:
    lines = wrap(text, limit)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(width(line) <= limit for line in lines)
