"""Digits and signs for letters: `rev1ew`, `g!ft c@rd`, `5-st★r`, `w3chat`, `r*view`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from msglint.disguise.plain import Change, Plain, Rewrite
from msglint.disguise.words import MIN_LEET, STANDS_FOR, Words
from msglint.text.patterns import lazy_pattern

SIGNS = re.escape("".join(STANDS_FOR) + "*")
ABC = "a-z\u00df-\u024f"
SIGN = lazy_pattern(
    rf"[{ABC}][{SIGNS}]+(?=[{ABC}])|(?<![{ABC}0-9])[{SIGNS}](?=[{ABC}])|[{ABC}][013457@$€★☆⭐]{{1,3}}(?![{ABC}0-9])"
)
"""A letter beside a sign or digit, as ordinary text seldom has it."""

TOKEN = lazy_pattern(rf"[{ABC}{SIGNS}]+")
SHORT = 3
ENDS = "!?|+#%*"
"""Signs that a word may have at its edges without being disguised."""


def leet(plain: Plain, words: Words) -> Iterator[Rewrite]:
    """Yield the words written with digits and signs; short ones (`f0r`) only beside longer ones."""
    tokens = list(_tokens(plain.text))
    found = [rewrite for start, token in tokens for rewrite in _read(start, token, words)]
    yield from found
    if found:
        for start, token in tokens:
            if len(token) == SHORT and token.isalnum() and token[1] in "03":
                yield from _read(start, token, words, SHORT)


def _tokens(text: str) -> Iterator[tuple[int, str]]:
    done = 0
    for sign in SIGN.finditer(text):
        if sign.start() >= done:
            token = TOKEN.match(text, _token_start(text, sign.start(), done))
            if token:
                done = token.end()
                yield token.start(), token[0]


def _token_start(text: str, start: int, low: int) -> int:
    while start > low and TOKEN.match(text[start - 1]):
        start -= 1
    return start


def _read(start: int, token: str, words: Words, least: int = MIN_LEET) -> Iterator[Rewrite]:
    for written in dict.fromkeys((token, token.rstrip(ENDS), token.strip(ENDS))):
        first = start + token.index(written)
        word = words.unleet(written, least)
        if word and not written.isalpha():
            changes = tuple(_changes(first, written, word))
            yield Rewrite(first, first + len(written), changes, ("leet",))
            return


def _changes(start: int, written: str, word: str) -> Iterator[Change]:
    pairs = enumerate(zip(written, word, strict=True))
    for differs, group in groupby(pairs, key=lambda item: item[1][0] != item[1][1]):
        if differs:
            for index, (_, letter) in group:
                yield Change(start + index, start + index + 1, letter)
