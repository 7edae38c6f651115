"""Which nodes could find anything in a text, and in which sentences, told by the literals that occur in it.

A run needs all of its elements close together, a union one of its options. A node that needs several others
is looked at only once the rarest of them is awake: so the work grows with what a text holds, not with the
rules.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from functools import reduce
from heapq import heappop, heappush
from math import fsum, inf
from operator import or_
from typing import Any, NamedTuple

from msglint.matching.packed import Packed, Pieces, packed

NOTHING: frozenset[int] = frozenset()

Sentences = int
"""A set of sentences: bit n stands for sentence n. What is found may lie in any of them, and in no other."""

EVERYWHERE: Sentences = -1

MOST_SENTENCES = 4096
"""Sentences that are told apart; more would make large sets of each literal of a long text."""

Recipe = tuple[Any, ...]
"""What a node is made of: the name of its kind, then its parts, other nodes as their numbers."""

TERMS = ("terms", "stems")


Joint = tuple[str, tuple[int, ...], int, tuple[int, ...]]
"""What a node needs that needs several others: its kind, its parts in order, of an `everything` the number of
sentences in a row in which they must begin (0: anywhere), and the parts, those first that most texts lack."""


class Graph(NamedTuple):
    """The graph of all nodes by their numbers, from the literals upward; plain data.

    `by_literal` says which nodes a literal wakes, `watchers` which nodes look at one when it wakes; `joints`
    holds what nodes need that need several others. `literals` are those of the nodes that are nothing else,
    which are passed over on the way unless they are asked for by themselves. `types` are the nodes that a
    finder answers, by the name of the type.
    """

    by_literal: Pieces[int]
    watchers: Pieces[int]
    joints: Pieces[int]
    literals: Pieces[int]
    types: dict[str, int]


class Hit(NamedTuple):
    """Which sentences the literals and the types touch that occur in a text, by number and by name."""

    literals: dict[int, Sentences]
    types: dict[str, Sentences]


class Waking:
    """Tells which nodes could find anything. Threads may share it."""

    def __init__(self, graph: Graph) -> None:
        self._by_literal: Packed[int, Sequence[int]] = Packed(graph.by_literal, ())
        self._watchers: Packed[int, Sequence[int]] = Packed(graph.watchers, ())
        self._joints: Packed[int, Joint | None] = Packed(graph.joints, None)
        self._literals: Packed[int, frozenset[int]] = Packed(graph.literals, NOTHING)
        self.types = graph.types

    def awake(self, hit: Hit) -> dict[int, Sentences]:
        """Return the nodes that could find anything in a text, and the sentences that it could touch."""
        awake: dict[int, Sentences] = {}
        reached = {self.types[name]: sentences for name, sentences in hit.types.items()}
        for literal, sentences in hit.literals.items():
            for node in self._by_literal[literal]:
                reached[node] = reached.get(node, 0) | sentences
        numbers = set(hit.literals)
        queue = sorted(reached)
        while queue:
            node = heappop(queue)  # What a node is made of has smaller numbers, and so is settled by now.
            joint, sentences = self._joints[node], reached[node]
            if joint:
                sentences = self._joined(joint, awake, hit.literals, numbers)
            if not sentences:
                continue
            awake[node] = sentences
            for watcher in self._watchers[node]:
                if watcher in reached:
                    reached[watcher] |= sentences
                else:
                    reached[watcher] = sentences
                    heappush(queue, watcher)
        return awake

    def _joined(
        self, joint: Joint, awake: dict[int, Sentences], hit: Mapping[int, Sentences], numbers: set[int]
    ) -> Sentences:
        """Return where all parts of a node could be found together; what they are made of is settled."""
        kind, parts, within, asked = joint
        for part in asked:
            if part not in awake:
                place = 0
                for literal in self._literals[part] & numbers:
                    place |= hit[literal]
                if not place:
                    return 0
                awake[part] = place
        places = [awake[part] for part in parts]
        if kind == "run":
            return in_a_row(places)
        return near(places) if kind == "gapped" else together(places, within)


def sentence_bits(starts: Sequence[int], length: int) -> list[Sentences]:
    """Return for each offset of a text the sentence that holds it.

    `starts` are the ascending offsets at which sentences begin. Of very many, a few in a row count as one.
    """
    joined = len(starts) // MOST_SENTENCES + 1
    bits: list[Sentences] = []
    for number, (start, end) in enumerate(zip(starts, [*starts[1:], length], strict=True)):
        bits += [1 << number // joined] * (end - start)
    return bits


def in_a_row(places: Sequence[Sentences]) -> Sentences:
    """Return where elements can follow one another: each begins in the sentence of the last or the next."""
    reach = [places[0]]
    for place in places[1:]:
        reach.append(place & (reach[-1] | reach[-1] << 1))
    touched = last = reach[-1]
    for place in reach[-2::-1]:
        last = place & (last | last >> 1)
        touched |= last
    return touched


def near(places: Sequence[Sentences]) -> Sentences:
    """Return where runs can stand with free words between them: two neighbours share a sentence.

    A run may itself reach into the next sentence, so that three need not share one.
    """
    ends, met = places[0], 0
    for place in places[1:]:
        shared = ends & place
        if not shared:
            return 0
        met |= shared
        ends = place & (shared | shared << 1 | shared << 2)
    return reduce(or_, places) & (met | met << 1 | met >> 1 | met << 2 | met >> 2)


def together(places: Sequence[Sentences], within: int) -> Sentences:
    """Return in which sentences a stretch of `within` (0: any number) begins in which all can be found."""
    stretches = EVERYWHERE
    for place in places if within else ():
        stretches &= reduce(or_, (place >> step for step in range(within)))
    return stretches


def graph_of(recipes: Sequence[Recipe], roots: Set[int], shares: Sequence[float]) -> Graph:
    """Return the graph of the nodes that are made by these recipes.

    `roots` are nodes that are asked for by themselves, `shares` tells by literal in how many of all texts it
    is likely to occur.
    """
    watchers: dict[int, list[int]] = {}
    joints: dict[int, Joint] = {}
    terms: dict[int, frozenset[int]] = {}
    types: dict[str, int] = {}
    costs: list[float] = []
    for node, recipe in enumerate(recipes):
        costs.append(_cost(recipe, costs, shares))
        parts = parts_of(recipe)
        match recipe[0]:
            case "terms" | "stems":
                terms[node] = recipe[1]
            case "typed":
                types[recipe[1]] = node
            case "union":
                _watch(watchers, node, parts)
            case kind:
                watched, *others = sorted(parts, key=costs.__getitem__)
                _watch(watchers, node, [watched])
                within = recipe[2] if kind == "everything" else 0
                joints[node] = kind, parts, within, (*others, watched)
    by_literal: dict[int, dict[int, None]] = {}
    for node, numbers in terms.items():
        woken = [node] if node in roots else watchers.pop(node, ())
        for literal in numbers:
            by_literal.setdefault(literal, {}).update(dict.fromkeys(woken))
    return Graph(
        packed({literal: tuple(nodes) for literal, nodes in by_literal.items() if nodes}),
        packed(watchers),
        packed(joints),
        packed(terms),
        types,
    )


def _watch(watchers: dict[int, list[int]], node: int, parts: Iterable[int]) -> None:
    for part in parts:
        watchers.setdefault(part, []).append(node)


def parts_of(recipe: Recipe) -> tuple[int, ...]:
    """Return the nodes that a node is made of."""
    return () if recipe[0] in (*TERMS, "typed") else recipe[1]


def _cost(recipe: Recipe, costs: Sequence[float], shares: Sequence[float]) -> float:
    """Return in how many texts a node is likely to wake; only the order counts."""
    if recipe[0] in TERMS:
        return fsum(shares[number] for number in recipe[1])
    if recipe[0] == "typed":
        return inf
    part_costs = (costs[part] for part in parts_of(recipe))
    return sum(part_costs) if recipe[0] == "union" else min(part_costs)
