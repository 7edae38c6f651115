"""Which module finds what for which kind of check."""

from __future__ import annotations

from collections.abc import Iterable

from msglint.checks import at_most, contact, forbid, limit, link, nothing_but, phrases, regex, report, require
from msglint.checks.match import Match
from msglint.matching.document import DocumentReading
from msglint.matching.program import Program
from msglint.packs import model
from msglint.packs.conditions import Scenario


def find(rule: model.Rule, document: DocumentReading, scenario: Scenario) -> Iterable[Match]:
    """Return what the rule's check finds in a document, exceptions not yet applied."""
    match rule.check:
        case model.PhrasesCheck() as check:
            return phrases.find(check, rule, document)
        case model.RegexCheck() as check:
            return regex.find(check, rule, document)
        case model.LinkCheck() as check:
            return link.find(check, document)
        case model.ContactCheck() as check:
            return contact.find(check, document)
        case model.NothingButCheck() as check:
            return nothing_but.find(check, rule, document)
        case model.AtMostCheck() as check:
            return at_most.find(check, rule, document, scenario)
        case model.LimitCheck() as check:
            return limit.find(check, document, scenario)
        case model.ForbidCheck() as check:
            return forbid.find(check, document)
        case model.ReportCheck():
            return report.find(document)
        case model.RequireCheck() as check:
            return require.find(check, rule, document, scenario)


def is_duty(check: model.Check) -> bool:
    """Whether the check asks for something, and so runs only where its condition surely holds."""
    if isinstance(check, model.LimitCheck):
        return check.maximum is None
    if isinstance(check, model.RequireCheck):
        return not check.only_if_started
    return isinstance(check, model.ReportCheck)


def is_whole(check: model.Check) -> bool:
    """Whether the check asks what a text says as a whole, so that only its plain reading counts."""
    return isinstance(check, (model.NothingButCheck, model.AtMostCheck))


def sees_through(check: model.Check) -> bool:
    """Whether the check also looks at a text whose disguised words are written plainly."""
    return isinstance(check, (model.PhrasesCheck, model.RegexCheck, model.LinkCheck, model.ContactCheck))


def wakes(rule: model.Rule, program: Program) -> frozenset[int] | None:
    """Return the literals of which one must occur for the rule to find anything; None if it needs none."""
    match rule.check:
        case model.PhrasesCheck(patterns):
            return _any_of([_pattern_wakes(pattern, rule, program) for pattern in patterns])
        case model.NothingButCheck(phrases=listed) | model.AtMostCheck(phrases=listed):
            return _any_of([program.node(phrase, rule).wakes for phrase in listed])
        case _:
            return None


def _pattern_wakes(pattern: model.Pattern, rule: model.Rule, program: Program) -> frozenset[int] | None:
    if not isinstance(pattern, model.Together):
        return program.node(pattern, rule).wakes
    needed = [program.node(phrase, rule).wakes for phrase in pattern.phrases]
    return min((numbers for numbers in needed if numbers is not None), key=len, default=None)


def _any_of(sets: list[frozenset[int] | None]) -> frozenset[int] | None:
    return None if None in sets else frozenset().union(*(numbers or () for numbers in sets))
