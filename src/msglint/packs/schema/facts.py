"""Shapes of policy facts, and of the reasons why text alone cannot judge one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import TYPE_CHECKING, Any

from msglint.frozen import Frozen
from msglint.messages import Message
from msglint.packs.model import (
    Fact,
    SourceText,
)
from msglint.packs.nearest import hint, quoted
from msglint.packs.schema.rules import FACT_ID, SOURCE
from msglint.packs.shapes import (
    LOCALIZED,
    SLUG,
    Date,
    Enum,
    Field,
    ListOf,
    MapOf,
    Mapped,
    OneOf,
    Reading,
    Record,
    Shape,
    Text,
    Values,
    into,
)

if TYPE_CHECKING:
    from msglint.packs.yaml import Node
    from msglint.violation import Template


class FactsFile(Frozen):
    """Policy facts."""

    facts: tuple[Fact, ...]


class ReasonsFile(Frozen):
    """By fact, why text alone cannot judge it."""

    reasons: Mapping[SourceText, Template] = field(default_factory=dict)


GRADES = ("A", "B", "C")

GRADE = Enum(GRADES, "grade")

CONFIDENCE: Shape[Mapping[str, str]] = OneOf(
    Record(
        "grades",
        {
            "duty": Field(GRADE, "how sure it is that the label is required, and when", required=True),
            "wording": Field(GRADE, "how sure the exact words are", required=True),
        },
        lambda values, _: {"confidence": values["duty"], "wording": values["wording"]},
    ),
    Mapped(
        Enum(("stated", "third-party", "conflict", *GRADES), "confidence"),
        lambda text, _, __: {"confidence": text},
    ),
    expected="a confidence, or {duty: A, wording: B}",
)


def _fact(values: Values, reading: Reading) -> Mapping[str, Any]:
    sure: Mapping[str, str] = values.pop("confidence")
    if (values["level"] == "label") != (sure["confidence"] in GRADES):
        raise reading.wrong(
            values.place("confidence"), "labels have the grades A, B, C, and only labels have them"
        )
    return {**values, **sure}


CITED: Shape[Any] = OneOf(SOURCE, Text("the key of a source"))

FACT = Record(
    "fact",
    {
        "id": Field(FACT_ID, "its id", required=True),
        "platforms": Field(
            ListOf(SLUG, single=True), "the marketplaces it speaks about (Amazon, or all of them)"
        ),
        "title": Field(LOCALIZED, "its title", required=True),
        "statement": Field(LOCALIZED, "what the policy says, in own words", required=True),
        "level": Field(
            Enum(("block", "warn", "info", "do-not-flag", "label"), "level"),
            "block: forbidden; warn: depends; info: a hint; do-not-flag: an exception; label: required text",
            required=True,
        ),
        "confidence": Field(
            CONFIDENCE, "stated by the platform or law, third-party or conflict; labels: A, B, C", True
        ),
        "sources": Field(
            ListOf(OneOf(SOURCE, Text("the key of a source")), least=0), "where it was read", True
        ),
    },
    _fact,
)


def _facts(values: Values, reading: Reading) -> FactsFile:
    known = values.get("sources", {})
    facts = []
    for item, node in zip(values["facts"], getattr(values.place("facts"), "items", ()), strict=True):
        sources = tuple(_source(source, known, node, reading) for source in item["sources"])
        facts.append(Fact(**{**item, "sources": sources, "checked": values.get("checked")}))
    return FactsFile(tuple(facts))


def _source(source: Any, known: Mapping[str, Any], node: Node, reading: Reading) -> Mapping[str, str]:
    if isinstance(source, Mapping):
        return source
    if source not in known:
        raise reading.wrong(node, Message("unknown source {}: {}", quoted(source), hint(source, known)))
    found: Mapping[str, str] = known[source]
    return found


FACTS = Record(
    "facts",
    {
        "facts": Field(ListOf(FACT), "policy facts", required=True),
        "checked": Field(Date(), "the day on which the sources were last read"),
        "sources": Field(MapOf(Text(), SOURCE, "sources by key"), "sources that several facts share"),
    },
    _facts,
    about="policy facts that rules cite",
)

REASONS = Record(
    "not_checkable",
    {
        "not_checkable": Field(
            MapOf(FACT_ID, LOCALIZED), "by fact, why text alone cannot judge it", required=True
        )
    },
    into(ReasonsFile, {"not_checkable": "reasons"}),
)
