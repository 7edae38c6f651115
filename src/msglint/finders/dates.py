"""Dates: `2024-12-31`, `31.12.2024`, `12/31/2024`, `2024年12月31日`, `dec 31, 2024`, `31. dezember 2024`."""

from __future__ import annotations

from collections.abc import Iterable

import regex

from msglint.finders.wordlist import words
from msglint.text.patterns import lazy_pattern, lazy_regex

DAY, MONTH, YEAR = "(?:0?[1-9]|[12][0-9]|3[01])", "(?:0?[1-9]|1[0-2])", "(?:19|20)[0-9]{2}"
MONTH_NAMES = "|".join(
    sorted(
        words("""
    january february march april may june july august september october november december
    jan feb mar apr jun jul aug sept sep oct nov dec
    januar februar märz mai juni juli oktober dezember
    janvier février mars avril juin juillet août septembre octobre novembre décembre
    enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
    gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre
    """)
    )
)
NAMED = rf"(?:{MONTH_NAMES})(?!\p{{Latin}})\.?"
DATE = lazy_regex(
    rf"""
      (?<![0-9][./-])(?:
          {YEAR}\ ?([./-])\ ?{MONTH}\ ?\1\ ?{DAY}
        | {DAY}([./-]){MONTH}\2(?:{YEAR}|[0-9]{{2}})
        | {MONTH}([./-]){DAY}\3(?:{YEAR}|[0-9]{{2}})
      )(?![0-9]|[./-][0-9])
    | (?:{YEAR}\ ?年\ ?)?{MONTH}\ ?月\ ?{DAY}\ ?[日号]
    | {YEAR}\ ?年\ ?{MONTH}\ ?月(?!\ ?[0-9])
    | (?<![0-9][.,]){DAY}(?:\.|st|nd|rd|th|er|º)?\ (?:of\ |de\ )?{NAMED}(?:,?\ (?:de\ )?{YEAR}(?![0-9]))?
    """,
    regex.VERBOSE,
)
MONTH_BEFORE = lazy_regex(rf"(?<![\p{{Latin}}\p{{N}}]){NAMED}\ ", regex.VERBOSE | regex.REVERSE)
DAY_BEHIND = lazy_regex(
    rf"{DAY}(?:st|nd|rd|th)?(?![\p{{Latin}}\p{{N}}]|[.,:][0-9])(?:,?\ {YEAR}(?![0-9]))?", regex.VERBOSE
)
DIGITS = lazy_pattern(r"[0-9]+")


def find(text: str, _markets: tuple[str, ...] = ()) -> Iterable[tuple[int, int]]:
    """Yield the spans of the dates in folded text; a day and month without a year are one."""
    done = 0
    for digits in DIGITS.finditer(text):
        span = _date_at(text, digits.start(), done) if digits.start() >= done else None
        if span:
            done = span[1]
            yield span


def _date_at(text: str, start: int, low: int) -> tuple[int, int] | None:
    """Return the span of the date whose first digits begin at `start`; nothing before `low` belongs to it."""
    if date := DATE.match(text, start):
        return date.span()
    month = MONTH_BEFORE.match(text, low, start)
    day = DAY_BEHIND.match(text, start) if month else None
    return (month.start(), day.end()) if month and day else None
