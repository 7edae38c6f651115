"""The shape of rules that are made from another: what they change, add and remove."""

from __future__ import annotations

from typing import Any

from msglint.packs.model import ALWAYS, Extension, Rule, SourceText, Words
from msglint.packs.schema.conditions import CONDITION
from msglint.packs.schema.examples import FEWEST, MORE_EXAMPLES
from msglint.packs.schema.phrases import PATTERNS, PHRASES
from msglint.packs.schema.rules import CASE, RULE, RULE_ID, SOURCE
from msglint.packs.schema.statements import SEVERITY
from msglint.packs.shapes import (
    CODE,
    LOCALIZED,
    SLUG,
    Field,
    ListOf,
    OneOf,
    Reading,
    Record,
    Shape,
    Values,
    into,
)

WORDS: Shape[Words] = Record(
    "words",
    {
        "phrases": Field(PATTERNS, "phrases on which the rule fires, as they are written there"),
        "not_inside": Field(PHRASES, "longer phrases inside which a hit does not count"),
    },
    into(Words),
)


def _extension(values: Values, reading: Reading) -> Extension:
    given: dict[str, Any] = {("base" if key == "extends" else key): value for key, value in values.items()}
    base: SourceText = given["base"]
    name: SourceText = given.get("id") or base
    pack, own = reading.scope.pack, name.rpartition("/")[2]
    if base == f"{pack}/{own}":
        raise reading.wrong(values.place("extends"), "the rule extends itself: name a rule of another pack")
    if reading.scope.shipped:
        raise reading.wrong(values.place("extends"), "rules that come with msglint share by “like” instead")
    if ("add" in values or "remove" in values) and "examples" not in values:
        raise reading.wrong(values.node, "the key “examples” is missing: copy that shows what is different")
    given["id"] = SourceText.at(f"{pack}/{own}", name.source, name.line, name.column)
    return Extension(**given)


EXTENSION: Shape[Extension] = Record(
    "extending_rule",
    {
        "extends": Field(RULE_ID, "the rule that this one is made from and replaces", required=True),
        "id": Field(SLUG, "name of the rule within its pack (that of the other rule)"),
        "severity": Field(SEVERITY, "how bad a violation is"),
        "source": Field(SOURCE, "where the policy was read, beside the facts of the other rule"),
        "message": Field(LOCALIZED, "what is wrong"),
        "suggest": Field(LOCALIZED, "what to write instead"),
        "when": Field(CONDITION, "when this rule holds, and not the other"),
        "code": Field(CODE, "code that is reported with a violation"),
        "add": Field(WORDS, "phrases that count beside those of the other rule"),
        "remove": Field(WORDS, "phrases of the other rule that do not count"),
        "cases": Field(ListOf(CASE), "what to make of a hit, before the other rule's cases"),
        "examples": Field(MORE_EXAMPLES, "copy that proves it, beside the other rule's examples"),
    },
    _extension,
    about="a rule that is made from another and stands in its place",
    told_by=("extends",),
)

ANY_RULE: Shape[Rule | Extension] = OneOf(EXTENSION, RULE, expected="a rule")


def lacks_examples(extension: Extension) -> bool:
    """Whether a rule that holds elsewhere than the other, whose examples it cannot use, has too few."""
    flagged = sum(example.flag for example in extension.examples)
    return extension.when != ALWAYS and min(flagged, len(extension.examples) - flagged) < FEWEST
