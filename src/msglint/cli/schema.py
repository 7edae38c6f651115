"""`msglint schema`: print the JSON Schema of a kind of file."""

from __future__ import annotations

import json
from typing import Any

import click

from msglint.cli.options import OneOf
from msglint.reports.words import LANGUAGES

KINDS = ("pack", "lexicons", "facts", "spellings", "config", "report")


@click.command(name="schema")
@click.argument("kind", type=OneOf(KINDS), metavar="KIND")
@click.option("--lang", type=OneOf(LANGUAGES), help="Language of the descriptions (else English).")
def command(kind: str, lang: str | None) -> int:
    """Print the JSON Schema of KIND: pack, lexicons, facts, spellings, config or report."""
    found = _schema(kind)
    click.echo(json.dumps(_described(found) if lang == "zh" else found, ensure_ascii=False, indent=2))
    return 0


def _described(node: Any) -> Any:
    """Return a schema with its descriptions and titles in Chinese."""
    from msglint.messages_zh import CHINESE
    from msglint.schema_zh import DESCRIPTIONS

    def said(node: Any) -> Any:
        if isinstance(node, list):
            return [said(item) for item in node]
        if not isinstance(node, dict):
            return node
        return {
            key: DESCRIPTIONS.get(value) or CHINESE.get(value, value)
            if key in ("description", "title") and isinstance(value, str)
            else said(value)
            for key, value in node.items()
        }

    return said(node)


def _schema(kind: str) -> Any:
    if kind == "report":
        from msglint.reports import schema

        return schema()
    if kind == "config":
        from msglint.config.schema import schema as configuration

        return configuration()
    from msglint.packs import schema as packs

    return packs.schema(kind)
