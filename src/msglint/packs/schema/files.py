"""Shapes of whole files, each kind told by its first key."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from msglint.packs.model import (
    ALWAYS,
    AllOf,
    Condition,
    Fact,
    Lexicon,
    Pack,
    Rule,
    SourceText,
    Statement,
    Zone,
)
from msglint.packs.nearest import hint, quoted
from msglint.packs.schema.conditions import CONDITION
from msglint.packs.schema.phrases import PHRASES
from msglint.packs.schema.rules import FACT_ID, RULE, SOURCE
from msglint.packs.schema.statements import STATEMENTS
from msglint.packs.schema.tables import TABLE
from msglint.packs.shapes import (
    LOCALIZED,
    NAME,
    SLUG,
    Boolean,
    Date,
    Enum,
    Field,
    Integer,
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
from msglint.packs.shapes.values import REPORT_LANGUAGES
from msglint.packs.yaml import Node
from msglint.violation import Template


@dataclass(frozen=True, slots=True)
class Shared:
    """What a file of shared pieces holds, or what a pack shares beside its rules."""

    lexicons: tuple[Lexicon, ...] = ()
    statements: tuple[Statement, ...] = ()
    zones: tuple[Zone, ...] = ()


@dataclass(frozen=True, slots=True)
class PackFile:
    """A pack and what it shares with all others."""

    pack: Pack
    shared: Shared


@dataclass(frozen=True, slots=True)
class FactsFile:
    """Policy facts."""

    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class ReasonsFile:
    """By fact, why text alone cannot judge it."""

    reasons: Mapping[SourceText, Template] = field(default_factory=dict)


# Shared pieces ----------------------------------------------------------------------------------

LEXICON_NAME = Text(
    "the name of a lexicon, such as “review” or “review.en”", r"[a-z][a-z0-9_]*(?:\.[a-z]{2})?"
)

ENTRIES: Shape[Mapping[str, Any]] = OneOf(
    Record(
        "lexicon",
        {
            "entries": Field(PHRASES, "its words and phrases", required=True),
            "not_inside": Field(PHRASES, "longer phrases inside which an entry does not count"),
            "gap": Field(Integer(0), "words that “ ... ” spans at most in its entries (12)"),
        },
        lambda values, _: dict(values),
        told_by=("entries", "not_inside", "gap"),
    ),
    Mapped(PHRASES, lambda entries, _, __: {"entries": entries}),
    expected="a list of phrases, or a mapping with “entries”",
)


def _lexicons(table: dict[SourceText, Mapping[str, Any]], *_: object) -> tuple[Lexicon, ...]:
    return tuple(_lexicon(key, item) for key, item in table.items())


def _lexicon(key: SourceText, item: Mapping[str, Any]) -> Lexicon:
    name, _, lang = key.partition(".")
    return Lexicon(SourceText.at(name, key.source, key.line, key.column), lang or None, **item)


def _zone(values: Values, reading: Reading) -> Mapping[str, Any]:
    if ("starts" in values) == ("prefix" in values):
        raise reading.wrong(values.node, "expected either “starts” or “prefix”")
    return dict(values)


ZONE = Record(
    "zone",
    {
        "starts": Field(PHRASES, "phrases with which it begins"),
        "prefix": Field(Text(), "sign with which each of its lines begins, such as >"),
        "until": Field(Enum(("blank_line", "end")), "where it ends (blank_line)"),
        "max_lines": Field(Integer(1), "lines that it has at most"),
    },
    _zone,
)


def _zones(table: dict[SourceText, Mapping[str, Any]], *_: object) -> tuple[Zone, ...]:
    return tuple(Zone(name, **item) for name, item in table.items())


SHARED_FIELDS: Mapping[str, Field[Any]] = {
    "lexicons": Field(
        Mapped(MapOf(LEXICON_NAME, ENTRIES, "lexicons by name"), _lexicons),
        "word lists, for $name in phrases",
    ),
    "statements": Field(STATEMENTS, "required texts by name"),
    "zones": Field(Mapped(MapOf(NAME, ZONE, "zones by name"), _zones), "named stretches of a document"),
    "conditions": Field(MapOf(NAME, CONDITION, "conditions by name"), "conditions that are written once"),
    "tables": Field(MapOf(NAME, TABLE, "tables by name"), "bounds that depend on an attribute"),
}


def _shared(values: Mapping[str, Any], *_: object) -> Shared:
    return Shared(**{key: values.get(key, ()) for key in ("lexicons", "statements", "zones")})


SHARED = Record("shared", SHARED_FIELDS, _shared, about="word lists and other pieces that packs share")

# Packs ------------------------------------------------------------------------------------------


def _pack(values: Values, reading: Reading) -> PackFile:
    scope = reading.scope
    title: Template = values["title"]
    if values["pack"] != scope.pack:
        place = values.place("pack")
        raise reading.wrong(place, f"the pack's name must be that of its file: expected “{scope.pack}”")
    if scope.shipped and set(title.texts) != set(REPORT_LANGUAGES):
        raise reading.wrong(
            values.place("title"), f"expected a text in each of {', '.join(REPORT_LANGUAGES)}"
        )
    applies: Condition = values.get("applies", ALWAYS)
    rules = tuple(_applied(applies, rule) for rule in _distinct(values["rules"], reading, values))
    shared = _shared(values)
    pack = Pack(
        values["pack"],
        scope.collection,
        title,
        rules,
        applies,
        values.get("optional", False),
        shared.lexicons,
    )
    return PackFile(pack, replace(shared, lexicons=()))


def _applied(applies: Condition, rule: Rule) -> Rule:
    if applies == ALWAYS:
        return rule
    return replace(rule, when=applies if rule.when == ALWAYS else AllOf((applies, rule.when)))


def _distinct(rules: tuple[Rule, ...], reading: Reading, values: Values) -> tuple[Rule, ...]:
    seen: dict[str, Rule] = {}
    nodes = getattr(values.place("rules"), "items", ())
    for rule, node in zip(rules, nodes, strict=True):
        if rule.id in seen:
            reading.wrong(node.get("id"), f"the rule “{rule.id}” stands twice")
        seen[rule.id] = rule
    return rules


PACK = Record(
    "pack",
    {
        "pack": Field(SLUG, "name of the pack: that of its file, without .yaml", required=True),
        "title": Field(LOCALIZED, "what the pack is about", required=True),
        "applies": Field(CONDITION, "when its rules hold"),
        "optional": Field(Boolean(), "true: used only where it is named"),
        **SHARED_FIELDS,
        "rules": Field(ListOf(RULE), "its rules", required=True),
    },
    _pack,
    about="a pack of rules",
)

# Facts ------------------------------------------------------------------------------------------

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
        "title": Field(Text(), "its title", required=True),
        "statement": Field(Text(), "what the policy says, in own words", required=True),
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
        raise reading.wrong(node, f"unknown source {quoted(source)}: {hint(source, known)}")
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
