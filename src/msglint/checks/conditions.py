"""A rule's conditions, asked of a document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msglint.checks.require import is_stated
from msglint.packs.conditions import Scenario, Verdict, evaluate

if TYPE_CHECKING:
    from msglint.matching.document import DocumentReading
    from msglint.packs.model import Condition, Contains, Rule


def holds(condition: Condition, rule: Rule, document: DocumentReading, scenario: Scenario) -> Verdict:
    """Return whether a condition of `rule` holds for a document in a scenario: yes, no or unknown."""

    def contains(wanted: Contains) -> bool:
        if wanted.statement is not None and is_stated(wanted.statement, document, scenario):
            return True
        return document.holds(wanted.phrases, rule)

    return evaluate(condition, scenario, contains)
