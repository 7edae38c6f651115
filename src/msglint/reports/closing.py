"""The end of a text report: what was assumed, what was found, why the exit status is what it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from msglint.reports.words import say
from msglint.reserved import NOT_JUDGED
from msglint.unread import said
from msglint.violation import Severity, Violation

if TYPE_CHECKING:
    from msglint.reports.model import Judged, Summary

NAMES_SHOWN = 5
"""Unknown attributes that the summary names."""


class LeftOut:
    """What a report leaves to its summary: that something could not be judged, by severity and attribute.

    `documents` counts those in which nothing else was found.
    """

    def __init__(self) -> None:
        self.severities: Counter[Severity] = Counter()
        self.attributes: Counter[str] = Counter()
        self.documents = 0

    def rest(self, judged: Judged) -> list[Violation]:
        """Return the violations of a document that are not left out; what fails the run never is."""
        found = judged.violations
        left = [item for item in found if item.rule == NOT_JUDGED.id and item.severity < judged.fail_on]
        self.severities.update(item.severity for item in left)
        self.attributes.update(name for item in left for name in item.arguments["attributes"].split(", "))
        self.documents += 0 < len(left) == len(found)
        return [item for item in found if item not in left]


def closing(summary: Summary, left: LeftOut, lang: str) -> Iterator[str]:
    """Yield the sentences before the last: what was assumed and what was found."""
    for name in ("channel", "platform", "market"):
        if summary.unknown[name]:
            yield say(lang, f"unknown.{name}", n=summary.unknown[name])
    if summary.not_judged:
        ranked = sorted(left.attributes, key=lambda name: (-left.attributes[name], name))
        names = say(lang, "list").join(ranked[:NAMES_SHOWN])
        yield say(lang, "not_judged.since" if names else "not_judged", n=summary.not_judged, names=names)
    for advice in sorted(summary.unread):
        yield say(lang, "unread", n=summary.unread[advice], advice=said(advice, lang))
    if summary.suppressed:
        yield say(lang, "suppressed", n=summary.suppressed)
    if summary.baselined:
        yield say(lang, "baselined", n=summary.baselined)
    if summary.gone:
        yield say(lang, "baseline.gone", n=summary.gone)
    if summary.fixed:
        yield say(lang, "fixed", n=summary.fixed)
    yield from _fixable(summary, lang)
    yield _result(summary, left, lang)


def _fixable(summary: Summary, lang: str) -> Iterator[str]:
    """Yield how much can be put right without a person."""
    if summary.fixable:
        yield say(lang, "fixable.count", n=summary.fixable)
    if summary.fixable_unsafe:
        yield say(lang, "fixable.unsafe.count", n=summary.fixable_unsafe)


def status(summary: Summary, lang: str) -> str:
    """Return the last sentence: the exit status and its reason."""
    number = summary.exit_status
    fail_on = summary.fail_on or Severity.ERROR
    count = summary.errors if number == 2 else summary.failing
    reason = say(lang, f"status.{number}", n=count, fail_on=fail_on)
    if number > 1 and summary.failing:
        reason += say(lang, "sentences") + say(lang, "status.also", n=summary.failing, fail_on=fail_on)
    return reason


def _result(summary: Summary, left: LeftOut, lang: str) -> str:
    if not summary.documents:
        return say(lang, "summary.none")
    shown = summary.violations - left.severities
    flagged = summary.flagged - left.documents
    counts = [say(lang, f"count.{item}", n=shown[item]) for item in reversed(Severity) if shown[item]]
    if not counts:
        key = "summary.nothing_new" if summary.baselined or summary.suppressed else "summary.clean"
        return say(lang, key, n=summary.documents)
    key = "summary.some" if flagged < summary.documents else "summary.all"
    return say(lang, key, n=summary.documents, flagged=flagged, counts=say(lang, "list").join(counts))
