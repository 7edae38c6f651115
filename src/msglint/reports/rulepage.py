"""What there is to say about a rule: one description, which `explain`, SARIF and the documents show alike."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from msglint.frozen import Frozen
from msglint.packs.model import Fact, Pack, RequireCheck, Rule, Ruleset
from msglint.packs.places import where
from msglint.reports.conditions import in_words
from msglint.reports.words import say

if TYPE_CHECKING:
    from msglint.violation import Severity, Template

SLOT = re.compile(r"\{[a-z_]+\}")


class RulePage(Frozen):
    """A rule in the words of one language.

    `mends` says what `check --fix` does about it. `cases` are the special cases with their severity;
    `sources` are those of the facts and of the rule, each once, with `title` and perhaps `date` and `url`;
    `flag` and `passes` are texts. `origin` says from which rule it was made, and where it stands; None for a
    rule that was written by itself.
    """

    lang: str
    id: str
    category: str
    severity: Severity
    why: str
    fix: str | None
    applies: str
    origin: str | None
    mends: str | None
    cases: tuple[tuple[Severity, str], ...]
    facts: tuple[Fact, ...]
    sources: tuple[Mapping[str, str], ...]
    flag: tuple[str, ...]
    passes: tuple[str, ...]


def describe(rule: Rule, ruleset: Ruleset, lang: str) -> RulePage:
    """Return what there is to say about a rule of a ruleset in `lang`."""
    facts = tuple(ruleset.facts[name] for name in rule.facts if name in ruleset.facts)
    sources = [source for fact in facts for source in fact.sources]
    sources += [rule.source] if rule.source else []
    told = [case for case in rule.cases if case.message]
    return RulePage(
        lang=lang,
        id=rule.id,
        category=rule.category,
        severity=rule.severity,
        why=in_general(rule.message, lang),
        fix=in_general(rule.suggest, lang) if rule.suggest else None,
        applies=in_words(rule.when, lang),
        origin=_origin(rule, lang),
        mends=say(lang, f"fix.{kind}") if (kind := _repair(rule)) else None,
        cases=tuple(
            (case.severity or rule.severity, in_general(case.message, lang)) for case in told if case.message
        ),
        facts=facts,
        sources=tuple({tuple(source.items()): source for source in sources}.values()),
        flag=tuple(example.text for example in rule.examples if example.flag),
        passes=tuple(example.text for example in rule.examples if not example.flag),
    )


def _origin(rule: Rule, lang: str) -> str | None:
    if not rule.extends:
        return None
    return say(lang, "origin.made", n=say(lang, "list").join(rule.extends), place=where(rule.id))


def comes_from(pack: Pack) -> str:
    """Return the file of a pack, behind the package that brings it if there is one."""
    file = getattr(pack.id, "source", "")
    return file if pack.origin in ("", "msglint") else f"{pack.origin} · {file}"


def _repair(rule: Rule) -> str | None:
    """Return how a rule puts right what it finds; `require` rules do it by themselves."""
    if rule.fix:
        return rule.fix.kind
    return "statement" if isinstance(rule.check, RequireCheck) else None


def in_general(template: Template, lang: str) -> str:
    """Return a sentence with … where a violation would fill in its own words."""
    return SLOT.sub("…", template.render(lang, {}))


def markdown(page: RulePage) -> str:
    """Return the page as Markdown, without a title: why, fix, where it applies, sources, examples."""
    return "\n".join(_blocks(page)) + "\n"


def _blocks(page: RulePage) -> Iterator[str]:
    yield f"**{say(page.lang, 'why')}** {_escaped(page.why)}\n"
    if page.fix:
        yield f"**{say(page.lang, 'fix')}** {_escaped(page.fix)}\n"
    if page.mends:
        yield f"**{say(page.lang, 'mends')}** {page.mends}\n"
    yield f"**{say(page.lang, 'applies')}** {_escaped(page.applies.replace(chr(10), '; '))}\n"
    if page.origin:
        yield f"**{say(page.lang, 'origin')}** {_escaped(page.origin)}\n"
    cases = [f"{say(page.lang, str(severity))}: {_escaped(text)}" for severity, text in page.cases]
    yield from _listed(page, "explain.cases", cases)
    yield from _listed(page, "explain.facts", [_fact(fact, page.lang) for fact in page.facts])
    yield from _listed(page, "explain.sources", [_source(source) for source in page.sources])
    yield from _listed(page, "explain.flag", [_code(text) for text in page.flag])
    yield from _listed(page, "explain.pass", [_code(text) for text in page.passes])


def _listed(page: RulePage, label: str, items: Sequence[str]) -> Iterator[str]:
    if items:
        yield f"**{say(page.lang, label)}**\n"
        yield from (f"- {item}" for item in items)
        yield ""


def _fact(fact: Fact, lang: str) -> str:
    title, statement = (_escaped(text.render(lang, {})) for text in (fact.title, fact.statement))
    return f"{fact.id} {title}: {statement}"


def _source(source: Mapping[str, str]) -> str:
    title = _escaped(source["title"])
    linked = f"[{title}]({source['url']})" if "url" in source else title
    return linked + (f" ({source['date']})" if "date" in source else "")


def _escaped(text: str) -> str:
    return re.sub(r"([\\`*_\[\]<>#|])", r"\\\1", " ".join(text.split()))


def _code(text: str) -> str:
    """Return a text as a span of code, whatever backticks it holds; a line end shows as ⏎."""
    shown = re.sub(r"\s*\n\s*", " ⏎ ", text.strip())
    fence = "`" * (max(map(len, re.findall("`+", shown)), default=0) + 1)
    pad = " " if shown.startswith("`") or shown.endswith("`") else ""
    return f"{fence}{pad}{shown}{pad}{fence}"
