"""Which module finds what for which kind of check."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from msglint.checks import (
    at_most,
    contact,
    forbid,
    limit,
    link,
    nothing_but,
    phrases,
    print_size,
    reads_like,
    regex,
    report,
    require,
)
from msglint.packs import model

if TYPE_CHECKING:
    from msglint.checks.match import Match
    from msglint.matching.document import DocumentReading
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
        case model.PrintSizeCheck() as check:
            return print_size.find(check, document, scenario)
        case model.ReadsLikeCheck() as check:
            return reads_like.find(check, document)


def may_find(check: model.Check, document: DocumentReading) -> bool:
    """Whether a check could find anything in a document; a quick look, for checks that no words wake."""
    match check:
        case model.ForbidCheck(element=kind):
            return any(element.kind == kind for element in document.document.elements)
        case model.LinkCheck():
            return any(reading.links for reading in document.readings)
        case model.ContactCheck():
            return any(reading.contacts for reading in document.readings)
        case model.RequireCheck(only_if_started=True):
            return require.is_begun(check, document)
        case _:
            return True


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


def gives_way(check: model.Check) -> bool:
    """Whether the check only guesses, so that its findings are left out where others name the same kind."""
    return isinstance(check, model.ReadsLikeCheck)


def hangs_on_scenario(check: model.Check) -> bool:
    """Whether the check may find something else in another scenario."""
    return isinstance(check, (model.LimitCheck, model.AtMostCheck, model.RequireCheck))
