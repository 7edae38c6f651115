"""Spans of a view and the few operations that matching needs on lists of them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate
from typing import NamedTuple


class Named(NamedTuple):
    """What a lexicon or type contributed to a span: its name and where it stands."""

    name: str
    start: int
    end: int


class Span(NamedTuple):
    """A stretch of a view (code points, end exclusive) with the lexicons and types that took part."""

    start: int
    end: int
    parts: tuple[Named, ...] = ()


def bare(text: str, start: int, end: int) -> Span:
    """Return a stretch of a text without the blanks around it."""
    stretch = text[start:end]
    first = start + len(stretch) - len(stretch.lstrip())
    return Span(first, first + len(stretch.strip()))


def ordered(spans: Iterable[Span]) -> list[Span]:
    """Return the spans by start, then longest first, one for each place."""
    unique: dict[tuple[int, int], Span] = {}
    for span in spans:
        unique.setdefault((span[0], -span[1]), span)
    return [unique[place] for place in sorted(unique)]


def longest(spans: Iterable[Span]) -> list[Span]:
    """Return the spans that lie in no other: the longest hit at a place wins."""
    kept: list[Span] = []
    for span in ordered(spans):
        if not kept or span.end > kept[-1].end:
            kept.append(span)
    return kept


class Covers:
    """Spans that other spans may lie in; asked by bisection, so that many hits cost no more than few."""

    def __init__(self, spans: Iterable[Span]) -> None:
        ranked = sorted(spans)
        self._starts = [span.start for span in ranked]
        self._reach = list(accumulate((span.end for span in ranked), max))

    def __bool__(self) -> bool:
        return bool(self._starts)

    def hold(self, start: int, end: int) -> bool:
        """Whether start:end lies within one of the spans."""
        index = bisect_right(self._starts, start) - 1
        return index >= 0 and self._reach[index] >= end

    def overlap(self, start: int, end: int) -> bool:
        """Whether start:end shares a character with one of the spans."""
        index = bisect_left(self._starts, end) - 1
        return index >= 0 and self._reach[index] > start

    def touch(self, span: Span) -> bool:
        """Whether the span or one of its named parts lies within one of the spans."""
        return any(self.hold(start, end) for start, end in pieces(span))


def uncovered(spans: list[Span], covers: Covers) -> list[Span]:
    """Return the spans of which no part lies within one of `covers`."""
    return [span for span in spans if not covers.touch(span)] if covers else spans


def beginning_in(spans: list[Span], low: int, high: int) -> Iterator[Span]:
    """Yield those of the ordered spans that begin in low:high."""
    for index in range(bisect_left(spans, (low,)), len(spans)):
        if spans[index].start >= high:
            return
        yield spans[index]


def pieces(span: Span) -> list[tuple[int, int]]:
    """Return the span's own extent and those of its named parts."""
    return [(span.start, span.end), *((part.start, part.end) for part in span.parts)]
