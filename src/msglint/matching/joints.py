"""Which literals may begin or end inside a word: those that neighbours without a blank between them share.

All others count only where they stand alone, so that hits of theirs inside words need not be looked at.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from msglint.matching.waking import TERMS, Recipe

FIRST, LAST = 0, -1


class Joined(NamedTuple):
    """The numbers of literals that may begin inside a word, and of those that may end there."""

    begin: frozenset[int] = frozenset()
    end: frozenset[int] = frozenset()


def joined_literals(recipes: Sequence[Recipe]) -> Joined:
    """Return the literals that stand at a joint of some run; stems end inside words by themselves."""
    begin: set[int] = set()
    end: set[int] = set()
    for recipe in recipes:
        match recipe:
            case "stems", literals:
                end |= literals
            case "run", elements, spaced:
                for left, right, is_apart in zip(elements, elements[1:], spaced[1:], strict=False):
                    if not is_apart:
                        end.update(_at_edge(left, LAST, recipes))
                        begin.update(_at_edge(right, FIRST, recipes))
    return Joined(frozenset(begin), frozenset(end))


def _at_edge(node: int, edge: int, recipes: Sequence[Recipe]) -> Iterator[int]:
    """Yield the literals with which what a node finds may begin (or end)."""
    match recipes[node]:
        case kind, literals if kind in TERMS:
            yield from literals
        case "union", options, *_:
            for option in options:
                yield from _at_edge(option, edge, recipes)
        case "run", elements, _:
            yield from _at_edge(elements[edge], edge, recipes)
