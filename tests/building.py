"""Small rulesets for tests, built without YAML."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from msglint.document import Context, Document
from msglint.engine import Engine
from msglint.packs.model import Check, Lexicon, Pack, PhrasesCheck, Rule, Ruleset, Zone
from msglint.packs.phrases import Phrase, parse
from msglint.text.placeholders import DEFAULT_PATTERNS
from msglint.violation import Severity, Template, Violation

Words = Mapping[str, Sequence[str]]


def phrases(*sources: str) -> tuple[Phrase, ...]:
    return tuple(map(parse, sources))


def lexicons(words: Words) -> tuple[Lexicon, ...]:
    """Lexicons by `name` or `name.lang`."""
    split = {key: key.partition(".") for key in words}
    return tuple(Lexicon(name, lang or None, phrases(*words[key])) for key, (name, _, lang) in split.items())


def rule(check: Check | Sequence[str], name: str = "rule", **more: Any) -> Rule:
    if isinstance(check, Sequence):
        check = PhrasesCheck(phrases(*check))
    settings: dict[str, Any] = {"category": "marketing", "severity": Severity.ERROR, **more}
    return Rule(id=f"pack/{name}", pack="pack", message=Template({"en": name}), check=check, **settings)


def ruleset(
    *rules: Rule,
    words: Words | None = None,
    zones: Mapping[str, Zone] | None = None,
    shared: Sequence[Lexicon] = (),
) -> Ruleset:
    pack = Pack("pack", ("tests",), Template({"en": "Tests"}), rules)
    return Ruleset((pack,), (*lexicons(words or {}), *shared), zones=zones or {})


def judge(rules: Ruleset, text: str, subject: str | None = None, **context: Any) -> tuple[Violation, ...]:
    """Judge a text, as a message unless `channel` says otherwise."""
    engine = Engine(rules, DEFAULT_PATTERNS, ("amazon",), {})
    settings = {"channel": "message", "platform": "amazon", **context}
    return engine.judge(Document.from_text(text, Context(**settings), subject)).violations


def excerpts(rules: Ruleset, text: str, **context: Any) -> list[str]:
    return [violation.excerpt for violation in judge(rules, text, **context)]
