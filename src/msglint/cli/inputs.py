"""What `check` is asked to look at: files, standard input, and what the command line says of them."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import click

from msglint.config.discovery import Configs
from msglint.config.globs import Globs
from msglint.config.resolve import context_layer
from msglint.errors import InvalidFileError, MsglintError, Problem
from msglint.frozen import Frozen
from msglint.messages import Message
from msglint.sources.walk import Selected, Skipped, select

if TYPE_CHECKING:
    from msglint.cli.check_options import CheckOptions
    from msglint.config.context import ContextLayer
    from msglint.config.model import Config

STDIN = "-"


class Input(Frozen):
    """A file to judge, or standard input: its path (made up for standard input) and its name in reports.

    `data` is what standard input held, which can be read but once; None for a file.
    """

    path: Path
    source: str
    config: Config
    data: bytes | None = None

    @property
    def is_stdin(self) -> bool:
        """Whether it is standard input."""
        return self.data is not None


@dataclass(slots=True)
class Inputs:
    """What to judge, in order; what was left out and why; what ends in exit status 2."""

    chosen: list[Input] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def inputs(options: CheckOptions) -> Inputs:
    """Return what the paths of the command line come to; standard input stands first."""
    configs = Configs(options.config)
    found = Inputs()
    try:
        paths = list(options.paths) or [_project(configs)]
        if STDIN in paths:
            _add_stdin(found, options, configs)
    except InvalidFileError as error:
        found.problems += error.problems
        return found
    named = [path for path in paths if path != STDIN]
    selection = select(named, configs, exclude=options.exclude, allow_empty=options.allow_empty)
    chosen = _changed(selection.files, options.changed_since)
    found.chosen += [Input(item.path, item.source, item.config) for item in chosen]
    found.skipped += selection.skipped
    found.problems += selection.problems
    return found


def _changed(files: list[Selected], revision: str | None) -> list[Selected]:
    """Return the files that changed since a revision (None: all)."""
    if revision is None:
        return files
    from msglint.sources.changed import changed_since

    try:
        changed = {path.resolve() for path in changed_since(revision, Path())}
    except MsglintError as error:
        raise click.UsageError(Message("--changed-since: {}", error.message)) from error
    return [item for item in files if item.path.resolve() in changed]


def layer(options: CheckOptions) -> ContextLayer:
    """Return the context that the command line gives. Raises click.UsageError for values that cannot be."""
    values: dict[str, object] = {
        "channel": options.channel,
        "platform": options.platform,
        "market": ",".join(options.markets) or None,
        "lang": options.text_lang,
        "as_of": options.as_of,
        **{f"product.{name}": value for name, value in options.product},
        **{f"message.{name}": value for name, value in options.message},
    }
    try:
        return context_layer(values, "command line")
    except MsglintError as error:
        raise click.UsageError(error.message) from error


def _project(configs: Configs) -> str:
    """Return the folder of the nearest configuration, the current one if there is none."""
    return os.path.relpath(configs.of(Path(STDIN)).folder)


def _add_stdin(found: Inputs, options: CheckOptions, configs: Configs) -> None:
    path = Path(options.stdin_filename or STDIN)
    config = configs.of(path)
    pattern = Globs(options.exclude).match(path.as_posix()) or config.excluding(config.relative(path))
    if options.stdin_filename and pattern:
        found.skipped.append(Skipped(path.as_posix(), f"“{pattern}” excludes it"))
    else:
        found.chosen.append(Input(path, path.as_posix(), config, sys.stdin.buffer.read()))
