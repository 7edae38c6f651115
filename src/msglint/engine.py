"""The way of a text: read its segments once, ask the rules that its words woke, and merge what they found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from msglint.checks.cases import first_fitting
from msglint.checks.conditions import holds
from msglint.checks.match import Match
from msglint.checks.regex import PatternTimeoutError
from msglint.checks.registry import find, hangs_on_scenario, is_duty, is_whole, sees_through
from msglint.checks.silence import is_disguised, is_silenced
from msglint.document import Document
from msglint.findings import Finding, not_judged, violations
from msglint.matching.compiler import Compiled
from msglint.matching.document import DocumentReading
from msglint.matching.program import Program
from msglint.packs.conditions import Scenario, Verdict
from msglint.packs.model import Case, Rule, Ruleset, Zone
from msglint.plans import Plan, Plans
from msglint.scenarios import scenarios
from msglint.unread import unread
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
        made: Compiled | None = None,
    ) -> None:
        self.program = Program(ruleset, made)
        self._placeholders = tuple(placeholders)
        self._platforms = platforms
        self._overrides = dict(overrides)
        self._plans = Plans(ruleset.rules)
        rules = [rule for rule in ruleset.rules if self._overrides.get(rule.id, rule.severity) is not None]
        self._order = {rule.id: index for index, rule in enumerate(rules)}
        self._sleepless = [rule for rule in rules if self.program.waker(rule) is None]
        self._woken_by: dict[int, list[Rule]] = {}
        for rule in rules:
            node = self.program.waker(rule)
            if node is not None:
                self._woken_by.setdefault(node, []).append(rule)

    @property
    def literals(self) -> Iterable[str]:
        """The folded literals of all phrases."""
        return self.program.vocabulary.literals

    def judge(self, document: Document, only: Rule | None = None) -> Judgement:
        """Return every violation of a document, or those of one rule, in the order of the text."""
        not_read = tuple(unread(document, self._overrides))
        if document.is_unread:
            return Judgement(not_read)
        reading = DocumentReading(document, self.program, self._placeholders)
        contexts = scenarios(document.context, reading.lang, self._platforms)
        plans = [self._plans.of(scenario) for scenario in contexts]
        found: list[Finding] = []
        open_questions: list[frozenset[str]] = []
        timeouts: list[str] = []
        for rule in self._awake(reading, plans) if only is None else (only,):
            judged = (reading.deciphered or reading) if is_whole(rule.check) else reading
            try:
                found.extend(self._apply(rule, judged, plans, open_questions))
            except PatternTimeoutError:
                timeouts.append(rule.id)
        if reading.deciphered:
            found.extend(self._disguised(reading.deciphered, plans, only, timeouts))
        merged = violations(found, contexts, document)
        own = not_judged(document, open_questions, self._overrides)
        return Judgement((*merged, *not_read, *own), tuple(timeouts))

    def _awake(self, reading: DocumentReading, plans: Sequence[Plan]) -> list[Rule]:
        """Return the rules that the words of a document woke and that no context rules out."""
        awake = reading.awake | reading.deciphered.awake if reading.deciphered else reading.awake
        woken = [rule for node in awake & self._woken_by.keys() for rule in self._woken_by[node]]
        return sorted(
            (rule for rule in (*self._sleepless, *woken) if any(plan.allows(rule) for plan in plans)),
            key=lambda rule: self._order[rule.id],
        )

    def _disguised(
        self, reading: DocumentReading, plans: Sequence[Plan], only: Rule | None, timeouts: list[str]
    ) -> Iterator[Finding]:
        """Yield what is found in a deciphered document only: what touches or rests on a disguised word."""
        for rule in self._awake(reading, plans) if only is None else (only,):
            if not sees_through(rule.check):
                continue
            try:
                findings = self._apply(rule, reading, plans, [])
                yield from (finding for finding in findings if finding.match.is_deciphered)
            except PatternTimeoutError:
                timeouts.append(rule.id)

    def _apply(
        self,
        rule: Rule,
        reading: DocumentReading,
        plans: Sequence[Plan],
        open_questions: list[frozenset[str]],
    ) -> Iterator[Finding]:
        zones = reading.ruleset.zones
        matches: list[Match] | None = None
        for scenario, verdict in _applicable(rule, reading, plans):
            if is_duty(rule.check) and (verdict.value is None or not reading.document.complete):
                open_questions.append(verdict.unknown)
                continue
            if matches is None or hangs_on_scenario(rule.check):
                found = find(rule, reading, scenario)
                matches = [match for match in found if not _is_excused(match, rule, zones)]
            for match in matches:
                if match.unknown:
                    open_questions.append(match.unknown)
                    continue
                case = first_fitting(rule, match, reading, scenario)
                if case and case.passes:
                    continue
                if rule.unknown_passes and verdict.value is None:
                    open_questions.append(verdict.unknown)
                    break
                severity = self._overrides.get(rule.id) or _severity(rule, match, case, scenario)
                yield Finding(rule, match, case, severity, scenario, verdict)


def _applicable(
    rule: Rule, reading: DocumentReading, plans: Sequence[Plan]
) -> Iterator[tuple[Scenario, Verdict]]:
    """Yield the scenarios in which a rule may apply to a document, with the verdict on its condition."""
    for plan in plans:
        if plan.allows(rule):
            verdict = plan.verdict(rule) or holds(rule.when, rule, reading, plan.scenario)
            if verdict.value is not False:
                yield plan.scenario, verdict


def _is_excused(match: Match, rule: Rule, zones: Mapping[str, Zone]) -> bool:
    """Whether an exception of the rule covers a match, or it is not disguised where it would have to be."""
    if match.unknown:
        return False
    return is_silenced(match, rule, zones) or (rule.disguised and not is_disguised(match))


def _severity(rule: Rule, match: Match, case: Case | None, scenario: Scenario) -> Severity:
    """Return what a match weighs, at most what the facts about the platform carry.

    What could not be judged is never raised by a case.
    """
    is_raised = case is not None and case.severity is not None and match.category != "context"
    severity = (case.severity if case and is_raised else None) or match.severity or rule.severity
    return min(severity, rule.bounds.get(str(scenario.values.get("platform")), severity))
