"""What the formats of one line or element a violation share: a stream of what counts, in plain words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from msglint.document import Document, Place
from msglint.frozen import Frozen

if TYPE_CHECKING:
    from msglint.reports.model import Judged, Style
    from msglint.sources import Failure
    from msglint.violation import Violation


class Line(Frozen):
    """A violation or failure as one line: where, how bad (`error`, `warning`, `info`), which rule, what.

    `message` and `suggestion` are in the report's language. A failure has the rule `msglint/CODE`, no
    fingerprint and no violation.
    """

    place: Place
    severity: str
    rule: str
    message: str
    suggestion: str = ""
    fingerprint: str = ""
    document: Document | None = None
    violation: Violation | None = None


def of_judged(judged: Judged, style: Style) -> Iterator[Line]:
    """Yield a line for each violation that nothing suppresses."""
    for item in judged.reported:
        found = item.violation
        if item.suppression is None:
            suggestion = found.suggestion.render(style.lang, found.arguments) if found.suggestion else ""
            message = found.message.render(style.lang, found.arguments)
            yield Line(
                found.place, str(found.severity), found.rule, message, suggestion,
                item.fingerprint, judged.document, found,
            )  # fmt: skip


def of_failure(failure: Failure) -> Line:
    """Return the line of a failure."""
    place = failure.place or Place(failure.source)
    return Line(place, "error", f"msglint/{failure.code}", failure.message)
