"""GitLab's Code Quality report: an array of findings, which a merge request shows beside its changes."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from msglint.reports.jsonl import dump
from msglint.reports.lines import Line, of_failure, of_judged
from msglint.reports.places import placed, region
from msglint.reports.spool import Spool

if TYPE_CHECKING:
    from msglint.reports.model import Judged, Style, Summary, Write
    from msglint.sources import Failure

SEVERITIES = {"error": "major", "warning": "minor", "info": "info"}


class Report:
    """Writes everything when it is closed."""

    def __init__(self, write: Write, style: Style) -> None:
        self._write = write
        self._style = style
        self._issues = Spool(",")

    def add(self, judged: Judged) -> None:
        """Keep an issue for each violation."""
        for line in of_judged(judged, self._style):
            self._keep(line, SEVERITIES[line.severity])

    def fail(self, failure: Failure) -> None:
        """Keep an issue for what could not be read or judged."""
        self._keep(of_failure(failure), "blocker")

    def close(self, summary: Summary) -> None:  # noqa: ARG002
        """Write the report."""
        self._write("[")
        for chunk in self._issues.drain():
            self._write(chunk)
        self._write("\n]\n" if self._issues.count else "]\n")

    def _keep(self, line: Line, severity: str) -> None:
        at = region(line.place)
        issue = {
            "description": placed(line.message, line.place, self._style.lang),
            "check_name": line.rule,
            "fingerprint": line.fingerprint or _fingerprint(line),
            "severity": severity,
            "location": {
                "path": line.place.source,
                "lines": {"begin": at.line if at else 1, "end": at.end_line if at else 1},
            },
        }
        self._issues.add(f"\n  {dump(issue)}")


def _fingerprint(line: Line) -> str:
    parts = (line.rule, str(line.place), line.message)
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()
