"""All literals of all phrases, and the one automaton that finds them in a single scan."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from ahocorasick_rs import AhoCorasick, MatchKind

from msglint.text.accents import plain_spellings
from msglint.text.scripts import is_dense, is_seam

Hits = dict[int, list[tuple[int, int]]]


class Vocabulary:
    """Folded literals by number, and the automaton that finds them. Threads may share it."""

    def __init__(self, literals: Sequence[str]) -> None:
        self.literals = literals
        owners: dict[str, list[int]] = defaultdict(list)
        for number, literal in enumerate(literals):
            for spelling in spellings(literal):
                owners[spelling].append(number)
        self._owned = list(owners.values())
        self._automaton = AhoCorasick(list(owners), matchkind=MatchKind.Standard) if owners else None

    def scan(self, text: str) -> Hits:
        """Return where each literal stands in the folded text, by its number, in order."""
        hits: Hits = {}
        if self._automaton is None or not text:
            return hits
        for pattern, start, end in self._automaton.find_matches_as_indexes(text, overlapping=True):
            for number in self._owned[pattern]:
                hits.setdefault(number, []).append((start, end))
        return hits

    def spans(self, text: str) -> Iterable[tuple[int, int]]:
        """Yield where any literal stands in the folded text."""
        if self._automaton is not None and text:
            for _, start, end in self._automaton.find_matches_as_indexes(text, overlapping=True):
                yield start, end


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
