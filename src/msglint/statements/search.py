"""Where a wording stands in a document word for word."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from msglint.statements.tokens import BLANK
from msglint.statements.words import Range, Words

if TYPE_CHECKING:
    from msglint.statements.wording import Wording

MAX_FILLING = 30
"""Words that may fill a blank."""

MAX_PLACES = 10_000
"""Places of one wording that are looked at; a text with more is hostile."""


def occurrences(words: Words, wordings: Iterable[Wording]) -> list[tuple[Range, Wording]]:
    """Return every place of one of the wordings, in order; at one place the longest wording counts."""
    longest: dict[int, tuple[Range, Wording]] = {}
    for wording in wordings:
        for span in _places(words, wording):
            known = longest.get(span.first)
            if known is None or known[0].last < span.last:
                longest[span.first] = span, wording
    return [longest[first] for first in sorted(longest)]


def first_after(found: Sequence[tuple[Range, Wording]], number: int) -> tuple[Range, Wording] | None:
    """Return the first place that begins behind a word."""
    index = bisect_left(found, number + 1, key=lambda item: item[0].first)
    return found[index] if index < len(found) else None


def last_before(found: Sequence[tuple[Range, Wording]], number: int) -> tuple[Range, Wording] | None:
    """Return the last place that begins before a word."""
    index = bisect_left(found, number, key=lambda item: item[0].first) - 1
    return found[index] if index >= 0 else None


def last_ending_by(found: Sequence[tuple[Range, Wording]], number: int) -> tuple[Range, Wording] | None:
    """Return the last place that ends by a word."""
    index = bisect_left(found, number, key=lambda item: item[0].first) - 1
    while index >= 0 and found[index][0].last > number:
        index -= 1
    return found[index] if index >= 0 else None


def _places(words: Words, wording: Wording) -> list[Range]:
    pieces = _pieces(wording.words)
    chains = _runs(words, pieces[0])
    for piece in pieces[1:]:
        chains = _bridged(chains, _runs(words, piece))
    return chains


def _pieces(tokens: Sequence[str]) -> list[list[str]]:
    """Return the runs of words between the blanks."""
    pieces: list[list[str]] = [[]]
    for token in tokens:
        if token == BLANK:
            pieces.append([])
        else:
            pieces[-1].append(token)
    return [piece for piece in pieces if piece]


def _runs(words: Words, piece: list[str]) -> list[Range]:
    positions = words.positions(piece)
    rarest = min(range(len(piece)), key=lambda index: len(positions[piece[index]]))
    starts = (number - rarest for number in positions[piece[rarest]])
    length = len(piece)
    found = (Range(s, s + length) for s in starts if s >= 0 and words.tokens[s : s + length] == piece)
    return list(islice(found, MAX_PLACES))


def _bridged(chains: list[Range], runs: list[Range]) -> list[Range]:
    """Join each chain to the nearest run behind it, with at least one word between them."""
    starts = [run.first for run in runs]
    joined = []
    for chain in chains:
        index = bisect_left(starts, chain.last + 1)
        if index < len(runs) and runs[index].first - chain.last <= MAX_FILLING:
            joined.append(Range(chain.first, runs[index].last))
    return joined
