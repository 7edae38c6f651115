"""The shape of rules, and what must hold of each."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from msglint.packs.model import CATEGORIES, Case, ReportCheck, Rule, SourceText, Unless
from msglint.packs.schema.checks import CHECKS
from msglint.packs.schema.conditions import CONDITION
from msglint.packs.schema.examples import EXAMPLES
from msglint.packs.schema.links import CONTACT, LINK
from msglint.packs.schema.phrases import PHRASES, UNIT
from msglint.packs.schema.proofs import prove
from msglint.packs.schema.repairs import REPAIR, prove_repair
from msglint.packs.schema.statements import SEVERITY
from msglint.packs.severities import bounds
from msglint.packs.shapes import (
    CODE,
    LOCALIZED,
    NAME,
    SLUG,
    Boolean,
    Enum,
    Field,
    Integer,
    ListOf,
    Reading,
    Record,
    Shape,
    Text,
    Values,
)

if TYPE_CHECKING:
    from msglint.packs.scope import Scope
    from msglint.violation import Severity

FACT_ID = Text("the id of a fact, such as AMZ-MSG-13", "[A-Z][A-Z0-9]*(?:-[A-Z0-9]+)+")

RULE_ID = Text("a rule of another pack, such as amazon-reviews/positive-ask", "[a-z0-9-]+/[a-z0-9-]+")

SOURCE: Shape[Mapping[str, str]] = Record(
    "source",
    {
        "title": Field(Text(), "what it is", required=True),
        "url": Field(Text("an address that begins with https:// or http://", r"https?://\S+"), "where it is"),
        "date": Field(Text(), "its own date"),
    },
    lambda values, _: {key: str(value) for key, value in values.items()},
    about="where a policy was read",
)


def _unless(values: Values, reading: Reading) -> Unless:
    if "before" not in values and "after" not in values:
        raise reading.wrong(values.node, "expected “before”, “after” or both")
    return Unless(**values)


UNLESS = Record(
    "unless",
    {
        "before": Field(PHRASES, "phrases that silence a hit if they stand before or inside it"),
        "after": Field(PHRASES, "phrases that silence a hit if they stand after or inside it"),
        "within": Field(UNIT, "the unit they must share (clause)"),
    },
    _unless,
)

TESTS = ("near", "when", "link", "contact")
OUTCOMES = ("severity", "code", "message", "suggest")


def _case(values: Values, reading: Reading) -> Case:
    if not any(key in values for key in TESTS):
        raise reading.wrong(values.node, "the case fits always: expected “near”, “when”, “link” or “contact”")
    passes = values.pop("pass", False)
    if passes == any(key in values for key in OUTCOMES):
        raise reading.wrong(
            values.node, "expected either “pass: true” or a severity, code, message or suggestion"
        )
    return Case(passes=passes, **values)


CASE = Record(
    "case",
    {
        "near": Field(PHRASES, "phrases of which one must stand near the hit"),
        "when": Field(CONDITION, "a condition that must hold"),
        "link": Field(LINK, "what the link must be"),
        "contact": Field(CONTACT, "what the contact must be"),
        "pass": Field(Boolean(), "true: the hit does not count"),
        "severity": Field(SEVERITY, "severity of such a hit"),
        "code": Field(CODE, "code of such a hit"),
        "message": Field(LOCALIZED, "message for such a hit"),
        "suggest": Field(LOCALIZED, "suggestion for such a hit"),
    },
    _case,
)

FIELDS: Mapping[str, Field[Any]] = {
    "id": Field(SLUG, "name of the rule within its pack", required=True),
    "category": Field(Enum(CATEGORIES, "category"), "what kind of violation it reports", required=True),
    "severity": Field(SEVERITY, "how bad a violation is", required=True),
    "facts": Field(ListOf(FACT_ID, single=True), "ids of the policy facts that the rule encodes"),
    "source": Field(SOURCE, "where the policy was read, instead of facts"),
    "message": Field(
        LOCALIZED, "what is wrong; {name} stands for what a lexicon or slot found", required=True
    ),
    "suggest": Field(LOCALIZED, "what to write instead"),
    "when": Field(CONDITION, "when the rule holds, beside what the pack says"),
    "unknown": Field(
        Enum(("flag", "pass")), "what to do while it is unknown whether the rule holds: flag (usual) or pass"
    ),
    "disguised": Field(Boolean(), "true: only what is disguised on purpose counts"),
    "code": Field(CODE, "code that is reported with a violation"),
    "like": Field(
        RULE_ID,
        "a rule whose check and exceptions this one shares, in place of a check of its own",
    ),
    **CHECKS,
    "gap": Field(Integer(0), "words that “ ... ” spans at most (12); a Han character counts half a word"),
    "not_inside": Field(PHRASES, "longer phrases inside which a hit does not count"),
    "unless": Field(UNLESS, "phrases that silence a hit"),
    "in": Field(ListOf(NAME, single=True), "segment roles or zones in which hits count"),
    "not_in": Field(ListOf(NAME, single=True), "segment roles or zones in which hits do not count"),
    "near": Field(UNIT, "the unit that the `near` phrases of cases share with the hit (sentence)"),
    "fix": Field(REPAIR, "how `check --fix` and `--unsafe-fixes` put right what is found"),
    "cases": Field(ListOf(CASE), "what to make of a hit: the first case that fits decides"),
    "examples": Field(EXAMPLES, "copy that proves the rule", required=True),
}


RENAMED = {"in": "inside", "not_in": "outside"}


TO_COME = ReportCheck()
"""Holds the place of a check that comes from another rule (`like`) once all packs are read."""


def _bounds(values: Values, scope: Scope) -> Mapping[str, Severity]:
    known = scope.facts or {}
    return bounds(known[name] for name in values.get("facts", ()) if name in known) if scope.shipped else {}


def _rule(values: Values, reading: Reading) -> Rule:
    prove(values, reading)
    prove_repair(values, reading)
    check = next((values.pop(key) for key in CHECKS if key in values), TO_COME)
    unknown_passes = values.pop("unknown", "flag") == "pass"
    named = {RENAMED.get(key, key): value for key, value in values.items()}
    own: SourceText = named.pop("id")
    pack = reading.scope.pack
    return Rule(
        id=SourceText.at(f"{pack}/{own}", own.source, own.line, own.column), pack=pack, check=check,
        unknown_passes=unknown_passes, bounds=_bounds(values, reading.scope), **named,
    )  # fmt: skip


RULE = Record("rule", FIELDS, _rule)
