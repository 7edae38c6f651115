"""Tables of plain data whose values are decoded when they are first looked up: a text needs few of them."""

from __future__ import annotations

import marshal
from array import array
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from itertools import accumulate
from typing import Any, Final, TypeVar

K = TypeVar("K")
V = TypeVar("V")

Pieces = Mapping[K, bytes]
"""The values of a table, each encoded by itself."""

NUMBERS: Final = "I"
"""Type of the numbers in an array."""


class Numbered(Mapping[int, bytes]):
    """The values of a table by number, in three runs of bytes: read from the cache at once, however many.

    `keys` are the numbers, ascending, `ends` says where each value ends in `values`.
    """

    def __init__(self, keys: bytes, ends: bytes, values: bytes) -> None:
        self.runs = keys, ends, values
        self._keys = memoryview(keys).cast(NUMBERS)
        self._ends = memoryview(ends).cast(NUMBERS)
        self._values = values

    def __getitem__(self, key: int) -> bytes:
        index = bisect_left(self._keys, key)
        if index == len(self._keys) or self._keys[index] != key:
            raise KeyError(key)
        return self._values[self._ends[index - 1] if index else 0 : self._ends[index]]

    def __iter__(self) -> Iterator[int]:
        return iter(self._keys)

    def __len__(self) -> int:
        return len(self._keys)


def packed(table: Mapping[K, Any]) -> Pieces[K]:
    """Return a table with each value (numbers, texts and collections of them) encoded."""
    return {key: marshal.dumps(value) for key, value in table.items()}


def numbered(table: Mapping[int, bytes]) -> Numbered:
    """Return the pieces of a table whose keys are numbers, in runs."""
    keys = sorted(table)
    ends = accumulate(len(table[key]) for key in keys)
    values = b"".join(table[key] for key in keys)
    return Numbered(array(NUMBERS, keys).tobytes(), array(NUMBERS, ends).tobytes(), values)


class Packed(dict[K, V]):
    """A table by its pieces: `table[key]` decodes a value and remembers it; what is absent is `default`."""

    def __init__(self, pieces: Mapping[K, bytes], default: V) -> None:
        super().__init__()
        self._pieces = pieces
        self._default = default

    def __missing__(self, key: K) -> V:
        piece = self._pieces.get(key)
        value: V = self._default if piece is None else marshal.loads(piece)
        self[key] = value
        return value
