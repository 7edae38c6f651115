"""`msglint check`: judge copy and say what breaks which policy, where, and what to write instead."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from contextlib import ExitStack
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from msglint.cli.check_options import CheckOptions, check_options

if TYPE_CHECKING:
    from msglint.cli.inputs import Inputs
    from msglint.cli.outputs import Outputs

MANY = 20
"""Files from which on progress is shown."""


@click.command(name="check")
@check_options
def command(**given: Any) -> int:
    """Check copy: files, folders and globs; `-` is standard input.

    Without PATHS, the folder of the nearest msglint.yaml is checked, or else the current one.
    """
    from msglint.cli.inputs import inputs
    from msglint.cli.outputs import Outputs

    options = CheckOptions(**given)
    if options.quiet and options.verbose:
        raise click.UsageError("--quiet and --verbose exclude each other")
    with ExitStack() as files:
        status = _check(options, inputs(options), Outputs(options, files))
    return status


def _check(options: CheckOptions, found: Inputs, outputs: Outputs) -> int:
    """Judge what was found, report it, and return the exit status."""
    from msglint.cli import crash
    from msglint.cli.inputs import layer
    from msglint.cli.judging import Judging, path_failure
    from msglint.cli.linters import Linters

    context = layer(options)
    as_of = context.values.get("as_of")
    today = as_of if isinstance(as_of, date) else date.today()
    judging = Judging(options, context, Linters(options), today)
    for problem in found.problems:
        outputs.take(path_failure(problem))
    with _progress(found.chosen, options) as chosen:
        for item in judging.judge(chosen):
            outputs.take(item)
    ...
