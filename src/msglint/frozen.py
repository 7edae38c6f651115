"""Immutable plain data: `class Place(Frozen)` is what `@dataclass(frozen=True, slots=True)` would make of it.

It takes a tenth of the time: `__init__` is compiled for classes that get an instance, all other methods are
shared. A run imports some two hundred such classes, and most of them get none. `field`, `fields`, `replace`
and `asdict` of `dataclasses` work with them as with its own.
"""

from __future__ import annotations

from dataclasses import _FIELD, MISSING, Field, FrozenInstanceError, field  # type: ignore[attr-defined]
from operator import attrgetter
from typing import TYPE_CHECKING, Any, ClassVar, NoReturn, TypeVar, dataclass_transform

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

Fields = dict[str, Field[Any]]


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
class FrozenType(type):
    """Makes each annotated name of a class a field, behind those of its bases."""

    def __new__(cls, name: str, bases: tuple[type, ...], body: dict[str, Any]) -> FrozenType:
        """Make the class."""
        own = {item: _field(item, body.pop(item, MISSING)) for item in body.get("__annotations__", ())}
        fields: Fields = {}
        for base in bases:
            fields |= getattr(base, "__dataclass_fields__", {})
        fields |= own
        compared = [item.name for item in fields.values() if item.compare]
        body |= {
            "__slots__": (*body.get("__slots__", ()), *own),
            "__match_args__": tuple(fields),
            "__dataclass_fields__": fields,
            "__compared__": attrgetter(*compared or ["__class__"]),
            "__init__": _first,
        }
        return super().__new__(cls, name, bases, body)


def _field(name: str, given: Any) -> Field[Any]:
    made: Field[Any] = given if isinstance(given, Field) else field(default=given)
    made.name, made._field_type = name, _FIELD  # type: ignore[attr-defined]
    return made


def _first(self: Frozen, *given: Any, **named: Any) -> None:
    """Stand for the `__init__` of a class until its first instance is made."""
    kind = type(self)
    made = _initializer(kind.__dataclass_fields__)
    type.__setattr__(kind, "__init__", made)
    made(self, *given, **named)


def _initializer(fields: Fields) -> Any:
    """Return what sets these fields of a new instance, by position or name."""
    known: dict[str, Any] = {"_set": object.__setattr__, "_MISSING": MISSING}
    arguments, lines = ["self"], ["pass"]
    for name, item in fields.items():
        value = name
        if item.default_factory is not MISSING:
            known[f"_make_{name}"] = item.default_factory
            arguments.append(f"{name}=_MISSING")
            value = f"_make_{name}() if {name} is _MISSING else {name}"
        elif item.default is not MISSING:
            known[f"_default_{name}"] = item.default
            arguments.append(f"{name}=_default_{name}")
        else:
            arguments.append(name)
        lines.append(f"_set(self, {name!r}, {value})")
    exec(f"def __init__({', '.join(arguments)}):\n " + "\n ".join(lines), known)
    return known["__init__"]


class Frozen(metaclass=FrozenType):
    """A value with named fields that never change; equal to another of its class with equal fields."""

    if TYPE_CHECKING:
        __dataclass_fields__: ClassVar[Fields]
        __compared__: ClassVar[attrgetter[Any]]

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        return self is other or bool(self.__compared__(self) == self.__compared__(other))

    def __hash__(self) -> int:
        return hash(self.__compared__(self))

    def __repr__(self) -> str:
        values = (f"{name}={getattr(self, name)!r}" for name in self.__dataclass_fields__)
        return f"{type(self).__qualname__}({', '.join(values)})"

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise FrozenInstanceError(f"cannot assign to field {name!r}")

    def __delattr__(self, name: str) -> NoReturn:
        raise FrozenInstanceError(f"cannot delete field {name!r}")

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), tuple(getattr(self, name) for name in self.__dataclass_fields__)


class Late(Frozen):
    """A frozen value that may be made by `late`: with fields that are found when they are first looked at."""

    __slots__ = ("_find",)

    def __getattr__(self, name: str) -> Any:
        if name not in self.__dataclass_fields__:
            raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")
        find: Callable[[str], Mapping[str, Any]] = object.__getattribute__(self, "_find")
        for found, value in find(name).items():
            object.__setattr__(self, found, value)
        return object.__getattribute__(self, name)


L = TypeVar("L", bound=Late)


def late(kind: type[L], known: Mapping[str, Any], find: Callable[[str], Mapping[str, Any]]) -> L:
    """Return a value of a class with the fields that are known.

    `find` is asked for each other one, by its name, when it is first looked at, and returns it by name, with
    others that it finds on the way.
    """
    made = object.__new__(kind)
    object.__setattr__(made, "_find", find)
    for name, value in known.items():
        object.__setattr__(made, name, value)
    return made
