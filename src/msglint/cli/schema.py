"""`msglint schema`: print the JSON Schema of a kind of file."""

from __future__ import annotations

import json
from typing import Any

import click

from msglint.cli.options import OneOf

KINDS = ("pack", "lexicons", "facts", "spellings", "config", "report")


@click.command(name="schema")
@click.argument("kind", type=OneOf(KINDS), metavar="KIND")
def command(kind: str) -> int:
    """Print the JSON Schema of KIND: pack, lexicons, facts, config or report."""
    click.echo(json.dumps(_schema(kind), ensure_ascii=False, indent=2))
    return 0


def _schema(kind: str) -> Any:
    if kind == "report":
        from msglint.reports import schema

        return schema()
    if kind == "config":
        from msglint.config.schema import schema as configuration

        return configuration()
    from msglint.packs import schema as packs

    return packs.schema(kind)
