"""The pack model as plain data and back, so that it can be kept in a file that holds no code.

What most runs look at in few packs or rules, if at all, is encoded by itself, and decoded when it is first
looked at.
"""

from __future__ import annotations

import marshal
from collections.abc import Callable, Mapping
from dataclasses import fields
from datetime import date
from functools import partial
from typing import Any

from msglint.frozen import Frozen, FrozenType, Late, late
from msglint.packs import model
from msglint.packs.model import Fact, Lexicon, Pack, Rule, Ruleset, SourceText, Statement
from msglint.packs.phrases import Phrase
from msglint.violation import Severity, Template

KINDS: tuple[type[Any], ...] = (
    Template,
    *(item for item in vars(model).values() if isinstance(item, FrozenType) and item not in (Frozen, Late)),
)
NAMES = {kind: tuple(field.name for field in fields(kind)) for kind in KINDS}

AT_ONCE: Mapping[type[Late], tuple[str, ...]] = {
    Ruleset: (),
    Pack: ("id", "collections", "rules", "applies", "optional"),
    Rule: ("id", "pack", "category", "severity", "when"),
    Statement: ("id",),
    Lexicon: ("name", "lang"),
    Fact: ("id",),
}
"""Classes whose fields are decoded late, and the fields that are not."""

ALONE = ("examples", *NAMES[Ruleset])
"""Fields that are decoded each by itself; the other late ones of a value come together."""

GROUPS = {
    kind: (
        *((name,) for name in NAMES[kind] if name in ALONE and name not in kept),
        tuple(name for name in NAMES[kind] if name not in (*kept, *ALONE)),
    )
    for kind, kept in AT_ONCE.items()
}
"""The late fields of a class, as they are encoded."""

TUPLE, MAPPING, DATE, SEVERITY, PLACED, PHRASE, FIRST_KIND = range(7)
"""What stands first in a tuple tells what the rest is; from FIRST_KIND on, a class of the model."""


def to_plain(value: Any) -> Any:
    """Return a value of the pack model as texts, numbers and tuples."""
    match value:
        case SourceText():
            return PLACED, str(value), value.source, value.line, value.column
        case Severity():
            return SEVERITY, int(value)
        case str():
            return str(value)
        case int() | float() | None:
            return value
        case tuple():
            return TUPLE, *map(to_plain, value)
        case Mapping():
            return MAPPING, *(to_plain(item) for pair in value.items() for item in pair)
        case date():
            return DATE, value.toordinal()
        case Phrase(source=source, is_literal=is_literal):
            return PHRASE, str(source), is_literal
        case _:
            return FIRST_KIND + KINDS.index(type(value)), *_fields(value)


def _fields(value: Any) -> list[Any]:
    kind = type(value)
    plain = {name: to_plain(getattr(value, name)) for name in NAMES[kind]}
    if kind not in GROUPS:
        return list(plain.values())
    pieces = (marshal.dumps(tuple(plain[name] for name in group)) for group in GROUPS[kind])
    return [*(plain[name] for name in AT_ONCE[kind]), *pieces]


def from_plain(value: Any) -> Any:
    """Return what `to_plain` was given."""
    if type(value) is not tuple:
        return value
    kind = value[0]
    if kind < FIRST_KIND:
        return READERS[kind](value)
    made = KINDS[kind - FIRST_KIND]
    return _late(made, value[1:]) if made in GROUPS else made(*map(from_plain, value[1:]))


def _late(kind: type[Late], values: tuple[Any, ...]) -> Late:
    kept = AT_ONCE[kind]
    known = dict(zip(kept, map(from_plain, values), strict=False))
    return late(kind, known, partial(_found, GROUPS[kind], values[len(kept) :]))


def _found(groups: tuple[tuple[str, ...], ...], pieces: tuple[bytes, ...], name: str) -> dict[str, Any]:
    """Return the fields that are encoded together with one."""
    group, piece = next(pair for pair in zip(groups, pieces, strict=True) if name in pair[0])
    return dict(zip(group, map(from_plain, marshal.loads(piece)), strict=True))


def _mapping(value: tuple[Any, ...]) -> dict[Any, Any]:
    items = iter([from_plain(item) for item in value[1:]])
    return dict(zip(items, items, strict=True))


READERS: tuple[Callable[[tuple[Any, ...]], Any], ...] = (
    lambda value: tuple([from_plain(item) for item in value[1:]]),
    _mapping,
    lambda value: date.fromordinal(value[1]),
    lambda value: Severity(value[1]),
    lambda value: SourceText.at(*value[1:]),
    lambda value: Phrase(*value[1:]),
)
