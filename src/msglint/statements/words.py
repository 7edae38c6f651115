"""A document as one row of words, so that statements are found across lines, bullets and segments."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Any, NamedTuple, Protocol

from msglint.frozen import Frozen
from msglint.statements.alike import traces
from msglint.statements.tokens import words_of


class Text(Protocol):
    """What is needed of a segment's reading; offsets are those of its folded text."""

    @property
    def text(self) -> str:
        """The folded text."""

    def excerpt(self, start: int, end: int) -> str:
        """Return what the author wrote there."""

    def unit_index(self, kind: str, offset: int) -> int:
        """Return the number of the unit that holds an offset."""


class Range(NamedTuple):
    """Words `first` to `last` of a document (numbers from 0, end exclusive)."""

    first: int
    last: int


class Stretch(Frozen):
    """A piece of one segment: its index, and offsets in its folded text."""

    segment: int
    start: int
    end: int


class Words:
    """The words of all segments of a document, in order; `memory` holds answers already found for it."""

    def __init__(self, texts: Sequence[Text]) -> None:
        self.texts = tuple(texts)
        self.tokens: list[str] = []
        self._starts = array("L")
        self._ends = array("L")
        self._firsts: list[int] = []
        self._positions: dict[str, list[int]] = {}
        self.memory: dict[tuple[object, ...], Any] = {}
        known: dict[str, str] = {}
        for text in self.texts:
            self._firsts.append(len(self.tokens))
            for word, start, end in words_of(text.text):
                self.tokens.append(known.setdefault(word, word))
                self._starts.append(start)
                self._ends.append(end)

    def __len__(self) -> int:
        return len(self.tokens)

    @cached_property
    def seen(self) -> frozenset[str]:
        """Every word of the document."""
        return frozenset(self.tokens)

    @cached_property
    def traces(self) -> frozenset[str]:
        """What tells which words the document holds, or words like them."""
        return traces(self.tokens)

    def nearby(self, size: int) -> list[frozenset[str]]:
        """Return the traces of overlapping stretches; any `size` words in a row lie in one of them."""
        key = ("nearby", size)
        if key not in self.memory:
            firsts = range(0, max(len(self) - size, 1), size)
            self.memory[key] = [traces(self.tokens[first : first + 2 * size]) for first in firsts]
        found: list[frozenset[str]] = self.memory[key]
        return found

    def positions(self, words: Iterable[str]) -> dict[str, list[int]]:
        """Return, for each of the words, at which numbers it stands."""
        asked = frozenset(words)
        unknown = asked.difference(self._positions)
        if unknown:
            self._positions.update((word, []) for word in unknown)
            for number, token in enumerate(self.tokens):
                if token in unknown:
                    self._positions[token].append(number)
        return {word: self._positions[word] for word in asked}

    def segment(self, number: int) -> int:
        """Return the index of the segment that holds a word."""
        return bisect_right(self._firsts, number) - 1

    def range_of(self, place: Stretch) -> Range:
        """Return which words begin within a piece of a segment; at least one."""
        low, high = self._firsts[place.segment], self._end_of(place.segment)
        first = bisect_left(self._starts, place.start, low, high)
        return Range(first, max(bisect_left(self._starts, place.end, low, high), first + 1))

    def stretch(self, span: Range) -> Stretch:
        """Return where words stand; of several segments the first counts."""
        segment = self.segment(span.first)
        last = min(span.last, self._end_of(segment))
        return Stretch(segment, self._starts[span.first], self._ends[last - 1])

    def excerpt(self, span: Range) -> str:
        """Return what the author wrote from the first to the last of the words."""
        pieces, first = [], span.first
        while first < span.last:
            place = self.stretch(Range(first, span.last))
            pieces.append(self.texts[place.segment].excerpt(place.start, place.end))
            first = max(first + 1, min(span.last, self._end_of(place.segment)))
        return " ".join(pieces)

    def originals(self, span: Range) -> list[str]:
        """Return the words as the author wrote them."""
        return [self.excerpt(Range(number, number + 1)) for number in range(span.first, span.last)]

    def adjoin(self, number: int) -> bool:
        """Whether nothing stands between a word and the next, as in Chinese."""
        return self._ends[number] == self._starts[number + 1] and self.segment(number) == self.segment(
            number + 1
        )

    def between(self, first: int, second: int) -> str:
        """Return what the author wrote between two words; a blank line where a segment ends."""
        segment = self.segment(first)
        start = self._ends[first]
        if segment == self.segment(second):
            return self.texts[segment].excerpt(start, self._starts[second])
        return self.texts[segment].excerpt(start, len(self.texts[segment].text)) + "\n\n"

    def behind(self, number: int) -> str:
        """Return what the author wrote between a word and the next (or the end of the document)."""
        if number + 1 < len(self):
            return self.between(number, number + 1)
        return "\n"

    def joint(self, number: int) -> str:
        """Return what the author wrote behind a word, up to the first character of the next."""
        following = self.excerpt(Range(number + 1, number + 2))[:1] if number + 1 < len(self) else ""
        return self.behind(number) + following

    def unit(self, kind: str, number: int) -> tuple[int, int]:
        """Return which unit of a kind holds a word: its segment and its index there."""
        segment = self.segment(number)
        return segment, self.texts[segment].unit_index(kind, self._starts[number])

    def _end_of(self, segment: int) -> int:
        return self._firsts[segment + 1] if segment + 1 < len(self._firsts) else len(self)
