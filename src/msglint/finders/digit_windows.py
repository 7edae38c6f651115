"""Stretches of digits and separators, cut into groups; what is known to be no phone number is left out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

import regex

from msglint.frozen import Frozen
from msglint.text.patterns import lazy_pattern, lazy_regex

SEPARATOR = r"[ ()./-]"
MIN_DIGITS = 7
MAX_DIGITS = 15
MAX_GROUPS = 6

MODEL = lazy_regex(r"(?<![a-z])(?!(?:tel|call|text|fax)-)[a-z]{1,4}-", regex.REVERSE)
"""Letters that make the digits behind them a model number: `ph-138-0013-8000`."""

ENOUGH = lazy_pattern(rf"[0-9](?:{SEPARATOR}{{0,3}}[0-9]){{{MIN_DIGITS - 1}}}")
WINDOW = lazy_pattern(rf"[0-9](?:{SEPARATOR}{{0,3}}[0-9])*")
GROUP = lazy_pattern(r"[0-9]+")

DAY, MONTH, YEAR = "(?:0?[1-9]|[12][0-9]|3[01])", "(?:0?[1-9]|1[0-2])", "(?:19|20)[0-9]{2}"
NO_PHONE = lazy_pattern(
    rf"""
    (?<![0-9])(?<![0-9][.-])(?:
        [0-9]{{3}}\ ?-\ ?[0-9]{{7}}\ ?-\ ?[0-9]{{7}}                            # order id
      | {YEAR}([./-]){MONTH}\1{DAY}                                             # date
      | {DAY}([./ -]){MONTH}\2{YEAR} | {MONTH}([./-]){DAY}\3{YEAR}
      | [0-9]{{1,2}}:[0-9]{{2}}(?::[0-9]{{2}})?                                 # time
      | (?:25[0-5]|2[0-4][0-9]|1?[0-9]{{1,2}})(?:\.(?:25[0-5]|2[0-4][0-9]|1?[0-9]{{1,2}})){{3}}  # IP address
      | [0-9]\ [0-9]{{5}}\ [0-9]{{5}}\ [0-9] | [0-9]\ [0-9]{{6}}\ [0-9]{{6}}    # article number
      | 97[89](?:[ -]?[0-9]){{10}} | [0-9]{{4}}\.[0-9]{{2}}\.[0-9]{{2,4}}       # ISBN, customs code
      | (?<=[a-z]{{2}})[0-9]{{2}}(?:\ [0-9]{{4}}){{3,7}}(?:\ [0-9]{{1,3}})?           # bank account
    )(?![0-9]|[.-][0-9])
    """,
    re.VERBOSE,
)


class Digits(Frozen):
    """A run of digit groups: offsets from its first to behind its last digit, the groups, what parts them."""

    start: int
    end: int
    groups: tuple[str, ...]
    separators: tuple[str, ...]

    @property
    def all(self) -> str:
        """The digits alone."""
        return "".join(self.groups)

    @property
    def sizes(self) -> tuple[int, ...]:
        """How many digits each group has."""
        return tuple(map(len, self.groups))


def candidates(text: str) -> Iterator[list[Digits]]:
    """Yield, for each place where a phone number may begin, the runs of 7 to 15 digits, longest first."""
    if not ENOUGH.search(text):
        return
    masked = _masked(text)
    for window in WINDOW.finditer(masked):
        if MODEL.match(masked, 0, window.start()):
            continue
        groups = list(GROUP.finditer(masked, window.start(), window.end()))
        for index in range(len(groups)):
            if index == 0 or _parted(masked, groups[index - 1], groups[index]):
                yield list(_runs(masked, groups, index))


def _masked(text: str) -> str:
    """Return the text with what is known to be no phone number blotted out."""
    pieces, done = [], 0
    for digits in GROUP.finditer(text):
        known = NO_PHONE.match(text, digits.start()) if digits.start() >= done else None
        if known:
            pieces += [text[done : known.start()], "\0" * len(known[0])]
            done = known.end()
    return "".join(pieces) + text[done:]


def _runs(text: str, groups: list[re.Match[str]], index: int) -> Iterator[Digits]:
    for last in range(min(index + MAX_GROUPS, len(groups)) - 1, index - 1, -1):
        if last + 1 < len(groups) and not _parted(text, groups[last], groups[last + 1]):
            continue
        some = groups[index : last + 1]
        if MIN_DIGITS <= sum(len(group[0]) for group in some) <= MAX_DIGITS and _is_plausible(some):
            between = (text[a.end() : b.start()] for a, b in pairwise(some))
            yield Digits(some[0].start(), some[-1].end(), tuple(group[0] for group in some), tuple(between))


def _is_plausible(groups: list[re.Match[str]]) -> bool:
    """Whether a group has three digits, or nearly all have two (01 42 68 53 00)."""
    sizes = [len(group[0]) for group in groups]
    return max(sizes) > 2 or sizes.count(1) < 2


def _parted(text: str, first: re.Match[str], second: re.Match[str]) -> bool:
    """Whether two neighbouring groups may belong to different numbers."""
    between = text[first.end() : second.start()]
    return " " in between or "/" in between or "(" in between
