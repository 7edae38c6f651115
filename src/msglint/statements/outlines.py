"""Wordings as bits: a part has hundreds of them, and most texts hold hardly any of their words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence, Set
from heapq import nsmallest
from math import ceil

from msglint.statements.tokens import BLANK
from msglint.statements.wording import Wording, weight

ROUNDING = 1e-9
UNIT = 0.2
"""What words weigh is a multiple of this."""


class Outlines:
    """The wordings of a part, each as one number: a bit for each time that a word may stand in a wording."""

    def __init__(self, wordings: Sequence[Wording]) -> None:
        self._wordings = wordings
        counts = [Counter(wording.words) for wording in wordings]
        self._bits: dict[str, list[int]] = {}
        for count in counts:
            for word, times in count.items():
                self._bits.setdefault(word, []).extend([0] * (times - len(self._bits.get(word, ()))))
        slots = [(word, index) for word, bits in self._bits.items() for index in range(len(bits))]
        for number, (word, index) in enumerate(slots):
            self._bits[word][index] = 1 << number
        self._outlines = [
            sum(bit for word, times in count.items() for bit in self._bits[word][:times]) for count in counts
        ]
        self._holders = {word: _holders(word, counts) for word in self._bits}
        self._most = round(max((wording.weight for wording in wordings), default=0.0) / UNIT).bit_length()
        self._missing: dict[float, list[int]] = {}

    def reached(self, share: float, answered: Set[str]) -> bool:
        """Whether words make up a share of one of the wordings.

        All wordings are weighed at once: `planes` holds a binary number for each wording, its lowest digits
        first, that overflows when the wording's words weigh enough.
        """
        planes = list(self._planes(share))
        enough = 0
        for word in answered & self._holders.keys():
            units = round(weight(word) / UNIT)
            for holders in self._holders[word]:
                for digit in range(units.bit_length()):
                    if units >> digit & 1:
                        enough |= _add(planes, holders, digit)
        return any(self._wordings[number].share_of(answered) >= share for number in _ones(enough))

    def _planes(self, share: float) -> list[int]:
        """Return for each wording what is left to overflow once words weigh a share of it."""
        if share not in self._missing:
            full = 1 << self._most
            planes = [0] * self._most
            for number, wording in enumerate(self._wordings):
                start = full - max(ceil((share * wording.weight - ROUNDING) / UNIT), 1)
                for digit in range(self._most):
                    planes[digit] |= (start >> digit & 1) << number
            self._missing[share] = planes
        return self._missing[share]

    def possible(self, present: Iterable[str]) -> list[Wording]:
        """Return the wordings of which all words are present; blanks need no word."""
        absent = ~self._all_of((*present, BLANK))
        outlined = zip(self._outlines, self._wordings, strict=True)
        return [wording for outline, wording in outlined if not outline & absent]

    def likeliest(self, present: Iterable[str], count: int) -> list[Wording]:
        """Return the wordings that share most of their words with those present, best first."""
        there = self._all_of(present)
        lacking = [
            -(outline & there).bit_count() / len(wording.words)
            for outline, wording in zip(self._outlines, self._wordings, strict=True)
        ]
        best = nsmallest(count, range(len(lacking)), key=lacking.__getitem__)
        return [self._wordings[index] for index in best]

    def _all_of(self, words: Iterable[str]) -> int:
        known = self._bits
        return sum(bit for word in set(words) if word in known for bit in known[word])


def _holders(word: str, counts: Sequence[Counter[str]]) -> list[int]:
    """Return the wordings that hold a word once or more, twice or more, ...: a bit for each."""
    most = max(count[word] for count in counts)
    return [
        sum(1 << number for number, count in enumerate(counts) if count[word] > times)
        for times in range(most)
    ]


def _add(planes: list[int], numbers: int, digit: int) -> int:
    """Add a power of two to some of the numbers that planes hold; return those that overflow."""
    carry = numbers
    for place in range(digit, len(planes)):
        if not carry:
            return 0
        planes[place], carry = planes[place] ^ carry, planes[place] & carry
    return carry


def _ones(bits: int) -> Iterator[int]:
    """Yield the places of the bits that are set."""
    while bits:
        lowest = bits & -bits
        yield lowest.bit_length() - 1
        bits ^= lowest
