"""One line a violation: `card.txt:3:1: error amazon-reviews/review-incentive Offers a benefit.`"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msglint.reports.closing import LeftOut, closing
from msglint.reports.display import visible
from msglint.reports.lines import Line, of_failure, of_judged
from msglint.reports.places import where
from msglint.reports.words import say

if TYPE_CHECKING:
    from msglint.reports.model import Judged, Style, Summary, Write
    from msglint.sources import Failure


class Report:
    """Writes each line as soon as its document is judged, at the end what was found."""

    def __init__(self, write: Write, style: Style) -> None:
        self._write = write
        self._style = style

    def add(self, judged: Judged) -> None:
        """Write a line for each violation."""
        for line in of_judged(judged, self._style):
            self._print(line, say(self._style.lang, line.severity))

    def fail(self, failure: Failure) -> None:
        """Write a line for what could not be read or judged."""
        self._print(of_failure(failure), say(self._style.lang, "failed"))

    def close(self, summary: Summary) -> None:
        """Write what was found in all."""
        if not self._style.quiet:
            self._write(f"{list(closing(summary, LeftOut(), self._style.lang))[-1]}\n")

    def _print(self, line: Line, severity: str) -> None:
        message = visible(" ".join(line.message.split()))
        self._write(f"{where(line.place, self._style.lang)}: {severity} {line.rule} {message}\n")
