"""JUnit's XML: a test case for each document, with a failure for each violation that fails the run."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from msglint.reports import xml
from msglint.reports.lines import Line, of_failure, of_judged
from msglint.reports.places import where
from msglint.reports.spool import Spool
from msglint.violation import Severity

if TYPE_CHECKING:
    from msglint.reports.model import Judged, Style, Summary, Write
    from msglint.sources import Failure


class Report:
    """Writes everything when it is closed, since the counts stand first."""

    def __init__(self, write: Write, style: Style) -> None:
        self._write = write
        self._style = style
        self._cases = Spool()
        self._counts: Counter[str] = Counter()

    def add(self, judged: Judged) -> None:
        """Keep the case of a document; what does not fail the run goes to its output."""
        document = judged.document
        failing: list[str] = []
        other: list[str] = []
        for line in of_judged(judged, self._style):
            if Severity[line.severity.upper()] >= judged.fail_on:
                failing.append(self._problem("failure", line))
            else:
                other.append(self._in_words(line))
        output = f"\n      <system-out>{xml.text(chr(10).join(other))}</system-out>" if other else ""
        self._keep(document.source, document.id or document.source, "".join(failing) + output)
        self._counts["failures"] += bool(failing)

    def fail(self, failure: Failure) -> None:
        """Keep a case with an error."""
        line = of_failure(failure)
        self._keep(failure.source, where(line.place, self._style.lang), self._problem("error", line))
        self._counts["errors"] += 1

    def close(self, summary: Summary) -> None:  # noqa: ARG002
        """Write the report."""
        counts = {name: self._counts[name] for name in ("failures", "errors")}
        written = xml.attributes(name="msglint", tests=self._cases.count, **counts)
        self._write(f'<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n  <testsuite{written}>\n')
        for chunk in self._cases.drain():
            self._write(chunk)
        self._write("  </testsuite>\n</testsuites>\n")

    def _keep(self, source: str, name: str, content: str) -> None:
        head = f"    <testcase{xml.attributes(classname=source, name=name)}"
        self._cases.add(f"{head}>{content}\n    </testcase>\n" if content else f"{head}/>\n")

    def _problem(self, kind: str, line: Line) -> str:
        written = xml.attributes(message=line.message, type=line.rule)
        return f"\n      <{kind}{written}>{xml.text(self._in_words(line))}</{kind}>"

    def _in_words(self, line: Line) -> str:
        place = where(line.place, self._style.lang)
        advice = f"\n{line.suggestion}" if line.suggestion else ""
        return f"{place}: {line.severity} {line.rule}: {line.message}{advice}"
