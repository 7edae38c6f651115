"""Shares and discounts: `15%`, `10-20 %`, `15 percent`, `百分之十`, `8折`, `七五折`."""

from __future__ import annotations

from collections.abc import Iterable

import regex

from msglint.finders.numerals import DIGITS, HAN, START
from msglint.text.patterns import lazy_regex

PERCENT = lazy_regex(
    rf"""
      {START}(?:{DIGITS}\ ?%?\ ?[-~至到]\ ?)?{DIGITS}\ ?
          (?:[%‰]|(?:per\ ?cent|pct|prozent|pour\ cent|por\ ciento|per\ cento)(?!\p{{Latin}}))
    | 百分之(?:{DIGITS}|{HAN})
    | {START}(?:[1-9](?:\.[0-9])?|[1-9][0-9])\ ?折(?![叠伞页弯痕旧损合线射返])
    | (?<![一二三四五六七八九十打])[一二三四五六七八九]{{1,2}}折(?![叠伞页弯痕旧损合线射返])
    """,
    regex.VERBOSE,
)
SIGNS = ("%", "‰", "折", "百分之", "cent", "pct", "prozent", "cien")


def find(text: str, _markets: tuple[str, ...] = ()) -> Iterable[tuple[int, int]]:
    """Yield the spans of percentages and Chinese discounts in folded text; a range is one."""
    if not any(sign in text for sign in SIGNS):
        return ()
    return (match.span() for match in PERCENT.finditer(text))
