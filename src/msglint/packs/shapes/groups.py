"""Shapes made of other shapes: lists, mappings, records, alternatives."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from typing import Any, Generic, TypeVar

from msglint.packs.nearest import hint, nearest, quoted
from msglint.packs.shapes.base import JsonSchema, Reading, Shape, UnreadableError
from msglint.packs.yaml import ListNode, MapNode, Node, ScalarNode

T = TypeVar("T")

SHOWN_KEYS = 6
"""Keys of a record that a message names."""


class ListOf(Shape[tuple[T, ...]]):
    """A list of at least `least` items; with `single` one item may stand without a list around it."""

    def __init__(self, item: Shape[T], *, single: bool = False, least: int = 1) -> None:
        def accepts(node: Node) -> bool:
            return isinstance(node, ListNode) or (single and item.accepts(node))

        def read(node: Node, reading: Reading) -> tuple[T, ...]:
            if isinstance(node, ListNode):
                if len(node.items) < least:
                    raise reading.wrong(
                        node, f"expected at least {least} in this list, found {len(node.items)}"
                    )
                return _read_each(item, node.items, reading)
            if single and not (isinstance(node, ScalarNode) and node.value is None):
                return (item.read(node, reading),)
            raise self.mismatch(node, reading)

        def schema(definitions: JsonSchema) -> JsonSchema:
            one = item.schema(definitions)
            many = {"type": "array", "items": one} | ({"minItems": least} if least else {})
            return {"anyOf": [one, many]} if single else many

        expected = f"{item.expected}, or a list of such" if single else f"a list of: {item.expected}"
        super().__init__(expected, accepts, read, schema)
        self.keys = item.keys if single else ()


def _read_each(item: Shape[T], nodes: tuple[Node, ...], reading: Reading) -> tuple[T, ...]:
    values = []
    for node in nodes:
        with suppress(UnreadableError):
            values.append(item.read(node, reading))
    if len(values) < len(nodes):
        raise UnreadableError
    return tuple(values)


class MapOf(Shape[dict[str, T]]):
    """A mapping whose keys are free within a shape."""

    def __init__(self, key: Shape[str], value: Shape[T], expected: str = "a mapping") -> None:
        def read(node: Node, reading: Reading) -> dict[str, T]:
            if not isinstance(node, MapNode):
                raise self.mismatch(node, reading)
            values = {}
            for name, child in node.pairs:
                with suppress(UnreadableError):
                    values[key.read(name, reading)] = value.read(child, reading)
            if len(values) < len(node.pairs):
                raise UnreadableError
            return values

        def schema(definitions: JsonSchema) -> JsonSchema:
            names, each = key.schema(definitions), value.schema(definitions)
            return {"type": "object", "propertyNames": names, "additionalProperties": each}

        super().__init__(expected, lambda node: isinstance(node, MapNode), read, schema)


@dataclass(frozen=True, slots=True)
class Field(Generic[T]):
    """A key of a record: what its value may be, what it is `about`, whether it must be there."""

    shape: Shape[T]
    about: str
    required: bool = False


class Values(dict[str, Any]):
    """The values of a record by key, and `node`, the mapping they come from."""

    def __init__(self, node: MapNode) -> None:
        super().__init__()
        self.node = node

    def place(self, *keys: str) -> Node:
        """Return the node of the first of the keys that stands in the record, else the record's own."""
        found = (self.node.get(key) for key in keys)
        return next((node for node in found if node is not None), self.node)


class Record(Shape[T]):
    """A mapping with known keys, from which `build` makes a value.

    `name` is that of the definition in the JSON Schema. `told_by` are keys of which one shows that a mapping
    is meant to be this record, where several could be.
    """

    def __init__(
        self,
        name: str,
        fields: Mapping[str, Field[Any]],
        build: Callable[[Values, Reading], T],
        *,
        about: str = "",
        told_by: tuple[str, ...] = (),
    ) -> None:
        def accepts(node: Node) -> bool:
            return isinstance(node, MapNode) and (not told_by or any(node.get(key) for key in told_by))

        def read(node: Node, reading: Reading) -> T:
            if not isinstance(node, MapNode):
                raise self.mismatch(node, reading)
            return build(_read_fields(node, fields, reading), reading)

        def schema(definitions: JsonSchema) -> JsonSchema:
            return define(name, definitions, lambda: _record_schema(fields, about, definitions))

        shown = ", ".join(f"“{key}”" for key in told_by or tuple(fields)[:SHOWN_KEYS])
        super().__init__(f"a mapping with {shown}", accepts, read, schema)
        self.keys = told_by


