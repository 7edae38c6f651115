"""Which literals may begin or end inside a word: those that neighbours without a blank between them share.

All others count only where they stand alone, so that hits of theirs inside words need not be looked at.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msglint.matching.waking import TERMS, Recipe

FIRST, LAST = 0, -1


def joined_literals(recipes: Sequence[Recipe]) -> frozenset[int]:
    """Return the literals that stand at a joint of some run, and the stems."""
    found: set[int] = set()
    for recipe in recipes:
        match recipe:
            case "stems", literals:
                found |= literals
            case "run", elements, spaced:
                for left, right, is_apart in zip(elements, elements[1:], spaced[1:], strict=False):
                    if not is_apart:
                        found.update(_at_edge(left, LAST, recipes), _at_edge(right, FIRST, recipes))
    return frozenset(found)


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
