"""Reviewdog's diagnostic format: one object. Its columns count bytes of UTF-8, from 1."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from msglint.reports.jsonl import dump
from msglint.reports.lines import Line, of_failure, of_judged
from msglint.reports.places import line_before, placed, region
from msglint.reports.spool import Spool

if TYPE_CHECKING:
    from msglint.reports.model import Judged, Style, Summary, Write
    from msglint.sources import Failure

SEVERITIES = {"error": "ERROR", "warning": "WARNING", "info": "INFO"}


class Report:
    """Writes everything when it is closed."""

    def __init__(self, write: Write, style: Style) -> None:
        self._write = write
        self._style = style
        self._diagnostics = Spool(",")

    def add(self, judged: Judged) -> None:
        """Keep a diagnostic for each violation."""
        for line in of_judged(judged, self._style):
            self._keep(line)

    def fail(self, failure: Failure) -> None:
        """Keep a diagnostic for what could not be read or judged."""
        self._keep(of_failure(failure))

    def close(self, summary: Summary) -> None:  # noqa: ARG002
        """Write the report."""
        self._write('{"source": {"name": "msglint"}, "diagnostics": [')
        for chunk in self._diagnostics.drain():
            self._write(chunk)
        self._write("\n]}\n" if self._diagnostics.count else "]}\n")

    def _keep(self, line: Line) -> None:
        message = placed(line.message, line.place, self._style.lang)
        if line.suggestion:
            message += "\n" + line.suggestion
        location: dict[str, Any] = {"path": line.place.source}
        if at := _range(line):
            location["range"] = at
        diagnostic = {
            "message": message,
            "location": location,
            "severity": SEVERITIES[line.severity],
            "code": {"value": line.rule},
        }
        self._diagnostics.add(f"\n  {dump(diagnostic)}")


def _range(line: Line) -> dict[str, Any] | None:
    at = region(line.place)
    if at is None:
        return None
    return {"start": _position(line, at.line, at.column), "end": _position(line, at.end_line, at.end_column)}


def _position(line: Line, number: int, column: int) -> dict[str, int]:
    """Return line and, where the line itself is known, the column in bytes."""
    if line.document is None or line.violation is None:
        return {"line": number}
    before = line_before(line.document, line.violation, number, column)
    if before is None:
        return {"line": number}
    return {"line": number, "column": len(before.encode("utf-8", "surrogatepass")) + 1}
