"""Word tables written as running text."""

from __future__ import annotations


def words(table: str) -> frozenset[str]:
    """Return the words of a table, parted by white space."""
    return frozenset(table.split())
