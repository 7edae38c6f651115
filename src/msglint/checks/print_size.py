"""The `print_size` check: required statements that are printed too small."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple, cast

from msglint.checks.limit import bound
from msglint.checks.match import Match
from msglint.checks.require import setting_of
from msglint.matching.reading import SegmentReading
from msglint.matching.spans import Span
from msglint.statements.outcome import EQUIVALENT
from msglint.statements.verdict import STARTED, best_form, languages

if TYPE_CHECKING:
    from msglint.document import Letters
    from msglint.matching.document import DocumentReading
    from msglint.packs.conditions import Scenario
    from msglint.packs.model import PrintSizeCheck

CODE = "size_too_small"
NOT_MEASURED = "print_size"
"""What is unknown where a statement stands and nobody can say how large."""

POINTS = {"pt": 1.0, "in": 72.0, "mm": 72 / 25.4}
FIELDS = {"type": "size", "x_height": "x_height", "capitals": "capital_height"}
EXACT, ESTIMATED = 0.03, 0.15
"""By which share a measured and an estimated size may fall short: outlines overshoot, pictures blur."""


class Measured(NamedTuple):
    """How large a part of a statement is printed, in points, by which share that may be wrong, and where."""

    size: float
    doubt: float
    reading: SegmentReading
    span: Span


def find(check: PrintSizeCheck, document: DocumentReading, scenario: Scenario) -> Iterator[Match]:
    """Yield one match for each statement and language in which the smallest part is too small."""
    for place, measured in _stated(check, document, scenario):
        if not measured:
            yield Match(place, unknown=frozenset((NOT_MEASURED,)))
            continue
        smallest = min(measured, key=lambda item: item.size * (1 + item.doubt))
        minimum, is_certain = _minimum(check, scenario)
        if smallest.size * (1 + smallest.doubt) < minimum * POINTS[check.unit]:
            value = smallest.size / POINTS[check.unit]
            arguments = {"value": f"{value:.3g} {check.unit}", "limit": f"{minimum:g} {check.unit}"}
            yield Match(smallest.reading, smallest.span, (smallest.span,), code=CODE, arguments=arguments)
        elif not is_certain:
            yield Match(place, unknown=frozenset((check.minimum.by or NOT_MEASURED,)))


def _minimum(check: PrintSizeCheck, scenario: Scenario) -> tuple[float, bool]:
    """Return the bound that holds; of a table whose attribute is unknown the lowest, which surely holds."""
    found = bound(check.minimum, scenario)
    return (min(row.value for row in check.minimum.rows), False) if found is None else (found, True)


def _stated(
    check: PrintSizeCheck, document: DocumentReading, scenario: Scenario
) -> Iterator[tuple[SegmentReading, list[Measured]]]:
    """Yield where statements stand, with the sizes of their parts as far as they are known."""
    for name in check.statements:
        statement = document.ruleset.statements[name]
        setting = setting_of(document, scenario, statement, EQUIVALENT, any_case=True)
        for lang in languages(statement):
            outcome = best_form(statement, lang, setting)
            if outcome.is_begun and outcome.share >= STARTED:
                parts = [document.words.stretch(item.span) for item in outcome.found]
                readings = [cast(SegmentReading, document.words.texts[part.segment]) for part in parts]
                spans = [Span(part.start, part.end) for part in parts]
                pairs = zip(readings, spans, strict=True)
                yield readings[0], [item for pair in pairs for item in _sizes(check.measure, *pair)]


def _sizes(measure: str, reading: SegmentReading, span: Span) -> Iterator[Measured]:
    for letters in reading.segment.letters_of(*reading.original(span.start, span.end)):
        size = getattr(letters, FIELDS[measure])
        if size:
            yield Measured(size, _doubt(letters), reading, span)


def _doubt(letters: Letters) -> float:
    return ESTIMATED if letters.is_estimate else EXACT
