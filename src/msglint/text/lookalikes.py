"""Letters of other scripts inside Latin words: `rеviеw` with two Cyrillic letters.

A word of three letters or more is made Latin if that leaves no other letter in it, and it either holds Latin
letters already or consists of perfect look-alikes, in a text without a single word that can only be of its
script. Text that really is Russian or Greek stays, and so do words with accents.
"""

from __future__ import annotations

from collections.abc import Iterator

from msglint.text.patterns import lazy_pattern
from msglint.text.tables import ALIKE, INVISIBLE, LATIN, MARKS, SIMILAR, SIMILAR_LATIN

LETTERS = {**dict(zip(ALIKE + SIMILAR, LATIN + SIMILAR_LATIN, strict=True)), "ғ": "f"}
"""Letters and the Latin ones they look like; ғ is what writers take for a small capital F."""
TO_LATIN = str.maketrans(LETTERS)
PERFECT = frozenset(ALIKE)

LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"})

OTHER = (
    "\u0370-\u03ff\u0400-\u058f\u10a0-\u10ff\u13a0-\u167f\u1c80-\u1cbf\u1f00-\u1fff\u2c80-\u2cff"
    "\ua4d0-\ua4ff\uab70-\uabbf"
)
"""The blocks of the scripts whose letters are taken for Latin ones, as ranges."""

OTHER_LETTER = lazy_pattern(f"[{OTHER}]")
LETTER = rf"a-z0-9\u00df-\u024f\u1e00-\u1effﬀ-ﬆ{OTHER}"
WORD = lazy_pattern(f"[{LETTER}][{LETTER}{INVISIBLE}{MARKS}]*")
LATIN_LETTER = lazy_pattern("[a-z]")
ACCENTED = lazy_pattern(f"[\u00df-\u024f\u1e00-\u1eff{MARKS}]")
MIN_LETTERS = 3
"""Letters that a word has at least; shorter ones are units and symbols (μm, Ω) or prepositions."""


def latinised(written: str, folded: str) -> str:
    """Return the folded text with the letters of Latin words made Latin; the length stays.

    `written` is the same text before its case was folded: Н looks like H, н like n.
    """
    pieces: list[str] = []
    position = 0
    for start, end in _disguised(folded):
        shapes = zip(written[start:end], folded[start:end], strict=True)
        latin = "".join(LETTERS.get(char, low) for char, low in shapes).translate(TO_LATIN)
        pieces += folded[position:start], latin
        position = end
    return "".join((*pieces, folded[position:]))


def _disguised(text: str) -> Iterator[tuple[int, int]]:
    found = [match for match in WORD.finditer(text) if OTHER_LETTER.search(match[0])]
    words = [(match.span(), match[0].translate(LIGATURES)) for match in found]
    foreign = any(not _looks_latin(word) and not LATIN_LETTER.search(word) for _, word in words)
    for span, word in words:
        if ACCENTED.search(word) or sum(map(str.isalpha, word)) < MIN_LETTERS:
            continue
        mixed = LATIN_LETTER.search(word) and not OTHER_LETTER.search(word.translate(TO_LATIN))
        if mixed or (not foreign and _looks_latin(word)):
            yield span


def _looks_latin(word: str) -> bool:
    return all(char in PERFECT or not OTHER_LETTER.match(char) for char in word)
