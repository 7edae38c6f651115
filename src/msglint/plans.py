"""Which rules can hold in a scenario, whatever a text says: decided once for all texts of one context."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from msglint.packs.conditions import Scenario, Verdict, evaluate
from msglint.packs.model import AllOf, AnyOf, Condition, Contains, InRange, Not, OneOf, Rule

MAX_PLANS = 1000
"""Scenarios that are remembered; catalogues whose every record has another context would fill memory."""

CONTENTS = OneOf("the contents of a document", ())
"""Stands for what only a text can answer, and so is unknown."""


@dataclass(frozen=True, slots=True)
class Plan:
    """The verdicts on the rules that a scenario does not rule out; None where the text has a say."""

    scenario: Scenario
    verdicts: Mapping[str, Verdict | None]


class Plans:
    """Plans by scenario, made when first asked for. Threads may share them."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self._conditions = {rule.id: (_without_contents(rule.when), rule.when) for rule in rules}
        self._asked = {name for rule in rules for name in _attributes(rule.when)}
        self._known: dict[object, Mapping[str, Verdict | None]] = {}

    def of(self, scenario: Scenario) -> Plan:
        """Return the plan of a scenario."""
        key = tuple(
            sorted(
                (name, repr(value), name in scenario.assumed)
                for name, value in scenario.values.items()
                if name in self._asked
            )
        )
        verdicts = self._known.get(key)
        if verdicts is None:
            if len(self._known) >= MAX_PLANS:
                self._known.clear()
            verdicts = self._known[key] = dict(self._verdicts(scenario))
        return Plan(scenario, verdicts)

    def _verdicts(self, scenario: Scenario) -> Iterator[tuple[str, Verdict | None]]:
        for rule, (of_context, whole) in self._conditions.items():
            verdict = evaluate(of_context, scenario, lambda _: False)
            if verdict.value is not False:
                yield rule, verdict if of_context == whole else None


def _without_contents(condition: Condition) -> Condition:
    match condition:
        case AllOf(parts):
            return AllOf(tuple(map(_without_contents, parts)))
        case AnyOf(parts):
            return AnyOf(tuple(map(_without_contents, parts)))
        case Not(part):
            return Not(_without_contents(part))
        case Contains():
            return CONTENTS
        case OneOf() | InRange():
            return condition


def _attributes(condition: Condition) -> Iterator[str]:
    match condition:
        case AllOf(parts) | AnyOf(parts):
            for part in parts:
                yield from _attributes(part)
        case Not(part):
            yield from _attributes(part)
        case OneOf(name) | InRange(name):
            yield name
