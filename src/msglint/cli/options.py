"""Options that commands share, and how their values are read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from gettext import gettext as _
from pathlib import Path
from typing import Any

import click

from msglint.cli.speech import hinted
from msglint.packs.nearest import quoted
from msglint.reports.words import LANGUAGES


class OneOf(click.Choice[str]):
    """A choice that names the nearest value when there is no such one."""

    def get_invalid_choice_message(self, value: Any, ctx: click.Context | None) -> str:  # noqa: ARG002
        """Return what is wrong with a value."""
        return _unknown(str(value), self.choices)


Pairs = tuple[tuple[str, str], ...]


def _unknown(value: str, known: Iterable[str]) -> str:
    return _("{name}: {hint}").format(name=quoted(value), hint=hinted(value, known))


def pairs(form: str, names: Sequence[str] = ()) -> Callable[[object, object, tuple[str, ...]], Pairs]:
    """Return the callback of an option that is given as `form`, such as NAME=VALUE.

    The part before the `=` must be one of `names`, if there are any.
    """
    return lambda _ctx, _param, values: tuple(_pair(value, form, names) for value in values)


def _pair(value: str, form: str, names: Sequence[str]) -> tuple[str, str]:
    name, _sign, rest = value.partition("=")
    if not (name and rest):
        raise click.BadParameter(_("{value}: expected {form}").format(value=quoted(value), form=form))
    if names and name not in names:
        raise click.BadParameter(_unknown(name, names))
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
