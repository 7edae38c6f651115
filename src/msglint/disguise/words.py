"""The Latin words that disguise may hide: those of all phrases, and a reading of what looks like one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import islice, product
from typing import NamedTuple

from msglint.text.patterns import lazy_pattern

STANDS_FOR = {
    "0": "o", "1": "il", "3": "e", "4": "a", "5": "s", "6": "gb", "7": "t", "8": "b", "9": "g", "2": "z",
    "@": "a", "$": "s", "!": "il", "|": "il", "+": "t", "€": "e", "£": "l", "¢": "c", "#": "h", "%": "x",
    "★": "a", "☆": "a", "⭐": "a", "🌟": "a", "®": "r", "©": "c", "♥": "o", "❤": "o", "¥": "y", "?": "i",
}  # fmt: skip
"""Signs and digits, and the letters they are written for."""

WORD = lazy_pattern(r"[a-z\u00df-\u024f]+")
MAX_READINGS = 64
MIN_LEET = 4
"""Letters of a word that is found behind digits and signs; shorter ones are model numbers."""

MIN_MASKED = 4
MAX_WORD = 24

STRAY = -2
"""Weight of a letter that belongs to no word."""

MAX_SIGNS = 3
"""Digits and signs in a word among others that are spelled out."""


class Piece(NamedTuple):
    """A word that a stretch of letters spells, or a single letter."""

    start: int
    end: int
    word: str


class Words:
    """Words to be found in disguise."""

    def __init__(self, literals: Iterable[str]) -> None:
        self._literals = literals

    @cached_property
    def known(self) -> frozenset[str]:
        """All of them."""
        return frozenset(WORD.findall("\n".join(self._literals)))

    def __contains__(self, word: str) -> bool:
        return word in self.known

    def unleet(self, token: str, least: int = MIN_LEET) -> str | None:
        """Return the word that a token of letters, digits and signs is written for, None if there is none.

        A `*` stands for any letter.
        """
        if not least <= len(token) <= MAX_WORD or sum(map(str.isalpha, token)) * 2 < len(token):
            return None
        if "*" in token:
            return self._unmasked(token)
        choices = [STANDS_FOR.get(char, char) for char in token]
        readings = islice(map("".join, product(*choices)), MAX_READINGS)
        return next((word for word in readings if word in self.known), None)

    def _unmasked(self, token: str) -> str | None:
        if len(token) < MIN_MASKED or token.strip("*") != token:
            return None
        letters = "".join(f"[{STANDS_FOR.get(char, char)}]" if char != "*" else "." for char in token)
        pattern = re.compile(letters)
        return next((word for word in self._by_length.get(len(token), ()) if pattern.fullmatch(word)), None)

    @cached_property
    def _by_length(self) -> dict[int, list[str]]:
        lengths: dict[int, list[str]] = {}
        for word in sorted(self.known):
            lengths.setdefault(len(word), []).append(word)
        return lengths

    def parted(self, letters: str) -> list[Piece]:
        """Return the words that letters in a row spell, as long as may be; what spells none stays single."""
        scores = [0]
        lasts: list[Piece] = []
        for end in range(1, len(letters) + 1):
            score, last = max(
                (scores[piece.start] + weight, piece) for weight, piece in self._endings(letters, end)
            )
            scores.append(score)
            lasts.append(last)
        pieces: list[Piece] = []
        end = len(letters)
        while end:
            pieces.append(lasts[end - 1])
            end = pieces[-1].start
        return pieces[::-1]

    def _endings(self, letters: str, end: int) -> Iterator[tuple[int, Piece]]:
        """Yield the pieces that may end at `end`, each with its weight: one long word outweighs several."""
        signs = int(not letters[end - 1].isalpha())
        yield 0 if signs else STRAY, Piece(end - 1, end, letters[end - 1])
        for start in range(end - 2, max(-1, end - MAX_WORD - 1), -1):
            signs += not letters[start].isalpha()
            if signs > MAX_SIGNS:
                return
            token = letters[start:end]
            word = self.unleet(token) if signs else token
            if word and word in self.known:
                yield (end - start - signs) ** 2 - signs, Piece(start, end, word)
