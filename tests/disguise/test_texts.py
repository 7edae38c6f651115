"""Texts written to dodge filters are found, innocent ones that look odd are not.

The texts of a round were written before any of them was tried.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
import yaml

from msglint import Linter, Violation

HERE = Path(__file__).parent
FORM = ("message-format", "message-type", "context")
"""Categories of what a message looks like, not of what it says."""


@cache
def linter() -> Linter:
    return Linter.from_packs()


def texts(name: str) -> Iterator[tuple[str, list[str]]]:
    yield from yaml.safe_load((HERE / f"{name}.yaml").read_text("utf-8")).items()


def found(text: str) -> list[Violation]:
    return [item for item in linter().check(text, platform="amazon") if item.category not in FORM]


@pytest.mark.parametrize(("name", "listed"), list(texts("disguised")), ids=lambda value: str(value)[:20])
def test_disguised_texts_are_flagged(name: str, listed: list[str]) -> None:
    missed = [text for text in listed if not found(text)]
    assert len(missed) <= 0.08 * len(listed), (name, missed)


@pytest.mark.parametrize(("name", "listed"), list(texts("innocent")), ids=lambda value: str(value)[:20])
def test_innocent_texts_pass(name: str, listed: list[str]) -> None:
    flagged = {text: [(item.rule, item.excerpt) for item in found(text)] for text in listed}
    assert {text: items for text, items in flagged.items() if items} == {}, name


@pytest.mark.parametrize(
    ("text", "excerpt", "disguise"),
    [
        ("Leave us a r e v i e w and get a gift card", "r e v i e w and get", ("separator",)),
        ("好坪返现10元", "好坪返现", ("homophone",)),
        ("加V♥信领红包", "加V♥信", ("initials", "separator")),
        ("可添加薇\n信领红包", "添加薇\n信", ("homophone", "separator")),
        ("Add us on W\u200bhatsApp", "Add us on W\u200bhatsApp", ("invisible",)),
        ("Add us on WhаtsApp", "Add us on WhаtsApp", ("lookalike",)),
        ("Add us on 𝗪𝗵𝗮𝘁𝘀𝗔𝗽𝗽", "Add us on 𝗪𝗵𝗮𝘁𝘀𝗔𝗽𝗽", ("style",)),
        ("Visit us: lampcare dot com", "lampcare dot com", ("paraphrase",)),
        ("电话一三八零零一三八零零零", "一三八零零一三八零零零", ("numerals",)),
        ("關(guān)注公眾號領紅包", "關(guān)注公眾號", ("gloss",)),
    ],
)
def test_place_and_means(text: str, excerpt: str, disguise: tuple[str, ...]) -> None:
    start = text.index(excerpt)
    named = [(item.excerpt, item.disguise, item.start, item.end) for item in found(text)]
    assert any(
        disguise == means and first is not None and last is not None and first <= start < last
        for _, means, first, last in named
    ), named
