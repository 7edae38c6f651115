"""The features of a text that its impression is made of: words, and roles, alone and with a neighbour."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from msglint.text.quotations import quotations

TOKEN = re.compile(r"[a-zß-ÿ']+|\d+|[?!$%@:]|[\u3400-\u9fff]+")
WORD = re.compile(r"[a-zß-ÿ']+")
HAN = re.compile("[\u3400-\u9fff]")
HAN_LENGTHS = (1, 2, 3)
"""Characters in a row that make a feature of Chinese."""
QUOTED = '"'
"""What folding makes of the marks of a quotation: the feature of one, and with what those in it begin."""
NEXT = 3
"""Roles behind one that make a feature with it."""


class Role(NamedTuple):
    """Something said that rules have a name for: where it stands (code points), and the name.

    The name is that of a lexicon or a type as phrases write it: `$gain.en`, `<money>`.
    """

    start: int
    end: int
    name: str


def word_count(text: str) -> float:
    """Return how many words a folded text has; five Chinese characters make three."""
    return len(WORD.findall(text)) + len(HAN.findall(text)) * 0.6


def words(text: str) -> Iterator[tuple[str, int]]:
    """Yield the words of a folded text as features, each with the offset (code points) at which it begins.

    Words, numbers and telling signs count alone and in pairs, Chinese characters one to three in a row.
    Numbers of several digits are alike. What stands in quotation marks is spoken of, not said, so its
    features are others: they begin with the mark.
    """
    at = 0
    for start, end in quotations(text):
        yield from _said(text, at, start)
        yield QUOTED, start
        for name, offset in _said(text, start, end):
            yield QUOTED + name, offset
        at = end
    yield from _said(text, at, len(text))


def _said(text: str, start: int, end: int) -> Iterator[tuple[str, int]]:
    last, last_start = "", 0
    for token in TOKEN.finditer(text, start, end):
        word, begin = token.group(), token.start()
        if word[0] >= "\u3400":
            yield from _han(word, begin)
            last = ""
            continue
        if word.isdigit() and len(word) > 1:
            word = "00"
        yield word, begin
        if last:
            yield f"{last} {word}", last_start
        last, last_start = word, begin


def _han(run: str, start: int) -> Iterator[tuple[str, int]]:
    for length in HAN_LENGTHS:
        for index in range(len(run) - length + 1):
            yield run[index : index + length], start + index


def played(text: str, roles: Sequence[Role]) -> Iterator[tuple[str, int]]:
    """Yield the roles found in a folded text, in order, as features, each with the offset at which it begins.

    They count alone and with each of the next few; those in quotation marks begin with the mark.
    """
    quoted = quotations(text)
    named = [(QUOTED * _is_inside(role.start, quoted) + role.name, role.start) for role in roles]
    for index, (name, start) in enumerate(named):
        yield name, start
        for other, _ in named[index + 1 : index + 1 + NEXT]:
            if other != name:
                yield f"{name} {other}", start


def _is_inside(offset: int, quoted: Sequence[tuple[int, int]]) -> bool:
    return any(start < offset < end for start, end in quoted)
