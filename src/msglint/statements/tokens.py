"""Cutting a text into words: Latin words, numbers, single Han and kana characters."""

from __future__ import annotations

import regex

BLANK = "\ue000"
"""The character that stands for a placeholder, and in wordings for a blank to fill in."""

WORD = regex.compile(
    r"""
      [\p{Han}\p{Hiragana}\p{Katakana}]
    | \p{N}+(?:[.,]\p{N}+)*
    | [[\p{L}\p{M}]--[\p{Han}\p{Hiragana}\p{Katakana}]]+
    | [%°+]
    | \ue000+
    """,
    regex.VERBOSE | regex.VERSION1,
)


def words_of(text: str) -> list[tuple[str, int, int]]:
    """Return the words of a folded text with their offsets: Latin words, numbers, single Han and kana."""
    return [
        (match[0][:1] if match[0][0] == BLANK else match[0], *match.span()) for match in WORD.finditer(text)
    ]
