"""The pack model as plain data and back, so that it can be kept in a file that holds no code."""

from __future__ import annotations

import marshal
from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import date
from functools import cached_property
from typing import Any

from msglint.packs import model
from msglint.packs.model import SourceText
from msglint.packs.phrases import Phrase
from msglint.violation import Severity, Template

KINDS: tuple[type[Any], ...] = (
    Template,
    *(item for item in vars(model).values() if isinstance(item, type) and is_dataclass(item)),
)
NAMES = {kind: tuple(field.name for field in fields(kind)) for kind in KINDS}

TUPLE, MAPPING, DATE, SEVERITY, PLACED, PHRASE, LATER, FIRST_KIND = range(8)
"""What stands first in a tuple tells what the rest is; from FIRST_KIND on, a class of the model."""


DECODED_LATER = ("examples",)
"""Fields that most runs never look at."""


class Later(Sequence[Any]):
    """A tuple of the pack model, decoded when it is first looked at."""

    def __init__(self, piece: bytes) -> None:
        self._piece = piece

    @cached_property
    def _items(self) -> tuple[Any, ...]:
        return tuple(from_plain(marshal.loads(self._piece)))

    def __getitem__(self, index: Any) -> Any:
        return self._items[index]

    def __len__(self) -> int:
        return len(self._items)

    def __eq__(self, other: object) -> bool:
        return self._items == (other._items if isinstance(other, Later) else other)

    def __hash__(self) -> int:
        return hash(self._items)


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
            kind = type(value)
            return FIRST_KIND + KINDS.index(kind), *(
                _field(name, getattr(value, name)) for name in NAMES[kind]
            )


def _field(name: str, value: Any) -> Any:
    plain = to_plain(value)
    return (LATER, marshal.dumps(plain)) if name in DECODED_LATER and value else plain


def from_plain(value: Any) -> Any:
    """Return what `to_plain` was given."""
    if type(value) is not tuple:
        return value
    kind = value[0]
    if kind >= FIRST_KIND:
        return KINDS[kind - FIRST_KIND](*map(from_plain, value[1:]))
    return READERS[kind](value)


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
    lambda value: Later(value[1]),
)
