"""Compiled phrases: a graph whose nodes turn the hits of a segment into spans.

`raw` spans may begin or end inside a word, since neighbours of one run share their inner edges; `checked`
spans stand alone. Equal nodes are one node, so that what phrases have in common is looked for once; what a
node is made of has smaller numbers than the node itself.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Container, Iterator, Sequence, Set
from itertools import chain
from typing import TYPE_CHECKING, Protocol

from msglint.frozen import Frozen
from msglint.matching.spans import Covers, Named, Span, beginning_in, ordered, uncovered
from msglint.text.scripts import is_dense, is_seam

if TYPE_CHECKING:
    from msglint.matching.vocabulary import Hits

STEM_LETTERS = 6
"""Letters that may follow a stem."""

FEW = 16
"""Times as many spans as there are on the other side, from which on they are searched rather than sorted."""


class Text(Protocol):
    """What nodes need of a segment's reading: its folded text, its hits, and remembered results."""

    @property
    def text(self) -> str:
        """The folded text."""

    @property
    def hits(self) -> Hits:
        """Where the literals stand."""

    @property
    def numbers(self) -> Set[int]:
        """The numbers of the literals that occur."""

    @property
    def awake(self) -> Container[int]:
        """The numbers of the nodes that could find anything, by the literals that occur; terms may lack."""

    def node(self, number: int) -> Node:
        """Return a node by its number."""

    def raw(self, node: Node) -> list[Span]:
        """Return the node's spans, remembered, edges unchecked."""

    def checked(self, node: Node) -> list[Span]:
        """Return the node's spans, remembered, that stand alone."""

    def stands_alone(self, start: int, end: int) -> bool:
        """Whether start:end is no piece of a longer word; remembered."""

    def typed(self, name: str) -> list[Span]:
        """Return what the finder of a type found."""

    def within_gap(self, first_end: int, second_start: int, gap: int) -> bool:
        """Whether at most `gap` words of one sentence lie between two offsets."""


class Node(Frozen):
    """Base of all nodes; identity is equality, so that results can be remembered by node."""

    number: int

    __eq__ = object.__eq__
    __hash__ = object.__hash__

    def raw(self, text: Text) -> list[Span]:
        """Return the spans in order, whether or not they stand alone."""
        raise NotImplementedError

    def checked(self, text: Text) -> list[Span]:
        """Return the spans that stand alone, in order."""
        return [span for span in text.raw(self) if text.stands_alone(span.start, span.end)]


class Terms(Node):
    """Any of some literals."""

    literals: frozenset[int]

    def raw(self, text: Text) -> list[Span]:
        """Return the hits of the literals."""
        hits = [text.hits[number] for number in self.literals & text.numbers]
        return hits[0] if len(hits) == 1 else ordered(chain.from_iterable(hits))


class Stems(Terms):
    """Literals that up to six more letters may follow."""

    def raw(self, text: Text) -> list[Span]:
        """Return the hits, extended to the end of their words; too long words are left out."""
        extended = ((span, _word_end(text.text, span.end)) for span in Terms.raw(self, text))
        return [Span(span.start, end) for span, end in extended if end - span.end <= STEM_LETTERS]


def _word_end(text: str, end: int) -> int:
    while end < len(text) and text[end].isalpha() and not is_dense(text[end]):
        end += 1
    return end


class Typed(Node):
    """Something that a finder recognises."""

    name: str

    def raw(self, text: Text) -> list[Span]:
        """Return what the finder found."""
        return text.typed(self.name)

    def checked(self, text: Text) -> list[Span]:
        """Return the same: finders look at edges themselves."""
        return text.typed(self.name)


class Union(Node):
    """Any of the options, under a name if it is a lexicon; hits inside `not_inside` do not count.

    Options are numbers, so that those that sleep need not be made; `terms` are those that never sleep.
    """

    options: tuple[int, ...]
    terms: frozenset[int]
    name: str | None = None
    not_inside: tuple[Node, ...] = ()

    def raw(self, text: Text) -> list[Span]:
        """Return the spans of all options."""
        found = [text.raw(option) for option in self._awake(text)]
        return self._named(found, text)

    def checked(self, text: Text) -> list[Span]:
        """Return the spans of all options that stand alone."""
        found = [text.checked(option) for option in self._awake(text)]
        return self._named(found, text)

    def _awake(self, text: Text) -> Iterator[Node]:
        awake, terms = text.awake, self.terms
        return (text.node(option) for option in self.options if option in awake or option in terms)

    def _named(self, found: list[list[Span]], text: Text) -> list[Span]:
        spans = found[0] if len(found) == 1 else ordered(chain.from_iterable(found))
        covers = Covers(span for node in self.not_inside if spans for span in text.checked(node))
        kept = uncovered(spans, covers)
        if self.name is None:
            return kept
        return [Span(s.start, s.end, (Named(self.name, s.start, s.end), *s.parts)) for s in kept]


