"""How severe a shipped rule may be, given how sure its facts are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from msglint.violation import Severity

if TYPE_CHECKING:
    from msglint.packs.model import Fact

PLATFORM_LEVELS = {"block": Severity.ERROR, "warn": Severity.WARNING, "info": Severity.INFO}

MISSING_GRADES = {"A": Severity.ERROR, "B": Severity.ERROR, "C": Severity.WARNING}

WORDING_CODES = ("wording_altered", "case_wrong", "not_blocked_together")
"""Codes about the exact words of a label that is there."""

WORDING_GRADES = {"A": Severity.ERROR, "B": Severity.WARNING, "C": Severity.WARNING}


def ceiling(fact: Fact, *, wording: bool = False) -> Severity | None:
    """Return the highest severity that a fact carries; None if it is an exception, never a violation.

    `wording` asks about the exact words of a label, not about its absence.
    """
    if fact.level == "label":
        grade = fact.wording or fact.confidence
        return WORDING_GRADES[grade] if wording else MISSING_GRADES[fact.confidence]
    if fact.level == "do-not-flag":
        return None
    highest = PLATFORM_LEVELS[fact.level]
    return highest if fact.confidence == "stated" else min(highest, Severity.WARNING)


def bounds(facts: Iterable[Fact]) -> Mapping[str, Severity]:
    """Return, by platform, the highest severity that the facts about it carry."""
    about: dict[str, list[Fact]] = {}
    for fact in facts:
        for platform in fact.platforms:
            about.setdefault(platform, []).append(fact)
    found = {platform: highest(items) for platform, items in about.items()}
    return {platform: severity for platform, severity in found.items() if severity is not None}


def highest(facts: Iterable[Fact], *, wording: bool = False) -> Severity | None:
    """Return the highest severity that one of the facts carries; None if none carries any."""
    found = [ceiling(fact, wording=wording) for fact in facts]
    return max((severity for severity in found if severity is not None), default=None)
