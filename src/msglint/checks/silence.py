"""Exceptions of a rule: roles and zones, longer innocent phrases, and negators; zones that raise a doubt."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from msglint.matching.spans import Span, beginning_in
from msglint.matching.zones import reads_throughout, zone_covers
from msglint.packs.model import PhrasesCheck

if TYPE_CHECKING:
    from msglint.checks.match import Match
    from msglint.matching.reading import SegmentReading
    from msglint.packs.model import Rule, Unless, Zone

UNINTENDED = frozenset(("width", "gloss", "hidden", "paraphrase"))
"""Means that need not be meant to deceive."""


def is_silenced(match: Match, rule: Rule, zones: Mapping[str, Zone]) -> bool:
    """Whether one of the rule's exceptions covers a match."""
    if match.span is None:
        return False
    reading = match.reading
    if rule.inside and not _in_any(reading, match.span, rule.inside, zones):
        return True
    outside = [name for name in rule.outside if _counts(zones.get(name), match, rule)]
    if outside and _in_any(reading, match.span, outside, zones):
        return True
    if rule.not_inside and any(map(reading.covers(rule).touch, match.pieces)):
        return True
    return rule.unless is not None and any(
        _is_negated(reading, piece, rule.unless, rule) for piece in match.pieces
    )


def is_doubtful(match: Match, rule: Rule, zones: Mapping[str, Zone]) -> bool:
    """Whether a match lies where the rule's pack does not trust it to be an error."""
    if match.span is None or not rule.doubtful:
        return False
    return _in_any(match.reading, match.span, rule.doubtful, zones)


def is_disguised(match: Match) -> bool:
    """Whether a match was disguised on purpose: full-width letters happen, 绿泡泡 are bubbles too."""
    means = match.reading.means(match.span) if match.span else ()
    return not UNINTENDED.issuperset(means)


def _counts(zone: Zone | None, match: Match, rule: Rule) -> bool:
    """Whether a zone (None: a role) excuses a match.

    What wording reads like says nothing of what is found by its form, and nothing for what is disguised.
    """
    by_impression = zone is not None and zone.reads_like is not None
    return not by_impression or (isinstance(rule.check, PhrasesCheck) and not match.is_deciphered)


def _in_any(reading: SegmentReading, span: Span, names: Iterable[str], zones: Mapping[str, Zone]) -> bool:
    """Whether a span lies in a segment role or in zones of the names, or leans on a quotation that is one."""
    if reading.segment.role in names:
        return True
    found = [zones[name] for name in names if name in zones]
    named = tuple(zone for zone in found if not zone.throughout)
    if zone_covers(reading, named).hold(span.start, span.end):
        return True
    if any(reads_throughout(reading, zone, span) for zone in found if zone.throughout):
        return True
    quoted = zone_covers(reading, tuple(zone for zone in named if zone.begins == "quotation"))
    return quoted.hold(span.start, span.start + 1) or quoted.hold(span.end - 1, span.end)


def _is_negated(reading: SegmentReading, piece: Span, unless: Unless, rule: Rule) -> bool:
    low, high = reading.window(unless.within, piece.start, piece.end)
    for phrase in unless.before:
        if any(beginning_in(reading.find(phrase, rule), low, piece.end)):
            return True
    for phrase in unless.after:
        within = beginning_in(reading.find(phrase, rule), low, high)
        if any(piece.start < span.end <= high for span in within):
            return True
    return False
