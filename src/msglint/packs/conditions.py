"""Conditions in three-valued logic: true, false, or unknown because the context leaves something open."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from operator import ge, gt, le, lt
from typing import TYPE_CHECKING, Any

from msglint.frozen import Frozen
from msglint.packs.model import AllOf, AnyOf, Condition, Contains, InRange, Not, OneOf

if TYPE_CHECKING:
    from msglint.document import Value


class Scenario(Frozen):
    """What is known: attributes by name (channel, platform, market, lang, as_of, product and message facts).

    `assumed` names the attributes whose values nobody gave.
    """

    values: Mapping[str, Value | tuple[Value, ...]]
    assumed: frozenset[str] = frozenset()


class Verdict(Frozen):
    """Whether a condition holds; None means unknown.

    `unknown` names the attributes that left it open; `assumed` holds what the verdict leans on, written
    `platform=amazon`: were these otherwise, it might be another.
    """

    value: bool | None
    unknown: frozenset[str] = frozenset()
    assumed: frozenset[str] = frozenset()


HOLDS = Verdict(True)


def evaluate(condition: Condition, scenario: Scenario, contains: Callable[[Contains], bool]) -> Verdict:
    """Return whether `condition` holds in a scenario; `contains` answers what a document holds."""
    match condition:
        case AllOf(()):
            return HOLDS
        case AllOf(parts):
            return _joined((evaluate(part, scenario, contains) for part in parts), decisive=False)
        case AnyOf(parts):
            return _joined((evaluate(part, scenario, contains) for part in parts), decisive=True)
        case Not(part):
            verdict = evaluate(part, scenario, contains)
            return replace(verdict, value=None if verdict.value is None else not verdict.value)
        case Contains():
            return Verdict(contains(condition))
        case OneOf(name, values):
            return _asked(name, scenario, lambda value: not values_of(value).isdisjoint(values))
        case InRange(name):
            return _asked(name, scenario, lambda value: in_range(value, condition))


def _joined(verdicts: Iterable[Verdict], *, decisive: bool) -> Verdict:
    """Return the verdict of several: one that is `decisive` settles it, else one that is unknown.

    Nothing behind one that settles it without an assumption is asked: most rules end at their market.
    """
    seen: list[Verdict] = []
    for verdict in verdicts:
        if verdict.value is decisive and not verdict.assumed:
            return verdict
        seen.append(verdict)
    return _settled(seen, decisive=decisive)


def _settled(verdicts: Sequence[Verdict], *, decisive: bool) -> Verdict:
    settling = [verdict for verdict in verdicts if verdict.value is decisive]
    if settling:
        return min(settling, key=lambda verdict: (len(verdict.assumed), sorted(verdict.assumed)))
    unknown = _union(verdict.unknown for verdict in verdicts)
    assumed = _union(verdict.assumed for verdict in verdicts)
    return Verdict(None if unknown else not decisive, unknown, assumed)


def _union(sets: Iterable[frozenset[str]]) -> frozenset[str]:
    return frozenset().union(*sets)


def _asked(
    name: str, scenario: Scenario, test: Callable[[Value | tuple[Value, ...]], bool | None]
) -> Verdict:
    value = scenario.values.get(name)
    answer = None if value is None else test(value)
    if value is None or answer is None:
        return Verdict(None, frozenset({name}))
    leaning = {f"{name}={shown(value)}"} if name in scenario.assumed else set()
    return Verdict(answer, assumed=frozenset(leaning))


def values_of(value: Value | tuple[Value, ...]) -> frozenset[Value]:
    """Return the values of an attribute as a set, whether it has one or many."""
    return frozenset(value) if isinstance(value, tuple) else frozenset({value})


def in_range(value: Value | tuple[Value, ...], bounds: InRange) -> bool | None:
    """Return whether a value (of several: their number) lies within bounds; None if it does not compare."""
    measured: Any = len(value) if isinstance(value, tuple) else value
    checks = (
        (ge, bounds.minimum),
        (gt, bounds.above),
        (le, bounds.maximum),
        (lt, bounds.below),
    )
    try:
        return all(test(measured, bound) for test, bound in checks if bound is not None)
    except TypeError:
        return None


def shown(value: Value | tuple[Value, ...]) -> str:
    """Return a value as an author writes it."""
    if isinstance(value, tuple):
        return ",".join(map(shown, value))
    return str(value).lower() if isinstance(value, bool) else str(value)
