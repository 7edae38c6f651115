"""Shapes made of other shapes: lists, mappings, records, alternatives."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from functools import cache
from typing import Any, TypeVar

from msglint.messages import Message
from msglint.packs.nearest import nearest, quoted
from msglint.packs.shapes.base import JsonSchema, Reading, Shape, UnreadableError, define
from msglint.packs.yaml import ListNode, MapNode, Node, ScalarNode

T = TypeVar("T")


class ListOf(Shape[tuple[T, ...]]):
    """A list of at least `least` items; with `single` one item may stand without a list around it."""

    def __init__(self, item: Shape[T], *, single: bool = False, least: int = 1) -> None:
        def accepts(node: Node) -> bool:
            return isinstance(node, ListNode) or (single and item.accepts(node))

        def read(node: Node, reading: Reading) -> tuple[T, ...]:
            if isinstance(node, ListNode):
                if len(node.items) < least:
                    raise reading.wrong(
                        node, Message("expected at least {} in this list, found {}", least, len(node.items))
                    )
                return _read_each(item, node.items, reading)
            if single and not (isinstance(node, ScalarNode) and node.value is None):
                return (item.read(node, reading),)
            raise self.mismatch(node, reading)

        def schema(definitions: JsonSchema) -> JsonSchema:
            one = item.schema(definitions)
            many = {"type": "array", "items": one} | ({"minItems": least} if least else {})
            return {"anyOf": [one, many]} if single else many

        expected = (
            Message("{}, or a list of such", item.expected)
            if single
            else Message("a list of: {}", item.expected)
        )
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
            raise reading.wrong(
                meant[0], Message("unknown key {}: did you mean “{}”?", quoted(meant[0].text), meant[1])
            )

        def schema(definitions: JsonSchema) -> JsonSchema:
            return {"anyOf": [option.schema(definitions) for option in options]}

        any_of = Message(" or ".join("{}" for _ in options), *(option.expected for option in options))
        expected = expected or any_of
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
