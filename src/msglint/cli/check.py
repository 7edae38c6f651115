"""`msglint check`: judge copy and say what breaks which policy, where, and what to write instead."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from gettext import gettext as _
from typing import TYPE_CHECKING, Any

import click

from msglint.cli.check_options import CheckOptions, check_options
from msglint.messages import said

if TYPE_CHECKING:
    from msglint.cli.inputs import Input, Inputs
    from msglint.cli.judging import Judging
    from msglint.cli.outputs import Outputs

MANY = 20
"""Files from which on progress is shown."""


@click.command(name="check")
@check_options
def command(**given: Any) -> int:
    """Check copy: files, folders and globs; `-` is standard input.

    Without PATHS, the folder of the nearest msglint.yaml is checked, or else the current one.
    """
    from msglint.cli.inputs import inputs, layer
    from msglint.cli.judging import Judging
    from msglint.cli.outputs import Outputs

    options = CheckOptions(**given)
    if options.quiet and options.verbose:
        raise click.UsageError(_("--quiet and --verbose exclude each other"))
    _prove_fixing(options)
    judging = Judging(options, layer(options))
    found = inputs(options)
    with ExitStack() as files:
        outputs = Outputs(options, files)
        _judge(found, judging, outputs)
        outputs.summary.gone = judging.gone
        outputs.summary.crashed = bool(judging.crashes)
        status = outputs.close()
    _tell(found, judging, options)
    return status


def _prove_fixing(options: CheckOptions) -> None:
    if options.fix and options.diff:
        raise click.UsageError(_("--fix and --diff exclude each other"))
    if options.unsafe_fixes and not (options.fix or options.diff):
        raise click.UsageError(_("--unsafe-fixes goes with --fix or --diff"))
    if options.fix and "-" in options.paths:
        raise click.UsageError(_("--fix writes files: --diff shows the fixes of standard input"))


def _judge(found: Inputs, judging: Judging, outputs: Outputs) -> None:
    from msglint.cli.judging import no_copy, path_failure

    for problem in found.problems:
        outputs.take(path_failure(problem))
    with _progress(found.chosen, judging.options) as done:
        for item in judging.judge(found.chosen, done):
            outputs.take(item)
    for notice in judging.configurations():
        outputs.take(notice)
    files = [item.source for item in found.chosen if not item.is_stdin]
    is_excused = judging.has_copy or outputs.summary.errors or judging.options.allow_empty
    if files and not is_excused:
        outputs.take(no_copy(files[0]))


@contextmanager
def _progress(chosen: list[Input], options: CheckOptions) -> Iterator[Callable[[], object]]:
    """Yield what counts a file as done: on standard error, if someone is there to watch it."""
    watched = sys.stderr.isatty() and not sys.stdout.isatty()
    if options.quiet or not watched or len(chosen) < MANY:
        yield lambda: None
        return
    with click.progressbar(chosen, label="msglint", show_pos=True, file=sys.stderr) as progress:
        yield lambda: progress.update(1)


def _tell(found: Inputs, judging: Judging, options: CheckOptions) -> None:
    """Say on standard error what the report does not: what was left out, and what to do about a crash."""
    from msglint.cli import crash
    from msglint.cli.outputs import language
    from msglint.reports.words import say

    lang = language("text", options.lang)
    skipped = [item for item in found.skipped if item.reason]
    if options.verbose or (skipped and not found.chosen):
        for item in skipped:
            click.echo(say(lang, "skipped", source=item.source, reason=said(item.reason, lang)), err=True)
    elif skipped and not options.quiet:
        click.echo(say(lang, "skipped.count", n=len(skipped)), err=True)
    if options.profile:
        click.echo("\n".join(judging.profile.lines(lang)), err=True)
    if judging.crashes:
        click.echo(crash.notice(judging.crashes, lang), err=True)
