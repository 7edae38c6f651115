"""Which stretches of a document are worth a closer look, because many of a statement's words stand there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from msglint.statements.wording import weight
from msglint.statements.words import Range, Words

MAX_EVENTS = 20_000
"""Words that are looked at; a text with more is hostile."""

MAX_WINDOWS = 3
MARGIN = 12


def size_for(lengths: Iterable[int]) -> int:
    """Return in how many words parts of these lengths, in words, are looked for together."""
    return 2 * sum(lengths) + 10


def widest(size: int) -> int:
    """Return how many words a window for `size` words may hold."""
    return size + 2 * MARGIN


def windows(words: Words, vocabulary: Iterable[str], size: int) -> list[Range]:
    """Return up to three stretches of about `size` words with most different words of a vocabulary."""
    telling = [word for word in vocabulary if weight(word) == 1.0 and word in words.seen]
    positions = words.positions(telling)
    events = sorted((number, word) for word in telling for number in positions[word][:MAX_EVENTS])[
        :MAX_EVENTS
    ]
    chosen: list[Range] = []
    for _, first in sorted(_scores(events, size), key=lambda item: (-item[0], item[1])):
        window = Range(max(first - MARGIN, 0), min(first + size + MARGIN, len(words)))
        if all(first + size <= other.first + MARGIN or first >= other.last - MARGIN for other in chosen):
            chosen.append(window)
        if len(chosen) == MAX_WINDOWS:
            break
    return chosen


def _scores(events: list[tuple[int, str]], size: int) -> list[tuple[int, int]]:
    """Return, for each event, how many different words follow within `size` words, and its number."""
    inside: Counter[str] = Counter()
    scores = []
    right = 0
    for first, word in events:
        while right < len(events) and events[right][0] < first + size:
            inside[events[right][1]] += 1
            right += 1
        scores.append((len(inside), first))
        inside[word] -= 1
        if not inside[word]:
            del inside[word]
    return scores
