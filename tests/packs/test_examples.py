"""Every shipped rule that finds words shows what it finds and what only comes close, in its languages."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from msglint.packs.loader import load_everything
from msglint.packs.model import Example, Pattern, PhrasesCheck, Rule, Ruleset, Together
from msglint.packs.phrases import Choice, Gap, LexiconRef, Literal, Node, Phrase, Stem, TypeRef
from msglint.text.language import HAN, detect
from tests.packs.files import pack, read, rule

LANGUAGES = ("en", "zh")
ENOUGH = 3

ENGLISH = "[the box is here, this is the box, you have the box]"
CHINESE = "[免费盒子, 送免费盒子, 领免费盒子]"
NEAR = "[the bag is here, this is the bag, you have the bag]"


class Spoken:
    """Which languages the phrases of a rule are in, so that a rule for one language needs no exemption."""

    def __init__(self, ruleset: Ruleset, rule: Rule) -> None:
        self.ruleset = ruleset
        self.pack = rule.pack

    def pattern(self, pattern: Pattern, lang: str) -> bool:
        """Return whether a pattern can be found in a text of a language."""
        phrases = pattern.phrases if isinstance(pattern, Together) else (pattern,)
        return self._all([self.phrase(phrase, lang) for phrase in phrases]) is True

    def phrase(self, phrase: Phrase, lang: str) -> bool | None:
        """Return whether a phrase is of a language; None if nothing in it tells."""
        return self._all([self._node(item.node, lang) for item in phrase.items])

    def _node(self, node: Node, lang: str) -> bool | None:
        match node:
            case Gap() | TypeRef():
                return None
            case Literal(text) | Stem(text):
                return self._text(text, lang)
            case Choice(options):
                return self._any([self.phrase(Phrase(option), lang) for option in options if option.strip()])
            case LexiconRef(name, only):
                lexicons = self.ruleset.lexicons_named(self.pack, name, only)
                return any(
                    lexicon.lang == lang
                    or (lexicon.lang is None and self._any([self.phrase(e, lang) for e in lexicon.entries]))
                    for lexicon in lexicons
                )

    @staticmethod
    def _text(text: str, lang: str) -> bool | None:
        if HAN.search(text):
            return lang == "zh"
        if lang == "zh":
            return False if any(map(str.isalpha, text)) else None
        found = detect(text)
        return None if found is None and text.isascii() else found == lang

    @staticmethod
    def _all(told: list[bool | None]) -> bool | None:
        return False if False in told else True if True in told else None

    @staticmethod
    def _any(told: list[bool | None]) -> bool | None:
        return True if True in told else None if None in told or not told else False


def counted(examples: tuple[Example, ...]) -> Counter[tuple[str | None, bool]]:
    """Count examples by language and by whether the rule must fire."""
    return Counter((detect(f"{item.subject or ''} {item.text}"), item.flag) for item in examples)


def shortfalls(ruleset: Ruleset) -> list[str]:
    """Return a line for each rule with too few examples in a language that its phrases or examples claim."""
    found = []
    for one in ruleset.rules:
        if not isinstance(one.check, PhrasesCheck):
            continue
        spoken, count = Spoken(ruleset, one), counted(tuple(one.examples))
        for lang in LANGUAGES:
            flags, passes = count[lang, True], count[lang, False]
            claimed = flags or any(spoken.pattern(pattern, lang) for pattern in one.check.patterns)
            if claimed and min(flags, passes) < ENOUGH:
                found.append(f"{one.id}: {lang}: {flags} flag, {passes} pass")
    return found


@pytest.mark.parametrize(
    ("phrases", "flag", "told"),
    [
        ('["the box", "免费盒子"]', ENGLISH, ["own/one: zh: 0 flag, 0 pass"]),
        ('["免费盒子"]', CHINESE, ["own/one: zh: 3 flag, 0 pass"]),
        ('["$thing.en"]', CHINESE, ["own/one: en: 0 flag, 3 pass", "own/one: zh: 3 flag, 0 pass"]),
        ('[{all: ["$thing.en", "盒子"]}]', "[eins, zwei, drei]", []),
    ],
    ids=["two languages, one shown", "nothing that comes close", "a list of words", "never in one text"],
)
def test_what_falls_short_is_told(tmp_path: Path, phrases: str, flag: str, told: list[str]) -> None:
    examples = f"examples: {{flag: {flag}, pass: {NEAR}}}"
    text = pack(rule(f"phrases: {phrases}", examples), head="lexicons: {thing.en: [the box]}\n")
    assert shortfalls(read(tmp_path, {"own.yaml": text})) == told


def test_each_rule_has_three_examples_of_both_kinds_in_its_languages() -> None:
    assert shortfalls(load_everything()) == []
