"""Shapes of statements and of their parts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from msglint.messages import Message
from msglint.packs.model import Form, Part, SourceText, Statement
from msglint.packs.schema.conditions import CONDITION
from msglint.packs.schema.phrases import PHRASES, UNIT
from msglint.packs.shapes import (
    CODE,
    LANGUAGE,
    SLUG,
    Enum,
    Field,
    ListOf,
    MapOf,
    Mapped,
    Reading,
    Record,
    Shape,
    Text,
    Values,
)
from msglint.violation import Severity

if TYPE_CHECKING:
    from msglint.packs.yaml import Node

SEVERITY: Shape[Severity] = Mapped(
    Enum(("info", "warning", "error"), "severity"), lambda text, _, __: Severity[text.upper()]
)

SEVERITIES = MapOf(CODE, SEVERITY)

TEXTS = ListOf(Text(), single=True)

INSTEAD = MapOf(CODE, PHRASES)


def _part(values: Values, _: Reading) -> Part:
    as_written = values.pop("case", "any") == "as_written"
    return Part(wordings=values.pop("any"), as_written=as_written, **values)


PART = Record(
    "part",
    {
        "id": Field(CODE, "name of the part", required=True),
        "any": Field(MapOf(LANGUAGE, PHRASES), "accepted wordings by language", required=True),
        "when": Field(CONDITION, "when the part belongs to the statement"),
        "case": Field(Enum(("as_written", "any")), "as_written: capitals must stand as in the wording"),
        "code": Field(CODE, "code reported when the part is absent (part_missing)"),
        "keep": Field(TEXTS, "words that may not change"),
        "instead": Field(INSTEAD, "by code, wrong wordings that people write in its place"),
        "unfilled_by": Field(TEXTS, "words that alone do not fill a blank ( ... )"),
        "severity": Field(SEVERITIES, "by code, a severity other than the rule's"),
    },
    _part,
)


def _parts(parts: tuple[Part, ...], node: Node, reading: Reading) -> tuple[Part, ...]:
    twice = [name for name, count in Counter(part.id for part in parts).items() if count > 1]
    if twice:
        raise reading.wrong(node, Message("the part “{}” stands twice", twice[0]))
    return parts


PARTS: Shape[tuple[Part, ...]] = Mapped(ListOf(PART), _parts)

FORM = Record(
    "form",
    {
        "id": Field(CODE, "name of the form", required=True),
        "when": Field(CONDITION, "when the form is permitted"),
        "otherwise": Field(CODE, "code reported when it is found while it is not permitted"),
        "parts": Field(PARTS, "its parts, in order", required=True),
        "instead": Field(INSTEAD, "by code, wrong texts that people write in place of the whole form"),
    },
    lambda values, _: Form(**values),
)


def _statement(values: Values, reading: Reading) -> Mapping[str, Any]:
    if ("parts" in values) == ("forms" in values):
        raise reading.wrong(values.node, "expected either “parts” or, for several permitted forms, “forms”")
    if "forms" in values and "instead" in values:
        raise reading.wrong(values.place("instead"), "“instead” belongs into each of the “forms”")
    return values


STATEMENT = Record(
    "statement",
    {
        "together": Field(UNIT, "the unit in which its parts must stand together"),
        "parts": Field(PARTS, "its parts, in order"),
        "instead": Field(INSTEAD, "by code, wrong texts that people write in place of the whole statement"),
        "forms": Field(ListOf(FORM), "its permitted forms, where there are several"),
    },
    _statement,
)


def _statements(table: dict[SourceText, dict[str, Any]], *_: object) -> tuple[Statement, ...]:
    return tuple(Statement(name, _forms(name, item), item.get("together")) for name, item in table.items())


def _forms(name: str, item: Mapping[str, Any]) -> tuple[Form, ...]:
    forms: tuple[Form, ...] = item.get("forms", ())
    return forms or (Form(name, item["parts"], instead=item.get("instead", {})),)


STATEMENTS: Shape[tuple[Statement, ...]] = Mapped(MapOf(SLUG, STATEMENT, "statements by name"), _statements)
