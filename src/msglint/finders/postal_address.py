"""Postal addresses, by a heuristic: a street with a number, and a postal code or place close to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import regex

from msglint.text.patterns import lazy_pattern, lazy_regex

MAX_GAP = 60
"""Characters that may stand between the street and the postal code or country."""

NUMBER = r"[0-9]{1,5}[a-z]?(?:[-/][0-9]{1,4}[a-z]?)?"
NAME = r"[\p{Latin}'.-]{2,30}+"
NO_MORE = r"(?![\p{Latin}\p{N}])"
NUMBER_FIRST = lazy_regex(
    rf"""
    (?<![\p{{Latin}}\p{{N}}.,]){NUMBER},?\ (?:
        (?:{NAME}\ ){{1,4}}
        (?:street|st|road|rd|avenue|ave|lane|ln|drive|dr|boulevard|blvd|court|ct|square|highway|hwy|parkway|pkwy)
        (?!\p{{Latin}})\.?
      | (?:rue|avenue|av\.|boulevard|bd|chemin|place|allée|impasse|quai)\ {NAME}(?:\ {NAME}){{0,4}}
    )
    """,
    regex.VERBOSE,
)
NUMBER_LAST = lazy_regex(rf"{NUMBER}{NO_MORE}")
STREET_BEFORE = lazy_regex(
    r"""
      (?<![\p{Latin}-])[\p{Latin}.-]{0,30}(?:stra(?:ß|ss)e|str\.|weg|platz|allee|gasse|damm|ufer|ring)[ ]
    | (?<!\p{Latin})(?:via|viale|piazza|corso|calle|c/|avenida|avda\.?|paseo|plaza)
      (?:\ [\p{Latin}'.-]{2,30}){1,4},?\ (?:n[.º°]?\ ?)?
    | (?<!\p{Latin})(?:room|rm\.?|unit|suite|floor|building|bldg\.?|block)\ ?(?:no\.?\ ?)?
    """,
    regex.VERBOSE | regex.REVERSE,
)
DIGITS = lazy_pattern(r"[0-9]+")
COUNTRIES = (
    *(
        "china",
        "p.r.c",
        "p.r. china",
        "prc",
        "germany",
        "deutschland",
        "united kingdom",
        "england",
        "uk",
        "usa",
    ),
    *(
        "u.s.a",
        "united states",
        "france",
        "italy",
        "italia",
        "spain",
        "españa",
        "japan",
        "netherlands",
        "poland",
    ),
    *("hong kong", "taiwan", "singapore", "shenzhen", "guangdong", "guangzhou", "zhejiang", "shanghai"),
)
COUNTRY = rf"(?:{'|'.join(map(regex.escape, COUNTRIES))})(?!\p{{Latin}})"
PLACE = lazy_regex(
    rf"""
    (?<![\p{{Latin}}\p{{N}}])(?:
        (?:[a-z]{{1,2}}-)?[0-9]{{5}}(?:-[0-9]{{4}})?(?![\p{{N}}%°])(?:\ [\p{{Latin}}-]{{3,30}})?
      | [0-9]{{6}}{NO_MORE}(?:,?\ {COUNTRY})?
      | [a-z]{{1,2}}[0-9][0-9a-z]?\ [0-9][a-z]{{2}}{NO_MORE}
      | {COUNTRY}
    )
    """,
    regex.VERBOSE,
)
HOUSE = "(?:栋|楼|座|层|室|号)"
CHINESE = lazy_regex(
    rf"""
    市(?:\p{{Han}}{{1,6}}[区县市])?[\p{{Han}}\p{{Latin}}\p{{N}}]{{0,20}}?
    (?:路|街|道|巷|弄|村|园|大厦|工业区)[\p{{Han}}\p{{Latin}}-]{{0,6}}
    [0-9一二三四五六七八九十]{{1,5}}\ ?{HOUSE}
    (?:[\p{{Han}}\p{{Latin}}\p{{N}}-]{{1,12}}{HOUSE})?
    """,
    regex.VERBOSE,
)
JAPANESE = lazy_regex(
    r"""
    (?:[都道府县]|〒\ ?[0-9]{3}-?[0-9]{4}\ ?)[\p{Han}\p{Hiragana}\p{Katakana}]{2,20}
    [0-9]{1,4}(?:丁目[0-9]{0,4}(?:-[0-9]{1,4}){0,2}|-[0-9]{1,4}){1,3}
    """,
    regex.VERBOSE,
)
PROVINCE = lazy_regex(r"(?:\p{Han}{2,4}(?:省|自治区))?\p{Han}{2,5}", regex.REVERSE)
HAN_ANCHOR = lazy_pattern("[市都道府县〒]")
POSTAL_CODE = lazy_pattern(r"[0-9]{5,6}(?![0-9])(?<![0-9]{7})|[a-z][0-9][0-9a-z]? [0-9][a-z]{2}")


def find(text: str, _markets: tuple[str, ...] = ()) -> Iterable[tuple[int, int]]:
    """Yield the spans of what looks like a postal address in folded text."""
    done = 0
    for start, end in sorted([*_streets_with_place(text), *_han(text)]):
        if start >= done:
            done = end
            yield start, end


def _streets_with_place(text: str) -> Iterator[tuple[int, int]]:
    if not any(country in text for country in COUNTRIES) and not POSTAL_CODE.search(text):
        return
    done = 0
    for digits in DIGITS.finditer(text):
        street = _street_at(text, digits.start(), done) if digits.start() >= done else None
        place = _last_place(text, street[1]) if street else None
        if street and place:
            done = place
            yield street[0], done


def _street_at(text: str, start: int, low: int) -> tuple[int, int] | None:
    """Return the span of a street whose house number begins at `start`."""
    if first := NUMBER_FIRST.match(text, start):
        return first.span()
    before = STREET_BEFORE.match(text, low, start)
    number = NUMBER_LAST.match(text, start) if before else None
    return (before.start(), number.end()) if before and number else None


def _last_place(text: str, street_end: int) -> int | None:
    """Return the end of the last of the postal codes and countries that follow the street closely.

    A country or city alone is no part of an address unless a comma stands in between.
    """
    end, found = street_end, None
    while place := PLACE.search(text, end, _limit(text, end)):
        end = place.end()
        if any(char.isdigit() for char in place[0]) or "," in text[street_end:end]:
            found = end
    return found


def _limit(text: str, start: int) -> int:
    paragraph = text.find("\n", start, start + MAX_GAP)
    return min(start + MAX_GAP, len(text)) if paragraph < 0 else paragraph


def _han(text: str) -> Iterator[tuple[int, int]]:
    """Yield Chinese and Japanese addresses: a city or prefecture, and a house."""
    done = 0
    for anchor in HAN_ANCHOR.finditer(text):
        start = anchor.start()
        if start < done:
            continue
        rest = (CHINESE if anchor[0] == "市" else JAPANESE).match(text, start)
        before = PROVINCE.match(text, done, start)
        if rest and (before or anchor[0] == "〒"):
            done = rest.end()
            yield before.start() if before else start, done
