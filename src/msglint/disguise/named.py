"""Words that nobody writes but to dodge filters, where a rule finds them: `VX`, `the green app`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import groupby

from msglint.text.patterns import lazy_pattern

INNER = "[a-z0-9_@/]"
"""What stands beside a Latin word that is a piece of an address or of a longer word."""


class NamedWords:
    """Tells by which means listed words disguise what is meant; immutable."""

    def __init__(self, named: Iterable[tuple[str, str]]) -> None:
        """Take pairs of means and word."""
        groups = groupby(sorted(named), key=lambda pair: pair[0])
        self._patterns = {means: _any_of(word for _, word in pairs) for means, pairs in groups}

    def means(self, text: str) -> set[str]:
        """Return the means of the words that stand in a folded text."""
        return {means for means, pattern in self._patterns.items() if pattern.search(text)}


def _any_of(words: Iterable[str]) -> re.Pattern[str]:
    return lazy_pattern("|".join(map(_whole, words)))


def _whole(word: str) -> str:
    pattern = re.escape(word)
    return rf"(?<!{INNER})(?<![.-]){pattern}(?!{INNER}|[.-]{INNER})" if word.isascii() else pattern
