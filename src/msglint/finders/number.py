"""Numbers: digits, English number words, Han numerals that count something."""

from __future__ import annotations

import re
from collections.abc import Iterable

import regex

from msglint.finders.numerals import DIGITS, ENGLISH, HAN, START
from msglint.text.patterns import lazy_regex

COUNTED = "[个件份次星颗张元块折倍年月日天岁条只台套盒瓶箱袋人名位级款支包根片双分减]"
NO_NUMBER = ("万一", "一一")
WORD = re.compile(r"[a-z]+")
NO_WORD = re.compile(r"[0-9]+|[零〇一二两三四五六七八九十百千万几半]+")
TOKEN = re.compile(rf"[a-z]+(?:-[a-z]+)?|{NO_WORD.pattern}")
NUMBER = lazy_regex(
    rf"""
      {START}{DIGITS}
    | (?![十百千万]分){HAN}(?={COUNTED})
    | [一二两三四五六七八九]+[十百千万][零一二三四五六七八九十百千万]*+ | 十[一二三四五六七八九]
    """,
    regex.VERBOSE,
)
"""Han numerals count before what they count, or where they are made of two characters that fit (一百)."""

LATIN = lazy_regex(r"[\p{Latin}\p{N}_]")


def find(text: str, _markets: tuple[str, ...] = ()) -> Iterable[tuple[int, int]]:
    """Yield the spans of the numbers in folded text; units and signs are left out."""
    has_words = not ENGLISH.keys().isdisjoint(WORD.findall(text))
    done = 0
    for token in (TOKEN if has_words else NO_WORD).finditer(text):
        span = _span(text, token) if token.start() >= done else None
        if span:
            done = span[1]
            yield span


def _span(text: str, token: re.Match[str]) -> tuple[int, int] | None:
    if "a" <= token[0][0] <= "z":
        glued = LATIN.match(text, token.end()) or (token.start() and LATIN.match(text, token.start() - 1))
        return token.span() if token[0] in ENGLISH and not glued else None
    number = NUMBER.match(text, token.start()) if token[0] not in NO_NUMBER else None
    return number.span() if number else None
