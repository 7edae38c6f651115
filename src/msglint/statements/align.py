"""Tolerant matching: where among some words was a wording begun, and which words answer which."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from msglint.frozen import Frozen
from msglint.statements.alike import Forms, canonical, is_of_one_stem
from msglint.statements.wording import Wording, weight

SAME, ALIKE, SIMILAR = 1.0, 0.9, 0.6
"""What a pair of words is worth: equal, equal in meaning (`yrs`, `years`), of one stem (`part`, `parts`)."""

SKIP, SKIP_STOP = 0.15, 0.6
"""What it costs to leave out a word on one side, or to go on behind the end of a sentence."""

STOP = "."
"""What stands among the words for the end of a sentence."""

Pair = tuple[int, int]


class Window(Frozen):
    """Words to search (None: taken, STOP: end of a sentence), and their numbers in the document."""

    tokens: tuple[str | None, ...]
    numbers: tuple[int, ...]


class Alignment(Frozen):
    """Pairs of word numbers (in the wording, in the document), and the share of the wording found."""

    wording: Wording
    pairs: tuple[Pair, ...]
    coverage: float


def likeness(expected: str, found: str) -> float:
    """Return what a pair of words is worth, 0 if they have nothing in common."""
    if expected == found:
        return SAME
    if canonical(expected) == canonical(found):
        return ALIKE
    return SIMILAR if is_of_one_stem(expected, found) else 0.0


def align(wording: Wording, window: Window) -> Alignment | None:
    """Return the best local alignment of a wording with the words of a window, if they share any.

    Takes time proportional to the product of the lengths.
    """
    rows = [[0.0] * (len(window.tokens) + 1)]
    best, end = 0.0, (0, 0)
    for i, expected in enumerate(wording.words, start=1):
        rows.append(_row(expected, window.tokens, rows[-1]))
        top = max(rows[i])
        if top > best:
            best, end = top, (i, rows[i].index(top))
    if not best:
        return None
    pairs = _trace(wording.words, window.tokens, rows, end)
    found = sum(_worth(wording.words[i], window.tokens[j]) for i, j in pairs)
    shifted = tuple((i, window.numbers[j]) for i, j in pairs)
    return Alignment(wording, shifted, found / (wording.weight or 1.0))


def most_coverage(wording: Wording, tokens: Iterable[Forms]) -> float:
    """Return a bound on the coverage of an alignment: as many words as are alike tokens in that order.

    The longest common subsequence, found with one bit for each word of the wording; takes a fraction of the
    time of `align`.
    """
    every = (1 << len(wording.words)) - 1
    free = every
    for token in tokens:
        matched = free & wording.bits_of(token)
        if matched:
            free = ((free + matched) | (free - matched)) & every
    worths = sorted(map(weight, wording.words), reverse=True)
    return sum(worths[: len(worths) - free.bit_count()]) / (wording.weight or 1.0)


@lru_cache(maxsize=65536)
def _worth(expected: str, token: str | None) -> float:
    return weight(expected) * likeness(expected, token) if token else 0.0


def _row(expected: str, tokens: Sequence[str | None], above: list[float]) -> list[float]:
    worths = {token: worth for token in set(tokens) if (worth := _worth(expected, token))}
    row = [0.0]
    value = 0.0
    for token, diagonal, higher in zip(tokens, above, above[1:], strict=False):
        if token is None:
            value = 0.0
        else:
            value = max(0.0, higher - SKIP, value - (SKIP_STOP if token == STOP else SKIP))
            if token in worths:
                value = max(value, diagonal + worths[token])
        row.append(value)
    return row


def _trace(
    words: Sequence[str], tokens: Sequence[str | None], rows: list[list[float]], end: Pair
) -> list[Pair]:
    """Return the pairs on the way back from the best cell."""
    pairs: list[Pair] = []
    i, j = end
    while i and j and rows[i][j] > 0:
        worth = _worth(words[i - 1], tokens[j - 1])
        if worth and rows[i][j] == rows[i - 1][j - 1] + worth:
            i, j = i - 1, j - 1
            pairs.append((i, j))
        elif rows[i][j] == rows[i - 1][j] - SKIP:
            i -= 1
        else:
            j -= 1
    return pairs[::-1]
