"""Where reports go: one to standard output, others to files, all fed alike."""

from __future__ import annotations

import sys
from contextlib import ExitStack
from itertools import chain
from typing import TextIO

import click

from msglint.cli import terminal
from msglint.cli.check_options import CheckOptions
from msglint.reports import Report, Style, make
from msglint.reports.model import Judged, Summary
from msglint.reports.words import preferred_language
from msglint.sources import Failure

FOR_PEOPLE = ("text", "concise", "html")
"""Formats that speak the language of the locale; the others speak English, wherever they run."""

LEAVING = ("sarif", "github", "html")
"""Formats that go to a service: personal data is masked in them unless --no-redact is given."""


class Outputs:
    """All reports of a run, and the summary of what they were given."""

    def __init__(self, options: CheckOptions, files: ExitStack) -> None:
        """Open the reports, which `files` closes. Raises click.UsageError if a file cannot be written."""
        self.summary = Summary()
        opened = [(name, _open(path, files)) for name, path in options.outputs]
        self._redact = options.redact
        self._reports: dict[str, list[Report]] = {options.format: [_to_stdout(options)]}
        for name, file in opened:
            self._reports.setdefault(name, []).append(_to_file(name, file, options))

    def take(self, found: Judged | Failure) -> None:
        """Give one thing to every report."""
        if isinstance(found, Judged):
            self.summary.add(found)
        else:
            self.summary.errors += 1
        masked = None
        for name, reports in self._reports.items():
            shown = found
            if isinstance(found, Judged) and self._is_masked(name):
                masked = shown = masked or _redacted(found)
            for report in reports:
                report.add(shown) if isinstance(shown, Judged) else report.fail(shown)

    def _is_masked(self, name: str) -> bool:
        return name in LEAVING if self._redact is None else self._redact

    def close(self) -> int:
        """Finish the reports and return the exit status."""
        for report in chain.from_iterable(self._reports.values()):
            report.close(self.summary)
        return self.summary.exit_status


def language(name: str, given: str | None) -> str:
    """Return the language of a report in the format `name`."""
    return given or (preferred_language() if name in FOR_PEOPLE else "en")


def _redacted(found: Judged) -> Judged:
    from msglint.reports.redact import redacted

    return redacted(found)


def _to_stdout(options: CheckOptions) -> Report:
    color = terminal.has_color(sys.stdout, options.color)
    style = Style(
        language(options.format, options.lang),
        terminal.line_width(sys.stdout),
        color,
        options.quiet,
        options.verbose,
        options.show_suppressed,
    )
    return make(options.format, lambda text: click.echo(text, nl=False, color=color), style)


def _to_file(name: str, file: TextIO, options: CheckOptions) -> Report:
    style = Style(
        language(name, options.lang),
        quiet=options.quiet,
        verbose=options.verbose,
        show_suppressed=options.show_suppressed,
    )
    return make(name, file.write, style)


def _open(path: str, files: ExitStack) -> TextIO:
    try:
        return files.enter_context(open(path, "w", encoding="utf-8", errors="backslashreplace", newline="\n"))  # noqa: PTH123
    except OSError as error:
        raise click.UsageError(f"cannot write “{path}”: {error.strerror}") from error
