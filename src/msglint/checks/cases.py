"""The cases of a rule: what to make of a match, by what stands near it and what it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msglint.checks import contact, link
from msglint.checks.conditions import holds
from msglint.matching.spans import beginning_in

if TYPE_CHECKING:
    from msglint.checks.match import Match
    from msglint.matching.document import DocumentReading
    from msglint.packs.conditions import Scenario
    from msglint.packs.model import Case, Rule


def first_fitting(rule: Rule, match: Match, document: DocumentReading, scenario: Scenario) -> Case | None:
    """Return the first case that fits; None if none does, or the rule has none."""
    return next((case for case in rule.cases if _fits(case, rule, match, document, scenario)), None)


def _fits(case: Case, rule: Rule, match: Match, document: DocumentReading, scenario: Scenario) -> bool:
    return (
        (case.link is None or (match.link is not None and link.fits(match.link, case.link)))
        and (
            case.contact is None or (match.contact is not None and contact.fits(match.contact, case.contact))
        )
        and holds(case.when, rule, document, scenario).value is True
        and (not case.near or _is_near(case, rule, match, document))
    )


def _is_near(case: Case, rule: Rule, match: Match, document: DocumentReading) -> bool:
    if rule.near.kind == "document" or match.span is None:
        return document.holds(case.near, rule)
    low, high = match.reading.window(rule.near, match.span.start, match.span.end)
    return any(
        span.end <= high
        for phrase in case.near
        for span in beginning_in(match.reading.find(phrase, rule), low, high)
    )
