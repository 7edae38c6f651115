"""Which rules encode which policy fact, and which facts no text can prove."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from msglint.frozen import Frozen

if TYPE_CHECKING:
    from msglint.packs.model import Fact, Ruleset
    from msglint.violation import Template


class Coverage(Frozen):
    """A fact with the ids of the rules that cite it, and the reason why text alone cannot judge it."""

    fact: Fact
    rules: tuple[str, ...]
    reason: Template | None

    @property
    def is_settled(self) -> bool:
        """Whether the fact is in exactly one of the two places where it belongs."""
        return bool(self.rules) != (self.reason is not None)


def coverage(ruleset: Ruleset) -> Sequence[Coverage]:
    """Return every fact of a ruleset, in the order of the files, with where it is encoded."""
    citing = _citing(ruleset)
    return [
        Coverage(fact, tuple(citing.get(name, ())), ruleset.reasons.get(name))
        for name, fact in ruleset.facts.items()
    ]


def _citing(ruleset: Ruleset) -> Mapping[str, list[str]]:
    citing: dict[str, list[str]] = {}
    for rule in ruleset.rules:
        for name in rule.facts:
            citing.setdefault(name, []).append(rule.id)
    return citing
