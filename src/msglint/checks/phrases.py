"""The `phrases` check: one phrase, or several that stand together in a unit."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import TYPE_CHECKING

from msglint.checks.match import Match
from msglint.matching.spans import Span, longest, uncovered
from msglint.packs.model import PhrasesCheck, Rule, Together, Unit

if TYPE_CHECKING:
    from msglint.matching.document import DocumentReading
    from msglint.matching.reading import SegmentReading


def find(check: PhrasesCheck, rule: Rule, document: DocumentReading) -> Iterator[Match]:
    """Yield the longest match at each place of each segment."""
    for reading in document.readings:
        for span in longest(reading.find_any(rule)):
            yield Match.at(reading, span)
    patterns = [pattern for pattern in check.patterns if isinstance(pattern, Together)]
    for pattern, node in zip(patterns, document.program.joint(rule), strict=True):
        if node not in document.awake:
            continue
        if pattern.within.kind == "document":
            yield from _in_document(pattern, rule, document)
            continue
        for reading in document.readings:
            if node in reading.awake:
                yield from _together(pattern, rule, reading)


def _together(pattern: Together, rule: Rule, reading: SegmentReading) -> Iterator[Match]:
    found: list[list[Span]] = []
    for index in range(len(pattern.phrases)):
        found.append(_usable(reading, rule, index, pattern))
        if not found[-1]:
            return
    yield from _closest(reading, found, pattern.within)


def _usable(reading: SegmentReading, rule: Rule, index: int, pattern: Together) -> list[Span]:
    spans = longest(reading.find(pattern.phrases[index], rule))
    return uncovered(spans, reading.covers(rule)) if spans else spans


def _closest(reading: SegmentReading, found: list[list[Span]], unit: Unit) -> Iterator[Match]:
    """Yield, for each span of the rarest phrase, the group of nearest spans, if all share the unit."""
    anchors = min(found, key=len)
    groups = []
    for anchor in anchors:
        chosen = [anchor if spans is anchors else _nearest(spans, anchor) for spans in found]
        first, last = min(chosen), max(chosen)
        if reading.share(unit, first.start, last.start):
            groups.append((max(span.end for span in chosen) - first.start, first.start, chosen))
    taken: list[tuple[int, int]] = []
    for length, start, chosen in sorted(groups, key=lambda group: group[:2]):
        index = bisect_left(taken, (start, start))
        free_before = index == 0 or taken[index - 1][1] <= start
        if free_before and (index == len(taken) or taken[index][0] >= start + length):
            taken.insert(index, (start, start + length))
            yield _joined(reading, chosen, start, start + length)


def _nearest(spans: list[Span], anchor: Span) -> Span:
    index = bisect_left(spans, anchor)
    return min(spans[max(index - 1, 0) : index + 1], key=lambda span: abs(span.start - anchor.start))


def _joined(reading: SegmentReading, chosen: list[Span], start: int, end: int) -> Match:
    parts = tuple(part for span in chosen for part in span.parts)
    match = Match.at(reading, Span(start, end, parts))
    return Match(reading, match.span, tuple(chosen), arguments=match.arguments)


def _in_document(pattern: Together, rule: Rule, document: DocumentReading) -> Iterator[Match]:
    firsts = []
    for index in range(len(pattern.phrases)):
        spans = [(item, span) for item in document.readings for span in _usable(item, rule, index, pattern)]
        if not spans:
            return
        firsts.append(spans[0])
    reading, span = firsts[0]
    match = Match.at(reading, span)
    pieces = tuple(span for other, span in firsts if other is reading)
    yield Match(reading, span, pieces, arguments=match.arguments, related=tuple(firsts[1:]))
