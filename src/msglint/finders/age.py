"""Ages: `三岁`, `36个月`, `3 yrs.`, `three years`, the 3 of `ages 3+`; their value and what is said of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import Enum

import regex

from msglint.finders.numerals import DIGITS, HAN, START, WORDS, alternatives, value_of
from msglint.finders.wordlist import words
from msglint.text.patterns import lazy_pattern, lazy_regex

MONTHS_PER_YEAR = 12
MONTHS = r"""
    (?:个月大?|月龄|[かヶカヵ]月|개월|(?:months?|mths?|mos|monaten?|mois|meses|mesi)(?:[\ -]old)?
    (?!\p{Latin}))
"""
YEARS = r"""
    (?:周岁|[岁歳]|才(?!能)|세|(?:years?|yrs?\.?|jahren?|ans|años|anni|anos)(?:[\ -](?:old|of\ age))?
    (?!\p{Latin}))
"""
COUNT = rf"(?:{START}(?:{DIGITS}|(?:{alternatives(WORDS)})(?!\p{{Latin}}))|{HAN})"
UNIT = lazy_regex(rf"(?:(?P<months>{MONTHS})|(?P<years>{YEARS})(?P<half>半)?)", regex.VERBOSE)
COUNT_BEFORE = lazy_regex(rf"(?P<count>{COUNT})[ -]?", regex.REVERSE)
NO_COUNT = ("几", "十几", "几十", "万", "千万")
UNIT_SIGNS = words(
    """
    岁 歳 才 个月 月龄 か月 ヶ月 カ月 ヵ月 개월 세
    year yr month mth mos jahr monat ans mois años anos meses anni mesi
    """
)
CHILDREN = r"(?:children|kids|child|babies|toddlers|infants|kinder|enfants|niños|bambini)"
COMPARED = r"\ (?:and|&|or)\ (?:under|below|up|over|above|older|younger)(?!\p{Latin})"
BARE_HINT = lazy_pattern(
    "[0-9] (?:and|or|&) [ubaoy]|(?:age|ages|aged|under|below|over|unter|ab|of|alter:?|年龄:?) ?[0-9]"
)
BARE = lazy_regex(
    rf"""
    (?<!\p{{Latin}})(?:
        (?:ages?|aged|{CHILDREN}\ (?:aged?\ )?(?:under|below|over|unter|ab))\ (?:of\ |the\ age\ of\ )?
      | (?:under|below|over|from)\ the\ age\ of\ | alter:?\ | 年龄:?\ ?
    )(?P<count>[0-9]{{1,2}})(?![\p{{Latin}}\p{{N}}]|[.,%][0-9])
    | {START}(?P<count>[0-9]{{1,2}})(?={COMPARED})
    """,
    regex.VERBOSE,
)


class Bound(Enum):
    """What a text says of an age: below it, up to and including it, from it on, above it."""

    UNDER = "under"
    UP_TO = "up to"
    FROM = "from"
    OVER = "over"


BEHIND = (
    (Bound.UP_TO, r" ?(?:及|或|\(?含\)?) ?以下| (?:and|&|or) (?:under|below|younger)| und jünger"),
    (Bound.UNDER, r"以下"),
    (Bound.FROM, r" ?(?:及|或|\(?含\)?)? ?以上|\+| (?:and|&|or) (?:up|over|above|older)| und älter| et plus"),
)
OF = r"(?: the age of)? "
BEFORE = (
    (Bound.UP_TO, rf"(?:up to|bis|jusqu'à|hasta|fino a){OF}|不超过|至多"),
    (Bound.UNDER, rf"(?:under|below|younger than|less than|unter){OF}|未满|不满|不足|小于|低于"),
    (Bound.UNDER, "(?:moins de|menos de|menores de|inferiore a|sotto i) "),
    (Bound.FROM, rf"(?:from|at least|ab|dès|à partir de|a partir de|dai|a partire da){OF}|至少"),
    (Bound.OVER, rf"(?:over|above|older than|more than|über|plus de|mayores de|oltre i){OF}|大于|超过"),
)
BEHIND_PATTERNS = tuple((bound, regex.compile(source)) for bound, source in BEHIND)
BEFORE_PATTERNS = tuple(
    (bound, regex.compile(rf"(?<!\p{{Latin}})(?:{source})", regex.REVERSE)) for bound, source in BEFORE
)


def find(text: str, _markets: tuple[str, ...] = ()) -> Iterable[tuple[int, int]]:
    """Yield the spans of the ages without comparing words; a bare number needs an age word."""
    done = 0
    for start, end in sorted([*_with_unit(text), *_bare(text)], key=lambda span: (span[0], -span[1])):
        if start >= done:
            done = end
            yield start, end


def parse_age(text: str) -> int | None:
    """Return an age in months; a bare number counts years. None if `text` is no age."""
    unit = UNIT.search(text)
    count = value_of(text[: unit.start()].rstrip(" -") if unit else text)
    if count is None or (unit and unit.end() < len(text)):
        return None
    if unit and unit["months"]:
        return round(count)
    return round((count + (0.5 if unit and unit["half"] else 0)) * MONTHS_PER_YEAR)


def bound_at(text: str, start: int, end: int) -> Bound | None:
    """Return what the words around the age at start:end say of it: 3岁以下, 3岁及以下, `3 and up`."""
    for bound, pattern in BEHIND_PATTERNS:
        if pattern.match(text, end):
            return bound
    return next((bound for bound, pattern in BEFORE_PATTERNS if pattern.match(text, 0, start)), None)


def _with_unit(text: str) -> Iterator[tuple[int, int]]:
    if not any(sign in text for sign in UNIT_SIGNS):
        return
    for unit in UNIT.finditer(text):
        count = COUNT_BEFORE.match(text, 0, unit.start())
        if count and count["count"] not in NO_COUNT:
            yield count.start(), unit.end()


def _bare(text: str) -> Iterator[tuple[int, int]]:
    if BARE_HINT.search(text):
        yield from (match.span("count") for match in BARE.finditer(text))
