"""Which rules can hold in a scenario, whatever a text says: decided once for all texts of one context."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set

from msglint.packs.conditions import Scenario, Verdict, evaluate
from msglint.packs.model import AllOf, AnyOf, Condition, Contains, InRange, Not, OneOf, Rule

MAX_PLANS = 1000
"""Scenarios that are remembered; catalogues whose every record has another context would fill memory."""

CONTENTS = OneOf("the contents of a document", ())
"""Stands for what only a text can answer, and so is unknown."""


Conditions = Mapping[str, tuple[Condition, Condition]]
"""By rule, its condition as far as a context decides it, and the whole of it."""


Known = dict[str, Verdict | None]
"""Verdicts of a scenario on rules that it does not rule out, by rule; None where the text has a say."""


class Plan:
    """A scenario with what it says of each rule, whatever the text."""

    def __init__(self, scenario: Scenario, known: Known) -> None:
        self.scenario = scenario
        self._known = known

    @property
    def allowed(self) -> Set[str]:
        """The rules, by their ids, that the scenario does not rule out."""
        return self._known.keys()

    def verdict(self, rule: Rule) -> Verdict | None:
        """Return the verdict on an allowed rule; None where the text has a say."""
        return self._known[rule.id]


class Plans:
    """Plans by scenario; equal scenarios share what is known. Threads may share them."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self._conditions = {rule.id: (_without_contents(rule.when), rule.when) for rule in rules}
        self._asked = {name for rule in rules for name in _attributes(rule.when)}
        self._known: dict[object, Known] = {}

    def of(self, scenario: Scenario) -> Plan:
        """Return the plan of a scenario."""
        key = tuple(
            sorted(
                (name, repr(value), name in scenario.assumed)
                for name, value in scenario.values.items()
                if name in self._asked
            )
        )
        known = self._known.get(key)
        if known is None:
            if len(self._known) >= MAX_PLANS:
                self._known.clear()
            known = self._known[key] = dict(_verdicts(scenario, self._conditions))
        return Plan(scenario, known)


def _verdicts(scenario: Scenario, conditions: Conditions) -> Iterator[tuple[str, Verdict | None]]:
    """Yield the rules that a scenario does not rule out, with what it says of them."""
    for rule, (of_context, whole) in conditions.items():
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
