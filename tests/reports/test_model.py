from __future__ import annotations

import pytest

from msglint.document import Context
from msglint.reports.model import Summary
from msglint.violation import Severity

from .samples import document, judged, suppressed, violation


@pytest.mark.parametrize(
    ("severities", "fail_on", "errors", "crashed", "status"),
    [
        ([], Severity.INFO, 0, False, 0),
        ([Severity.WARNING], Severity.ERROR, 0, False, 0),
        ([Severity.WARNING], Severity.WARNING, 0, False, 1),
        ([Severity.ERROR], Severity.ERROR, 0, False, 1),
        ([], Severity.ERROR, 1, False, 2),
        ([Severity.ERROR], Severity.ERROR, 1, False, 2),
        ([Severity.ERROR], Severity.ERROR, 1, True, 3),
        ([], Severity.ERROR, 0, True, 3),
    ],
)
def test_exit_status(
    severities: list[Severity], fail_on: Severity, errors: int, crashed: bool, status: int
) -> None:
    of = document("好评")
    found = [violation(of, "好评", severity=severity) for severity in severities]
    summary = Summary(errors=errors, crashed=crashed)
    summary.add(judged(of, *found, fail_on=fail_on))
    assert summary.exit_status == status


def test_unknown_context_is_counted() -> None:
    summary = Summary()
    for context in (Context(), Context("message"), Context("insert", "amazon", ("US",))):
        summary.add(judged(document("x", context=context)))
    assert summary.unknown == {"channel": 1, "platform": 2, "market": 2}


def test_not_judged_counts_documents() -> None:
    of = document("好评")
    summary = Summary()
    summary.add(judged(of, violation(of, "好评", rule="msglint/not-judged", severity=Severity.INFO)))
    summary.add(judged(of))
    assert (summary.documents, summary.flagged, summary.not_judged) == (2, 1, 1)


def test_what_is_suppressed_does_not_fail() -> None:
    of = document("好评")
    summary = Summary()
    summary.add(suppressed(of, violation(of, "好评")))
    assert (summary.suppressed, summary.flagged, summary.exit_status) == (1, 0, 0)


def test_each_document_fails_by_its_own_threshold() -> None:
    of = document("好评")
    warning = violation(of, "好评", severity=Severity.WARNING)
    summary = Summary()
    summary.add(judged(of, warning, fail_on=Severity.ERROR))
    summary.add(judged(of, warning, fail_on=Severity.WARNING))
    assert (summary.failing, summary.fail_on) == (1, Severity.WARNING)
