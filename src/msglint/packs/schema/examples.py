"""Shapes of the examples that prove a rule."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from msglint.packs.model import Example
from msglint.packs.schema.context import context_shapes
from msglint.packs.schema.statements import SEVERITY
from msglint.packs.shapes import (
    CODE,
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
    Reference,
    Shape,
    Text,
    Values,
)

FEWEST = 3
"""Examples of each kind that a rule must have."""

ABOUT = {
    "channel": "what kind of copy it is",
    "platform": "the marketplace",
    "market": "markets, as ISO codes",
    "lang": "language of the copy",
    "as_of": "the day on which it is judged",
    "product": "product attributes",
    "message": "message attributes",
}


def _context() -> Shape[Mapping[str, Any]]:
    fields = {name: Field(shape, ABOUT[name]) for name, shape in context_shapes().items()}
    return Record("context", fields, lambda values, _: dict(values), about="what is known about a document")


CONTEXT: Shape[Mapping[str, Any]] = Reference("example_context", "a mapping such as {market: US}", _context)

SCALAR: Shape[Any] = OneOf(Boolean(), Number(), Text(), expected="true, false, a number or a text")
EXAMPLE_ELEMENT: Shape[Any] = MapOf(Text("an attribute of the element", "[a-z_]+"), SCALAR)

GIVEN: Mapping[str, Field[Any]] = {
    "text": Field(Text(), "the copy", required=True),
    "subject": Field(Text(), "its subject"),
    "elements": Field(ListOf(EXAMPLE_ELEMENT), "what is beside it: {element: attachment, name: a.pdf}"),
    "letters": Field(
        Record(
            "letters",
            {
                "size": Field(Number(), "size of the type"),
                "x_height": Field(Number(), "height of an x"),
                "capital_height": Field(Number(), "height of a capital"),
            },
            lambda values, _: dict(values),
        ),
        "how large it is printed, in points",
    ),
    "format": Field(Enum(("html", "eml")), "of which format the text is a file"),
    "context": Field(CONTEXT, "what is known about it"),
}

WANTED: Mapping[str, Field[Any]] = {
    "severity": Field(SEVERITY, "the severity that it must get"),
    "code": Field(CODE, "the code that it must get"),
    "excerpt": Field(Text(), "what must be marked in it"),
}


def _kind(name: str, fields: Mapping[str, Field[Any]], least: int) -> Shape[tuple[Mapping[str, Any], ...]]:
    bare: Shape[Mapping[str, Any]] = Mapped(Text(), lambda text, _, __: {"text": text})
    full: Shape[Mapping[str, Any]] = Record(name, fields, lambda values, _: dict(values))
    return ListOf(OneOf(full, bare, expected="a text, or a mapping with “text”"), least=least)


def _examples(values: Values, _: Reading) -> tuple[Example, ...]:
    shared = values.get("context", {})
    flagged = [_example(item, shared, flag=True) for item in values.get("flag", ())]
    return (*flagged, *(_example(item, shared, flag=False) for item in values.get("pass", ())))


def _example(item: Mapping[str, Any], shared: Mapping[str, Any], *, flag: bool) -> Example:
    context = _merged(shared, item.get("context", {}))
    return Example(**{**item, "flag": flag, "context": context})


def _merged(shared: Mapping[str, Any], own: Mapping[str, Any]) -> Mapping[str, Any]:
    nested = {
        group: {**shared.get(group, {}), **own.get(group, {})}
        for group in ("product", "message")
        if group in shared or group in own
    }
    return {**shared, **own, **nested}


def _examples_of(name: str, least: int, *, required: bool) -> Shape[tuple[Example, ...]]:
    flag = _kind("flagged_example", {**GIVEN, **WANTED}, least)
    passes = _kind("passing_example", GIVEN, least)
    fields: dict[str, Field[Any]] = {
        "context": Field(CONTEXT, "what is known about all of them"),
        "flag": Field(flag, "copy that the rule must flag", required=required),
        "pass": Field(passes, "copy that the rule must let pass", required=required),
    }
    return Record(name, fields, _examples)


EXAMPLES = _examples_of("examples", FEWEST, required=True)

MORE_EXAMPLES = _examples_of("more_examples", 1, required=False)
"""Examples beside those of another rule."""
