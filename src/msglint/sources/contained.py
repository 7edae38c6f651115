"""What a file inside another yields, as what the outer file yields: places name the way to it."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

from msglint.document import ContainedOrigin, Element, FixedOrigin, Place, Segment, Unread
from msglint.sources.model import Failure

Located = TypeVar("Located", Segment, Element, Unread)


def inside(item: Located, outer: Place) -> Located:
    """Return a piece of a contained file with its place in the outer one."""
    return replace(item, origin=ContainedOrigin(item.origin, outer))


def inside_failure(failure: Failure, outer: Place) -> Failure:
    """Return a failure of a contained file as one of the outer file."""
    inner = FixedOrigin(failure.place or Place(outer.source))
    place = ContainedOrigin(inner, outer).place(0, 0)
    return Failure(outer.source, place, failure.code, failure.message)
