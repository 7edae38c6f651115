"""Wordings as bits: a part has hundreds of them, and most texts hold hardly any of their words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence, Set
from heapq import nsmallest

from msglint.statements.tokens import BLANK
from msglint.statements.wording import LITTLE, Wording, weight

ROUNDING = 1e-9


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
        self._telling = self._all_of(word for word in self._bits if weight(word) == 1.0)
        self._little = self._all_of(word for word in self._bits if weight(word) == LITTLE)

    def reached(self, share: float, answered: Set[str]) -> bool:
        """Whether words make up a share of one of the wordings."""
        there = self._all_of(answered)
        telling, little = there & self._telling, there & self._little
        for outline, wording in zip(self._outlines, self._wordings, strict=True):
            worth = (outline & telling).bit_count() + LITTLE * (outline & little).bit_count()
            if worth >= share * wording.weight - ROUNDING and wording.share_of(answered) >= share:
                return True
        return False

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
