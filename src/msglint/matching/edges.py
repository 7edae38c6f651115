"""Does a hit stand alone, or is it a piece of a longer word?

Latin letters and digits need an edge against their like, a Latin edge next to Han is an edge, Katakana
needs an edge against Katakana, and Han asks the dictionary whether a word straddles the edge.
"""

from __future__ import annotations

from msglint import budget
from msglint.text.scripts import is_han, is_katakana, is_spaced
from msglint.text.words import breaks_word

DECIMAL = ".,"


def stands_alone(text: str, start: int, end: int) -> bool:
    """Whether text[start:end] begins and ends where words do; `text` is folded."""
    budget.check()
    if not _open_before(text, start) or not _open_behind(text, end):
        return False
    return not _touches_han(text, start, end) or not breaks_word(text, start, end)


def _open_before(text: str, start: int) -> bool:
    if start == 0:
        return True
    first, before = text[start], text[start - 1]
    if is_spaced(first):
        decimal = first.isdigit() and before in DECIMAL and start > 1 and text[start - 2].isdigit()
        return not is_spaced(before) and not decimal
    return not (is_katakana(first) and is_katakana(before))


def _open_behind(text: str, end: int) -> bool:
    if end >= len(text):
        return True
    last, behind = text[end - 1], text[end]
    if is_spaced(last):
        decimal = last.isdigit() and behind in DECIMAL and end + 1 < len(text) and text[end + 1].isdigit()
        return not is_spaced(behind) and not decimal
    return not (is_katakana(last) and is_katakana(behind))


def _touches_han(text: str, start: int, end: int) -> bool:
    before = start > 0 and is_han(text[start]) and is_han(text[start - 1])
    behind = end < len(text) and is_han(text[end - 1]) and is_han(text[end])
    return before or behind
