"""Latin words that are spelled out: `r e v i e w`, `w.e.c.h.a.t`, 🇷🇪🇻🇮🇪🇼."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from msglint.disguise.plain import Change, Plain, Rewrite
from msglint.disguise.words import Words
from msglint.text.lookalikes import LETTERS, OTHER

MEANS = ("separator",)
SIGNS = "@$★☆⭐"
"""Signs that stand for a letter even where signs part the letters."""

FIRST = rf"[a-z\u00df-\u024f{OTHER}]"
NEXT = rf"[a-z0-9{SIGNS}\u00df-\u024f{OTHER}]"
SPELLED = re.compile(rf"(?<![^\W_]){FIRST}(?:(?:[^\w\n\ue000{SIGNS}]|_){{1,3}}{NEXT}(?![^\W_])){{2,120}}")
"""Single letters with signs or blanks between them."""

LETTER = re.compile(rf"[^\W_]|[{SIGNS}]")

FIRST_FLAG = 0x1F1E6
FLAGS = re.compile("[\U0001f1e6-\U0001f1ff](?: ?[\U0001f1e6-\U0001f1ff]){3,30}")
MIN_WORD = 3


def spelled_out(plain: Plain, words: Words) -> Iterator[Rewrite]:
    """Yield the windows of single letters that spell words."""
    for match in SPELLED.finditer(plain.text):
        places = [match.start() + letter.start() for letter in LETTER.finditer(match[0])]
        yield from _spelled(plain, places, words)


def _spelled(plain: Plain, places: list[int], words: Words) -> Iterator[Rewrite]:
    """Cut a run of letters where its gaps are wider than usual, and read each piece."""
    gaps = [_gap(plain, first, second) for first, second in pairwise(places)]
    usual = min(Counter(gaps).most_common(2), key=lambda item: (-item[1], len(item[0])))[0]
    piece = [places[0]]
    pieces = [piece]
    for place, gap in zip(places[1:], gaps, strict=True):
        if len(gap) > len(usual) or (gap != usual and gap.isspace()):
            piece = []
            pieces.append(piece)
        piece.append(place)
    for piece in pieces:
        if rewrite := _read(plain.text, piece, words):
            yield rewrite


def _gap(plain: Plain, first: int, second: int) -> str:
    """Return what stands between two letters, with as many blanks as were written."""
    between = plain.text[first + 1 : second]
    written = plain.offsets.start(second) - plain.offsets.end(first + 1)
    return between.ljust(written) if between.isspace() else between


def _read(text: str, places: list[int], words: Words) -> Rewrite | None:
    written = "".join(text[place] for place in places)
    letters = "".join(LETTERS.get(char, char) for char in written)
    if len(letters) < MIN_WORD:
        return None
    plain = words.unleet(letters) if not letters.isalpha() else None
    means = (*MEANS, *(("leet",) if plain else ()), *(("lookalike",) if letters != written else ()))
    found = [plain] if plain else words.parted(letters)
    if not found or max(map(len, found)) < min(MIN_WORD + len(found) - 1, MIN_WORD + 1):
        return None
    changes = tuple(_changes(text, places, found))
    return Rewrite(places[0], places[-1] + 1, changes, means)


def _changes(text: str, places: list[int], found: list[str]) -> Iterator[Change]:
    """Yield the changes that leave the words, with a blank between two of them."""
    spelled = "".join(found)
    ends = {sum(map(len, found[:count])) for count in range(1, len(found))}
    for index, place in enumerate(places):
        if index:
            yield Change(places[index - 1] + 1, place, " " if index in ends else "")
        if text[place] != spelled[index]:
            yield Change(place, place + 1, spelled[index])


def flags(plain: Plain, words: Words) -> Iterator[Rewrite]:
    """Yield the words spelled with the letters that make flags: 🇷🇪🇻🇮🇪🇼."""
    for match in FLAGS.finditer(plain.text):
        letters = list(re.finditer(r"\S", match[0]))
        found = words.parted("".join(chr(ord(letter[0]) - FIRST_FLAG + ord("a")) for letter in letters))
        if found and max(map(len, found)) > MIN_WORD:
            places = [match.start() + letter.start() for letter in letters]
            yield Rewrite(match.start(), match.end(), tuple(_changes(plain.text, places, found)), ("style",))
