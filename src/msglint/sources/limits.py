"""What a hostile file may cost at most."""

from __future__ import annotations

from dataclasses import dataclass, field

from msglint.config.limits import Limits
from msglint.errors import MsglintError
from msglint.messages import Message

MB = 1_000_000

RATIO_COUNTS_FROM = 1_000_000
"""Unpacked bytes from which on the ratio counts: small members of blanks are harmless."""

MAX_MEMBERS = 2000
"""Members of an archive, parts of a mail."""

MAX_TEXT = 2_000_000
"""Characters of one document; judging takes some hundred bytes for each."""


UNPACKED = "it unpacks to more than {} MB"
OUT_OF_RATIO = "it unpacks to more than {} times its size"


class TooMuchError(MsglintError):
    """A limit is reached."""


@dataclass(slots=True)
class Budget:
    """What is left to unpack for one outermost file; files inside it share it one level deeper."""

    limits: Limits = field(default_factory=Limits)
    depth: int = 1
    outer: Budget | None = None
    spent: int = 0

    def take(self, count: int) -> None:
        """Spend `count` bytes. Raises TooMuchError if they are not there."""
        if self.outer is not None:
            self.outer.take(count)
            return
        self.spent += count
        if self.spent > self.limits.unpacked_mb * MB:
            raise TooMuchError(Message(UNPACKED, self.limits.unpacked_mb))

    def pass_by(self, count: int, packed: int) -> None:
        """Spend `count` bytes of a file of `packed` bytes that is read piece by piece, each let go after use.

        Such a file may be long, since nothing keeps it whole, but not out of proportion: a few kilobytes that
        repeat one text for ever would be judged for ever. Raises TooMuchError.
        """
        if self.outer is not None:
            self.outer.take(count)
            return
        self.spent += count
        whole = self.limits.unpacked_mb * MB
        if count > whole:
            raise TooMuchError(Message(UNPACKED, self.limits.unpacked_mb))
        if self.spent > max(whole, self.limits.ratio * packed):
            raise TooMuchError(Message(OUT_OF_RATIO, self.limits.ratio))

    def inside(self) -> Budget:
        """Return the budget of a file inside this one. Raises TooMuchError if it lies too deep."""
        if self.depth >= self.limits.depth:
            raise TooMuchError(Message("files lie more than {} deep inside one another", self.limits.depth))
        return Budget(self.limits, self.depth + 1, self)
