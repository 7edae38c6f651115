"""All literals of all phrases, and the one automaton that finds them in a single scan."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from msglint.matching.joints import Joined
from msglint.matching.packed import Packed, Pieces, packed
from msglint.matching.spans import Span
from msglint.text.accents import plain_spellings
from msglint.text.scripts import insides, is_dense, is_seam

if TYPE_CHECKING:
    from ahocorasick_rs import AhoCorasick

Hits = dict[int, list[Span]]
Spelled = tuple[str, tuple[int, ...]]
"""A way to write literals, and their numbers."""

NONE_JOINED = Joined()

AT_ONCE = 300_000
"""Characters from which on an automaton is built: it costs as much as looking up so many without one."""

HEADS = (8, 4)
"""Lengths of the beginnings by which spellings are looked up: the longest that one has, else all of it."""

SIZES = (*range(1, min(HEADS)), *sorted(HEADS))


class Vocabulary:
    """Folded literals by number, and what finds them in a text. Threads may share it.

    The first texts are searched by looking up what may begin at each place; the automaton, which takes longer
    to build than a few messages to search, is built once there are more. Both find the same.
    """

    def __init__(self, literals: Sequence[str], heads: Pieces[str], joined: Joined = NONE_JOINED) -> None:
        """Prepare literals; `heads` holds the ways to write them (see `by_head`).

        Only `joined` literals may begin or end inside a word; others found there are no hits.
        """
        self.literals = literals
        self._heads = heads
        self._spelled: Packed[str, Sequence[Spelled]] = Packed(heads, ())
        self._may_be = (frozenset[int](), joined.begin, joined.end, joined.begin & joined.end)
        self._searched = 0

    def expect_much(self) -> None:
        """Build the automaton now, so that processes which are forked from this one share it."""
        self._searched = AT_ONCE
        _ = self._automaton

    @cached_property
    def _automaton(self) -> tuple[AhoCorasick, list[tuple[int, ...]]]:
        """What finds all spellings at once, and the literals that each of them stands for."""
        from ahocorasick_rs import AhoCorasick, MatchKind

        spelled = [item for head in self._heads for item in self._spelled[head]]
        self._spelled.clear()  # Nothing is looked up any more.
        spellings = [spelling for spelling, _ in spelled]
        return AhoCorasick(spellings, matchkind=MatchKind.Standard), [numbers for _, numbers in spelled]

    def scan(self, text: str) -> Hits:
        """Return where each literal stands in the folded text, by its number, in order."""
        hits: Hits = {}
        inside = insides(text)
        for numbers, first, last in self._found(text):
            torn = inside[first] | inside[last] << 1
            if torn:
                may_be = self._may_be[torn]
                if may_be.isdisjoint(numbers):
                    continue
                numbers = [number for number in numbers if number in may_be]
            span = Span(first, last)
            for number in numbers:
                hits.setdefault(number, []).append(span)
        return hits

    def spans(self, text: str) -> Iterable[tuple[int, int]]:
        """Yield where any literal stands in the folded text."""
        for _, start, end in self._found(text):
            yield start, end

    def _found(self, text: str) -> Iterable[tuple[Sequence[int], int, int]]:
        if not self._heads or not text:
            return ()
        self._searched += len(text)
        return self._by_automaton(text) if self._searched > AT_ONCE else self._by_lookup(text)

    def _by_automaton(self, text: str) -> Iterable[tuple[Sequence[int], int, int]]:
        automaton, literals = self._automaton
        found = automaton.find_matches_as_indexes(text, overlapping=True)
        return [(literals[index], start, end) for index, start, end in found]

    def _by_lookup(self, text: str) -> Iterator[tuple[Sequence[int], int, int]]:
        heads, known = self._heads, self._spelled
        for start in range(len(text)):
            for size in SIZES:
                head = text[start : start + size]
                if len(head) < size:
                    break
                if head in heads:
                    for spelling, numbers in known[head]:
                        if text.startswith(spelling, start):
                            yield numbers, start, start + len(spelling)


def by_head(owners: Mapping[str, Sequence[int]]) -> Pieces[str]:
    """Return spellings, each with the literals it stands for, by the beginnings of HEADS."""
    heads: dict[str, list[Spelled]] = {}
    for spelling, numbers in owners.items():
        size = next((size for size in HEADS if size <= len(spelling)), len(spelling))
        heads.setdefault(spelling[:size], []).append((spelling, tuple(numbers)))
    return packed(heads)


def all_spellings(literals: Sequence[str]) -> dict[str, list[int]]:
    """Return all ways to write literals, with the numbers of the literals that they stand for."""
    owners: dict[str, list[int]] = {}
    for number, literal in enumerate(literals):
        for spelling in spellings(literal):
            owners.setdefault(spelling, []).append(number)
    return owners


def spellings(literal: str) -> list[str]:
    """Return the ways to write a literal that count as plain.

    A blank between words may be a hyphen, a blank next to Han may be missing, and one may set off letters
    and digits from Han. Latin letters may lack their accents (`evaluation`, `fuer`).
    """
    if literal.isalpha() and (literal.isascii() or all(map(is_dense, literal))):
        return [literal]
    pieces = literal.split(" ")
    written = {literal, *_set_off(literal)}
    for index in range(1, len(pieces)):
        joint = "" if is_dense(pieces[index - 1][-1:]) or is_dense(pieces[index][:1]) else "-"
        written.add(" ".join(pieces[:index]) + joint + " ".join(pieces[index:]))
    if len(pieces) > 2:
        dense = any(map(is_dense, literal))
        written.add(("" if dense else "-").join(pieces))
    return sorted(written.union(*map(plain_spellings, written)))


def _set_off(literal: str) -> Iterator[str]:
    """Yield the literal with a blank at each seam between Han and letters or digits, and at all of them."""
    seams = [index for index in range(1, len(literal)) if is_seam(literal[index - 1], literal[index])]
    for index in seams:
        yield f"{literal[:index]} {literal[index:]}"
    if len(seams) > 1:
        edges = [0, *seams, len(literal)]
        yield " ".join(literal[start:end] for start, end in pairwise(edges))
