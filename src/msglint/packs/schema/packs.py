"""The shape of packs."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from msglint.frozen import Frozen
from msglint.messages import Message
from msglint.packs.model import (
    ALWAYS,
    AllOf,
    AtMostCheck,
    Condition,
    Extension,
    Pack,
    PhrasesCheck,
    RegexCheck,
    Rule,
)
from msglint.packs.places import at
from msglint.packs.schema.conditions import CONDITION
from msglint.packs.schema.examples import FEWEST
from msglint.packs.schema.extensions import ANY_RULE, lacks_examples
from msglint.packs.schema.shared import SHARED_FIELDS, Shared, shared_pieces
from msglint.packs.schema.versions import REQUIRES
from msglint.packs.shapes import (
    LOCALIZED,
    NAME,
    SLUG,
    Boolean,
    Field,
    ListOf,
    Reading,
    Record,
    Text,
    Values,
)
from msglint.packs.shapes.values import REPORT_LANGUAGES

if TYPE_CHECKING:
    from msglint.violation import Template

R = TypeVar("R", Rule, Extension)

WORDS = (PhrasesCheck, RegexCheck, AtMostCheck)
"""Checks that find words."""


class PackFile(Frozen):
    """A pack and what it shares with all others."""

    pack: Pack
    shared: Shared


def _pack(values: Values, reading: Reading) -> PackFile:
    scope = reading.scope
    title: Template = values["title"]
    if values["pack"] != scope.pack:
        place = values.place("pack")
        raise reading.wrong(
            place, Message("the pack's name must be that of its file: expected “{}”", scope.pack)
        )
    if scope.shipped and set(title.texts) != set(REPORT_LANGUAGES):
        raise reading.wrong(
            values.place("title"), Message("expected a text in each of {}", ", ".join(REPORT_LANGUAGES))
        )
    applies: Condition = values.get("applies", ALWAYS)
    written = _distinct(values["rules"], reading, values)
    silent: tuple[str, ...] = values.get("not_in", ())
    doubtful: tuple[str, ...] = values.get("doubtful_in", ())
    rules = tuple(
        replace(_silent(silent, _applied(applies, rule)), doubtful=doubtful)
        for rule in written
        if isinstance(rule, Rule)
    )
    extensions = tuple(_applied(applies, rule) for rule in written if isinstance(rule, Extension))
    for extension in filter(lacks_examples, extensions):
        message = Message(
            "a rule with a condition of its own needs {} examples of each kind of its own", FEWEST
        )
        reading.problems.append(at(extension.id, message))
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
        extensions,
        shared.changes,
        values.get("version"),
        values.get("requires"),
        scope.origin,
    )
    return PackFile(pack, replace(shared, lexicons=(), changes=()))


def _applied(applies: Condition, rule: R) -> R:
    if applies == ALWAYS:
        return rule
    return replace(rule, when=applies if rule.when == ALWAYS else AllOf((applies, rule.when)))


def _silent(zones: tuple[str, ...], rule: Rule) -> Rule:
    """Return a rule that finds no words in zones; a link or an account is one wherever it stands."""
    if not zones or not isinstance(rule.check, WORDS):
        return rule
    return replace(rule, outside=tuple(dict.fromkeys((*rule.outside, *zones))))


def _distinct(
    rules: tuple[Rule | Extension, ...], reading: Reading, values: Values
) -> tuple[Rule | Extension, ...]:
    seen: dict[str, Rule | Extension] = {}
    nodes = getattr(values.place("rules"), "items", ())
    for rule, node in zip(rules, nodes, strict=True):
        if rule.id in seen:
            reading.wrong(node.get("id") or node, Message("the rule “{}” stands twice", rule.id))
        seen[rule.id] = rule
    return rules


PACK = Record(
    "pack",
    {
        "pack": Field(SLUG, "name of the pack: that of its file, without .yaml", required=True),
        "title": Field(LOCALIZED, "what the pack is about", required=True),
        "applies": Field(CONDITION, "when its rules hold"),
        "not_in": Field(ListOf(NAME, single=True), "zones in which its rules find no words"),
        "doubtful_in": Field(ListOf(NAME, single=True), "zones in which its errors are warnings"),
        "optional": Field(Boolean(), "true: used only where it is named"),
        "also_in": Field(ListOf(SLUG, single=True), "collections that it belongs to, beside its folder's"),
        **SHARED_FIELDS,
        "version": Field(Text(), "its version, such as “1.2”"),
        "requires": Field(REQUIRES, "versions of msglint that it fits, such as “>=1.0,<2”"),
        "rules": Field(ListOf(ANY_RULE), "its rules", required=True),
    },
    _pack,
    about="a pack of rules",
)
