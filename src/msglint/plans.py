"""Which rules can hold in a scenario, whatever a text says: decided once for all texts of one context."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msglint.packs.conditions import Scenario, Verdict, evaluate
from msglint.packs.model import AllOf, AnyOf, Condition, Contains, InRange, Not, OneOf, Rule

MAX_PLANS = 1000
"""Scenarios that are remembered; catalogues whose every record has another context would fill memory."""

CONTENTS = OneOf("the contents of a document", ())
"""Stands for what only a text can answer, and so is unknown."""


Conditions = Mapping[str, tuple[Condition, Condition]]
"""By rule, its condition as far as a context decides it, and the whole of it."""


class Plan:
    """What a scenario says of each rule, found when first asked for and remembered in `known`."""

    def __init__(self, scenario: Scenario, conditions: Conditions, known: dict[str, Verdict | None]) -> None:
        self.scenario = scenario
        self._conditions = conditions
        self._known = known

    def allows(self, rule: Rule) -> bool:
        """Whether the scenario does not rule a rule out."""
        verdict = self.verdict(rule)
        return verdict is None or verdict.value is not False

    def verdict(self, rule: Rule) -> Verdict | None:
        """Return the verdict on a rule; None where the text has a say."""
        if rule.id not in self._known:
            of_context, whole = self._conditions[rule.id]
            verdict = evaluate(of_context, self.scenario, lambda _: False)
            is_settled = verdict.value is False or of_context == whole
            self._known[rule.id] = verdict if is_settled else None
        return self._known[rule.id]


class Plans:
    """Plans by scenario; equal scenarios share what is known. Threads may share them."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self._conditions = {rule.id: (_without_contents(rule.when), rule.when) for rule in rules}
        self._asked = {name for rule in rules for name in _attributes(rule.when)}
        self._known: dict[object, dict[str, Verdict | None]] = {}

    def of(self, scenario: Scenario) -> Plan:
        """Return the plan of a scenario."""
        key = tuple(
            sorted(
                (name, repr(value), name in scenario.assumed)
                for name, value in scenario.values.items()
                if name in self._asked
            )
        )
        if key not in self._known and len(self._known) >= MAX_PLANS:
            self._known.clear()
        return Plan(scenario, self._conditions, self._known.setdefault(key, {}))


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
