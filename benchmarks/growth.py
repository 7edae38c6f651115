"""How the time grows: with the length of a text, with the number of rules, and against asking every rule."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random
from time import process_time
from typing import NamedTuple

from benchmarks.messages import messages
from msglint.document import Document
from msglint.engine import Engine
from msglint.matching.compiler import Compiled
from msglint.packs.model import Pack, PhrasesCheck, Rule, Ruleset
from msglint.packs.phrases import parse
from msglint.ready import ready
from msglint.text.placeholders import DEFAULT_PATTERNS
from msglint.violation import Severity, Template, Violation

RULES = 300
PHRASES = 10
SYLLABLES = [first + second for first in "bdfghklmnprstvwz" for second in "aeiou"]


class Row(NamedTuple):
    """A comparison: what is compared, and how many times the time of the smaller it takes (CPU time)."""

    name: str
    ratio: float


def rows(count: int, kilobytes: int) -> list[Row]:
    """Return how `count` messages, and texts of `kilobytes` and ten times as many, compare."""
    known = ready()
    engine = _engine(known.ruleset, known.compiled())
    texts = [message.text for message in messages(count)]
    return [
        Row(f"a text of {10 * kilobytes} kB against one of {kilobytes} kB", _longer(engine, kilobytes)),
        Row("ten times as many (generated) rules", _more_rules(texts)),
        Row("each rule asked by itself against all at once", _naive(engine, known.ruleset.rules, texts)),
    ]


def _engine(ruleset: Ruleset, made: Compiled | None = None) -> Engine:
    return Engine(ruleset, DEFAULT_PATTERNS, ("amazon",), {}, made)


def _longer(engine: Engine, kilobytes: int) -> float:
    made = (message.text for message in messages(100 * kilobytes))
    whole = "\n\n".join(made)
    short, long = whole[: 1000 * kilobytes], whole[: 10_000 * kilobytes]
    return _seconds(engine, [long]) / _seconds(engine, [short])


def _more_rules(texts: Sequence[str]) -> float:
    few, many = (_engine(_generated(number)) for number in (RULES, 10 * RULES))
    return _seconds(many, texts) / _seconds(few, texts)


def _naive(engine: Engine, rules: Sequence[Rule], texts: Sequence[str]) -> float:
    """Return the ratio of the times. Raises AssertionError if one way finds what the other does not."""
    seconds = _seconds(engine, texts)
    names = {rule.id for rule in rules}
    start = process_time()
    for document in map(Document.from_text, texts):
        alone = {rule.id for rule in rules if _found(engine.judge(document, rule).violations) & {rule.id}}
        assert alone == _found(engine.judge(document).violations) & names
    return (process_time() - start) / seconds


def _found(violations: Sequence[Violation]) -> set[str]:
    return {name for item in violations for name in (item.rule, *item.also)}


def _seconds(engine: Engine, texts: Sequence[str]) -> float:
    for text in texts:
        engine.judge(Document.from_text(text))
    start = process_time()
    for text in texts:
        engine.judge(Document.from_text(text))
    return process_time() - start


def _generated(number: int) -> Ruleset:
    random = Random(7)  # generated words are the same in every run
    named = Template({"en": "generated"})

    def phrase() -> str:
        return " ".join("".join(random.choices(SYLLABLES, k=3)) for _ in range(3))

    rules = tuple(
        Rule(
            id=f"made/rule{index}",
            pack="made",
            category="marketing",
            severity=Severity.ERROR,
            message=named,
            check=PhrasesCheck(tuple(parse(phrase()) for _ in range(PHRASES))),
        )
        for index in range(number)
    )
    return Ruleset((Pack("made", (), named, rules),))
