"""The weights of features, and what a text comes to with them.

A linear model for each kind of copy: the weights of a text's features sum up to a score.
`scripts/train_impressions.py` makes the weights from judged copy; they are plain numbers, so that it can be
told which sentence gave a text its impression.
"""

from __future__ import annotations

import functools
import json
from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from math import log, sqrt
from typing import TYPE_CHECKING

from msglint import cache
from msglint.frozen import Frozen
from msglint.impression.features import features, word_count
from msglint.packs.files import IMPRESSIONS
from msglint.packs.kinds import ALL_KINDS, INNOCENT
from msglint.shipped import rules_folder

if TYPE_CHECKING:
    from pathlib import Path

CACHED = "impressions"

NOTHING = -10.0
"""Score of what a text surely does not read like."""

RATHER = log(2)
"""Score (logarithm of the odds) from which on a text reads innocent; a violation has its own in its bias."""

SURELY = log(4)
"""Score from which on a text surely reads like a kind."""

FEWEST_WORDS = 7
"""Words that make an impression; a fragment makes none."""

SCALE = 100
"""What the whole numbers of the file are divided by."""


class Weights(Frozen):
    """A model: `bias` by kind; by feature, first how telling it is at all, then its weight for each kind.

    A feature that is not among them is as telling as `unknown` says: it speaks for no kind, and what else
    there is counts for less.
    """

    bias: tuple[float, ...]
    unknown: int
    features: Mapping[str, Sequence[int]]


class Impression(Frozen):
    """What a stretch of text reads like: by kind a score, the higher the more like that kind.

    `evidence` holds the known features where they stand: offset (code points) and weights by kind.
    """

    scores: tuple[float, ...]
    evidence: tuple[tuple[int, Sequence[int]], ...]

    def reads_like(self, kind: str, *, surely: bool = False) -> bool:
        """Whether the stretch (surely) reads like a kind; like a violation only if not like innocent copy."""
        score, innocent = self.scores[ALL_KINDS.index(kind)], self.scores[-1]
        if kind == INNOCENT:
            return score > (SURELY if surely else RATHER)
        return score > (SURELY if surely else 0) and innocent < 0

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
    return read(path) if kept is None else Weights(*kept)


def keep() -> None:
    """Put the shipped weights into the cache, from where they come in a quarter of the time."""
    path = rules_folder() / IMPRESSIONS
    known = read(path)
    cache.store(CACHED, _key(path), (known.bias, known.unknown, known.features))


def _key(path: Path) -> bytes:
    return cache.key_of([path.read_bytes()])


def read(path: Path) -> Weights:
    """Return the weights that a file holds."""
    content = json.loads(path.read_text(encoding="utf-8"))
    rows = {name: tuple(row) for name, row in content["features"].items()}
    return Weights(tuple(content["bias"]), content["unknown"], rows)


def impression(text: str, start: int, end: int, known: Weights) -> Impression:
    """Return what a stretch of a folded text reads like; of a fragment, nothing."""
    if word_count(text[start:end]) < FEWEST_WORDS:
        return Impression((NOTHING,) * len(ALL_KINDS), ())
    found = list(features(text[start:end]))
    scores = [0.0] * len(ALL_KINDS)
    square = 0.0
    for name, count in Counter(name for name, _ in found).items():
        telling, *row = known.features.get(name) or (known.unknown,)
        value = (1 + log(count)) * telling
        square += value * value
        for index, weight in enumerate(row):
            scores[index] += value * weight
    length = SCALE * sqrt(square) or 1.0
    return Impression(
        tuple(bias + score / length for bias, score in zip(known.bias, scores, strict=True)),
        tuple((start + offset, known.features[name]) for name, offset in found if name in known.features),
    )
