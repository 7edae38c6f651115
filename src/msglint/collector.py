"""Python's garbage collector, kept from looking at what much of the time is made and not thrown away."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def paused() -> Iterator[None]:
    """Collect no garbage for a while: a long text makes millions of values that stay until it is judged.

    Threads may pause it at the same time; then it goes on once the first of them is ready.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
