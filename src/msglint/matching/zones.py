"""Zones: named stretches of a segment, such as a maker's address, quoted mail or what a ban is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msglint.document import LINE_END
from msglint.matching.spans import Covers, Span, beginning_in
from msglint.packs.model import Unit
from msglint.text.quotations import LONGEST, quotations

if TYPE_CHECKING:
    from collections.abc import Iterator

    from msglint.matching.reading import SegmentReading
    from msglint.packs.model import Zone

HEADING_ENDS = (":", "：")
"""A line that ends so speaks of what stands below it, also after a blank line."""

SAID = ("clause", "sentence", "quotation")
"""Where zones end that are a stretch of speech, not of lines."""


def zone_covers(reading: SegmentReading, zone: Zone) -> Covers:
    """Return the stretches of a zone, remembered by the reading."""
    if zone.name not in reading.zones:
        reading.zones[zone.name] = Covers(zone_spans(reading, zone))
    return reading.zones[zone.name]


def zone_spans(reading: SegmentReading, zone: Zone) -> list[Span]:
    """Return the stretches of a zone, in view offsets."""
    if zone.prefix is not None:
        return list(_prefixed(reading, zone.prefix))
    started = [span for phrase in zone.starts for span in reading.find(phrase)]
    if not started:
        return []
    quoted = [_derived(reading, start, end) for start, end in quotations(reading.segment.text)]
    find = _said if zone.until in SAID else _lines_from
    stretches = {find(reading, zone, span, quoted) for span in started}
    spoken = Covers(quoted)
    return [stretch for stretch in stretches if _counts(reading, zone, stretch, spoken)]


def _derived(reading: SegmentReading, start: int, end: int) -> Span:
    derived = reading.view.offsets.derived
    return Span(derived(start), derived(end))


def _prefixed(reading: SegmentReading, prefix: str) -> Iterator[Span]:
    text = reading.segment.text
    for start, end in _lines(text):
        if text[start:end].lstrip().startswith(prefix):
            yield _derived(reading, start, end)


def _said(reading: SegmentReading, zone: Zone, begun: Span, quoted: list[Span]) -> Span:
    """Return the stretch from the clause or sentence of a start phrase on, whole quotations included."""
    start, _ = reading.window(Unit(zone.begins), begun.start, begun.start + 1)
    if zone.until == "quotation":
        before = beginning_in(quoted, begun.start - LONGEST, begun.end)
        near = [item for item in before if begun.start < item.end]
        starts, ends = [start, *(item.start for item in near)], [begun.end, *(item.end for item in near)]
        return Span(min(starts), max(ends))
    _, end = reading.window(Unit(zone.until), begun.end - 1, begun.end)
    for quotation in beginning_in(quoted, start, len(reading.text)):
        if quotation.start > end:
            break
        # A quotation may hold several sentences; others may be listed behind it.
        if quotation.end > end:
            _, end = reading.window(Unit("sentence"), quotation.end - 1, quotation.end)
    return Span(start, end)


def _lines(text: str) -> list[tuple[int, int]]:
    ends = [match.span() for match in LINE_END.finditer(text)]
    starts = [0, *(end for _, end in ends)]
    return list(zip(starts, [*(start for start, _ in ends), len(text)], strict=True))


def _lines_from(reading: SegmentReading, zone: Zone, begun: Span, _quoted: list[Span]) -> Span:
    """Return the stretch from a start phrase to a blank line, the last line permitted, or the end."""
    text = reading.segment.text
    start, _ = reading.original(begun.start, begun.end)
    lines = [line for line in _lines(text) if line[1] >= start]
    end = lines[0][1]
    heads = text[start:end].rstrip().endswith(HEADING_ENDS)
    for count, (first, last) in enumerate(lines[1:], start=1):
        is_blank = not text[first:last].strip()
        too_long = zone.max_lines is not None and count >= zone.max_lines
        if too_long or (zone.until == "blank_line" and is_blank and not heads):
            break
        heads = heads and is_blank
        end = last
    return _derived(reading, start, end)


def _counts(reading: SegmentReading, zone: Zone, stretch: Span, quoted: Covers) -> bool:
    """Whether what has to stand beside a zone does, and nothing in it speaks against it."""
    for phrase in zone.unless:
        against = beginning_in(reading.find(phrase), stretch.start, stretch.end)
        if any(not quoted.hold(span.start, span.end) for span in against):
            return False
    if not zone.beside:
        return True
    _, end = reading.window(Unit("sentence"), stretch.end, stretch.end + 1)
    return any(any(beginning_in(reading.find(phrase), stretch.start, end)) for phrase in zone.beside)
