"""Dates: `2024-12-31`, `31.12.2024`, `12/31/2024`, `2024年12月31日`, `dec 31, 2024`, `31. dezember 2024`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import regex

from msglint.finders.wordlist import words

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
NUMERIC_DATE = regex.compile(
    rf"""
      (?<![0-9])(?<![0-9][./-])(?:
          {YEAR}\ ?([./-])\ ?{MONTH}\ ?\1\ ?{DAY}
        | {DAY}([./-]){MONTH}\2(?:{YEAR}|[0-9]{{2}})
        | {MONTH}([./-]){DAY}\3(?:{YEAR}|[0-9]{{2}})
      )(?![0-9]|[./-][0-9])
    | (?<![0-9])(?:{YEAR}\ ?年\ ?)?{MONTH}\ ?月\ ?{DAY}\ ?[日号]
    | (?<![0-9]){YEAR}\ ?年\ ?{MONTH}\ ?月(?!\ ?[0-9])
    """,
    regex.VERBOSE,
)
NAMED_DATE = regex.compile(
    rf"""
      (?<![\p{{N}}.,]){DAY}(?:\.|st|nd|rd|th|º)?\ (?:of\ |de\ )?{NAMED}(?:,?\ (?:de\ )?{YEAR}(?![0-9]))?
    | (?<![\p{{Latin}}\p{{N}}]){NAMED}\ {DAY}(?:st|nd|rd|th)?(?![\p{{Latin}}\p{{N}}]|[.,:][0-9])
      (?:,?\ {YEAR}(?![0-9]))?
    """,
    regex.VERBOSE,
)
DIGITS = re.compile(r"[0-9]+")
NUMERIC_HINT = re.compile(r"[0-9] ?[./年月-] ?[0-9]|[0-9] ?月")
MONTHS = tuple(MONTH_NAMES.split("|"))


def find(text: str, _markets: tuple[str, ...] = ()) -> Iterable[tuple[int, int]]:
    """Yield the spans of the dates in folded text; a day and month without a year are one."""
    done = 0
    for start, end in sorted([*_numeric(text), *_named(text)]):
        if start >= done:
            done = end
            yield start, end


def _numeric(text: str) -> Iterator[tuple[int, int]]:
    if NUMERIC_HINT.search(text):
        found = (NUMERIC_DATE.match(text, digits.start()) for digits in DIGITS.finditer(text))
        yield from (match.span() for match in found if match)


def _named(text: str) -> Iterator[tuple[int, int]]:
    if DIGITS.search(text) and any(month in text for month in MONTHS):
        yield from (match.span() for match in NAMED_DATE.finditer(text))
