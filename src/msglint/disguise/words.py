"""The Latin words that disguise may hide: those of all phrases, and a reading of what looks like one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import islice, product

STANDS_FOR = {
    "0": "o", "1": "il", "3": "e", "4": "a", "5": "s", "6": "gb", "7": "t", "8": "b", "9": "g", "2": "z",
    "@": "a", "$": "s", "!": "il", "|": "il", "+": "t", "€": "e", "£": "l", "¢": "c", "#": "h", "%": "x",
    "★": "a", "☆": "a", "⭐": "a", "🌟": "a", "®": "r", "©": "c", "♥": "o", "❤": "o", "¥": "y", "?": "i",
}  # fmt: skip
"""Signs and digits, and the letters they are written for."""

MAX_READINGS = 64
MIN_LEET = 4
"""Letters of a word that is found behind digits and signs; shorter ones are model numbers."""

MIN_MASKED = 5
MAX_WORD = 24


class Words:
    """Words to be found in disguise."""

    def __init__(self, literals: Iterable[str]) -> None:
        self.known = frozenset(re.findall(r"[a-z\u00df-\u024f]+", "\n".join(literals)))

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

    def parted(self, letters: str) -> list[str] | None:
        """Return the fewest words that spell the letters in a row, None if they spell none."""
        best: list[list[str] | None] = [[], *([None] * len(letters))]
        for end in range(1, len(letters) + 1):
            best[end] = min(self._endings(letters, end, best), key=len, default=None)
        return best[-1]

    def _endings(self, letters: str, end: int, best: list[list[str] | None]) -> Iterator[list[str]]:
        for start in range(max(0, end - MAX_WORD), end):
            before, word = best[start], letters[start:end]
            if before is not None and word in self.known and (end - start > 1 or word in "ai"):
                yield [*before, word]
