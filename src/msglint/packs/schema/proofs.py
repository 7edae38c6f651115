"""What must hold of a rule beyond the shape of each key."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from msglint.messages import Message
from msglint.packs.model import RequireCheck
from msglint.packs.nearest import hint, quoted
from msglint.packs.schema.checks import CHECKS
from msglint.packs.severities import WORDING_CODES, highest
from msglint.packs.shapes import Reading, UnreadableError, Values
from msglint.packs.shapes.values import REPORT_LANGUAGES
from msglint.packs.yaml import ListNode, MapNode, Node

if TYPE_CHECKING:
    from msglint.packs.scope import Scope
    from msglint.violation import Severity, Template

SHARED_BY_LIKENESS = ("gap", "unless", "in", "not_in", "disguised")
"""Keys that a rule with `like` takes from the other rule, beside the check."""


def prove(values: Values, reading: Reading) -> None:
    """Record what is wrong with a rule as a whole; raises UnreadableError if anything is."""
    scope: Scope = reading.scope
    known = len(reading.problems)
    _one_check(values, reading)
    _origin(values, reading, scope)
    if scope.shipped:
        _languages(values, reading)
        _ceiling(values, reading, scope)
    if len(reading.problems) > known:
        raise UnreadableError


def _one_check(values: Values, reading: Reading) -> None:
    if "like" in values:
        _likeness(values, reading)
        return
    found = [key for key in CHECKS if key in values]
    if not found:
        reading.wrong(values.node, Message("the rule has no check: expected one of {}", ", ".join(CHECKS)))
    for key in found[1:]:
        reading.wrong(
            values.place(key), Message("a second check beside “{}”: make two rules of it", found[0])
        )


def _likeness(values: Values, reading: Reading) -> None:
    for key in (*CHECKS, *SHARED_BY_LIKENESS):
        if key in values:
            reading.wrong(values.place(key), Message("“{}” beside “like”: it comes from the other rule", key))


def _origin(values: Values, reading: Reading, scope: Scope) -> None:
    if "facts" not in values and (scope.shipped or "source" not in values):
        wanted = "“facts”" if scope.shipped else Message("“facts” or “source”")
        reading.wrong(values.node, Message("the key {} is missing: say where the policy was read", wanted))
    for fact in values.get("facts", ()):
        if scope.facts is not None and fact not in scope.facts:
            reading.wrong(
                _item(values, "facts", fact),
                Message("unknown fact {}: {}", quoted(fact), hint(fact, scope.facts)),
            )


def _item(values: Values, key: str, text: str) -> Node:
    node = values.place(key)
    items = node.items if isinstance(node, ListNode) else (node,)
    return next(item for item in items if getattr(item, "text", None) == text)


def _languages(values: Values, reading: Reading) -> None:
    for node, template in _templates(values):
        missing = [language for language in REPORT_LANGUAGES if language not in template.texts]
        if missing:
            reading.wrong(
                node,
                Message(
                    "expected a text in each of {}: {} is missing", ", ".join(REPORT_LANGUAGES), missing[0]
                ),
            )


def _templates(values: Values) -> Iterator[tuple[Node, Template]]:
    for key in ("message", "suggest"):
        if key in values:
            yield values.place(key), values[key]
        for case, node in _cases(values):
            template = getattr(case, key)
            if template is not None:
                yield _child(node, key), template


def _cases(values: Values) -> Iterator[tuple[Any, Node]]:
    node = values.place("cases")
    if isinstance(node, ListNode):
        yield from zip(values.get("cases", ()), node.items, strict=True)


def _child(node: Node, key: str) -> Node:
    return (node.get(key) if isinstance(node, MapNode) else None) or node


def _ceiling(values: Values, reading: Reading, scope: Scope) -> None:
    """Record each severity that is above what the rule's facts carry."""
    facts = [scope.facts[name] for name in values.get("facts", ()) if scope.facts and name in scope.facts]
    if not facts:
        return
    named = ", ".join(f"{fact.id} ({fact.level}, {fact.confidence})" for fact in facts)
    if highest(facts) is None:
        reading.wrong(
            values.place("facts"), Message("only exceptions are cited, never a violation: {}", named)
        )
        return
    for node, severity, wording in _severities(values):
        allowed = highest(facts, wording=wording)
        if allowed is not None and severity > allowed:
            message = Message(
                "the severity “{}” is above “{}”, the most that the facts carry: {}", severity, allowed, named
            )
            reading.wrong(node, message)


def _severities(values: Values) -> Iterator[tuple[Node, Severity, bool]]:
    """Yield what the rule says of severity: where, which, and whether it is about the words of a label."""
    altered = values["category"] == "warning-altered"
    yield values.place("severity"), values["severity"], altered
    for case, node in _cases(values):
        if case.severity is not None:
            yield _child(node, "severity"), case.severity, altered
    if isinstance(values.get("require"), RequireCheck):
        node = _child(values.place("require"), "severity")
        for code, severity in values["require"].severity.items():
            yield _child(node, code), severity, altered or code in WORDING_CODES
