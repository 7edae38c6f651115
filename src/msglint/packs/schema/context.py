"""Shapes of attribute values and of contexts: what copy, configuration and examples say about a document."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from msglint.errors import MsglintError
from msglint.messages import Message
from msglint.packs.attributes import Attribute, Values, attributes, convert, expected, find
from msglint.packs.shapes import (
    JsonSchema,
    Reading,
    Shape,
    UnreadableError,
)
from msglint.packs.shapes.base import define
from msglint.packs.yaml import ListNode, MapNode, Node, ScalarNode

JSON_TYPES: Mapping[str, JsonSchema] = {
    "boolean": {"type": "boolean"},
    "integer": {"type": "integer"},
    "number": {"type": "number"},
    "text": {"type": "string"},
    "date": {"type": "string", "format": "date"},
    "market": {"type": "string"},
    "set": {"type": "string"},
}

MANY = ("market", "set")
"""Types of which an attribute may have several values."""


def checked(node: Node, reading: Reading, value: Callable[[], Any]) -> Any:
    """Return what `value` yields; an expected error becomes a problem at the node."""
    try:
        return value()
    except MsglintError as error:
        raise reading.wrong(node, error.message) from error


def plain(node: Node) -> object:
    """Return a node's value as Python data; what is nested deeper than a list of scalars is None."""
    if isinstance(node, ListNode):
        return [item.value if isinstance(item, ScalarNode) else None for item in node.items]
    return node.value if isinstance(node, ScalarNode) else None


def json_type(attribute: Attribute) -> JsonSchema:
    """Return the JSON Schema of one value of an attribute."""
    return {"enum": list(attribute.values)} if attribute.values else dict(JSON_TYPES[attribute.type])


class AttributeValue(Shape[Values]):
    """The value that a context gives an attribute."""

    def __init__(self, attribute: Attribute) -> None:
        def read(node: Node, reading: Reading) -> Values:
            value: Values = checked(node, reading, lambda: convert(attribute, plain(node)))
            return value

        def schema(_: JsonSchema) -> JsonSchema:
            one = json_type(attribute)
            return {"anyOf": [one, {"type": "array", "items": one}]} if attribute.type in MANY else one

        super().__init__(expected(attribute), lambda node: not isinstance(node, MapNode), read, schema)


class AttributeValues(Shape[dict[str, Values]]):
    """A mapping from the attributes of a group to their values."""

    def __init__(self, group: str) -> None:
        def read(node: Node, reading: Reading) -> dict[str, Values]:
            if not isinstance(node, MapNode):
                raise self.mismatch(node, reading)
            return read_pairs(node, lambda key, value: self._pair(key, value, reading, group))

        def schema(definitions: JsonSchema) -> JsonSchema:
            return define(f"{group}_attributes", definitions, lambda: group_schema(group))

        super().__init__(
            Message("a mapping of {} attributes", group), lambda node: isinstance(node, MapNode), read, schema
        )

    def _pair(self, key: ScalarNode, value: Node, reading: Reading, group: str) -> Values:
        attribute = checked(key, reading, lambda: find(key.text, group))
        return AttributeValue(attribute).read(value, reading)


def read_pairs(node: MapNode, read: Callable[[ScalarNode, Node], Any]) -> dict[str, Any]:
    """Return what `read` makes of each pair, by key; raises UnreadableError once all were tried."""
    values = {}
    for key, value in node.pairs:
        try:
            values[key.text] = read(key, value)
        except UnreadableError:
            continue
    if len(values) < len(node.pairs):
        raise UnreadableError
    return values


def group_schema(group: str) -> JsonSchema:
    """Return the JSON Schema of a mapping of a group's attributes."""
    known = [attribute for attribute in attributes().values() if attribute.group == group]
    properties = {
        item.name: AttributeValue(item).schema({}) | {"description": item.description.texts["en"]}
        for item in known
    }
    return {"type": "object", "properties": properties, "additionalProperties": False}


@cache
def context_shapes() -> Mapping[str, Shape[Any]]:
    """Return the shapes of what a context says, by key: channel, platform, market, ..., product, message."""
    given = [item for item in attributes().values() if item.group == "context"]
    nested = {group: AttributeValues(group) for group in ("product", "message")}
    return {item.name: AttributeValue(item) for item in given} | nested
