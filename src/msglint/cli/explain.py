"""`msglint explain`: why a rule exists, from which source, with examples and how to fix."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

import click

from msglint.cli import options, terminal
from msglint.cli.layout import hanging, in_general
from msglint.packs.nearest import hint, nearest, quoted
from msglint.reports.display import width
from msglint.reports.words import preferred_language, say

if TYPE_CHECKING:
    from msglint.packs.model import Fact, Rule, Ruleset

LABELS = ("why", "fix", "applies")


@click.command(name="explain")
@click.argument("rule")
@options.packs
@options.lang
def command(rule: str, packs: tuple[str, ...], lang: str | None) -> int:
    """Say why RULE exists, from which source, with examples and how to fix."""
    from msglint.packs.loader import load, load_everything

    ruleset = load(packs) if packs else load_everything()
    found = _named(rule, ruleset)
    page = Page(found, ruleset, lang or preferred_language(), terminal.line_width(sys.stdout))
    click.echo("\n".join(page.lines()))
    return 0


def _named(name: str, ruleset: Ruleset) -> Rule:
    """Return the rule of an id; the part behind the slash is enough if only one rule has it."""
    known = {rule.id: rule for rule in ruleset.rules}
    same = [rule for rule in ruleset.rules if rule.id.partition("/")[2] == name]
    if name in known or len(same) == 1:
        return known.get(name) or same[0]
    alike = [rule for rule in known if name.casefold() in rule]
    meant = hint(name, alike) if alike and nearest(name, known) is None else hint(name, known)
    raise click.UsageError(f"no rule {quoted(name)}: {meant}")


class Page:
    """The page about one rule."""

    def __init__(self, rule: Rule, ruleset: Ruleset, lang: str, limit: int) -> None:
        self.rule = rule
        self.ruleset = ruleset
        self.lang = lang
        self.limit = limit
        self.room = max(width(say(lang, label)) for label in LABELS) + 2

    def lines(self) -> Iterator[str]:
        """Yield the lines of the page."""
        rule = self.rule
        yield f"{rule.id} · {say(self.lang, str(rule.severity))} · {rule.category}"
        yield ""
        yield from self._summary()
        yield from self._cases()
        yield from self._sources()
        for label, flag in (("explain.flag", True), ("explain.pass", False)):
            texts = [example.text for example in rule.examples if example.flag is flag]
            yield from self._listed(label, texts)

    def _summary(self) -> Iterator[str]:
        from msglint.cli.conditions import in_words

        yield from self._labelled("why", in_general(self.rule.message, self.lang))
        if self.rule.suggest:
            yield from self._labelled("fix", in_general(self.rule.suggest, self.lang))
        yield from self._labelled("applies", in_words(self.rule.when, self.lang))

    def _labelled(self, label: str, text: str) -> Iterator[str]:
        head = say(self.lang, label)
        yield from hanging(head + " " * (self.room - width(head)), text, self.limit)

    def _cases(self) -> Iterator[str]:
        """Yield what the rule says in special cases, where that differs from the rest."""
        told = [case for case in self.rule.cases if case.message]
        heads = [say(self.lang, str(case.severity or self.rule.severity)) for case in told]
        texts = [in_general(case.message, self.lang) for case in told if case.message]
        yield from self._listed(
            "explain.cases", [f"{head}: {text}" for head, text in zip(heads, texts, strict=True)]
        )

    def _sources(self) -> Iterator[str]:
        """Yield the facts behind the rule, and each source once."""
        facts = [self.ruleset.facts[name] for name in self.rule.facts if name in self.ruleset.facts]
        if facts:
            yield from ("", say(self.lang, "explain.facts"))
        for fact in facts:
            yield from self._fact(fact)
        sources = [source for fact in facts for source in fact.sources]
        sources += [self.rule.source] if self.rule.source else []
        if sources:
            yield from ("", say(self.lang, "explain.sources"))
        shown = dict.fromkeys(tuple(_source(source)) for source in sources)
        yield from (f"  {line}" for lines in shown for line in lines)

    def _fact(self, fact: Fact) -> Iterator[str]:
        yield f"  {fact.id}  {fact.title.render(self.lang, {})} ({fact.level}, {fact.confidence})"
        yield from hanging("    ", fact.statement, self.limit)
        titles = "; ".join(source["title"] for source in fact.sources)
        dated = say(self.lang, "explain.checked", n=fact.checked) if fact.checked else ""
        yield from hanging("    ", f"{titles}{dated}", self.limit)

    def _listed(self, label: str, texts: Sequence[str]) -> Iterator[str]:
        if texts:
            yield from ("", say(self.lang, label))
        yield from (line for text in texts for line in hanging("  - ", text, self.limit))


def _source(source: Mapping[str, str]) -> Iterator[str]:
    """Yield the title and date of a source, and its address on a line of its own, never wrapped."""
    yield f"· {source['title']}" + (f" ({source['date']})" if "date" in source else "")
    if "url" in source:
        yield f"  {source['url']}"
