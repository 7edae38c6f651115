"""What a hostile file may cost at most."""

from __future__ import annotations

from dataclasses import dataclass

from msglint.errors import MsglintError

MAX_BYTES = 32_000_000
"""Bytes of a file."""

MAX_UNPACKED = 64_000_000
"""Bytes that all members of a file come to, those of archives within it included."""

MAX_RATIO = 100
"""How many times its packed size a member may have."""

RATIO_COUNTS_FROM = 1_000_000
"""Unpacked bytes from which on the ratio counts: small members of blanks are harmless."""

MAX_DEPTH = 3
"""How many files may lie inside one another, the outermost included."""

MAX_MEMBERS = 2000
"""Members of an archive, parts of a mail."""


class TooMuchError(MsglintError):
    """A limit is reached."""


@dataclass(slots=True)
class Budget:
    """What is left to unpack for one outermost file; files inside it share it one level deeper."""

    left: int = MAX_UNPACKED
    depth: int = 1
    outer: Budget | None = None

    def take(self, count: int) -> None:
        """Spend `count` bytes. Raises TooMuchError if they are not there."""
        if self.outer is not None:
            self.outer.take(count)
            return
        self.left -= count
        if self.left < 0:
            raise TooMuchError(f"it unpacks to more than {MAX_UNPACKED // 1_000_000} MB")

    def inside(self) -> Budget:
        """Return the budget of a file inside this one. Raises TooMuchError if it lies too deep."""
        if self.depth >= MAX_DEPTH:
            raise TooMuchError(f"files lie more than {MAX_DEPTH} deep inside one another")
        return Budget(0, self.depth + 1, self)
