"""Rules with other numbers than their packs give them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from typing import Any

from msglint.errors import InvalidFileError, Problem
from msglint.messages import Message
from msglint.packs.model import AtMostCheck, Check, LimitCheck, PrintSizeCheck, Row, Rule, Ruleset, Table
from msglint.packs.places import at

FIELDS: Mapping[type[Check], Mapping[str, str]] = {
    LimitCheck: {"max": "maximum", "min": "minimum"},
    PrintSizeCheck: {"min": "minimum"},
    AtMostCheck: {"count": "count"},
}
"""The numbers of each check: as people write them, and as fields of the model."""


def tuned(ruleset: Ruleset, numbers: Mapping[str, Mapping[str, float]]) -> Ruleset:
    """Return the ruleset with other numbers in its checks, given by rule and name.

    A number takes the place of a table. Raises InvalidFileError, with the places of the rules' names, for
    numbers that a rule does not have.
    """
    known = {str(rule.id): rule for rule in ruleset.rules}
    problems = [
        problem
        for name, given in numbers.items()
        if name in known
        for problem in _wrong(name, known[name].check, given)
    ]
    if problems:
        raise InvalidFileError(problems)
    if not any(numbers.get(name) for name in known):
        return ruleset
    packs = tuple(
        replace(pack, rules=tuple(_tuned(rule, numbers.get(rule.id, {})) for rule in pack.rules))
        for pack in ruleset.packs
    )
    return replace(ruleset, packs=packs)


def _wrong(rule: str, check: Check, given: Mapping[str, float]) -> Iterator[Problem]:
    there = [name for name, field in FIELDS.get(type(check), {}).items() if getattr(check, field) is not None]
    for name, value in given.items():
        if name not in there:
            yield no_number(rule, name, there)
        elif name == "count" and (value < 0 or value != int(value)):
            yield at(rule, Message("the “count” of “{}” must be a whole number, such as 1", rule))


def no_number(rule: str, name: str, there: Collection[str]) -> Problem:
    """Return the problem that a rule has no number of a name, but those that are `there`."""
    has = Message("it has {}", ", ".join(there)) if there else Message("it has no numbers to set")
    return at(rule, Message("the rule “{}” has no “{}”: {}", rule, name, has))


def _tuned(rule: Rule, given: Mapping[str, float]) -> Rule:
    fields = FIELDS.get(type(rule.check), {})
    changes: dict[str, Any] = {fields[name]: _value(name, value) for name, value in given.items()}
    return replace(rule, check=replace(rule.check, **changes)) if changes else rule


def _value(name: str, value: float) -> Table | int:
    return int(value) if name == "count" else Table((Row((), value),))
