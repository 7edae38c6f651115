"""Shapes of tests on elements."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from msglint.messages import Message
from msglint.packs.elements import ELEMENTS
from msglint.packs.model import AttributeTest, ForbidCheck, InRange, SourceText
from msglint.packs.nearest import hint, quoted
from msglint.packs.schema.ranges import RANGE_FIELDS, range_bounds
from msglint.packs.shapes import (
    Boolean,
    Enum,
    Field,
    ListOf,
    MapOf,
    Mapped,
    Number,
    OneOf,
    Reading,
    Record,
    Shape,
    Text,
    Values,
)

RANGE: Shape[dict[str, Any]] = Record("element_range", RANGE_FIELDS["number"], range_bounds)

WANTED: Shape[Any] = OneOf(
    RANGE,
    Mapped(Boolean(), lambda value, _, __: (value,)),
    Mapped(Number(), lambda value, _, __: (value,)),
    ListOf(Text(), single=True),
    expected="true or false, a number, a range such as {above: 80}, or patterns such as *.gif",
)
TESTS: Shape[Any] = MapOf(Text("an attribute of the element", "[a-z_]+"), WANTED)


def _forbid(values: Values, reading: Reading) -> ForbidCheck:
    kind = str(values["element"])
    tests = [_tests(kind, values.get(key) or {}, values, reading) for key in ("where", "unless")]
    return ForbidCheck(kind, *tests)


def _tests(
    kind: str, given: dict[SourceText, Any], values: Values, reading: Reading
) -> tuple[AttributeTest, ...]:
    return tuple(_test(kind, name, wanted, values, reading) for name, wanted in given.items())


def _test(kind: str, name: SourceText, wanted: Any, values: Values, reading: Reading) -> AttributeTest:
    known = ELEMENTS[kind]
    if name not in known:
        raise reading.wrong(
            values.node, Message("{} has no attribute {}: {}", kind, quoted(name), hint(name, known))
        )
    span = InRange(str(name), **wanted) if isinstance(wanted, dict) else None
    types: Mapping[str, tuple[type, ...]] = {"text": (str,), "number": (int, float), "boolean": (bool,)}
    fits = (
        known[name].type == "number"
        if span
        else all(isinstance(item, types[known[name].type]) for item in wanted)
    )
    if not fits:
        raise reading.wrong(values.node, Message("{} holds a {}", quoted(name), known[name].type))
    return AttributeTest(str(name), () if span else tuple(wanted), span)


FORBID: Shape[ForbidCheck] = Record(
    "forbid",
    {
        "element": Field(Enum(tuple(ELEMENTS), "kind of element"), "image, link, style, ...", required=True),
        "where": Field(TESTS, "what its attributes must be: all must hold"),
        "unless": Field(TESTS, "elements for which all of this holds are permitted"),
    },
    _forbid,
)
