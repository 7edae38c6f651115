"""The readings of a pack's wording, cut into words."""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import islice, product

from msglint.packs.phrases import Choice, Gap, Item, Literal, Phrase
from msglint.statements.alike import Forms, forms
from msglint.statements.tokens import BLANK, words_of
from msglint.text.fold import fold

MAX_READINGS = 512
"""Readings of one wording that are looked at."""

WORDS = """
a an the of to for in on or and is are this that which it if be by with can
de la le les du des un une au aux pour et ou en ce
der die das dem den ein eine fur und oder im zu
el los las para por y o con del e di il lo gli per da do dos das na
"""
LITTLE_WORDS = frozenset(WORDS.split())
"""Words that say little about which statement a text means."""

LITTLE = 0.4
"""What such a word weighs."""


@dataclass(frozen=True)
class Wording:
    """One reading of a wording: as written, its words folded, and where they stand in `written`."""

    written: str
    words: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]

    @cached_property
    def weight(self) -> float:
        """How much the wording says."""
        return sum(map(weight, self.words))

    @cached_property
    def needs(self) -> frozenset[str]:
        """The words without which it cannot stand in a text."""
        return frozenset(self.words) - {BLANK}

    def share_of(self, answered: Container[str]) -> float:
        """Return the share of the wording that some of its words make up."""
        return sum(worth for word, worth in self._worths if word in answered) / (self.weight or 1.0)

    def bits_of(self, token: Forms) -> int:
        """Return one bit for each word of the wording that a token is like, or may be."""
        word, meaning, stem = token
        return self._bits.get(word, 0) | self._bits.get(meaning, 0) | self._bits.get(stem, 0)

    @cached_property
    def _bits(self) -> dict[str, int]:
        bits: dict[str, int] = {}
        for index, word in enumerate(self.words):
            for form in forms(word):
                bits[form] = bits.get(form, 0) | 1 << index
        return bits

    @cached_property
    def _worths(self) -> tuple[tuple[str, float], ...]:
        return tuple((word, weight(word)) for word in self.words)

    def capitals(self, index: int) -> bool:
        """Whether a word is written in capitals."""
        start, end = self.spans[index]
        return self.written[start:end].isupper()


def weight(word: str) -> float:
    """Return how much a word says: little words less, blanks nothing."""
    if word == BLANK:
        return 0.0
    return LITTLE if word in LITTLE_WORDS else 1.0


def is_plain(phrase: Phrase) -> bool:
    """Whether a phrase consists of words, choices of words and blanks alone."""
    return all(_is_plain(item) for item in phrase.items)


@lru_cache(maxsize=8192)
def readings(phrase: Phrase) -> tuple[Wording, ...]:
    """Return the readings of a plain phrase, the first option of each choice first."""
    texts = dict.fromkeys(islice(_texts(phrase), MAX_READINGS))
    return tuple(wording for text in texts if (wording := _wording(text)).words)


def _is_plain(item: Item) -> bool:
    match item.node:
        case Literal() | Gap():
            return True
        case Choice(options):
            return not any(sign in option for option in options for sign in "$<*")
        case _:
            return False


def _texts(phrase: Phrase) -> Iterator[str]:
    options = [_options(item) for item in phrase.items]
    for chosen in product(*options):
        yield " ".join("".join(chosen).split())


def _options(item: Item) -> list[str]:
    blank = " " if item.spaced else ""
    match item.node:
        case Choice(options):
            return [blank + option for option in options]
        case Literal(text):
            return [blank + text]
        case _:
            return [f" {BLANK} "]


def _wording(written: str) -> Wording:
    view = fold(written)
    found = words_of(view.text)
    spans = tuple(view.offsets.span(start, end) for _, start, end in found)
    return Wording(written, tuple(word for word, _, _ in found), spans)
