"""The shape of packs."""

from __future__ import annotations

from dataclasses import dataclass, replace

from msglint.packs.model import (
    ALWAYS,
    AllOf,
    Condition,
    Pack,
    Rule,
)
from msglint.packs.schema.conditions import CONDITION
from msglint.packs.schema.rules import RULE
from msglint.packs.schema.shared import SHARED_FIELDS, Shared, shared_pieces
from msglint.packs.shapes import (
    LOCALIZED,
    SLUG,
    Boolean,
    Field,
    ListOf,
    Reading,
    Record,
    Values,
)
from msglint.packs.shapes.values import REPORT_LANGUAGES
from msglint.violation import Template


@dataclass(frozen=True, slots=True)
class PackFile:
    """A pack and what it shares with all others."""

    pack: Pack
    shared: Shared


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
    shared = shared_pieces(values)
    folder = (scope.collection,) if scope.collection else ()
    pack = Pack(
        values["pack"],
        (*folder, *values.get("also_in", ())),
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
        "also_in": Field(ListOf(SLUG, single=True), "collections that it belongs to, beside its folder's"),
        **SHARED_FIELDS,
        "rules": Field(ListOf(RULE), "its rules", required=True),
    },
    _pack,
    about="a pack of rules",
)
