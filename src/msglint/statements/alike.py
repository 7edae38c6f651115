"""Words that are taken for one another when a wording is looked for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from msglint.statements.marks import terms
from msglint.statements.protected_terms import AGE_UNIT, NUMERALS
from msglint.text.scripts import is_dense

STEM = 4
"""Letters that two words of one stem share at least."""


Forms = tuple[str, str, str]


def forms(word: str) -> Forms:
    """Return a word, what it is compared by, and its stem: words alike share one of them."""
    return word, canonical(word), word[:STEM]


def traces(words: Sequence[str]) -> frozenset[str]:
    """Return the forms of all words, and of single Han and kana those of two in a row."""
    return frozenset(form for word in set(words) for form in forms(word)).union(_pairs(words))


def traced(words: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield traces with the words of which they tell: a single Han or kana tells nothing, two in a row do.

    One that stands alone among the words is told by itself.
    """
    paired: set[str] = set()
    for pair in _pairs(words):
        paired.update(pair)
        yield from ((pair, char) for char in pair)
    yield from ((form, word) for word in set(words) - paired for form in forms(word))


def _pairs(words: Sequence[str]) -> set[str]:
    dense = [word if is_dense(word) else "" for word in words]
    return {first + second for first, second in pairwise(dense) if first and second}


def is_of_one_stem(first: str, second: str) -> bool:
    """Whether two words differ in their endings alone, such as `part` and `parts`."""
    close = abs(len(first) - len(second)) <= STEM and min(len(first), len(second)) >= STEM
    return close and first[:STEM] == second[:STEM] and first.isalpha() and second.isalpha()


@lru_cache(maxsize=65536)
def canonical(word: str) -> str:
    """Return the word by which a numeral or a unit of time is compared (`yrs` and `years` are one)."""
    if word in NUMERALS:
        return NUMERALS[word]
    alone = ((kind, meaning) for rest, kind, meaning in terms().get(word, ()) if not rest)
    kind, meaning = next(alone, ("", ""))
    return meaning if kind == AGE_UNIT else word
