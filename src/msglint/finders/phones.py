"""Phone numbers, told from order ids, dates, prices, article numbers and the like.

Numbers that are spelled out or disguised are not looked for here: they are made plain before.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator

import regex

from msglint.finders.digit_windows import Digits, candidates
from msglint.finders.links import Link, find_links
from msglint.finders.phone_shapes import has_exit_code, has_phone_shape, is_international, is_national
from msglint.finders.phone_words import names_other_number, names_phone
from msglint.frozen import Frozen
from msglint.text.patterns import lazy_regex

MAX_NAMED_DIGITS = 13
TRUNK_ZERO = "0"
REGION_OF_MARKET = {"UK": "GB"}

MONEY_BEFORE = lazy_regex(r"(?:[$€£¥₩₹]|usd|rmb|eur|gbp|cny|jpy) ?", regex.REVERSE)
UNIT_BEHIND = lazy_regex(
    r"""
    \ ?(?:
        (?:
            mah | wh | kwh | mm | cm | km | kg | mg | ml | oz | lbs? | inch | inches | hz | khz | mhz
          | lumens? | lm | rpm | dpi | pcs? | pieces | units | hours | hrs | minutes | years? | months?
          | customers | users | reviews | usd | eur | gbp | rmb | cny | jpy | euros? | dollars?
        )(?![\p{Latin}\p{N}])
      | [%°€$£℃℉] | [元块件天毫] | 个 | 美元 | 人民币
    )
    """,
    regex.VERBOSE,
)
"""Units that no word of a sentence begins with; a letter right behind a digit is a unit anyway."""

EXTENSION = lazy_regex(r" ?(?:ext\.?|x|转|分机号?|-转) ?:? ?[0-9]{1,5}(?![\p{Latin}\p{N}])")
ANNOUNCEMENT = lazy_regex(r"[:.号话] ?", regex.REVERSE)
LATIN = lazy_regex(r"\p{Latin}")


class Phone(Frozen):
    """A phone number; offsets are code points of the folded text. `value` is `+`, if written, and digits."""

    start: int
    end: int
    value: str


def find_phones(text: str, markets: tuple[str, ...] = ()) -> list[Phone]:
    """Return the phone numbers in folded text, in order and disjoint.

    National numbers are validated for `markets` (ISO codes), or for the common regions if none is given;
    Chinese and North American shapes and numbers with a country code count everywhere.
    """
    phones = list(_phones(text, tuple(REGION_OF_MARKET.get(market, market) for market in markets)))
    if not phones:
        return []
    links = find_links(text)
    starts = [link.start for link in links]
    return [phone for phone in phones if not _is_inside(phone, links, bisect_left(starts, phone.end) - 1)]


def find(text: str, markets: tuple[str, ...] = ()) -> Iterable[tuple[int, int]]:
    """Yield the spans of the phone numbers."""
    return ((phone.start, phone.end) for phone in find_phones(text, markets))


def _is_inside(phone: Phone, links: list[Link], last_before_end: int) -> bool:
    return last_before_end >= 0 and links[last_before_end].end > phone.start


def _phones(text: str, markets: tuple[str, ...]) -> Iterator[Phone]:
    done = 0
    for runs in candidates(text):
        free = [run for run in runs if run.start >= done]
        phone = next((phone for run in free if (phone := _by_shape(text, run, markets))), None) or next(
            (phone for run in free if (phone := _by_word(text, run))), None
        )
        if phone:
            done = phone.end
            yield phone


def _by_shape(text: str, digits: Digits, markets: tuple[str, ...]) -> Phone | None:
    start, plus = _opening(text, digits)
    if not _stands_free(text, start, digits.end):
        return None
    if plus:
        return _phone(text, start, digits, plus) if is_international(digits) else None
    before = text[digits.start - 1 : digits.start]
    fits = has_phone_shape(digits, before) or has_exit_code(digits) or is_national(digits, before, markets)
    return _phone(text, start, digits, plus) if fits and not names_other_number(text, start) else None


def _by_word(text: str, digits: Digits) -> Phone | None:
    """Take any run of digits for a number that a phone word right before it calls one.

    Short first groups need more than the bare word: `phone 12 256 1024` is about a model.
    """
    start, plus = _opening(text, digits)
    if len(digits.all) > MAX_NAMED_DIGITS or "/" in "".join(digits.separators):
        return None
    announced = digits.sizes[0] > 2 or ANNOUNCEMENT.match(text, 0, start)
    named = announced and names_phone(text, start) and not names_other_number(text, start)
    return _phone(text, start, digits, plus) if named and _stands_free(text, start, digits.end) else None


def _opening(text: str, digits: Digits) -> tuple[int, bool]:
    """Return where the number begins with its plus sign and open bracket, and whether it has a plus sign."""
    start = digits.start
    between = "".join(digits.separators)
    closes = between.count(")") > between.count("(")
    if closes and text[start - 1 : start] == "(":
        start -= 1
    plus = next((lead for lead in ("+", "+ ") if start >= len(lead) and text.endswith(lead, 0, start)), "")
    start -= len(plus)
    if plus and closes and text[start - 1 : start] == "(":
        start -= 1
    return start, bool(plus)


def _stands_free(text: str, start: int, end: int) -> bool:
    """Whether nothing at the edges makes the digits a part or a measure of something else."""
    before, behind = text[start - 1 : start], text[end : end + 1]
    if before in tuple("_@=&%\\#") or behind in tuple("_@=*"):
        return False
    if before and before in ",.-" and text[start - 2 : start - 1].isalnum() and not names_phone(text, start):
        return False
    if LATIN.match(before) and not names_phone(text, start):
        return False
    if behind and behind in ",.:-" and text[end + 1 : end + 2].isalnum() and text[end + 1].isascii():
        return behind in ",." and not text[end + 1].isdigit()
    if LATIN.match(behind) and not EXTENSION.match(text, end):
        return False
    return not MONEY_BEFORE.match(text, 0, start) and not UNIT_BEHIND.match(text, end)


def _phone(text: str, start: int, digits: Digits, plus: bool) -> Phone:
    extension = EXTENSION.match(text, digits.end)
    end = extension.end() if extension else digits.end
    if plus:
        return Phone(start, end, "+" + "".join(group for group in digits.groups if group != TRUNK_ZERO))
    return Phone(start, end, digits.all)
