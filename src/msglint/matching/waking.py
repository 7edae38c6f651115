"""Which nodes could find anything in a text, told by the literals that occur in it and nothing else.

A run needs all of its elements, a union one of its options. A node that needs several others is looked at
only once the rarest of them is awake: so the work grows with what a text holds, not with the rules.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass, field
from heapq import heappop, heappush

from msglint.matching.nodes import Everything, Gapped, Node, Run, Terms, Typed, Union
from msglint.text.language_words import WORDS

FREQUENT = frozenset(" ".join(WORDS.values()).split())
NOTHING: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Waking:
    """The graph of all nodes by their numbers, from the literals upward.

    `by_literal` says which nodes a literal wakes, `watchers` which nodes look at one when it wakes. Of a node
    that needs several others, `needed` holds all but the one that it watches. `sleepless` nodes need no
    literal.
    """

    by_literal: dict[int, list[int]] = field(default_factory=dict)
    watchers: dict[int, list[int]] = field(default_factory=dict)
    needed: dict[int, list[int]] = field(default_factory=dict)
    literals: dict[int, frozenset[int]] = field(default_factory=dict)
    sleepless: set[int] = field(default_factory=set)

    def awake(self, hit: set[int]) -> set[int]:
        """Return the nodes that could find anything in a text in which these literals occur.

        Terms are among them only if they wake others.
        """
        awake = set(self.sleepless)
        seen = {node for literal in hit & self.by_literal.keys() for node in self.by_literal[literal]}
        queue = sorted(seen)
        while queue:
            node = heappop(queue)  # What a node is made of has smaller numbers, and so is settled by now.
            if node in self.needed and not self._has_all(node, awake, hit):
                continue
            awake.add(node)
            for watcher in self.watchers.get(node, ()):
                if watcher not in seen:
                    seen.add(watcher)
                    heappush(queue, watcher)
        return awake

    def _has_all(self, node: int, awake: set[int], hit: set[int]) -> bool:
        for part in self.needed[node]:
            if part not in awake and self.literals.get(part, NOTHING).isdisjoint(hit):
                return False
        return True


def waking(nodes: Iterable[Node], roots: Set[int], literals: Sequence[str]) -> Waking:
    """Return the graph of the nodes (in the order of their numbers).

    `roots` are nodes that are asked for by themselves, `literals` the texts by number.
    """
    graph = Waking()
    costs: list[float] = []
    for node in nodes:
        costs.append(_cost(node, costs, literals))
        parts = [part.number for part in parts_of(node)]
        idle = [part for part in parts if part not in graph.sleepless]
        watched = idle if isinstance(node, Union) else sorted(idle, key=costs.__getitem__)[:1]
        for part in watched:
            graph.watchers.setdefault(part, []).append(node.number)
        if isinstance(node, Terms):
            graph.literals[node.number] = node.literals
        elif not idle or (isinstance(node, Union) and len(idle) < len(parts)):
            graph.sleepless.add(node.number)
        elif len(idle) > 1 and not isinstance(node, Union):
            graph.needed[node.number] = [part for part in idle if part not in watched]
    for number in graph.literals.keys() & (graph.watchers.keys() | roots):
        for literal in graph.literals[number]:
            graph.by_literal.setdefault(literal, []).append(number)
    return graph


def parts_of(node: Node) -> tuple[Node, ...]:
    """Return what a node is made of."""
    match node:
        case Union(options=parts) | Run(elements=parts) | Gapped(runs=parts) | Everything(parts=parts):
            return parts
        case _:
            return ()


def _cost(node: Node, costs: Sequence[float], literals: Sequence[str]) -> float:
    """Return how often a node is likely to wake, in no unit; only the order counts."""
    match node:
        case Terms(literals=numbers):
            return sum(1.0 if literals[n] in FREQUENT else len(literals[n]) ** -3 for n in numbers)
        case Typed():
            return float("inf")
        case Union(options=options):
            return sum(costs[option.number] for option in options)
        case _:
            return min(costs[part.number] for part in parts_of(node))
