"""`msglint explain`: why a rule exists, from which source, with examples and how to fix."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from gettext import gettext as _
from typing import TYPE_CHECKING

import click

from msglint.cli import options, terminal
from msglint.cli.layout import hanging
from msglint.cli.speech import hinted
from msglint.packs.nearest import nearest, quoted
from msglint.reports.display import width
from msglint.reports.words import preferred_language, say
from msglint.reserved import RULES

if TYPE_CHECKING:
    from msglint.packs.model import Fact, Rule, Ruleset
    from msglint.reports.rulepage import RulePage

LABELS = ("why", "fix", "mends", "applies", "origin")


@click.command(name="explain")
@click.argument("rule")
@options.packs
@options.lang
def command(rule: str, packs: tuple[str, ...], lang: str | None) -> int:
    """Say why RULE exists, from which source, with examples and how to fix."""
    from msglint.packs.loader import load, load_everything
    from msglint.reports.rulepage import describe

    ruleset = load(packs) if packs else load_everything()
    found = _named(rule, ruleset)
    page = describe(found, ruleset, lang or preferred_language())
    click.echo("\n".join(_lines(page, terminal.line_width(sys.stdout))))
    return 0


def _named(name: str, ruleset: Ruleset) -> Rule:
    """Return the rule of an id; the part behind the slash is enough if only one rule has it."""
    rules = (*ruleset.rules, *RULES.values())
    known = {rule.id: rule for rule in rules}
    same = [rule for rule in rules if rule.id.partition("/")[2] == name]
    if name in known or len(same) == 1:
        return known.get(name) or same[0]
    alike = [rule for rule in known if name.casefold() in rule]
    meant = hinted(name, alike) if alike and nearest(name, known) is None else hinted(name, known)
    raise click.UsageError(_("no rule {name}: {hint}").format(name=quoted(name), hint=meant))


def _lines(page: RulePage, limit: int) -> Iterator[str]:
    """Yield the page of a rule in lines of at most `limit` cells."""
    yield f"{page.id} · {say(page.lang, str(page.severity))} · {page.category}"
    yield ""
    texts = zip(LABELS, (page.why, page.fix, page.mends, page.applies, page.origin), strict=True)
    heads = [(say(page.lang, label), text) for label, text in texts if text]
    room = max(width(head) for head, _ in heads) + 2
    for head, text in heads:
        yield from hanging(head + " " * (room - width(head)), text, limit)
    cases = [f"{say(page.lang, str(severity))}: {text}" for severity, text in page.cases]
    yield from _listed("explain.cases", cases, page.lang, limit)
    if page.facts:
        yield from ("", say(page.lang, "explain.facts"))
    yield from (line for fact in page.facts for line in _fact(fact, page.lang, limit))
    if page.sources:
        yield from ("", say(page.lang, "explain.sources"))
    yield from (f"  {line}" for source in page.sources for line in _source(source))
    yield from _listed("explain.flag", page.flag, page.lang, limit)
    yield from _listed("explain.pass", page.passes, page.lang, limit)


def _fact(fact: Fact, lang: str, limit: int) -> Iterator[str]:
    grades = say(lang, "list").join(
        (say(lang, f"level.{fact.level}"), say(lang, f"confidence.{fact.confidence}"))
    )
    yield f"  {fact.id}  {fact.title.render(lang, {})} ({grades})"
    yield from hanging("    ", fact.statement.render(lang, {}), limit)
    titles = "; ".join(source["title"] for source in fact.sources)
    dated = say(lang, "explain.checked", n=fact.checked) if fact.checked else ""
    yield from hanging("    ", f"{titles}{dated}", limit)


def _listed(label: str, texts: Sequence[str], lang: str, limit: int) -> Iterator[str]:
    if texts:
        yield from ("", say(lang, label))
    yield from (line for text in texts for line in hanging("  - ", text, limit))


def _source(source: Mapping[str, str]) -> Iterator[str]:
    """Yield the title and date of a source, and its address on a line of its own, never wrapped."""
    yield f"· {source['title']}" + (f" ({source['date']})" if "date" in source else "")
    if "url" in source:
        yield f"  {source['url']}"
