"""A folded text in which disguised words are written plainly, with the way back and what was rewritten."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from msglint.frozen import Frozen
from msglint.offsets import IDENTITY, Chained, Edit, OffsetMap, Offsets

LONGEST = 24
"""Characters of a Chinese word in disguise, at most."""


class Change(NamedTuple):
    """A stretch of a text (code points, end exclusive) and what stands there instead."""

    start: int
    end: int
    new: str


class Rewrite(NamedTuple):
    """A disguised window of a text: its ascending changes, and the means of the disguise."""

    start: int
    end: int
    changes: tuple[Change, ...]
    means: tuple[str, ...]


class Mark(NamedTuple):
    """A stretch of a plain text that was disguised, and by which means."""

    start: int
    end: int
    means: tuple[str, ...]


class Plain(Frozen):
    """A text with its rewritten stretches; `offsets` maps it to the text before all rewriting."""

    text: str
    offsets: Offsets = IDENTITY
    marks: tuple[Mark, ...] = ()

    def rewritten(self, rewrites: Iterable[Rewrite]) -> Plain:
        """Return the text after the rewrites; of two that overlap the first counts."""
        kept = _disjoint(rewrites)
        if not kept:
            return self
        parts: list[str] = []
        edits: list[Edit] = []
        position = length = 0
        for start, end, new in (change for rewrite in kept for change in rewrite.changes):
            parts += self.text[position:start], new
            length += start - position
            edits.append((length, length + len(new), start, end))
            length += len(new)
            position = end
        step = OffsetMap.of(edits)
        text = "".join((*parts, self.text[position:]))
        old = [*self.marks, *(Mark(item.start, item.end, item.means) for item in kept)]
        marks = [Mark(step.derived(start), step.derived(end), means) for start, end, means in old]
        return Plain(
            text, step if self.offsets is IDENTITY else Chained(step, self.offsets), tuple(sorted(marks))
        )


def _disjoint(rewrites: Iterable[Rewrite]) -> list[Rewrite]:
    kept: list[Rewrite] = []
    for rewrite in sorted(rewrites, key=lambda item: (item.start, -item.end)):
        if not kept or rewrite.start >= kept[-1].end:
            kept.append(rewrite)
    return kept


def around(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the stretches that hold any word which touches one of the ascending spans."""
    stretches: list[tuple[int, int]] = []
    for start, end in spans:
        low, high = max(0, start - LONGEST), end + LONGEST
        if stretches and low <= stretches[-1][1]:
            low, _ = stretches.pop()
        stretches.append((low, high))
    return stretches
