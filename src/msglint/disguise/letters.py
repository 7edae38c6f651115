"""Latin words that are spelled out: `r e v i e w`, `w.e.c.h.a.t`, 🇷🇪🇻🇮🇪🇼."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from msglint.disguise.plain import Change, Plain, Rewrite
from msglint.text.lookalikes import LETTERS, OTHER
from msglint.text.patterns import lazy_pattern

if TYPE_CHECKING:
    from msglint.disguise.words import Piece, Words

MEANS = ("separator",)
SIGNS = "@$★☆⭐"
"""Signs that stand for a letter even where signs part the letters."""

FIRST = rf"[a-z\u00df-\u024f{OTHER}]"
NEXT = rf"[a-z0-9{SIGNS}\u00df-\u024f{OTHER}]"
SPELLED = lazy_pattern(
    rf"(?<![^\W_])(?<![^\W_][.·*_-]){FIRST}(?:(?:[^\w\n\ue000{SIGNS}]|_){{1,3}}{NEXT}(?![^\W_])){{2,120}}"
)
"""Single letters with signs or blanks between them."""

LETTER = lazy_pattern(rf"[^\W_]|[{SIGNS}]")

FIRST_FLAG = 0x1F1E6
FLAGS = lazy_pattern("[\U0001f1e6-\U0001f1ff](?: ?[\U0001f1e6-\U0001f1ff]){3,30}")
MIN_WORD = 3


def spelled_out(plain: Plain, words: Words) -> Iterator[Rewrite]:
    """Yield the windows of single letters that spell words."""
    for match in SPELLED.finditer(plain.text):
        places = [match.start() + letter.start() for letter in LETTER.finditer(match[0])]
        yield from _spelled(plain, places, words)


def _spelled(plain: Plain, places: list[int], words: Words) -> Iterator[Rewrite]:
    """Cut a run of letters where its gaps are wider than usual, and read each piece, or all as one."""
    gaps = [_gap(plain, first, second) for first, second in pairwise(places)]
    usual = min(Counter(gaps).most_common(2), key=lambda item: (-item[1], len(item[0])))[0]
    piece = [places[0]]
    pieces = [piece]
    for place, gap in zip(places[1:], gaps, strict=True):
        if len(gap) > len(usual) or (gap != usual and gap.isspace()):
            piece = []
            pieces.append(piece)
        piece.append(place)
    apart = [rewrite for piece in pieces if (rewrite := _read(plain, piece, usual, words))]
    joined = _read(plain, places, usual, words) if len(pieces) > 1 else None
    # Invisible characters widen a gap too.
    yield from [joined] if joined and _letters(plain, [joined]) > _letters(plain, apart) else apart


def _letters(plain: Plain, rewrites: Iterable[Rewrite]) -> int:
    return sum(len(LETTER.findall(plain.text, item.start, item.end)) for item in rewrites)


def _gap(plain: Plain, first: int, second: int) -> str:
    """Return what stands between two letters, with as many blanks as were written."""
    between = plain.text[first + 1 : second]
    written = plain.offsets.start(second) - plain.offsets.end(first + 1)
    return between.ljust(written) if between.isspace() else between


def _read(plain: Plain, places: list[int], usual: str, words: Words) -> Rewrite | None:
    text = plain.text
    written = "".join(text[place] for place in places)
    letters = "".join(LETTERS.get(char, char) for char in written)
    pieces = words.parted(letters)
    if not _spell(pieces):
        return None
    long = [index for index, piece in enumerate(pieces) if len(piece.word) > 1]
    pieces = pieces[long[0] : long[-1] + 1]
    places = places[pieces[0].start : pieces[-1].end]
    read = "".join(piece.word for piece in pieces)
    tests = {"leet": read != letters[pieces[0].start : pieces[-1].end], "lookalike": letters != written}
    means = (*MEANS, *(name for name, holds in tests.items() if holds))
    return Rewrite(places[0], places[-1] + 1, tuple(_changes(plain, places, pieces, usual)), means)


def _spell(pieces: Sequence[Piece]) -> bool:
    """Whether pieces of a run of letters are words rather than chance: most of it, and one of them long."""
    lengths = [len(piece.word) for piece in pieces]
    if len(lengths) == 1:
        return lengths[0] >= MIN_WORD
    return max(lengths) > MIN_WORD and sum(size for size in lengths if size >= MIN_WORD) * 2 > sum(lengths)


def _changes(plain: Plain, places: list[int], pieces: Sequence[Piece], usual: str) -> Iterator[Change]:
    """Yield the changes that leave the words, with a blank between two that `usual` parts."""
    read = "".join(piece.word for piece in pieces)
    ends = {piece.end - pieces[0].start for piece in pieces}
    for index, place in enumerate(places):
        if index and not (index in ends and _gap(plain, places[index - 1], place) != usual):
            yield Change(places[index - 1] + 1, place, " " if index in ends else "")
        if plain.text[place] != read[index]:
            yield Change(place, place + 1, read[index])


def flags(plain: Plain, words: Words) -> Iterator[Rewrite]:
    """Yield the words spelled with the letters that make flags: 🇷🇪🇻🇮🇪🇼."""
    for match in FLAGS.finditer(plain.text):
        letters = list(re.finditer(r"\S", match[0]))
        pieces = words.parted("".join(chr(ord(letter[0]) - FIRST_FLAG + ord("a")) for letter in letters))
        if _spell(pieces) and max(len(piece.word) for piece in pieces) > MIN_WORD:
            places = [match.start() + letter.start() for letter in letters]
            yield Rewrite(match.start(), match.end(), tuple(_changes(plain, places, pieces, "")), ("style",))
