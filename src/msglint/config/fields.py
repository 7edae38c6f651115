"""The fields of context in YAML files: the same in msglint.yaml and in front matter."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from msglint.config.context import KINDS, ContextValue
from msglint.config.values import context_value
from msglint.packs.attributes import attributes, expected
from msglint.packs.schema.context import AttributeValues, checked, context_shapes, plain
from msglint.packs.shapes import Field, Reading, Shape
from msglint.packs.yaml import MapNode, Node

SINGLE = ("channel", "platform", "market", "lang")
"""The keys that have one value; attributes stand under `product` and `message`."""


class ContextShape(Shape[ContextValue]):
    """The value of one key of a context, in any of the words that people use for it."""

    def __init__(self, name: str) -> None:
        def read(node: Node, reading: Reading) -> ContextValue:
            value: ContextValue = checked(node, reading, lambda: context_value(name, plain(node)))
            return value

        schema = context_shapes()[name].schema
        super().__init__(
            expected(attributes()[name]), lambda node: not isinstance(node, MapNode), read, schema
        )


def context_fields() -> dict[str, Field[Any]]:
    """Return the fields of a record that gives context."""
    single = {name: Field(ContextShape(name), attributes()[name].description.texts["en"]) for name in SINGLE}
    return single | {kind: Field(AttributeValues(kind), f"what is known about the {kind}") for kind in KINDS}


def context_values(fields: Mapping[str, Any]) -> dict[str, ContextValue]:
    """Return what a record with these fields says about the context, by dotted name."""
    values = {name: fields[name] for name in SINGLE if name in fields}
    attributes_given = ((kind, name) for kind in KINDS for name in fields.get(kind, ()))
    return values | {f"{kind}.{name}": fields[kind][name] for kind, name in attributes_given}