class Run(Node):
    """Nodes that follow one another directly; `spaced` tells before which a blank is written."""

    elements: tuple[Node, ...]
    spaced: tuple[bool, ...]

    def raw(self, text: Text) -> list[Span]:
        """Return the joined spans."""
        joined = text.raw(self.elements[0])
        for element, spaced in zip(self.elements[1:], self.spaced[1:], strict=True):
            if not joined:
                return []
            joined = _adjoin(text.text, joined, text.raw(element), spaced)
        return ordered(joined)


def _adjoin(text: str, left: list[Span], right: list[Span], spaced: bool) -> list[Span]:
    if len(left) * FEW < len(right):
        pairs = _pairs_of_few(text, left, right, spaced)
    else:
        pairs = _pairs_of_many(text, left, right, spaced)
    return [Span(first.start, second.end, first.parts + second.parts) for first, second in pairs]


def _pairs_of_few(
    text: str, left: list[Span], right: list[Span], spaced: bool
) -> Iterator[tuple[Span, Span]]:
    for first in left:
        for start in _continuations(text, first.end, spaced):
            yield from ((first, second) for second in beginning_in(right, start, start + 1))


def _pairs_of_many(
    text: str, left: list[Span], right: list[Span], spaced: bool
) -> Iterator[tuple[Span, Span]]:
    by_start: dict[int, list[Span]] = {}
    for span in right:
        by_start.setdefault(span.start, []).append(span)
    for first in left:
        if first.end in by_start or first.end + 1 in by_start:
            for start in _continuations(text, first.end, spaced):
                yield from ((first, second) for second in by_start.get(start, ()))


def _continuations(text: str, end: int, spaced: bool) -> Sequence[int]:
    """Where the next element may begin: behind one blank or hyphen, next to Han also directly.

    A blank that only sets off letters or digits from Han counts for nothing.
    """
    if not spaced:
        loose = text[end : end + 1] == " " and end + 1 < len(text) and is_seam(text[end - 1], text[end + 1])
        return (end, end + 1) if loose else (end,)
    behind = text[end : end + 1]
    if behind in (" ", "-"):
        return (end + 1, end) if is_dense(text[end - 1]) else (end + 1,)
    return (end,) if behind and (is_dense(behind) or is_dense(text[end - 1])) else ()


class Gapped(Node):
    """Runs with a few free words between them, all in one sentence."""

    runs: tuple[Node, ...]
    gap: int

    def raw(self, text: Text) -> list[Span]:
        """Return the joined spans; of several continuations the nearest counts."""
        chains = text.checked(self.runs[0])
        for run in self.runs[1:]:
            if not chains:
                return []
            chains = _bridge(text, chains, text.checked(run), self.gap)
        return ordered(chains)

    def checked(self, text: Text) -> list[Span]:
        """Return the same: the runs were checked one by one."""
        return text.raw(self)


class Everything(Node):
    """Nodes that must all find something, wherever; it has no spans and is asked only whether it is awake."""

    parts: tuple[Node, ...]


def _bridge(text: Text, left: list[Span], right: list[Span], gap: int) -> list[Span]:
    """Join each right span to the nearest left one, and keep for each left one its nearest right."""
    chains = sorted(left, key=lambda span: span.end)
    ends = [span.end for span in chains]
    nearest: dict[tuple[int, int], Span] = {}
    for span in ordered(right):
        index = bisect_left(ends, span.start + 1) - 1
        if index < 0:
            continue
        first = chains[index]
        if (first.start, first.end) not in nearest and text.within_gap(first.end, span.start, gap):
            nearest[first.start, first.end] = Span(first.start, span.end, first.parts + span.parts)
    return list(nearest.values())
