"""The JSON report as a stream: one object a line, each with a `type`, in the order of the input."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from msglint.reports.model import (
    VERSION,
    Judged,
    Style,
    Summary,
    Write,
    document_dict,
    failure_dict,
    summary_dict,
    violation_dicts,
)

if TYPE_CHECKING:
    from msglint.sources import Failure

LINE_ENDS = re.compile("[\x7f-\x9f\u2028\u2029]")
"""What JSON allows in a string and what still ends a line, or moves the cursor, for some readers."""


def dump(value: Any) -> str:
    """Return a value as JSON of one line, readable in every script."""
    text = json.dumps(value, ensure_ascii=False)
    return LINE_ENDS.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


class Report:
    """Writes `report`, then `document`, `violation` and `error` objects, at last `summary`."""

    def __init__(self, write: Write, style: Style) -> None:
        self._write = write
        self._lang = style.lang
        self._line("report", {"version": VERSION})

    def add(self, judged: Judged) -> None:
        """Write a document and behind it its violations."""
        self._line("document", document_dict(judged))
        for violation in violation_dicts(judged, self._lang):
            self._line("violation", violation)

    def fail(self, failure: Failure) -> None:
        """Write an error."""
        self._line("error", failure_dict(failure))

    def close(self, summary: Summary) -> None:
        """Write the summary."""
        self._line("summary", summary_dict(summary))

    def _line(self, kind: str, value: Mapping[str, Any]) -> None:
        self._write(dump({"type": kind, **value}) + "\n")
