"""`msglint rules`: list the rules."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import click

from msglint.cli import options, terminal
from msglint.cli.layout import columns, cut
from msglint.reports.display import width
from msglint.reports.rulepage import comes_from, in_general
from msglint.reports.words import preferred_language, say

if TYPE_CHECKING:
    from msglint.packs.model import Pack, Rule

MIN_MESSAGE = 30
"""Cells of a message that a narrow terminal shows at least."""


@click.command(name="rules")
@click.argument("query", required=False)
@options.packs
@options.lang
def command(query: str | None, packs: tuple[str, ...], lang: str | None) -> int:
    """List the rules, or those whose id, category, facts or message hold QUERY."""
    from msglint.packs.loader import load, load_everything

    lang = lang or preferred_language()
    ruleset = load(packs) if packs else load_everything()
    shown = 0
    for pack in ruleset.packs:
        rules = [rule for rule in pack.rules if _holds(rule, query)]
        shown += len(rules)
        if rules:
            click.echo("\n".join(_listed(pack, rules, lang)) + "\n")
    click.echo(say(lang, "rules.count", n=shown))
    return 0


def _holds(rule: Rule, query: str | None) -> bool:
    searched = (rule.id, rule.category, *rule.facts, *rule.message.texts.values())
    return query is None or any(query.casefold() in text.casefold() for text in searched)


def _listed(pack: Pack, rules: Sequence[Rule], lang: str) -> Iterator[str]:
    optional = say(lang, "rules.optional") if pack.optional else ""
    yield f"{pack.title.render(lang, {})}{optional} · {comes_from(pack)}"
    aligned = list(columns([(rule.id, say(lang, str(rule.severity)), rule.category) for rule in rules]))
    room = max(map(width, aligned))
    left = max(MIN_MESSAGE, terminal.line_width(sys.stdout) - room - 4)
    for head, rule in zip(aligned, rules, strict=True):
        message = in_general(rule.message, lang)
        shown = cut(message, left) if sys.stdout.isatty() else message
        yield f"  {head}{' ' * (room - width(head))}  {shown}"
