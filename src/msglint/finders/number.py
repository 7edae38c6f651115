"""Numbers: digits, English number words, Han numerals that count something."""

from __future__ import annotations

import re
from collections.abc import Iterable

import regex

from msglint.finders.numerals import DIGITS, ENGLISH, HAN, START

COUNTED = "[个件份次星颗张元块折倍年月日天岁条只台套盒瓶箱袋人名位级款支包根片双]"
NO_NUMBER = ("万一", "一一")
TOKEN = re.compile(r"[0-9]+|[a-z]+(?:-[a-z]+)?|[零〇一二两三四五六七八九十百千万几半]+")
NUMBER = regex.compile(rf"{START}{DIGITS}|{HAN}(?={COUNTED})")
LATIN = regex.compile(r"[\p{Latin}\p{N}_]")


def find(text: str, _markets: tuple[str, ...] = ()) -> Iterable[tuple[int, int]]:
    """Yield the spans of the numbers in folded text; units and signs are left out."""
    done = 0
    for token in TOKEN.finditer(text):
        span = _span(text, token) if token.start() >= done else None
        if span:
            done = span[1]
            yield span


def _span(text: str, token: re.Match[str]) -> tuple[int, int] | None:
    if "a" <= token[0][0] <= "z":
        glued = token.start() and LATIN.match(text, token.start() - 1) or LATIN.match(text, token.end())
        return token.span() if token[0] in ENGLISH and not glued else None
    number = NUMBER.match(text, token.start()) if token[0] not in NO_NUMBER else None
    return number.span() if number else None
