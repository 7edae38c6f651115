"""The time that one document may take, so that a hostile one holds up nothing but itself.

Whatever is done many times for a long text asks `check` before; the engine says how long that may go on.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from time import monotonic

from msglint.errors import MsglintError

_end: ContextVar[float | None] = ContextVar("end", default=None)


class OverBudgetError(MsglintError):
    """The time is used up."""


@contextmanager
def limited(seconds: float | None) -> Iterator[None]:
    """Give what runs inside, in this thread, so many seconds; None: as many as it takes."""
    token = _end.set(None if seconds is None else monotonic() + seconds)
    try:
        yield
    finally:
        _end.reset(token)


def check() -> None:
    """Raise OverBudgetError if the time is used up."""
    end = _end.get()
    if end is not None and monotonic() > end:
        raise OverBudgetError
