"""Cutting Chinese into words, as jieba does without its hidden Markov model: along the likeliest words.

jieba itself is not imported: that takes longer than judging many a message. A test holds both to be equal.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import log
from typing import TYPE_CHECKING

from msglint.text.patterns import lazy_pattern

if TYPE_CHECKING:
    from msglint.text.dictionary import Dictionary

FIRST_HAN, LAST_HAN = "\u4e00", "\u9fd5"
BLOCK = lazy_pattern(rf"[{FIRST_HAN}-{LAST_HAN}a-zA-Z0-9+#&._%-]+")
"""What is cut in one piece (jieba's `re_han_default`); a character of anything else is a piece by itself."""

LINE_END = "\r\n"


def words_of(text: str, dictionary: Dictionary) -> Iterator[str]:
    """Yield the words of a text, with all that stands between them."""
    behind = 0
    for block in BLOCK.finditer(text):
        yield from _between(text[behind : block.start()])
        yield from _words(block[0], dictionary)
        behind = block.end()
    yield from _between(text[behind:])


def _between(text: str) -> Iterator[str]:
    for index, line in enumerate(text.split(LINE_END)):
        if index:
            yield LINE_END
        yield from line


def _words(block: str, dictionary: Dictionary) -> Iterator[str]:
    """Yield the words of a block; letters and digits that are no part of one stay together."""
    ends, start, letters = _ends(block, dictionary), 0, ""
    while start < len(block):
        word = block[start : ends[start]]
        if len(word) == 1 and word.isascii() and word.isalnum():
            letters += word
        else:
            if letters:
                yield letters
                letters = ""
            yield word
        start = ends[start]
    if letters:
        yield letters


def _ends(block: str, dictionary: Dictionary) -> list[int]:
    """Return for each offset where the word ends that begins there, if one does, on the likeliest way on."""
    all_words = log(dictionary.total)
    likelihoods, ends = [0.0] * (len(block) + 1), [0] * len(block)
    for start in reversed(range(len(block))):
        words = dictionary.words_at(block, start) or [block[start]]
        likelihoods[start], ends[start] = max(
            (
                log(dictionary.get(word) or 1) - all_words + likelihoods[start + len(word)],
                start + len(word),
            )
            for word in words
        )
    return ends
