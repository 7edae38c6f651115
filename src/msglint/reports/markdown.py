"""A comment for a pull request: what was found, by document, short enough for the services that show it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msglint.reports.closing import LeftOut, closing, status
from msglint.reports.display import visible
from msglint.reports.lines import Line, of_failure, of_judged
from msglint.reports.places import where
from msglint.reports.spool import Spool
from msglint.reports.words import say

if TYPE_CHECKING:
    from msglint.reports.model import Judged, Style, Summary, Write
    from msglint.sources import Failure

MOST = 60_000
"""Characters of the findings; the services cut a comment at 65,536."""

ICONS = {"error": "🔴", "warning": "🟡", "info": "🔵"}
SPECIAL = re.compile(r"([\\`*_\[\]<>#|~@&!])")


class Report:
    """Writes everything when it is closed: the summary stands first."""

    def __init__(self, write: Write, style: Style) -> None:
        self._write = write
        self._style = style
        self._rows = Spool()
        self._length = self._left_out = 0
        self._left = LeftOut()
        self._source: str | None = None

    def add(self, judged: Judged) -> None:
        """Keep a row for each violation."""
        shown = {id(violation) for violation in self._left.rest(judged)}
        for line in of_judged(judged, self._style):
            if id(line.violation) in shown:
                self._keep(line)

    def fail(self, failure: Failure) -> None:
        """Keep a row for what could not be read or judged."""
        self._keep(of_failure(failure))

    def close(self, summary: Summary) -> None:
        """Write the comment."""
        lang = self._style.lang
        *notes, result = closing(summary, self._left, lang)
        self._write(f"### msglint\n\n**{_escaped(result)}**\n")
        for chunk in self._rows.drain():
            self._write(chunk)
        if self._left_out:
            self._write(f"\n{say(lang, 'cut.report', n=self._left_out)}\n")
        for note in (*notes, status(summary, lang)):
            self._write(f"\n<sub>{_escaped(note)}</sub>\n")

    def _keep(self, line: Line) -> None:
        row = self._head(line) + self._row(line)
        if self._length + len(row) > MOST:
            self._left_out += 1
            return
        self._length += len(row)
        self._source = line.place.source
        self._rows.add(row)

    def _head(self, line: Line) -> str:
        if line.place.source == self._source:
            return ""
        titles = " | ".join(say(self._style.lang, f"column.{name}") for name in ("place", "rule", "what"))
        return f"\n**{_escaped(visible(line.place.source))}**\n\n| {titles} |\n|---|---|---|\n"

    def _row(self, line: Line) -> str:
        at = where(line.place, self._style.lang).removeprefix(visible(line.place.source)).lstrip(": ")
        what = _escaped(line.message)
        if line.suggestion:
            what += f"<br>→ {_escaped(line.suggestion)}"
        return f"| {_escaped(at)} | {ICONS[line.severity]} {line.rule} | {what} |\n"


def _escaped(text: str) -> str:
    """Return a text as Markdown that shows it as it is, on one line."""
    return SPECIAL.sub(r"\\\1", " ".join(visible(part) for part in text.split()))
