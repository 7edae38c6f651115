"""Where reports go: one to standard output, others to files, all fed alike."""

from __future__ import annotations

import sys
from contextlib import ExitStack
from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING, TextIO

import click

from msglint.cli import terminal
from msglint.messages import Message, said
from msglint.reports import make
from msglint.reports.model import Fixed, Judged, Report, Style, Summary
from msglint.reports.words import preferred_language, say
from msglint.sources import Failure

if TYPE_CHECKING:
    from msglint.cli.check_options import CheckOptions

FOR_PEOPLE = ("text", "concise", "html")
"""Formats that speak the language of the locale; the others speak English, wherever they run."""

BILINGUAL = ("html",)
"""Formats that hold both languages, and say themselves what failures are in each."""

LEAVING = ("sarif", "github", "html")
"""Formats that go to a service: personal data is masked in them unless --no-redact is given."""


class Outputs:
    """All reports of a run, and the summary of what they were given."""

    def __init__(self, options: CheckOptions, files: ExitStack) -> None:
        """Open the reports, which `files` closes. Raises click.UsageError if a file cannot be written."""
        self.summary = Summary()
        opened = [(name, _open(path, files)) for name, path in options.outputs]
        self._redact = options.redact
        self._is_diff, self._would_fix = options.diff, 0
        self._lang = language("text", options.lang)
        shown = [] if options.diff else [_to_stdout(options)]
        self._reports: dict[str, list[Report]] = {options.format: shown}
        self._asked_lang = options.lang
        for name, file in opened:
            self._reports.setdefault(name, []).append(_to_file(name, file, options))

    def take(self, found: Judged | Failure | Fixed) -> None:
        """Give one thing to every report; a diff is written as it is."""
        if isinstance(found, Fixed):
            self._fixed(found)
            return
        if isinstance(found, Judged):
            self.summary.add(found)
        else:
            self._fail(found)
        masked = None
        for name, reports in self._reports.items():
            shown = found
            if isinstance(found, Failure):
                shown = self._said(found, name)
            elif self._is_masked(name):
                masked = shown = masked or _redacted(found)
            for report in reports:
                report.add(shown) if isinstance(shown, Judged) else report.fail(shown)

    def _fixed(self, found: Fixed) -> None:
        if self._is_diff:
            self._would_fix += found.count
            click.echo(terminal.safe(found.diff) if sys.stdout.isatty() else found.diff, nl=False)
        else:
            self.summary.fixed += found.count

    def _fail(self, failure: Failure) -> None:
        """Count a failure; say it on standard error where no report stands on standard output."""
        self.summary.errors += 1
        if self._is_diff:
            click.echo(f"{failure.source}: {said(failure.message, self._lang)}", err=True)

    def _said(self, failure: Failure, name: str) -> Failure:
        """Return a failure in the language of a format; as it is for one that says it in every language."""
        if name in BILINGUAL:
            return failure
        return replace(failure, message=said(failure.message, language(name, self._asked_lang)))

    def _is_masked(self, name: str) -> bool:
        return name in LEAVING if self._redact is None else self._redact

    def close(self) -> int:
        """Finish the reports and return the exit status."""
        for report in chain.from_iterable(self._reports.values()):
            report.close(self.summary)
        if self._is_diff:
            click.echo(say(self._lang, "fix.would", n=self._would_fix), err=True)
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
        raise click.UsageError(Message("cannot write “{}”: {}", path, error.strerror)) from error
