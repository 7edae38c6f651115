"""Spans of a view and the few operations that matching needs on lists of them."""

from __future__ import annotations

from collections.abc import Iterable
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


def ordered(spans: Iterable[Span]) -> list[Span]:
    """Return the spans by start, then longest first, one for each place."""
    unique: dict[tuple[int, int], Span] = {}
    for span in spans:
        unique.setdefault((span.start, span.end), span)
    return sorted(unique.values(), key=lambda span: (span.start, -span.end))


def longest(spans: Iterable[Span]) -> list[Span]:
    """Return the spans that lie in no other: the longest hit at a place wins."""
    kept: list[Span] = []
    for span in ordered(spans):
        if not kept or span.end > kept[-1].end:
            kept.append(span)
    return kept


def is_covered(start: int, end: int, covers: Iterable[Span]) -> bool:
    """Whether start:end lies within one of the spans."""
    return any(cover.start <= start and end <= cover.end for cover in covers)


def uncovered(spans: list[Span], covers: list[Span]) -> list[Span]:
    """Return the spans of which no part lies within one of `covers`."""
    if not covers:
        return spans
    return [span for span in spans if not touched(span, covers)]


def touched(span: Span, covers: Iterable[Span]) -> bool:
    """Whether the span or one of its named parts lies within one of `covers`."""
    return any(is_covered(start, end, covers) for start, end in pieces(span))


def pieces(span: Span) -> list[tuple[int, int]]:
    """Return the span's own extent and those of its named parts."""
    return [(span.start, span.end), *((part.start, part.end) for part in span.parts)]
