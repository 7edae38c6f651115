"""Every example that must pass still passes after changes that mean nothing.

A deterministic sample runs by default; `MSGLINT_FULL=1` runs everything.
"""

from __future__ import annotations

import os
import re
import textwrap
from collections.abc import Callable, Iterator, Mapping
from unicodedata import normalize

import pytest

from msglint.checks.registry import sees_through
from msglint.packs.model import Example, Rule
from msglint.text.tables import NEW, OLD
from tests.disguise.test_metamorphic import RULESET, judged

EVERY = 1 if os.environ.get("MSGLINT_FULL") else int(os.environ.get("MSGLINT_EVERY", "8"))
TRADITIONAL = {
    ord(new): old
    for old, new in reversed(list(zip(OLD, NEW, strict=True)))
    if "\u4e00" <= old <= "\u9fff" and "\u4e00" <= new <= "\u9fff"
}
WIDE = str.maketrans(",:;!?()", "，：；！？（）")


def wrapped(text: str) -> str:
    """Break lines between English words."""
    if "\n" in text or not text.isascii():
        return text
    return textwrap.fill(text, 34, break_long_words=False, break_on_hyphens=False)


def wide(text: str) -> str:
    """Write the punctuation behind Chinese in full width."""
    return re.sub("(?<=[\u4e00-\u9fff])[,:;!?]|[(](?=[\u4e00-\u9fff])", lambda m: m[0].translate(WIDE), text)


CHANGES: Mapping[str, Callable[[str], str]] = {
    "traditional": lambda text: text.translate(TRADITIONAL),
    "wide punctuation": wide,
    "line wraps": wrapped,
    "CRLF": lambda text: text.replace("\n", "\r\n"),
    "decomposed accents": lambda text: normalize("NFD", text),
    "emoji between sentences": lambda text: re.sub(
        r"(?<=[a-z一-鿿][.!。！])(?: (?=[A-Z])|(?=[一-鿿]))", " 🌿 ", text
    ),
    "no-break spaces": lambda text: text.replace(" ", "\u00a0"),
}
EMOJI_RULES = ("amazon-messages/emoji", "amazon-messages/pleasantries-only")


def passing() -> Iterator[tuple[Rule, Example]]:
    rules = [rule for rule in RULESET.rules if sees_through(rule.check) and rule.id not in EMOJI_RULES]
    yield from [(rule, example) for rule in rules for example in rule.examples if not example.flag][::EVERY]


@pytest.mark.parametrize("change", CHANGES)
def test_passes_after(change: str) -> None:
    flagged = {}
    for rule, example in passing():
        text = CHANGES[change](example.text)
        if text != example.text and (found := judged(rule, example, text)):
            flagged[text] = [(item.rule, item.excerpt, item.disguise) for item in found]
    assert flagged == {}
