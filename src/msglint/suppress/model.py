"""A violation that does not count, and who says so."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import TYPE_CHECKING

from msglint.frozen import Frozen

if TYPE_CHECKING:
    from msglint.violation import Violation

IN_SOURCE, CONFIGURED, BASELINE = "comment", "configuration", "baseline"


class Suppressed(Frozen):
    """What suppresses a violation: its kind, its place for people (`msglint.yaml:7`), why, and until when."""

    kind: str
    by: str
    reason: str
    until: date | None = None


def is_named(violation: Violation, names: Collection[str]) -> bool:
    """Whether names of rules, packs or categories mean a violation."""
    rules = (violation.rule, *violation.extends)
    packs = (rule.partition("/")[0] for rule in rules)
    return not {*rules, *packs, violation.category}.isdisjoint(names)
