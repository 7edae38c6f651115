"""Exceptions of a rule: roles and zones, longer innocent phrases, and negators."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msglint.checks.match import Match
from msglint.matching.reading import SegmentReading
from msglint.matching.spans import Span, is_covered, touched
from msglint.matching.zones import zone_spans
from msglint.packs.model import Rule, Unless, Zone


def covers(reading: SegmentReading, rule: Rule) -> list[Span]:
    """Return the spans of the rule's longer innocent phrases."""
    return [span for phrase in rule.not_inside for span in reading.find(phrase, rule)]


def is_silenced(match: Match, rule: Rule, zones: Mapping[str, Zone]) -> bool:
    """Whether one of the rule's exceptions covers a match."""
    if match.span is None:
        return False
    reading = match.reading
    if rule.inside and not _in_any(reading, match.span, rule.inside, zones):
        return True
    if rule.outside and _in_any(reading, match.span, rule.outside, zones):
        return True
    if rule.not_inside and any(touched(piece, covers(reading, rule)) for piece in match.pieces):
        return True
    return rule.unless is not None and any(
        _is_negated(reading, piece, rule.unless, rule) for piece in match.pieces
    )


def _in_any(reading: SegmentReading, span: Span, names: Iterable[str], zones: Mapping[str, Zone]) -> bool:
    """Whether a span lies in a segment role or a zone of one of the names."""
    for name in names:
        if name == reading.segment.role:
            return True
        if name in zones and is_covered(span.start, span.end, zone_spans(reading, zones[name])):
            return True
    return False


def _is_negated(reading: SegmentReading, piece: Span, unless: Unless, rule: Rule) -> bool:
    low, high = reading.window(unless.within, piece.start, piece.end)
    for phrase in unless.before:
        if any(low <= span.start < piece.end for span in reading.find(phrase, rule)):
            return True
    for phrase in unless.after:
        if any(piece.start < span.end <= high for span in reading.find(phrase, rule)):
            return True
    return False
