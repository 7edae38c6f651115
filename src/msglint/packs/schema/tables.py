"""The shape of bounds that depend on an attribute, and the proof that they cover every value once."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import Any

from msglint.messages import Message
from msglint.packs.attributes import Attribute, Values, attributes, convert
from msglint.packs.conditions import shown
from msglint.packs.model import InRange, Row, Table
from msglint.packs.nearest import hint, quoted
from msglint.packs.schema.context import checked, read_pairs
from msglint.packs.schema.ranges import RANGE_FIELDS, range_bounds
from msglint.packs.shapes import (
    NAME,
    Field,
    JsonSchema,
    ListOf,
    Mapped,
    Number,
    OneOf,
    Reading,
    Record,
    Shape,
)
from msglint.packs.shapes import Values as Fields
from msglint.packs.shapes.base import define
from msglint.packs.yaml import MapNode, Node, ScalarNode

EXPECTED = "a number, a table such as {by: operation, sendInvoice: 400, else: 2000}, or the name of one"

NUMBER = Number()


class TableOf(Shape[Table]):
    """`{by: attribute, VALUE: bound, ..., else: bound}`, or `{by: attribute, ranges: [...]}`."""

    def __init__(self) -> None:
        def read(node: Node, reading: Reading) -> Table:
            if not isinstance(node, MapNode) or node.get("by") is None:
                raise self.mismatch(node, reading)
            attribute = _attribute(node, reading)
            ranges = node.get("ranges")
            if ranges and len(node.pairs) > 2:
                raise reading.wrong(node, "expected nothing beside “by” and “ranges”")
            rows = _keyed(attribute, node, reading) if ranges is None else _ranged(attribute, ranges, reading)
            return Table(rows, attribute.name)

        super().__init__(EXPECTED, lambda node: isinstance(node, MapNode), read, _table_schema)


def _attribute(node: MapNode, reading: Reading) -> Attribute:
    by = node.get("by") or node
    name = by.text if isinstance(by, ScalarNode) else ""
    if name not in attributes():
        raise reading.wrong(by, Message("unknown attribute {}: {}", quoted(name), hint(name, attributes())))
    return attributes()[name]


# Tables by value --------------------------------------------------------------------------------


def _keyed(attribute: Attribute, node: MapNode, reading: Reading) -> tuple[Row, ...]:
    pairs = tuple((key, value) for key, value in node.pairs if key.text != "by")
    found = read_pairs(MapNode(node.mark, pairs), lambda key, value: _row(attribute, key, value, reading))
    rows = tuple(found.values())
    keys = [key for row in rows for key in row.keys]
    twice = next((key for key in keys if keys.count(key) > 1), None)
    if twice is not None:
        raise reading.wrong(node, Message("the table says two things for {}", quoted(str(twice))))
    if all(row.keys for row in rows):
        _prove_complete(attribute, keys, node, reading)
    return rows


def _row(attribute: Attribute, key: ScalarNode, value: Node, reading: Reading) -> Row:
    bound = NUMBER.read(value, reading)
    if key.text == "else":
        return Row((), bound)
    converted: Values = checked(key, reading, lambda: convert(attribute, key.value))
    return Row(converted if isinstance(converted, tuple) else (converted,), bound)


def _prove_complete(attribute: Attribute, keys: list[Any], node: MapNode, reading: Reading) -> None:
    known = (False, True) if attribute.type == "boolean" else attribute.values
    missing = [shown(value) for value in known if value not in keys]
    if missing or not known:
        names = quoted(missing[0]) if missing else "other values"
        raise reading.wrong(
            node, Message("the table leaves a hole: it says nothing for {}; add the key “else”", names)
        )


# Tables by range --------------------------------------------------------------------------------


def _range_row(values: Fields, reading: Reading) -> tuple[float, dict[str, Any], Node]:
    value = values.pop("value")
    return value, range_bounds(values, reading), values.node


VALUE = {"value": Field(NUMBER, "the bound that holds within the range", required=True)}

RANGE_ROWS = {
    kind: ListOf(Record(f"{kind}_range_row", {**fields, **VALUE}, _range_row))
    for kind, fields in RANGE_FIELDS.items()
}


def _ranged(attribute: Attribute, node: Node, reading: Reading) -> tuple[Row, ...]:
    if attribute.type not in RANGE_ROWS:
        raise reading.wrong(node, Message("“{}” has no order: write its values as keys", attribute.name))
    rows = RANGE_ROWS[attribute.type].read(node, reading)
    _prove_ranges([(_cuts(bounds, attribute), place) for _, bounds, place in rows], reading)
    return tuple(Row((), value, InRange(attribute.name, **bounds)) for value, bounds, _ in rows)


Cut = tuple[float, int]
"""A place between values: just before a number (0), or just behind it (1)."""

ENDS: tuple[Cut, Cut] = ((float("-inf"), 0), (float("inf"), 0))


def _prove_ranges(spans: list[tuple[tuple[Cut, Cut], Node]], reading: Reading) -> None:
    """Record where ranges overlap or leave holes."""
    ordered = sorted(spans, key=lambda span: span[0])
    edges = [((ENDS[0], ENDS[0]), ordered[0][1]), *ordered, ((ENDS[1], ENDS[1]), ordered[-1][1])]
    for ((_, end), _), ((start, _), node) in pairwise(edges):
        if start > end:
            reading.wrong(
                node,
                "the table leaves a hole beside this range: let ranges touch, and the outer ones be open",
            )
        elif start < end:
            reading.wrong(node, "this range overlaps another: each value may lie in one only")


def _cuts(bounds: dict[str, Any], attribute: Attribute) -> tuple[Cut, Cut]:
    whole = attribute.type != "number"
    cuts = {name: _cut(value, name in ("above", "maximum"), whole) for name, value in bounds.items()}
    start = cuts.get("minimum") or cuts.get("above") or ENDS[0]
    return start, cuts.get("maximum") or cuts.get("below") or ENDS[1]


def _cut(value: float | date, behind: bool, whole: bool) -> Cut:
    number = value.toordinal() if isinstance(value, date) else value
    return (number + behind, 0) if whole else (number, int(behind))


def _named(text: Any, node: Node, reading: Reading) -> Table:
    table: Table = reading.scope.tables.get(str(text), node, TABLE, reading)
    return table


def _table_schema(definitions: JsonSchema) -> JsonSchema:
    return define("table", definitions, lambda: _table_body(definitions))


def _table_body(definitions: JsonSchema) -> JsonSchema:
    by = {"enum": list(attributes()), "description": "the attribute on which the bound depends"}
    ranges = {"anyOf": [rows.schema(definitions) for rows in RANGE_ROWS.values()]}
    properties = {
        "by": by,
        "ranges": ranges,
        "else": {"type": "number", "description": "the bound everywhere else"},
    }
    return {
        "type": "object",
        "properties": properties,
        "required": ["by"],
        "additionalProperties": {"type": "number"},
    }


TABLE: Shape[Table] = OneOf(
    TableOf(),
    Mapped(NUMBER, lambda value, _, __: Table((Row((), value),))),
    Mapped(NAME, _named),
    expected=EXPECTED,
)
