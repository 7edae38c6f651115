"""`msglint facts`: the policy facts, the rules that encode them, and the reasons why not."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

import click

from msglint.cli import options, terminal
from msglint.cli.layout import columns, hanging
from msglint.reports.words import preferred_language, say

if TYPE_CHECKING:
    from msglint.packs.coverage import Coverage
    from msglint.packs.model import Fact

INDENT = "    "


@click.command(name="facts")
@click.argument("query", required=False)
@click.option("--format", "form", type=options.OneOf(("text", "json")), default="text", help="How to print.")
@options.lang
def command(query: str | None, form: str, lang: str | None) -> int:
    """List the policy facts, or those whose text, id or rules hold QUERY, with the rules that encode them."""
    from msglint.packs.coverage import coverage
    from msglint.packs.loader import load_everything

    found = [item for item in coverage(load_everything()) if _holds(item, query)]
    if form == "json":
        click.echo(json.dumps([_record(item) for item in found], ensure_ascii=False, indent=2))
    else:
        lang = lang or preferred_language()
        click.echo("\n".join([*_listed(found, lang), _summary(found, lang)]))
    return 0


def _holds(item: Coverage, query: str | None) -> bool:
    fact = item.fact
    reason = item.reason.texts.values() if item.reason else ()
    said = (*fact.title.texts.values(), *fact.statement.texts.values(), *reason)
    searched = (fact.id, fact.level, *item.rules, *said)
    return query is None or any(query.casefold() in text.casefold() for text in searched)


def _listed(found: Sequence[Coverage], lang: str) -> Iterator[str]:
    limit = terminal.line_width(sys.stdout)
    heads = columns([_head(item.fact, lang) for item in found])
    for item, head in zip(found, heads if found else (), strict=True):
        yield head
        told = (*_whole(item.fact, lang), *_places(item, lang)) if len(found) == 1 else _places(item, lang)
        for line in told:
            yield from hanging(INDENT, line, limit)


def _head(fact: Fact, lang: str) -> tuple[str, str, str, str]:
    """Return a fact's id, how binding it is, how sure, and its title, in words."""
    grades = [fact.confidence] + ([fact.wording] if fact.wording else [])
    sure = "/".join(say(lang, f"confidence.{grade}") for grade in grades)
    return fact.id, say(lang, f"level.{fact.level}"), sure, fact.title.render(lang, {})


def _whole(fact: Fact, lang: str) -> Iterator[str]:
    """Yield what a fact says and where it was read, which a list has no room for."""
    yield fact.statement.render(lang, {})
    for source in fact.sources:
        yield "· " + " ".join(source[name] for name in ("title", "date", "url") if name in source)


def _places(item: Coverage, lang: str) -> Iterator[str]:
    """Yield the rules of a fact, or the reason why it has none; both or neither is told as well."""
    if item.rules:
        yield say(lang, "list").join(item.rules)
    if item.reason:
        yield say(lang, "facts.not_checkable", n=item.reason.render(lang, {}))
    if not item.rules and not item.reason:
        yield say(lang, "facts.open")


def _summary(found: Sequence[Coverage], lang: str) -> str:
    encoded = sum(bool(item.rules) for item in found)
    reasoned = sum(item.reason is not None for item in found)
    unsettled = sum(not item.is_settled for item in found)
    return say(
        lang, "facts.count", n=len(found), encoded=encoded, not_checkable=reasoned, unsettled=unsettled
    )


def _record(item: Coverage) -> Mapping[str, object]:
    fact = item.fact
    return {
        "id": fact.id,
        "title": dict(fact.title.texts),
        "statement": dict(fact.statement.texts),
        "level": fact.level,
        "confidence": fact.confidence,
        "wording": fact.wording,
        "rules": item.rules,
        "not_checkable": item.reason and dict(item.reason.texts),
        "sources": [dict(source) for source in fact.sources],
        "checked": fact.checked and fact.checked.isoformat(),
    }
