"""The way of a text: read its segments once, ask the rules that its words woke, and merge what they found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from msglint.checks.cases import first_fitting
from msglint.checks.conditions import holds
from msglint.checks.match import Match
from msglint.checks.regex import PatternTimeoutError
from msglint.checks.registry import find, is_duty, is_whole, sees_through, wakes
from msglint.checks.silence import is_disguised, is_silenced
from msglint.document import Document
from msglint.findings import Finding, not_judged, violations
from msglint.matching.document import DocumentReading
from msglint.matching.program import Program
from msglint.packs.conditions import Scenario
from msglint.packs.model import Case, Rule, Ruleset
from msglint.reserved import no_reader
from msglint.scenarios import scenarios
from msglint.violation import Severity, Violation

Overrides = Mapping[str, Severity | None]
"""Severities by rule id that replace the packs'; None switches the rule off."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """What came out for one document; `timeouts` names the rules that could not finish."""

    violations: tuple[Violation, ...]
    timeouts: tuple[str, ...] = ()


class Engine:
    """A compiled ruleset. Immutable, so that threads may share it."""

    def __init__(
        self,
        ruleset: Ruleset,
        placeholders: Sequence[str],
        platforms: tuple[str, ...],
        overrides: Overrides,
    ) -> None:
        self._program = Program(ruleset)
        self._placeholders = tuple(placeholders)
        self._platforms = platforms
        self._overrides = dict(overrides)
        self._order = {rule.id: index for index, rule in enumerate(ruleset.rules)}
        self._sleepless: list[Rule] = []
        self._woken_by: dict[int, list[Rule]] = {}
        for rule in ruleset.rules:
            if self._overrides.get(rule.id, rule.severity) is not None:
                self._arm(rule)

    @property
    def literals(self) -> Iterable[str]:
        """The folded literals of all phrases."""
        return self._program.vocabulary.literals

    def _arm(self, rule: Rule) -> None:
        numbers = wakes(rule, self._program)
        if numbers is None:
            self._sleepless.append(rule)
        for number in numbers or ():
            self._woken_by.setdefault(number, []).append(rule)

    def judge(self, document: Document, only: Rule | None = None) -> Judgement:
        """Return every violation of a document, or those of one rule, in the order of the text."""
        unread = tuple(no_reader(document, self._overrides))
        if document.is_unread:
            return Judgement(unread)
        reading = DocumentReading(document, self._program, self._placeholders)
        contexts = scenarios(document.context, reading.lang, self._platforms)
        found: list[Finding] = []
        open_questions: list[frozenset[str]] = []
        timeouts: list[str] = []
        for rule in self._awake(reading) if only is None else (only,):
            try:
                judged = (reading.deciphered or reading) if is_whole(rule.check) else reading
                for scenario in contexts:
                    found.extend(self._apply(rule, judged, scenario, open_questions))
            except PatternTimeoutError:
                timeouts.append(rule.id)
        if reading.deciphered:
            found.extend(self._disguised(reading.deciphered, contexts, only, timeouts))
        merged = violations(found, contexts, document)
        own = not_judged(document, open_questions, self._overrides)
        return Judgement((*merged, *unread, *own), tuple(timeouts))

    def _awake(self, reading: DocumentReading) -> list[Rule]:
        awake = {rule.id: rule for rule in self._sleepless}
        for number in reading.hit_numbers:
            awake.update((rule.id, rule) for rule in self._woken_by.get(number, ()))
        return sorted(awake.values(), key=lambda rule: self._order[rule.id])

    def _disguised(
        self, reading: DocumentReading, contexts: list[Scenario], only: Rule | None, timeouts: list[str]
    ) -> Iterator[Finding]:
        """Yield what is found in a deciphered document only: what touches a disguised word."""
        for rule in self._awake(reading) if only is None else (only,):
            if not sees_through(rule.check):
                continue
            try:
                for scenario in contexts:
                    for finding in self._apply(rule, reading, scenario, []):
                        span = finding.match.span
                        if span and finding.match.reading.is_deciphered(span):
                            yield finding
            except PatternTimeoutError:
                timeouts.append(rule.id)

    def _apply(
        self, rule: Rule, reading: DocumentReading, scenario: Scenario, open_questions: list[frozenset[str]]
    ) -> Iterator[Finding]:
        verdict = holds(rule.when, rule, reading, scenario)
        if verdict.value is False:
            return
        if is_duty(rule.check) and (verdict.value is None or not reading.document.complete):
            open_questions.append(verdict.unknown)
            return
        for match in find(rule, reading, scenario):
            if match.unknown:
                open_questions.append(match.unknown)
                continue
            case = first_fitting(rule, match, reading, scenario)
            if (case and case.passes) or is_silenced(match, rule, reading.ruleset.zones):
                continue
            if rule.disguised and not is_disguised(match):
                continue
            if rule.unknown_passes and verdict.value is None:
                open_questions.append(verdict.unknown)
                return
            severity = self._overrides.get(rule.id) or _severity(rule, match, case, scenario)
            yield Finding(rule, match, case, severity, scenario, verdict)


def _severity(rule: Rule, match: Match, case: Case | None, scenario: Scenario) -> Severity:
    """Return what a match weighs, at most what the facts about the platform carry.

    What could not be judged is never raised by a case.
    """
    is_raised = case is not None and case.severity is not None and match.category != "context"
    severity = (case.severity if case and is_raised else None) or match.severity or rule.severity
    return min(severity, rule.bounds.get(str(scenario.values.get("platform")), severity))