def _read_fields(node: MapNode, fields: Mapping[str, Field[Any]], reading: Reading) -> Values:
    known = len(reading.problems)
    values = Values(node)
    meant = set()
    for key, child in node.pairs:
        if key.text not in fields:
            reading.wrong(key, f"unknown key {quoted(key.text)}: {hint(key.text, fields)}")
            meant.add(nearest(key.text, fields))
            continue
        with suppress(UnreadableError):
            values[key.text] = fields[key.text].shape.read(child, reading)
    for name, item in fields.items():
        if item.required and node.get(name) is None and name not in meant:
            reading.wrong(node, f"the key “{name}” is missing: {item.about}")
    if len(reading.problems) > known:
        raise UnreadableError
    return values


def _record_schema(fields: Mapping[str, Field[Any]], about: str, definitions: JsonSchema) -> JsonSchema:
    properties = {
        key: item.shape.schema(definitions) | {"description": item.about} for key, item in fields.items()
    }
    required = [key for key, item in fields.items() if item.required]
    body: JsonSchema = {"type": "object", "properties": properties, "additionalProperties": False}
    return body | ({"required": required} if required else {}) | ({"description": about} if about else {})


def into(cls: Callable[..., T], renamed: Mapping[str, str] | None = None) -> Callable[[Values, Reading], T]:
    """Return a builder that passes a record's values to `cls` by name; `renamed` maps keys to parameters."""
    names = renamed or {}
    return lambda values, _: cls(**{names.get(key, key): value for key, value in values.items()})


class OneOf(Shape[Any]):
    """One of several shapes: the first that accepts the value at first sight."""

    def __init__(self, *options: Shape[Any], expected: str | None = None) -> None:
        def read(node: Node, reading: Reading) -> Any:
            option = next((option for option in options if option.accepts(node)), None)
            if option is not None:
                return option.read(node, reading)
            meant = _meant_key(node, self.keys)
            if meant is None:
                raise self.mismatch(node, reading)
            raise reading.wrong(meant[0], f"unknown key {quoted(meant[0].text)}: did you mean “{meant[1]}”?")

        def schema(definitions: JsonSchema) -> JsonSchema:
            return {"anyOf": [option.schema(definitions) for option in options]}

        expected = expected or " or ".join(option.expected for option in options)
        super().__init__(expected, lambda node: any(option.accepts(node) for option in options), read, schema)
        self.keys = tuple(key for option in options for key in option.keys)


def _meant_key(node: Node, keys: tuple[str, ...]) -> tuple[ScalarNode, str] | None:
    """Return the first key of a mapping that is much like one of `keys`, and which."""
    pairs = node.pairs if isinstance(node, MapNode) else ()
    alike = ((key, nearest(key.text, keys)) for key, _ in pairs)
    return next(((key, name) for key, name in alike if name is not None), None)


class Mapped(Shape[T]):
    """A shape whose value is worked on by `change`, which may record problems of its own."""

    def __init__(self, shape: Shape[Any], change: Callable[[Any, Node, Reading], T]) -> None:
        def read(node: Node, reading: Reading) -> T:
            return change(shape.read(node, reading), node, reading)

        super().__init__(shape.expected, shape.accepts, read, shape.schema)
        self.keys = shape.keys


class Reference(Shape[T]):
    """A named shape that is fetched when needed, so that shapes may hold themselves."""

    def __init__(self, name: str, expected: str, fetch: Callable[[], Shape[T]]) -> None:
        once = cache(fetch)

        def schema(definitions: JsonSchema) -> JsonSchema:
            return define(name, definitions, lambda: once().schema(definitions))

        super().__init__(
            expected,
            lambda node: once().accepts(node),
            lambda node, reading: once().read(node, reading),
            schema,
        )


def define(name: str, definitions: JsonSchema, make: Callable[[], JsonSchema]) -> JsonSchema:
    """Return a reference to the definition `name`, made on first use; recursion is welcome."""
    if name not in definitions:
        definitions[name] = {}
        definitions[name].update(make())
    return {"$ref": f"#/$defs/{name}"}
