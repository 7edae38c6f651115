"""Latin words that are broken up or accented: `re-view`, `wech★at`, `rev iew`, `rëvïew`."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from operator import add
from typing import TYPE_CHECKING
from unicodedata import normalize

from msglint.disguise.plain import Change, Plain, Rewrite
from msglint.finders.host_words import SHORTENERS
from msglint.finders.services import by_word
from msglint.finders.wordlist import words as table
from msglint.text.patterns import lazy_pattern

if TYPE_CHECKING:
    from msglint.disguise.words import Words

MEANS = ("separator",)
BROKEN = lazy_pattern(r"(?<![^\W_])[a-z]+(?:[^\w\s'’\",;:!?。，()@#&\ue000/][a-z]+|_[a-z]+)+(?![^\W_])")
"""Pieces of a word with a sign between them."""

LEET_TOKENS = lazy_pattern("[a-z0-9@$]+")
BROKEN_LEET = lazy_pattern(r"(?<![\w.-])[a-z0-9@$]{1,6}(?:[.·*~_-][a-z0-9@$]{1,6}){2,12}(?![\w.-])")
"""Pieces of a word with signs between them, and perhaps digits in it."""

PARTICLES = table(
    """
    a about above after all along an and any are as at be before behind below but by every for from go has he
    her his how i in is it its me my no not of off on or our out over per so some than that the their them
    there they this to under up us was we when where who with you your
    """
)
"""Words that are no piece of another, though they may stand before one: `by passing`."""

ACCENT = lazy_pattern("[\u00e0-\u024f\u1e00-\u1eff]")
ACCENTED = lazy_pattern("[a-z\u00e0-\u024f\u1e00-\u1eff]+")

USUAL_JOINTS = ("-", ".", "+", "/", "–", "_")
"""Signs that stand between whole words too."""

TOKENS = lazy_pattern("[a-z]+")
MIN_WORD, MIN_BROKEN, MIN_PARTED = 3, 5, 6


def broken(plain: Plain, words: Words) -> Iterator[Rewrite]:
    """Yield the words that signs break up: `re.view`, `wech★at`; short ones (`fr~ee`) beside longer ones."""
    found = list(_broken(plain, words, MIN_BROKEN))
    yield from _broken(plain, words, MIN_WORD) if found else ()
    yield from _leet(plain, words)


def _broken(plain: Plain, words: Words, least: int) -> Iterator[Rewrite]:
    for match in BROKEN.finditer(plain.text):
        window = match[0]
        pieces = list(TOKENS.finditer(window))
        joined = "".join(piece[0] for piece in pieces)
        gaps = [(first.end(), second.start()) for first, second in pairwise(pieces)]
        odd = joined in by_word() or any(window[low:high] not in USUAL_JOINTS for low, high in gaps)
        new = odd or any(len(piece[0]) < MIN_WORD or piece[0] not in words for piece in pieces)
        is_long = len(joined) >= (least if odd else MIN_BROKEN)
        if is_long and joined in words and new and window not in SHORTENERS:
            start = match.start()
            changes = tuple(Change(start + low, start + high, "") for low, high in gaps)
            yield Rewrite(start, match.end(), changes, MEANS)


def _leet(plain: Plain, words: Words) -> Iterator[Rewrite]:
    """Yield the words with both digits and signs in them: `w3c.h.a.t`."""
    for match in BROKEN_LEET.finditer(plain.text):
        pieces = LEET_TOKENS.findall(match[0])
        joined = "".join(pieces)
        word = words.unleet(joined, MIN_BROKEN) if not joined.isalpha() else None
        if word and min(map(len, pieces)) == 1:
            yield Rewrite(match.start(), match.end(), (Change(*match.span(), word),), ("leet", *MEANS))


def accented(plain: Plain, words: Words) -> Iterator[Rewrite]:
    """Yield the words that accents disguise: `rëvïew`; one accent is but a foreign word."""
    for match in ACCENTED.finditer(plain.text) if ACCENT.search(plain.text) else ():
        letters = normalize("NFD", match[0])
        bare = "".join(char for char in letters if char.isascii())
        marks = [index for index, char in enumerate(match[0]) if not char.isascii()]
        if (
            len(marks) > 1
            and len(bare) == len(match[0]) > MIN_WORD
            and bare in words
            and match[0] not in words
        ):
            start = match.start()
            changes = tuple(Change(start + index, start + index + 1, bare[index]) for index in marks)
            yield Rewrite(start, match.end(), changes, ("lookalike",))


def parted(plain: Plain, words: Words) -> Iterator[Rewrite]:
    """Yield the words that one blank cuts in two: `rev iew`."""
    text = plain.text
    tokens = TOKENS.findall(text)
    if words.known.isdisjoint(map(add, tokens, tokens[1:])):
        return
    cut = {pair for pair in pairwise(tokens) if "".join(pair) in words and _is_cut(*pair, words)}
    for first, second in pairwise(TOKENS.finditer(text)) if cut else ():
        if (first[0], second[0]) in cut and text[first.end() : second.start()] == " ":
            yield Rewrite(first.start(), second.end(), (Change(first.end(), second.start(), ""),), MEANS)


def _is_cut(first: str, second: str, words: Words) -> bool:
    """Whether two pieces of a word make sense only together."""
    known = first in words and second in words
    return len(first + second) >= MIN_PARTED and not known and not {first, second} & PARTICLES
