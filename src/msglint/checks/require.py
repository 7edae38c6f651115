"""The `require` check: a statement that must stand in the copy, whole and in the right languages."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, cast

from msglint.checks import require_words
from msglint.checks.match import Match
from msglint.checks.required_languages import wanted
from msglint.matching.reading import SegmentReading
from msglint.matching.spans import Span
from msglint.packs.conditions import Scenario, evaluate
from msglint.statements import verdict
from msglint.statements.outcome import CASE, EQUIVALENT, NOT_TOGETHER, WORDING, Flaw, Setting
from msglint.statements.words import Range, Stretch
from msglint.violation import Severity

if TYPE_CHECKING:
    from msglint.matching.document import DocumentReading
    from msglint.packs.model import Condition, Contains, RequireCheck, Rule, Statement
    from msglint.packs.phrases import Phrase
    from msglint.statements.languages import Wanted

MERELY_WORDING = frozenset({WORDING, CASE, NOT_TOGETHER})
"""Codes that are a warning at most unless the pack says otherwise."""

ABSENT = frozenset({"missing", "part_missing", "signal_word_missing", "language_wrong", "language_missing"})
"""Codes of what is not there; all others are of what is there and wrong."""

CATEGORIES = ("warning-missing", "warning-altered")


def find(check: RequireCheck, rule: Rule, document: DocumentReading, scenario: Scenario) -> Iterator[Match]:
    """Yield one match for each thing that is wrong with the statement in a document."""
    statement = document.ruleset.statements[check.statement]
    setting = setting_of(document, scenario, statement, check.match, check.any_case)
    if check.only_if_started:
        needed, flaws = None, verdict.judge_started(statement, _begun(statement, document), setting)
    else:
        needed = wanted(check, statement, document, scenario)
        flaws = verdict.judge(statement, needed, setting) if needed else []
    if needed and not set(needed.codes).intersection(verdict.languages(statement)):
        yield _not_judged(document, needed)
    for flaw in flaws:
        codes = needed.codes if needed else (flaw.lang,)
        yield _match(flaw, check, rule, document, verdict.text(statement, codes, setting))


def is_begun(check: RequireCheck, document: DocumentReading) -> bool:
    """Whether the statement of a check may be begun in a document, in any language."""
    return bool(_begun(document.ruleset.statements[check.statement], document))


def _begun(statement: Statement, document: DocumentReading) -> list[str]:
    return [code for code in verdict.languages(statement) if (statement.id, code) in document.begun]


def is_stated(name: str, document: DocumentReading, scenario: Scenario) -> bool:
    """Whether a statement stands complete in a document, in any language."""
    statement = document.ruleset.statements[name]
    return verdict.holds(statement, setting_of(document, scenario, statement, EQUIVALENT, any_case=True))


def setting_of(
    document: DocumentReading, scenario: Scenario, statement: Statement, match: str, any_case: bool
) -> Setting:
    """Return how a statement is judged in a document."""
    return Setting(
        document.words, match, _decider(document, scenario), _finder(document), statement.together, any_case
    )


def _decider(document: DocumentReading, scenario: Scenario) -> Callable[[Condition], bool | None]:
    def contains(condition: Contains) -> bool:
        stated = condition.statement is not None and is_stated(condition.statement, document, scenario)
        return stated or document.holds(condition.phrases)

    known: dict[int, bool | None] = {}  # Each language asks the same conditions, which live in the packs.

    def decide(condition: Condition) -> bool | None:
        if id(condition) not in known:
            known[id(condition)] = evaluate(condition, scenario, contains).value
        return known[id(condition)]

    return decide


def _finder(document: DocumentReading) -> Callable[[Phrase], list[Range]]:
    words = document.words

    def find_phrase(phrase: Phrase) -> list[Range]:
        return [
            words.range_of(Stretch(index, span.start, span.end))
            for index, text in enumerate(words.texts)
            for span in cast(SegmentReading, text).find(phrase)
        ]

    return find_phrase


def _match(flaw: Flaw, check: RequireCheck, rule: Rule, document: DocumentReading, paste: str) -> Match:
    reading, span = document.readings[0], None
    if flaw.place:
        place = document.words.stretch(flaw.place)
        reading = cast(SegmentReading, document.words.texts[place.segment])
        span = Span(place.start, place.end)
    return Match(
        reading,
        span,
        (span,) if span else (),
        code=flaw.code,
        category=_category(flaw.code, rule),
        severity=_severity(flaw, check, rule),
        message=require_words.message(flaw.code, flaw.lang),
        suggest=rule.suggest or require_words.PASTE,
        arguments={
            "statement": paste,
            "part": ", ".join(flaw.parts),
            "expected": flaw.expected,
            "found": flaw.found,
            "diff": flaw.diff or f"[{flaw.expected}→{flaw.found}]",
        },
    )


def _category(code: str, rule: Rule) -> str | None:
    return CATEGORIES[code not in ABSENT] if rule.category in CATEGORIES else None


def _severity(flaw: Flaw, check: RequireCheck, rule: Rule) -> Severity:
    """Return a flaw's severity: the part's, the check's, or the rule's (wording: at most a warning)."""
    if flaw.severity is not None:
        return flaw.severity
    if flaw.code in check.severity:
        return check.severity[flaw.code]
    return min(rule.severity, Severity.WARNING) if flaw.code in MERELY_WORDING else rule.severity


def _not_judged(document: DocumentReading, needed: Wanted) -> Match:
    text = require_words.named(require_words.NOT_JUDGED, ",".join(needed.codes))
    return Match(
        document.readings[0], code="not_judged", category="context", severity=Severity.INFO, message=text
    )
