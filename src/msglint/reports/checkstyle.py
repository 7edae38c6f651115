"""Checkstyle's XML, which many build servers and review tools read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msglint.reports.lines import Line, of_failure, of_judged
from msglint.reports.places import placed, region
from msglint.reports.xml import attributes

if TYPE_CHECKING:
    from msglint.reports.model import Judged, Style, Summary, Write
    from msglint.sources import Failure

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<checkstyle version="10.0">\n'


class Report:
    """Writes the violations of a file together, as soon as the next file begins."""

    def __init__(self, write: Write, style: Style) -> None:
        self._write = write
        self._style = style
        self._file: str | None = None
        write(HEAD)

    def add(self, judged: Judged) -> None:
        """Write an error for each violation."""
        for line in of_judged(judged, self._style):
            self._error(line)

    def fail(self, failure: Failure) -> None:
        """Write an error for what could not be read or judged."""
        self._error(of_failure(failure))

    def close(self, summary: Summary) -> None:  # noqa: ARG002
        """Write the end."""
        self._write(("  </file>\n" if self._file is not None else "") + "</checkstyle>\n")

    def _error(self, line: Line) -> None:
        if line.place.source != self._file:
            end = "  </file>\n" if self._file is not None else ""
            self._file = line.place.source
            self._write(f"{end}  <file{attributes(name=self._file)}>\n")
        at = region(line.place)
        text = placed(line.message, line.place, self._style.lang)
        written = attributes(
            line=at and at.line,
            column=at and at.column,
            severity=line.severity,
            message=text,
            source=line.rule,
        )
        self._write(f"    <error{written}/>\n")
