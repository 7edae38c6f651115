"""Options that commands share, and how their values are read."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from msglint.packs.nearest import hint, quoted
from msglint.reports.words import LANGUAGES


class OneOf(click.Choice[str]):
    """A choice that names the nearest value when there is no such one."""

    def get_invalid_choice_message(self, value: Any, ctx: click.Context | None) -> str:
        """Return what is wrong with a value."""
        return f"{quoted(str(value))}: {hint(str(value), self.choices)}"


class Pair(click.ParamType):
    """A value of the form NAME=VALUE, as a pair."""

    name = "pair"

    def __init__(self, form: str, names: Sequence[str] = ()) -> None:
        self.form = form
        self.names = names

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str:
        """Return how help shows the value."""
        return self.form

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, str]:
        """Return name and value; the name must be one of `names`, if there are any."""
        if isinstance(value, tuple):
            return value
        name, equals, rest = str(value).partition("=")
        if not (name and equals and rest):
            self.fail(f"{quoted(str(value))}: expected {self.form}", param, ctx)
        if self.names and name not in self.names:
            self.fail(f"{quoted(name)}: {hint(name, self.names)}", param, ctx)
        return name, rest


lang = click.option("--lang", type=OneOf(LANGUAGES), help="Language of the report (else that of the locale).")

packs = click.option(
    "--pack", "packs", multiple=True, metavar="PACK",
    help="Use these packs or collections, by name or path, and no others.",
)  # fmt: skip

config = click.option(
    "--config", type=click.Path(exists=True, dir_okay=False, path_type=Path), metavar="FILE",
    help="Use this configuration for every file.",
)  # fmt: skip
