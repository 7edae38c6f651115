"""Digits and signs for letters: `rev1ew`, `g!ft c@rd`, `5-st★r`, `w3chat`, `r*view`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from msglint.disguise.plain import Change, Plain, Rewrite
from msglint.disguise.words import STANDS_FOR, Words

SIGNS = re.escape("".join(STANDS_FOR) + "*")
SIGN = re.compile(
    rf"[a-z][{SIGNS}]+(?=[a-z])|(?<![a-z0-9])[{SIGNS}](?=[a-z])|[a-z][013457@$★☆⭐](?![a-z0-9])"
)
"""A letter beside a sign or digit, as ordinary text seldom has it."""

TOKEN = re.compile(rf"[a-z{SIGNS}]+")
ENDS = "!?|+#%*"
"""Signs that a word may have at its edges without being disguised."""


def leet(plain: Plain, words: Words) -> Iterator[Rewrite]:
    """Yield the words written with digits and signs."""
    text, done = plain.text, 0
    for sign in SIGN.finditer(text):
        if sign.start() < done:
            continue
        token = TOKEN.match(text, _token_start(text, sign.start(), done))
        if token is None:
            continue
        done = token.end()
        yield from _read(token.start(), token[0], words)


def _token_start(text: str, start: int, low: int) -> int:
    while start > low and TOKEN.match(text[start - 1]):
        start -= 1
    return start


def _read(start: int, token: str, words: Words) -> Iterator[Rewrite]:
    for written in dict.fromkeys((token, token.rstrip(ENDS), token.strip(ENDS))):
        first = start + token.index(written)
        word = words.unleet(written)
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
