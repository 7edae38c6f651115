"""Zones: named stretches of a segment, such as a manufacturer's address or quoted mail."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from msglint.document import LINE_END
from msglint.matching.spans import Covers, Span

if TYPE_CHECKING:
    from msglint.matching.reading import SegmentReading
    from msglint.packs.model import Zone


def zone_covers(reading: SegmentReading, zone: Zone) -> Covers:
    """Return the stretches of a zone, remembered by the reading."""
    if zone.name not in reading.zones:
        reading.zones[zone.name] = Covers(zone_spans(reading, zone))
    return reading.zones[zone.name]


def zone_spans(reading: SegmentReading, zone: Zone) -> list[Span]:
    """Return the stretches of a zone, in view offsets."""
    lines = _lines(reading.segment.text)
    found = [*_started(reading, zone, lines), *_prefixed(zone, lines, reading.segment.text)]
    derived = reading.view.offsets.derived
    return [Span(derived(start), derived(end)) for start, end in found]


def _lines(text: str) -> list[tuple[int, int]]:
    ends = [match.span() for match in LINE_END.finditer(text)]
    starts = [0, *(end for _, end in ends)]
    return list(zip(starts, [*(start for start, _ in ends), len(text)], strict=True))


def _started(reading: SegmentReading, zone: Zone, lines: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    text = reading.segment.text
    for phrase in zone.starts:
        for span in reading.find(phrase):
            start, _ = reading.original(span.start, span.end)
            yield start, _end_of_zone(text, [line for line in lines if line[1] >= start], zone)


def _end_of_zone(text: str, lines: list[tuple[int, int]], zone: Zone) -> int:
    """Return where a zone that begins in the first line ends: at a blank line or after so many lines."""
    end = lines[0][1]
    for count, (first, last) in enumerate(lines[1:], start=1):
        too_long = zone.max_lines is not None and count >= zone.max_lines
        if too_long or (zone.until == "blank_line" and not text[first:last].strip()):
            break
        end = last
    return end


def _prefixed(zone: Zone, lines: list[tuple[int, int]], text: str) -> Iterator[tuple[int, int]]:
    if zone.prefix is not None:
        for start, end in lines:
            if text[start:end].lstrip().startswith(zone.prefix):
                yield start, end
