"""Quotations within a text: where one begins and ends, and where several are listed one after the other."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from msglint.text.patterns import lazy_pattern

QUOTATION = lazy_pattern(
    r"“[^“”]{1,600}”|„[^“”„]{1,600}[“”]|「[^「」]{1,600}」|『[^『』]{1,600}』|«[^«»]{1,600}»"
    r'|(?<![A-Za-z0-9"])"(?=\S)[^"\n]{1,600}(?<=\S)"'
    # An apostrophe within a word, or behind one, opens no quotation and closes none.
    r"|(?<![^\s(\[:/-])['‘](?=[^\s'‘’])(?:[^'‘’\n]|['’](?=[A-Za-z])){2,200}(?<=[^\s])['’](?![A-Za-z])"
)
BETWEEN = lazy_pattern(r"[\s,，、;；/|]*+(?:(?:and|or|und|oder|et|ou|和|及|与|與|或|或者|以及)\s*)?")
LONGEST = 602
"""Characters that a quotation has at most, marks included."""
HAN_OR_WORD = lazy_pattern(r"(?P<han>[\u3400-\u9fff])|[^\W\u3400-\u9fff]+")
UTTERANCE = 3
"""Words from which on a quotation is taken for something said, not for a marked word (a Han counts half)."""


def quotations(text: str) -> list[tuple[int, int]]:
    """Return the quotations, marks included, ascending, as offsets (code points)."""
    return [match.span() for match in QUOTATION.finditer(text)]


def rows(text: str) -> list[tuple[int, int]]:
    """Return the quotations, those that stand in a row as one."""
    joined: list[tuple[int, int]] = []
    for start, end in quotations(text):
        if joined and BETWEEN.fullmatch(text, joined[-1][1], start):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def listed_utterances(text: str) -> Iterator[int]:
    """Yield where a quotation begins that follows another in a list; what two quotations say is not joined.

    A marked word or two (`get “$5” and “a gift”`) is no utterance.
    """
    for (first, end), (start, last) in pairwise(quotations(text)):
        apart = BETWEEN.fullmatch(text, end, start)
        if apart and _is_utterance(text[first:end]) and _is_utterance(text[start:last]):
            yield start


def _is_utterance(quotation: str) -> bool:
    words = HAN_OR_WORD.finditer(quotation)
    return sum(0.5 if word["han"] else 1 for word in words) >= UTTERANCE
