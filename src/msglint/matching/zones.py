"""Zones: named stretches of a segment, such as a maker's address, quoted mail or what a ban is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msglint.document import LINE_END
from msglint.matching.spans import Covers, Span, beginning_in
from msglint.packs.model import SENTENCE, Unit
from msglint.text.quotations import LONGEST, quotations, rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from msglint.matching.reading import SegmentReading
    from msglint.packs.model import Zone

HEADING_ENDS = (":", "：")
"""A line that ends so speaks of what stands below it, also after a blank line."""

QUOTES = ('"', "'")
"""What folding makes of the marks that open and close a quotation."""

SAID = ("clause", "sentence", "quotation")
"""Where zones end that are a stretch of speech, not of lines."""


def zone_covers(reading: SegmentReading, zones: tuple[Zone, ...]) -> Covers:
    """Return the stretches of some zones, those that touch joined, remembered by the reading."""
    names = tuple(zone.name for zone in zones)
    if names not in reading.zones:
        spans = (span for zone in zones for span in zone_spans(reading, zone))
        reading.zones[names] = Covers(_joined(spans))
    return reading.zones[names]


def _joined(spans: Iterable[Span]) -> list[Span]:
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and span.start <= joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(Span(span.start, span.end))
    return joined


def zone_spans(reading: SegmentReading, zone: Zone) -> list[Span]:
    """Return the stretches of a zone, in view offsets, remembered by the reading: packs share most zones."""
    if zone.name not in reading.stretches:
        reading.stretches[zone.name] = _found(reading, zone)
    return reading.stretches[zone.name]


def _found(reading: SegmentReading, zone: Zone) -> list[Span]:
    if zone.prefix is not None:
        return list(_prefixed(reading, zone.prefix))
    if zone.reads_like is not None:
        return list(_alike(reading, zone, zone.reads_like))
    started = [span for phrase in zone.starts for span in reading.find(phrase)]
    if not started:
        return []
    text = reading.segment.text
    found = rows(text) if zone.begins == "quotation" else quotations(text)
    quoted = [_derived(reading, start, end) for start, end in found]
    find = _said if zone.until in SAID else _lines_from
    stretches = {find(reading, zone, span, quoted) for span in started}
    spoken = Covers(quoted)
    return [stretch for stretch in stretches if _counts(reading, zone, stretch, spoken)]


def _alike(reading: SegmentReading, zone: Zone, kind: str) -> Iterator[Span]:
    quoted = [_derived(reading, *found) for found in quotations(reading.segment.text)] if zone.quoted else []
    for passage, impression in reading.impressions:
        if impression.reads_like(kind):
            yield from beginning_in(quoted, passage.start, passage.end) if zone.quoted else (passage,)


def reads_throughout(reading: SegmentReading, zone: Zone, span: Span) -> bool:
    """Whether a span lies in a zone of an impression, and the sentences that it touches fit in read alone."""
    kind = zone.reads_like
    if kind is None or not zone_covers(reading, (zone,)).hold(span.start, span.end):
        return False
    low, high = reading.window(SENTENCE, span.start, span.end)
    sentences = reading.sentences(Span(low, high))
    return all(reading.impression(sentence).fits_into(kind) for sentence in sentences)


def _derived(reading: SegmentReading, start: int, end: int) -> Span:
    derived = reading.view.offsets.derived
    return Span(derived(start), derived(end))


def _prefixed(reading: SegmentReading, prefix: str) -> Iterator[Span]:
    text = reading.segment.text
    for start, end in _lines(text):
        if text[start:end].lstrip().startswith(prefix):
            yield _derived(reading, start, end)


def _said(reading: SegmentReading, zone: Zone, begun: Span, quoted: list[Span]) -> Span:
    """Return the stretch of speech that a start phrase begins, whole quotations included."""
    if zone.begins == "quotation":
        # Where words are written plainly, a mark between two of them may be gone.
        near = [row for row in quoted if row.start < begun.end and begun.start < row.end]
        near = [row for row in near if reading.text[row.start] in QUOTES]
        return Span(near[0].start, near[-1].end) if near else Span(begun.end, begun.end)
    start = begun.end
    if zone.begins != "behind":
        start, _ = reading.window(Unit(zone.begins), begun.start, begun.start + 1)
    if zone.until == "quotation":
        before = beginning_in(quoted, begun.start - LONGEST, begun.end)
        near = [item for item in before if begun.start < item.end]
        starts, ends = [start, *(item.start for item in near)], [begun.end, *(item.end for item in near)]
        return Span(min(starts), max(ends))
    _, end = reading.window(Unit(zone.until), begun.end - 1, begun.end)
    end = _goes_on(reading, zone, end)
    for quotation in beginning_in(quoted, start, len(reading.text)):
        if quotation.start > end:
            break
        # A quotation may hold several sentences; others may be listed behind it.
        if quotation.end > end:
            _, end = reading.window(Unit("sentence"), quotation.end - 1, quotation.end)
    return Span(start, end)


def _goes_on(reading: SegmentReading, zone: Zone, end: int) -> int:
    """Return where the stretch ends once the clauses behind it that go on with it belong to it."""
    going_on = {span.start for phrase in zone.goes_on for span in reading.find(phrase)}
    while end in going_on and reading.share(SENTENCE, end - 1, end):
        _, end = reading.window(Unit(zone.until), end, end + 1)
    return end


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
    low, high = stretch.start, stretch.end
    if low == high:
        return False
    marked = zone.begins == "quotation"
    if marked:
        low, high = reading.window(SENTENCE, low, high)
    for phrase in zone.unless:
        against = beginning_in(reading.find(phrase), low, high)
        if any(not quoted.hold(span.start, span.end) for span in against):
            return False
    if not zone.beside:
        return True
    _, end = reading.window(SENTENCE, high - marked, high + 1)
    speaking = (span for phrase in zone.beside for span in beginning_in(reading.find(phrase), low, end))
    return any(not marked or not quoted.hold(span.start, span.end) for span in speaking)
