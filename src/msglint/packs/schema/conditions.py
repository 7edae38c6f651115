"""The shape of conditions: one form, everywhere."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from msglint.errors import MsglintError
from msglint.messages import Message
from msglint.packs.attributes import Attribute, attributes, convert
from msglint.packs.model import AllOf, AnyOf, Condition, Contains, InRange, Not
from msglint.packs.model import OneOf as IsOneOf
from msglint.packs.nearest import hint, quoted
from msglint.packs.schema.context import checked, json_type, plain, read_pairs
from msglint.packs.schema.phrases import PHRASES
from msglint.packs.schema.ranges import RANGES
from msglint.packs.shapes import (
    NAME,
    SLUG,
    Field,
    JsonSchema,
    ListOf,
    Mapped,
    OneOf,
    Reading,
    Record,
    Reference,
    Shape,
)
from msglint.packs.shapes.base import define
from msglint.packs.yaml import ListNode, MapNode, Node, ScalarNode

EXPECTED = "a condition, such as {market: US, is_toy: true}, or the name of one"

LOGIC = ("all", "any", "not", "contains")


class MappingCondition(Shape[Condition]):
    """A mapping of which every entry must hold: attributes, and `all`, `any`, `not`, `contains`."""

    def __init__(self) -> None:
        def read(node: Node, reading: Reading) -> Condition:
            if not isinstance(node, MapNode) or not node.pairs:
                raise self.mismatch(node, reading)
            parts = tuple(read_pairs(node, lambda key, value: _entry(key, value, reading)).values())
            return parts[0] if len(parts) == 1 else AllOf(parts)

        super().__init__(EXPECTED, lambda node: isinstance(node, MapNode), read, _condition_schema)


def _entry(key: ScalarNode, value: Node, reading: Reading) -> Condition:
    logic = LOGIC_SHAPES.get(key.text)
    if logic is not None:
        return logic.read(value, reading)
    attribute = attributes().get(key.text)
    if attribute is None:
        known = hint(key.text, (*attributes(), *LOGIC))
        raise reading.wrong(key, Message("unknown attribute {}: {}", quoted(key.text), known))
    return (
        _range(attribute, value, reading)
        if isinstance(value, MapNode)
        else _values(attribute, value, reading)
    )


def _values(attribute: Attribute, node: Node, reading: Reading) -> Condition:
    nodes = node.items if isinstance(node, ListNode) else (node,)
    if not nodes:
        raise reading.wrong(node, Message("“{}”: expected at least one value in this list", attribute.name))
    found: dict[Any, None] = {}
    for item in nodes:
        value = checked(item, reading, partial(_value, attribute, item))
        found |= dict.fromkeys(value if isinstance(value, tuple) else (value,))
    return IsOneOf(attribute.name, tuple(found))


def _value(attribute: Attribute, node: Node) -> object:
    if isinstance(node, ListNode):
        raise MsglintError(Message("“{}”: expected one value, found a list", attribute.name))
    return convert(attribute, plain(node))


def _range(attribute: Attribute, node: MapNode, reading: Reading) -> Condition:
    shape = RANGES.get(attribute.type)
    if shape is None:
        raise reading.wrong(
            node, Message("“{}” has no order: expected one of its values or a list of them", attribute.name)
        )
    return InRange(attribute.name, **shape.read(node, reading))


def _named(text: Any, node: Node, reading: Reading) -> Condition:
    condition: Condition = reading.scope.conditions.get(str(text), node, CONDITION, reading)
    return condition


CONDITION: Shape[Condition] = Reference(
    "condition",
    EXPECTED,
    lambda: OneOf(MappingCondition(), Mapped(NAME, _named), expected=EXPECTED),
)

CONTAINED: Shape[Contains] = OneOf(
    Record(
        "contained_statement",
        {"statement": Field(SLUG, "a statement that is found whole, in any language", required=True)},
        lambda values, _: Contains(statement=values["statement"]),
        told_by=("statement",),
    ),
    Mapped(PHRASES, lambda phrases, _, __: Contains(phrases)),
    expected="phrases, or {statement: name}",
)

LOGIC_SHAPES: Mapping[str, Shape[Condition]] = {
    "all": Mapped(ListOf(CONDITION), lambda parts, _, __: AllOf(parts)),
    "any": Mapped(ListOf(CONDITION), lambda parts, _, __: AnyOf(parts)),
    "not": Mapped(CONDITION, lambda part, _, __: Not(part)),
    "contains": CONTAINED,
}

LOGIC_ABOUT: Mapping[str, str] = {
    "all": "conditions that must all hold",
    "any": "conditions of which one must hold",
    "not": "a condition that must not hold",
    "contains": "phrases of which one is found in the document, or a statement that is",
}


def _condition_schema(definitions: JsonSchema) -> JsonSchema:
    return define("conditions_by_name", definitions, lambda: _condition_body(definitions))


def _condition_body(definitions: JsonSchema) -> JsonSchema:
    properties = {
        key: shape.schema(definitions) | {"description": LOGIC_ABOUT[key]}
        for key, shape in LOGIC_SHAPES.items()
    }
    for item in attributes().values():
        properties[item.name] = _value_schema(item, definitions) | {
            "description": item.description.texts["en"]
        }
    return {"type": "object", "properties": properties, "additionalProperties": False, "minProperties": 1}


def _value_schema(attribute: Attribute, definitions: JsonSchema) -> JsonSchema:
    one = json_type(attribute)
    many = {"type": "array", "items": one, "minItems": 1}
    shape = RANGES.get(attribute.type)
    return {"anyOf": [one, many, *([shape.schema(definitions)] if shape else [])]}
