"""Cutting a text into words: Latin words, numbers, single Han and kana characters."""

from __future__ import annotations

from functools import lru_cache
from unicodedata import combining, normalize

import regex

from msglint.text.patterns import lazy_regex

BLANK = "\ue000"
"""The character that stands for a placeholder, and in wordings for a blank to fill in."""

WORD = lazy_regex(
    r"""
      [\p{Han}\p{Hiragana}\p{Katakana}]
    | \p{N}+(?:[.,]\p{N}+)*
    | [[\p{L}\p{M}]--[\p{Han}\p{Hiragana}\p{Katakana}]]+
    | [%°+]
    | \ue000+
    """,
    regex.VERBOSE | regex.VERSION1,
)

MARKUP = lazy_regex(
    r"</?(?:[abipu]|br|strong|em|span|div|li|ul|ol|t[dr]|table|h[1-6]|font|small|su[bp])\b[^<>]{0,300}>"
    r"|&(?:[a-z]{2,8}|\#\d{1,6});"
)
"""HTML in plain text, as listings hold it."""

LIGATURES = str.maketrans({"ß": "ss", "œ": "oe", "æ": "ae", "ł": "l", "ø": "o", "đ": "d", "ı": "i"})

LAST_ACCENTED = "\u03ff"
"""The last letter of the scripts, Latin and Greek, that lose their accents in capitals."""


def words_of(text: str) -> list[tuple[str, int, int]]:
    """Return the words of a folded text with their offsets: Latin words, numbers, single Han and kana.

    Markup holds no words. Accents are left out, as capitals on labels often do (`ETOUFFEMENT`).
    """
    plain = MARKUP.sub(lambda match: " " * len(match[0]), text) if "<" in text or "&" in text else text
    return [(_word(match[0]), *match.span()) for match in WORD.finditer(plain)]


def _word(written: str) -> str:
    if written.isascii():
        return written
    return BLANK if written[0] == BLANK else _bare(written)


@lru_cache(maxsize=65536)
def _bare(word: str) -> str:
    if word[0] > LAST_ACCENTED:
        return word
    return "".join(char for char in normalize("NFD", word.translate(LIGATURES)) if not combining(char))
