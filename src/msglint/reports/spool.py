"""Pieces of a report that wait for its end: in memory while small, in a temporary file when large."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from typing import IO

IN_MEMORY = 1_000_000
"""Bytes that a spool may hold before it moves to a temporary file."""


class Spool:
    """Texts in the order in which they came, with a separator between them."""

    def __init__(self, separator: str = "") -> None:
        self._separator = separator
        self._file: IO[str] = tempfile.SpooledTemporaryFile(  # noqa: SIM115
            IN_MEMORY, "w+", encoding="utf-8", errors="backslashreplace", newline="\n"
        )
        self.count = 0

    def add(self, text: str) -> None:
        """Keep a text."""
        self._file.write((self._separator if self.count else "") + text)
        self.count += 1

    def drain(self) -> Iterator[str]:
        """Yield everything in pieces, and let go of it."""
        self._file.seek(0)
        yield from self._file
        self._file.close()
