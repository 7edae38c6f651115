"""Where sentences end: full stops that are none (abbreviations, numbers, hosts, ordinals) are told apart."""

from __future__ import annotations

import re
from collections.abc import Iterable

from msglint.text import abbreviations
from msglint.text.patterns import lazy_pattern
from msglint.text.tables import INVISIBLE

CLOSING = rf"""["'”’»›」』）)\]】》〉}}*_~{INVISIBLE}]"""
STOP = lazy_pattern(rf"(?P<stop>[.．!?…。！？｡‼⁇⁈⁉]++)(?P<close>{CLOSING}*+)(?P<gap>[\s{INVISIBLE}]*+)")
QUERY = lazy_pattern(r"\?[\w.-]{1,40}=")
LAST_WORD = lazy_pattern(r"[\w.ª-]+\Z")
LAST_NUMBER = lazy_pattern(r"(?:(?:\A|\n)[^\S\n]*|(?P<word>[^\W\d_]+)[^\S\n]+)\d{1,3}\Z")
MEASURED = lazy_pattern(r"\d[^\S\n]?[A-Za-z]+\Z")
NO_LETTER = lazy_pattern(r"\W")
INITIALS = lazy_pattern(r"(?:[a-zà-öø-ÿ]\.)*[a-zà-öø-ÿ]")
LOOK_BACK, LOOK_AHEAD = 40, 12
"""Characters before and behind a full stop that are looked at; no abbreviation or month is longer."""


def sentence_ends(text: str) -> Iterable[int]:
    """Return the offsets behind each sentence and the blanks that follow it, ascending.

    The end of the text is not among them. Web addresses and placeholders must have been masked.
    """
    ends = [match for match in STOP.finditer(text) if match.end() < len(text) and _ends(text, match)]
    small = [match for match in ends if text[match.end()].islower() and not _is_loud(match["stop"])]
    is_casual = _is_casual(text, len(small), len(ends))
    return (match.end() for match in ends if is_casual or match not in small)


def _is_casual(text: str, small: int, ends: int) -> bool:
    """Whether sentences begin with small letters, as in chats: else a small letter shows that none begins."""
    return 2 * small > ends and (small > 1 or text.lstrip()[:1].islower())


def _ends(text: str, match: re.Match[str]) -> bool:
    """Whether a sentence ends at a stop if a small letter may begin the next."""
    stop, following = match["stop"], text[match.end()]
    apart = bool(match["close"] or match["gap"])
    if _is_loud(stop):
        return not QUERY.match(text, match.end("stop") - 1)
    if stop not in ".．":
        return not following.islower() and (apart or not following.isascii())
    before = text[max(0, match.start() - LOOK_BACK) : match.start()]
    word = NO_LETTER.split(text[match.end() : match.end() + LOOK_AHEAD], maxsplit=1)[0]
    return _full_stop_ends(before, following, word) if apart else _glued_stop_ends(before, following, word)


def _is_loud(stop: str) -> bool:
    """Whether a stop is more than full stops."""
    return bool(stop.strip(".．…"))


def _full_stop_ends(before: str, following: str, word: str) -> bool:
    """Judge a full stop with a blank or a closing sign behind it."""
    last = LAST_WORD.search(before)
    name = last[0].lower().lstrip(".-") if last else ""
    if name.isdigit():
        return not _is_ordinal(before, word)
    if name in abbreviations.BEFORE_NUMBER:
        return not following.isdigit() and following not in "+#"
    if name in abbreviations.MEASURES and following.islower() and MEASURED.search(before):
        return False
    if INITIALS.fullmatch(name):
        return name in abbreviations.LAST_INITIALS
    return name not in abbreviations.NEVER_LAST


def _is_ordinal(before: str, word: str) -> bool:
    """Say whether a number counts a list (`1. Open`) or is a German ordinal (`am 3. Mai`)."""
    number = LAST_NUMBER.search(before)
    if number is None:
        return False
    leader = number["word"]
    return (
        leader is None
        or leader.lower() in abbreviations.BEFORE_ORDINAL
        or word.lower() in abbreviations.GERMAN_MONTHS
    )


def _glued_stop_ends(before: str, following: str, word: str) -> bool:
    """Judge a full stop with the next character glued to it: `Thanks.Please`, but not `Amazon.Com`."""
    if not word:
        return not following.isascii()
    if following >= "\u2e80":
        return not before[-1:].isdigit()
    begins = following.isupper() and (len(word) == 1 or word[1:].islower())
    ended = before[-2:].isalpha() and before[-1:].islower()
    return begins and ended and word.lower() not in abbreviations.HOST_ENDINGS
