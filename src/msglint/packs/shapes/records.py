"""The shape of mappings with known keys."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from msglint.messages import Message
from msglint.packs.nearest import hint, nearest, quoted
from msglint.packs.shapes.base import JsonSchema, Reading, Shape, UnreadableError, define
from msglint.packs.yaml import MapNode, Node

T = TypeVar("T")

SHOWN_KEYS = 6
"""Keys of a record that a message names."""


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
    is meant to be this record, where several could be. `empty` is what to say of one without any key; without
    it that is permitted.
    """

    def __init__(
        self,
        name: str,
        fields: Mapping[str, Field[Any]],
        build: Callable[[Values, Reading], T],
        *,
        about: str = "",
        told_by: tuple[str, ...] = (),
        empty: str = "",
    ) -> None:
        def accepts(node: Node) -> bool:
            return isinstance(node, MapNode) and (not told_by or any(node.get(key) for key in told_by))

        def read(node: Node, reading: Reading) -> T:
            if not isinstance(node, MapNode):
                raise self.mismatch(node, reading)
            if empty and not node.pairs:
                raise reading.wrong(node, empty)
            return build(_read_fields(node, fields, reading), reading)

        def schema(definitions: JsonSchema) -> JsonSchema:
            least: JsonSchema = {"minProperties": 1} if empty else {}
            return define(name, definitions, lambda: _record_schema(fields, about, definitions) | least)

        shown = ", ".join(f"“{key}”" for key in told_by or tuple(fields)[:SHOWN_KEYS])
        super().__init__(Message("a mapping with {}", shown), accepts, read, schema)
        self.keys = told_by


def _read_fields(node: MapNode, fields: Mapping[str, Field[Any]], reading: Reading) -> Values:
    known = len(reading.problems)
    values = Values(node)
    meant = set()
    for key, child in node.pairs:
        if key.text not in fields:
            reading.wrong(key, Message("unknown key {}: {}", quoted(key.text), hint(key.text, fields)))
            meant.add(nearest(key.text, fields))
            continue
        with suppress(UnreadableError):
            values[key.text] = fields[key.text].shape.read(child, reading)
    for name, item in fields.items():
        if item.required and node.get(name) is None and name not in meant:
            reading.wrong(node, Message("the key “{}” is missing: {}", name, item.about))
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
