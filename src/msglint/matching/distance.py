"""How many words lie between two places: the measure of gaps."""

from __future__ import annotations

from bisect import bisect_left
from itertools import accumulate

import regex

WORD = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}]|[^\W_]+(?:['’.-][^\W_]+)*|\ue000+")


class Distances:
    """Word counts of a text; a Han or kana character counts half a word."""

    def __init__(self, text: str) -> None:
        words = [(match.start(), 2 if _is_whole(match.group()) else 1) for match in WORD.finditer(text)]
        self._starts = [start for start, _ in words]
        self._halves = [0, *accumulate(halves for _, halves in words)]

    def words(self, start: int, end: int) -> float:
        """Return the number of words that begin in start:end (code points)."""
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return (self._halves[last] - self._halves[first]) / 2


def _is_whole(word: str) -> bool:
    return len(word) > 1 or word < "\u3041" or word == "\ue000"
