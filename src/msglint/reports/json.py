"""The JSON report: one object. Its arrays wait in temporary files, so that memory stays small."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from msglint.reports.jsonl import dump
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
from msglint.reports.spool import Spool

if TYPE_CHECKING:
    from msglint.sources import Failure


class Report:
    """Writes everything when it is closed, so that an interrupted run leaves no half object behind."""

    def __init__(self, write: Write, style: Style) -> None:
        self._write = write
        self._lang = style.lang
        self._arrays = {name: Spool(",") for name in ("documents", "violations", "errors")}

    def add(self, judged: Judged) -> None:
        """Keep a document and its violations."""
        self._keep("documents", [document_dict(judged)])
        self._keep("violations", violation_dicts(judged, self._lang))

    def fail(self, failure: Failure) -> None:
        """Keep an error."""
        self._keep("errors", [failure_dict(failure)])

    def close(self, summary: Summary) -> None:
        """Write the report."""
        self._write(f'{{\n  "version": {VERSION}')
        for name, spool in self._arrays.items():
            self._write(f',\n  "{name}": [')
            for chunk in spool.drain():
                self._write(chunk)
            self._write("\n  ]" if spool.count else "]")
        self._write(f',\n  "summary": {dump(summary_dict(summary))}\n}}\n')

    def _keep(self, name: str, values: Iterable[Mapping[str, Any]]) -> None:
        for value in values:
            self._arrays[name].add(f"\n    {dump(value)}")
