"""Which nodes could find anything in a text, told by the literals that occur in it and nothing else.

A run needs all of its elements, a union one of its options. A node that needs several others is looked at
only once the rarest of them is awake: so the work grows with what a text holds, not with the rules.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from heapq import heappop, heappush
from math import inf
from typing import Any, NamedTuple

from msglint.matching.packed import Packed, Pieces, packed
from msglint.text.language_words import WORDS

FREQUENT = frozenset(" ".join(WORDS.values()).split())
NOTHING: frozenset[int] = frozenset()


Recipe = tuple[Any, ...]
"""What a node is made of: the name of its kind, then its parts, other nodes as their numbers."""

TERMS = ("terms", "stems")


class Graph(NamedTuple):
    """The graph of all nodes by their numbers, from the literals upward; plain data.

    `by_literal` says which nodes a literal wakes, `watchers` which nodes look at one when it wakes. Of a node
    that needs several others, `needed` holds all but the one that it watches. `literals` are those of the
    nodes that are nothing else. `sleepless` nodes need no literal.
    """

    by_literal: Pieces[int]
    watchers: Pieces[int]
    needed: Pieces[int]
    literals: Pieces[int]
    sleepless: set[int]


class Waking:
    """Tells which nodes could find anything. Threads may share it."""

    def __init__(self, graph: Graph) -> None:
        self._by_literal: Packed[int, Sequence[int]] = Packed(graph.by_literal, ())
        self._watchers: Packed[int, Sequence[int]] = Packed(graph.watchers, ())
        self._needed: Packed[int, Sequence[int]] = Packed(graph.needed, ())
        self._literals: Packed[int, frozenset[int]] = Packed(graph.literals, NOTHING)
        self._sleepless = graph.sleepless

    def awake(self, hit: set[int]) -> set[int]:
        """Return the nodes that could find anything in a text in which these literals occur.

        Terms are among them only if they wake others.
        """
        awake = set(self._sleepless)
        seen = {node for literal in hit for node in self._by_literal[literal]}
        queue = sorted(seen)
        while queue:
            node = heappop(queue)  # What a node is made of has smaller numbers, and so is settled by now.
            if any(self._is_asleep(part, awake, hit) for part in self._needed[node]):
                continue
            awake.add(node)
            for watcher in self._watchers[node]:
                if watcher not in seen:
                    seen.add(watcher)
                    heappush(queue, watcher)
        return awake

    def _is_asleep(self, part: int, awake: set[int], hit: set[int]) -> bool:
        return part not in awake and self._literals[part].isdisjoint(hit)


def graph_of(recipes: Sequence[Recipe], roots: Set[int], literals: Sequence[str]) -> Graph:
    """Return the graph of the nodes that are made by these recipes.

    `roots` are nodes that are asked for by themselves, `literals` the texts by number.
    """
    by_literal: dict[int, list[int]] = {}
    watchers: dict[int, list[int]] = {}
    needed: dict[int, list[int]] = {}
    terms: dict[int, frozenset[int]] = {}
    sleepless: set[int] = set()
    costs: list[float] = []
    for node, recipe in enumerate(recipes):
        costs.append(_cost(recipe, costs, literals))
        parts = parts_of(recipe)
        is_union = recipe[0] == "union"
        idle = [part for part in parts if part not in sleepless]
        watched = idle if is_union else sorted(idle, key=costs.__getitem__)[:1]
        for part in watched:
            watchers.setdefault(part, []).append(node)
        if recipe[0] in TERMS:
            terms[node] = recipe[1]
        elif not idle or (is_union and len(idle) < len(parts)):
            sleepless.add(node)
        elif len(idle) > 1 and not is_union:
            needed[node] = [part for part in idle if part not in watched]
    for node in terms.keys() & (watchers.keys() | roots):
        for literal in terms[node]:
            by_literal.setdefault(literal, []).append(node)
    return Graph(packed(by_literal), packed(watchers), packed(needed), packed(terms), sleepless)


def parts_of(recipe: Recipe) -> tuple[int, ...]:
    """Return the nodes that a node is made of."""
    return () if recipe[0] in (*TERMS, "typed") else recipe[1]


def _cost(recipe: Recipe, costs: Sequence[float], literals: Sequence[str]) -> float:
    """Return how often a node is likely to wake, in no unit; only the order counts."""
    if recipe[0] in TERMS:
        return sum(1.0 if literals[n] in FREQUENT else len(literals[n]) ** -3 for n in recipe[1])
    if recipe[0] == "typed":
        return inf
    part_costs = (costs[part] for part in parts_of(recipe))
    return sum(part_costs) if recipe[0] == "union" else min(part_costs)
