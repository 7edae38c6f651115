"""Tables of plain data whose values are decoded when they are first looked up: a text needs few of them."""

from __future__ import annotations

import marshal
from collections.abc import Mapping
from typing import Any, TypeVar

K = TypeVar("K")
V = TypeVar("V")

Pieces = dict[K, bytes]
"""The values of a table, each encoded by itself."""


def packed(table: Mapping[K, Any]) -> Pieces[K]:
    """Return a table with each value (numbers, texts and collections of them) encoded."""
    return {key: marshal.dumps(value) for key, value in table.items()}


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
