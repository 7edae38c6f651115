"""Offset maps: where a piece of a derived text stands in the text it was made from.

Reading a file (escapes, quoted cells) and folding a text both change a few characters and keep the rest,
so a map stores only its edits; everything between two edits is shifted by a constant.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from typing import Protocol

from msglint.frozen import Frozen

Edit = tuple[int, int, int, int]


class Offsets(Protocol):
    """The way from a derived text to its origin, and back."""

    def start(self, offset: int) -> int:
        """Return the origin offset at which the derived character at `offset` begins."""

    def end(self, offset: int) -> int:
        """Return the origin offset just behind the derived character before `offset`."""

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the smallest origin span that holds derived[start:end]; an empty span stays empty."""

    def derived(self, offset: int) -> int:
        """Return the derived offset of an origin offset."""


class OffsetMap(Frozen):
    """Maps code-point offsets of a derived text to its origin text.

    Each edit says that derived[ds:de] was made from origin[os:oe]; a deletion has an empty derived side.
    Edits are ascending and do not overlap; text between them is equal on both sides.
    """

    derived_starts: tuple[int, ...] = ()
    derived_ends: tuple[int, ...] = ()
    origin_starts: tuple[int, ...] = ()
    origin_ends: tuple[int, ...] = ()

    @classmethod
    def of(cls, edits: Iterable[Edit]) -> OffsetMap:
        """Build a map from ascending edits (derived start, derived end, origin start, origin end).

        A run of removed characters becomes one edit; other edits that touch stay apart, so that each
        derived character keeps its own origin.
        """
        merged: list[list[int]] = []
        for edit in edits:
            if merged and merged[-1][0] == merged[-1][1] == edit[0] == edit[1] and merged[-1][3] == edit[2]:
                merged[-1][3] = edit[3]
            else:
                merged.append(list(edit))
        if not merged:
            return IDENTITY
        columns = tuple(zip(*merged, strict=True))
        return cls(*columns)

    @classmethod
    def shift(cls, origin_start: int) -> OffsetMap:
        """Return the map of a text copied unchanged from `origin_start` on."""
        return cls.of([(0, 0, 0, origin_start)]) if origin_start else IDENTITY

    def start(self, offset: int) -> int:
        """Return the origin offset at which the derived character at `offset` begins."""
        index = bisect_right(self.derived_starts, offset) - 1
        if index < 0:
            return offset
        if offset < self.derived_ends[index]:
            return self.origin_starts[index]
        return self.origin_ends[index] + offset - self.derived_ends[index]

    def end(self, offset: int) -> int:
        """Return the origin offset just behind the derived character before `offset`."""
        if offset == 0:
            return self.start(0)
        index = bisect_right(self.derived_starts, offset - 1) - 1
        if index < 0:
            return offset
        if offset <= self.derived_ends[index]:
            return self.origin_ends[index]
        return self.origin_ends[index] + offset - self.derived_ends[index]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the smallest origin span that holds derived[start:end]; an empty span stays empty."""
        first = self.start(start)
        return (first, first) if end <= start else (first, self.end(end))

    def derived(self, offset: int) -> int:
        """Return the derived offset of origin `offset`; inside an edit, the edit's start."""
        index = bisect_right(self.origin_starts, offset) - 1
        if index < 0:
            return offset
        if offset < self.origin_ends[index]:
            return self.derived_starts[index]
        return self.derived_ends[index] + offset - self.origin_ends[index]


IDENTITY = OffsetMap()


class Chained(Frozen):
    """The map of a text that was derived in two steps: `outer` is the later one."""

    outer: Offsets
    inner: Offsets

    def start(self, offset: int) -> int:
        """Return the origin offset at which the derived character at `offset` begins."""
        return self.inner.start(self.outer.start(offset))

    def end(self, offset: int) -> int:
        """Return the origin offset just behind the derived character before `offset`."""
        return self.inner.end(self.outer.end(offset))

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the smallest origin span that holds derived[start:end]; an empty span stays empty."""
        return self.inner.span(*self.outer.span(start, end))

    def derived(self, offset: int) -> int:
        """Return the derived offset of an origin offset."""
        return self.outer.derived(self.inner.derived(offset))
