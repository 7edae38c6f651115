"""The weights of features, and what a text comes to with them.

A linear model for each kind of copy: the weights of a text's features sum up to a score.
`scripts/train_impressions.py` makes the weights from judged copy; they are plain numbers, so that it can be
told which sentence gave a text its impression.
"""

from __future__ import annotations

import functools
import json
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from math import log, sqrt
from operator import mul
from typing import TYPE_CHECKING, Any

from msglint import cache
from msglint.frozen import Frozen
from msglint.impression.features import Role, played, word_count, words
from msglint.packs.files import IMPRESSIONS
from msglint.packs.kinds import ALL_KINDS, FALSE_ALARM, INNOCENT
from msglint.shipped import rules_folder

if TYPE_CHECKING:
    from pathlib import Path

CACHED = "impressions"

NOTHING = -10.0
"""Score of what a text surely does not read like."""

RATHER = log(2)
"""Score (logarithm of the odds) from which on a text reads innocent; a violation has its own in its bias."""

CLEARLY = log(8)
"""Difference of two scores from which on a text clearly reads less like the one than like the other."""

SCARCELY = -log(20)
"""Score from which on a sentence may belong to copy that reads like a false alarm."""

FEWEST_WORDS = 7
"""Words that make an impression; a fragment makes none."""

SCALE = 100
"""What the whole numbers of the file are divided by."""


class Table(Frozen):
    """The weights of features of one sort: first how telling one is at all, then its weight for each kind.

    A feature that is not among them is as telling as `unknown` says: it speaks for no kind, and what else
    there is counts for less.
    """

    unknown: int
    features: Mapping[str, Sequence[int]]


class Weights(Frozen):
    """A model: `bias` by kind, the weights of words and of roles, and the `names` of roles to look for."""

    bias: tuple[float, ...]
    words: Table
    roles: Table
    names: tuple[str, ...]


class Impression(Frozen):
    """What a stretch of text reads like: by kind a score, the higher the more like that kind.

    `evidence` holds the known features where they stand: offset (code points) and weights by kind.
    """

    scores: tuple[float, ...]
    evidence: tuple[tuple[int, Sequence[int]], ...]

    def reads_like(self, kind: str) -> bool:
        """Whether the stretch reads like a kind.

        It reads like a violation if it does so more than like innocent copy, and not clearly less than like
        another kind of violation, or by a score that would be enough alone.
        """
        *scores, innocent, false_alarm = self.scores
        if kind == INNOCENT:
            return innocent > RATHER
        if kind == FALSE_ALARM:
            return false_alarm > 0
        score = self.scores[ALL_KINDS.index(kind)]
        return score > innocent and (score > 0 or score > max(scores) - CLEARLY)

    def fits_into(self, kind: str) -> bool:
        """Whether the stretch, if it is no fragment, may belong to copy that reads like an innocent kind.

        A sentence of such copy reads like no violation at all, one of a false alarm not surely like one.
        """
        *scores, innocent, false_alarm = self.scores
        if innocent == NOTHING:
            return False
        return false_alarm > SCARCELY if kind == FALSE_ALARM else innocent - max(scores) > CLEARLY

    def most_telling(self, kind: str, starts: Sequence[int]) -> int:
        """Return which of the stretches that begin at the offsets speaks most for a kind, by its index."""
        index = ALL_KINDS.index(kind)
        sums = [0] * len(starts)
        for offset, (telling, *row) in self.evidence:
            sums[bisect_right(starts, offset) - 1] += telling * row[index]
        return max(range(len(sums)), key=sums.__getitem__)


@functools.cache
def weights() -> Weights:
    """Return the shipped weights. Raises OSError or ValueError for a file that is not as it was shipped."""
    path = rules_folder() / IMPRESSIONS
    kept = cache.load(CACHED, _key(path))
    return read(path) if kept is None else _from_plain(*kept)


def keep() -> None:
    """Put the shipped weights into the cache, from where they come in a quarter of the time."""
    path = rules_folder() / IMPRESSIONS
    known = read(path)
    tables = ((table.unknown, table.features) for table in (known.words, known.roles))
    cache.store(CACHED, _key(path), (known.bias, *tables, known.names))


def _from_plain(bias: tuple[float, ...], words: Any, roles: Any, names: tuple[str, ...]) -> Weights:
    return Weights(bias, Table(*words), Table(*roles), names)


def _key(path: Path) -> bytes:
    return cache.key_of([path.read_bytes()])


def read(path: Path) -> Weights:
    """Return the weights that a file holds."""
    content = json.loads(path.read_text(encoding="utf-8"))
    words, roles = (_table(content[name]) for name in ("words", "roles"))
    return Weights(tuple(content["bias"]), words, roles, tuple(content["names"]))


def _table(content: Mapping[str, Any]) -> Table:
    return Table(content["unknown"], {name: tuple(row) for name, row in content["features"].items()})


def impression(text: str, start: int, end: int, roles: Sequence[Role], known: Weights) -> Impression:
    """Return what a stretch of a folded text reads like; of a fragment, nothing.

    `roles` are those of the whole text, in order; those count that lie in the stretch.
    """
    stretch = text[start:end]
    if word_count(stretch) < FEWEST_WORDS:
        return Impression((NOTHING,) * len(ALL_KINDS), ())
    inside = [
        Role(role.start - start, role.end - start, role.name)
        for role in roles[bisect_left(roles, (start,)) : bisect_left(roles, (end,))]
        if role.end <= end
    ]
    scores = list(known.bias)
    evidence: list[tuple[int, Sequence[int]]] = []
    for table, found in ((known.words, words(stretch)), (known.roles, played(stretch, inside))):
        places = list(found)
        for index, score in enumerate(_weighed(places, table)):
            scores[index] += score
        evidence += ((start + at, table.features[name]) for name, at in places if name in table.features)
    return Impression(tuple(scores), tuple(evidence))


def _weighed(places: Sequence[tuple[str, int]], table: Table) -> list[float]:
    """Return what features come to for each kind, by the weights of a table."""
    counts = Counter(name for name, _ in places)
    rows = {name: table.features[name] for name in counts if name in table.features}
    values = [(1 + log(counts[name])) * row[0] for name, row in rows.items()]
    unknown = sum((1 + log(count)) ** 2 for name, count in counts.items() if name not in rows)
    length = SCALE * sqrt(_product(values, values) + unknown * table.unknown**2) or 1.0
    columns = list(zip(*rows.values(), strict=True))[1:]
    return [_product(values, column) / length for column in columns] or [0.0] * len(ALL_KINDS)


def _product(values: Sequence[float], others: Sequence[float]) -> float:
    total: float = sum(map(mul, values, others))
    return total
