"""Annotations of GitHub Actions: workflow commands that the runner shows beside the lines of a change.

The runner shows at most ten errors, ten warnings and ten notices of a step. What lies beyond stands as plain
lines in the log, and a last notice says how many there are.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from msglint.reports.lines import Line, of_failure, of_judged
from msglint.reports.places import placed, region, where
from msglint.reports.words import say

if TYPE_CHECKING:
    from msglint.reports.model import Judged, Style, Summary, Write
    from msglint.sources import Failure

LEVELS = {"error": "error", "warning": "warning", "info": "notice"}
SHOWN = {"error": 10, "warning": 10, "notice": 9}
"""Annotations of each level that a step shows; one notice is kept for saying what was cut."""

ESCAPES = {"%": "%25", "\r": "%0D", "\n": "%0A"}
PROPERTY_ESCAPES = {**ESCAPES, ":": "%3A", ",": "%2C"}


class Report:
    """Writes each annotation as soon as its document is judged."""

    def __init__(self, write: Write, style: Style) -> None:
        self._write = write
        self._style = style
        self._written: Counter[str] = Counter()

    def add(self, judged: Judged) -> None:
        """Write an annotation for each violation."""
        for line in of_judged(judged, self._style):
            self._annotate(line)

    def fail(self, failure: Failure) -> None:
        """Write an annotation for what could not be read or judged."""
        self._annotate(of_failure(failure))

    def close(self, summary: Summary) -> None:  # noqa: ARG002
        """Say what the runner will not show."""
        cut = sum(max(0, count - SHOWN[level]) for level, count in self._written.items())
        if cut:
            self._write(f"::notice title=msglint::{say(self._style.lang, 'cut.log', n=cut)}\n")

    def _annotate(self, line: Line) -> None:
        level = LEVELS[line.severity]
        self._written[level] += 1
        if self._written[level] > SHOWN[level]:
            message = " ".join(line.message.split())
            self._write(f"{where(line.place, self._style.lang)}: {line.severity} {line.rule} {message}\n")
            return
        text = placed(line.message, line.place, self._style.lang)
        if line.suggestion:
            text += "\n" + line.suggestion
        properties = ",".join(f"{name}={_escaped(str(value), PROPERTY_ESCAPES)}" for name, value in _at(line))
        self._write(f"::{level} {properties}::{_escaped(text, ESCAPES)}\n")


def _at(line: Line) -> list[tuple[str, object]]:
    """Return the properties of an annotation; columns only count within one line, the last is included."""
    found: list[tuple[str, object]] = [("file", line.place.source)]
    at = region(line.place)
    if at:
        found += [("line", at.line), ("endLine", at.end_line)]
    if at and at.line == at.end_line:
        found += [("col", at.column), ("endColumn", max(at.column, at.end_column - 1))]
    return [*found, ("title", line.rule)]


def _escaped(text: str, escapes: dict[str, str]) -> str:
    return "".join(escapes.get(char, char) for char in text)
