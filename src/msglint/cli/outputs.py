"""Where reports go: one to standard output, others to files, all fed alike."""

from __future__ import annotations

import sys
from contextlib import ExitStack
from typing import TextIO

import click

from msglint.cli import terminal
from msglint.cli.check_options import CheckOptions
from msglint.reports import Report, Style, make
from msglint.reports.model import Judged, Summary
from msglint.reports.words import preferred_language
from msglint.sources import Failure

FOR_PEOPLE = ("text",)
"""Formats that speak the language of the locale; the others speak English, wherever they run."""


class Outputs:
    """All reports of a run, and the summary of what they were given."""

    def __init__(self, options: CheckOptions, files: ExitStack) -> None:
        """Open the reports, which `files` closes. Raises click.UsageError if a file cannot be written."""
        self.summary = Summary()
        opened = [(name, _open(path, files)) for name, path in options.outputs]
        self._reports = [_to_stdout(options), *(_to_file(name, file, options) for name, file in opened)]

    def take(self, found: Judged | Failure) -> None:
        """Give one thing to every report."""
        if isinstance(found, Judged):
            self.summary.add(found)
        else:
            self.summary.errors += 1
        for report in self._reports:
            report.add(found) if isinstance(found, Judged) else report.fail(found)

    def close(self) -> int:
        """Finish the reports and return the exit status."""
        for report in self._reports:
            report.close(self.summary)
        return self.summary.exit_status


def language(name: str, given: str | None) -> str:
    """Return the language of a report in the format `name`."""
    return given or (preferred_language() if name in FOR_PEOPLE else "en")


def _to_stdout(options: CheckOptions) -> Report:
    color = terminal.has_color(sys.stdout, options.color)
    style = Style(
        language(options.format, options.lang),
        terminal.line_width(sys.stdout),
        color,
        options.quiet,
        options.verbose,
    )
    return make(options.format, lambda text: click.echo(text, nl=False, color=color), style)


def _to_file(name: str, file: TextIO, options: CheckOptions) -> Report:
    style = Style(language(name, options.lang), quiet=options.quiet, verbose=options.verbose)
    return make(name, file.write, style)


def _open(path: str, files: ExitStack) -> TextIO:
    try:
        return files.enter_context(open(path, "w", encoding="utf-8", errors="backslashreplace", newline="\n"))  # noqa: PTH123
    except OSError as error:
        raise click.UsageError(f"cannot write “{path}”: {error.strerror}") from error
