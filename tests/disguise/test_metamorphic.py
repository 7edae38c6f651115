"""Every flagged example of every rule, in every disguise of its language, is found at its place.
A deterministic sample runs by default; `MSGLINT_FULL=1` runs everything.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from functools import cache

import pytest

from msglint.checks.registry import sees_through
from msglint.disguise.words import Words
from msglint.document import Document
from msglint.engine import Engine
from msglint.packs.loader import load
from msglint.packs.model import Example, Rule
from msglint.prove import example_context
from msglint.text.placeholders import DEFAULT_PATTERNS
from msglint.violation import Violation
from tests.disguise.disguises import LATIN, Disguised, disguised, han, han_words, latin_words

EVERY = 1 if os.environ.get("MSGLINT_FULL") else int(os.environ.get("MSGLINT_EVERY", "3"))
SHARE = 0.95

RULESET = load(None)
HAN = han(RULESET.spellings)


@cache
def engine() -> Engine:
    return Engine(RULESET, DEFAULT_PATTERNS, ("amazon",), {})


@cache
def known_words() -> frozenset[str]:
    return Words(engine().literals).known


def flagged() -> Iterator[tuple[Rule, Example]]:
    rules = [rule for rule in RULESET.rules if sees_through(rule.check) and not rule.disguised]
    yield from [(rule, example) for rule in rules for example in rule.examples if example.flag][::EVERY]


def judged(rule: Rule, example: Example, text: str) -> list[Violation]:
    document = Document.from_text(text, example_context(example.context), example.subject)
    found = engine().judge(document, only=rule).violations
    body = len(document.segments) - 1
    return [
        item for item in found if item.rule == rule.id and item.segment == body and item.start is not None
    ]


def share_found(disguise: Callable[[str], Disguised | None]) -> tuple[float, list[str], int]:
    """Return the share of violations found in disguise, the texts of those that were not, and the number."""
    missed, total = [], 0
    for rule, example in flagged():
        hidden = disguise(example.text)
        for violation in judged(rule, example, example.text) if hidden else ():
            assert hidden and violation.start is not None and violation.end is not None
            start, end = hidden.span(violation.start, violation.end)
            again = judged(rule, example, hidden.text)
            total += 1
            if not any((item.start or 0) < end and start < (item.end or 0) for item in again):
                missed.append(f"{rule.id}: {hidden.text}")
    return 1 - len(missed) / max(total, 1), missed, total


@pytest.mark.parametrize("means", LATIN)
def test_latin(means: str) -> None:
    share, missed, total = share_found(
        lambda text: disguised(text, latin_words(text, known_words()), LATIN[means])
    )
    print(f"{means}: {share:.3f} of {total}", *missed, sep="\n  ", file=sys.stderr)
    assert share >= SHARE, missed


@pytest.mark.parametrize("means", HAN)
def test_chinese(means: str) -> None:
    share, missed, total = share_found(
        lambda text: disguised(text, han_words(text, RULESET.spellings), HAN[means])
    )
    print(f"{means}: {share:.3f} of {total}", *missed, sep="\n  ", file=sys.stderr)
    assert share >= SHARE, missed
