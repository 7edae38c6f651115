"""The `limit` check: a measure of the document against a bound that may depend on the context."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from msglint.checks.match import Match
from msglint.checks.measures import MEASURES
from msglint.packs.conditions import Scenario, in_range

if TYPE_CHECKING:
    from msglint.matching.document import DocumentReading
    from msglint.packs.model import LimitCheck, Table


def find(check: LimitCheck, document: DocumentReading, scenario: Scenario) -> Iterator[Match]:
    """Yield one match if the measure is out of bounds; placed where the surplus begins, if it has a place."""
    maximum = bound(check.maximum, scenario)
    minimum = bound(check.minimum, scenario)
    measured = MEASURES[check.measure](document, maximum)
    if measured.value is None:
        yield Match(measured.reading, unknown=frozenset((check.measure,)))
        return
    arguments = {"value": f"{measured.value:g}"}
    if maximum is not None and measured.value > maximum:
        arguments["limit"] = f"{maximum:g}"
        span = measured.surplus
        pieces = (span,) if span else ()
        yield Match(measured.reading, span, pieces, element=measured.element, arguments=arguments)
    elif minimum is not None and measured.value < minimum:
        yield Match(measured.reading, arguments=arguments | {"limit": f"{minimum:g}"})


def bound(table: Table | None, scenario: Scenario) -> float | None:
    """Return the bound that holds in a scenario; None if the table has no row for it."""
    rows = table.rows if table else ()
    value = scenario.values.get(table.by) if table and table.by else None
    for row in rows:
        if value in row.keys or (row.span and value is not None and in_range(value, row.span)):
            return row.value
    return next((row.value for row in rows if not row.keys and not row.span), None)
