"""Words that are taken for one another when a wording is looked for."""

from __future__ import annotations

from functools import lru_cache

from msglint.statements.marks import terms
from msglint.statements.protected_terms import AGE_UNIT, NUMERALS

STEM = 4
"""Letters that two words of one stem share at least."""


Forms = tuple[str, str, str]


def forms(word: str) -> Forms:
    """Return a word, what it is compared by, and its stem: words alike share one of them."""
    return word, canonical(word), word[:STEM]


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
