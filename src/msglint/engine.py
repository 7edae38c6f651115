"""The way of a text: read its segments once, ask the rules that its words woke, and merge what they found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from time import perf_counter
from typing import TYPE_CHECKING

from msglint import budget
from msglint.budget import OverBudgetError
from msglint.checks.cases import first_fitting
from msglint.checks.conditions import holds
from msglint.checks.regex import PatternTimeoutError
from msglint.checks.registry import find, hangs_on_scenario, is_duty, is_whole, may_find, sees_through
from msglint.checks.silence import is_disguised, is_doubtful, is_silenced
from msglint.collector import paused
from msglint.findings import Finding, not_judged, violations
from msglint.judgement import Judgement
from msglint.matching.document import DocumentReading
from msglint.matching.program import Program
from msglint.plans import Plan, Plans
from msglint.scenarios import scenarios
from msglint.unread import unread
from msglint.violation import Severity

if TYPE_CHECKING:
    from msglint.checks.match import Match
    from msglint.document import Document
    from msglint.matching.compiler import Compiled
    from msglint.packs.conditions import Scenario, Verdict
    from msglint.packs.model import Case, Rule, Ruleset, Zone

Overrides = Mapping[str, Severity | None]
"""Severities by rule id that replace the packs'; None switches the rule off."""


READING = "reading"
"""What stands for the time that goes into finding out which rules to ask; no rule has this name."""


@dataclass(slots=True)
class Inquiry:
    """What the rules say about one document while they are asked."""

    found: list[Finding] = field(default_factory=list)
    open_questions: list[frozenset[str]] = field(default_factory=list)
    timeouts: list[str] = field(default_factory=list)
    costs: dict[str, float] = field(default_factory=dict)

    def ask(self, rule: Rule, findings: Iterator[Finding]) -> None:
        """Take in what a rule finds."""
        start = perf_counter()
        try:
            self.found.extend(findings)
        except PatternTimeoutError:
            self.timeouts.append(rule.id)
        finally:
            self.spend(rule.id, start)

    def spend(self, name: str, start: float) -> None:
        """Count the time since `start`."""
        self.costs[name] = self.costs.get(name, 0.0) + perf_counter() - start


class Engine:
    """A compiled ruleset. Immutable, so that threads may share it."""

    def __init__(
        self,
        ruleset: Ruleset,
        placeholders: Sequence[str],
        platforms: tuple[str, ...],
        overrides: Overrides,
        made: Compiled | None = None,
        seconds: float | None = None,
    ) -> None:
        """Prepare a ruleset; `seconds` is the time that one document may take, None: any."""
        self._seconds = seconds
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
        inquiry = Inquiry()
        reading = DocumentReading(document, self.program, self._placeholders)
        contexts = scenarios(document.context, reading.lang, self._platforms)
        plans = [self._plans.of(scenario) for scenario in contexts]
        is_cut = False
        try:
            with paused(), budget.limited(self._seconds):
                self._ask(inquiry, reading, plans, only)
        except OverBudgetError:
            is_cut = True
        merged = violations(inquiry.found, contexts, document)
        own = not_judged(document, inquiry.open_questions, self._overrides)
        return Judgement((*merged, *not_read, *own), tuple(inquiry.timeouts), is_cut, inquiry.costs)

    def _ask(
        self, inquiry: Inquiry, reading: DocumentReading, plans: Sequence[Plan], only: Rule | None
    ) -> None:
        """Ask the rules that are awake, or one of them. Raises OverBudgetError, with what was found kept."""
        start = perf_counter()
        deciphered = reading.deciphered
        awake = self._awake(reading, plans) if only is None else [only]
        inquiry.spend(READING, start)
        for rule in awake:
            judged = (deciphered or reading) if is_whole(rule.check) else reading
            inquiry.ask(rule, self._apply(rule, judged, plans, inquiry.open_questions))
        if deciphered is None:
            return
        for rule in self._awake(deciphered, plans) if only is None else [only]:
            if sees_through(rule.check):
                found = self._apply(rule, deciphered, plans, [])
                inquiry.ask(rule, (finding for finding in found if finding.match.is_deciphered))

    def _awake(self, reading: DocumentReading, plans: Sequence[Plan]) -> list[Rule]:
        """Return the rules that could find anything in a document and that no context rules out."""
        awake = reading.awake | reading.deciphered.awake if reading.deciphered else reading.awake
        woken = [rule for node in awake.keys() & self._woken_by.keys() for rule in self._woken_by[node]]
        allowed = set[str]().union(*(plan.allowed for plan in plans))
        return sorted(
            (
                rule
                for rule in (*self._sleepless, *woken)
                if rule.id in allowed and may_find(rule.check, reading)
            ),
            key=lambda rule: self._order[rule.id],
        )

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
                budget.check()
                if match.unknown:
                    open_questions.append(match.unknown)
                    continue
                case = first_fitting(rule, match, reading, scenario)
                if case and case.passes:
                    continue
                if rule.unknown_passes and verdict.value is None:
                    open_questions.append(verdict.unknown)
                    break
                severity = self._overrides.get(rule.id) or _severity(rule, match, case, scenario, zones)
                yield Finding(rule, match, case, severity, scenario, verdict)


def _applicable(
    rule: Rule, reading: DocumentReading, plans: Sequence[Plan]
) -> Iterator[tuple[Scenario, Verdict]]:
    """Yield the scenarios in which a rule may apply to a document, with the verdict on its condition."""
    for plan in plans:
        if rule.id in plan.allowed:
            verdict = plan.verdict(rule) or holds(rule.when, rule, reading, plan.scenario)
            if verdict.value is not False:
                yield plan.scenario, verdict


def _is_excused(match: Match, rule: Rule, zones: Mapping[str, Zone]) -> bool:
    """Whether an exception of the rule covers a match, or it is not disguised where it would have to be."""
    if match.unknown:
        return False
    return is_silenced(match, rule, zones) or (rule.disguised and not is_disguised(match))


def _severity(
    rule: Rule, match: Match, case: Case | None, scenario: Scenario, zones: Mapping[str, Zone]
) -> Severity:
    """Return what a match weighs, at most what the facts about the platform carry.

    What could not be judged is never raised by a case; what is doubtful is no error.
    """
    is_raised = case is not None and case.severity is not None and match.category != "context"
    severity = (case.severity if case and is_raised else None) or match.severity or rule.severity
    severity = min(severity, rule.bounds.get(str(scenario.values.get("platform")), severity))
    is_doubted = severity > Severity.WARNING and is_doubtful(match, rule, zones)
    return Severity.WARNING if is_doubted else severity
