"""The bytes of a file inside another, found again by the way that a place names."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from msglint.sources.archive import Archive, shown_name
from msglint.sources.formats import format_of

if TYPE_CHECKING:
    from msglint.document import Place
    from msglint.sources.limits import Budget

Inner = Iterator[tuple[str, Callable[[], bytes]]]
"""Names of the files inside one, and what reads each."""


def inner_file(data: bytes, place: Place, budget: Budget) -> tuple[bytes, str] | None:
    """Return the bytes and the name of the file that `place` stands in; `data` are those of its `source`.

    None if there is none of that name. Raises what readers raise for damaged files and for too much.
    """
    name, member, part = place.source, place.member, place.part
    while member or part:
        found = _below(data, name, member, part, budget)
        if found is None:
            return None
        data, name, member, part = found
        budget = budget.inside()
    return data, name


def _below(
    data: bytes, name: str, member: str | None, part: str | None, budget: Budget
) -> tuple[bytes, str, str | None, str | None] | None:
    """Return the file one level deeper, and what is left of the way."""
    kind = format_of(data, name)
    if kind not in INNER:
        return None
    way, sign = (member, "/") if kind == "zip" else (part, " / ")
    for inner, read in INNER[kind](data, budget) if way else ():
        if way == inner or (way or "").startswith(inner + sign):
            left = (way or "")[len(inner + sign) :] or None
            return (read(), inner, left, part) if kind == "zip" else (read(), inner, member, left)
    return None


def _zip(data: bytes, budget: Budget) -> Inner:
    archive = Archive(data, budget)
    for item in archive.members:
        yield shown_name(item), partial(archive.read, item.filename)


def _docx(data: bytes, budget: Budget) -> Inner:
    archive = Archive(data, budget)
    for name in archive.names:
        yield name, partial(archive.read, name)


def _mail(data: bytes, budget: Budget) -> Inner:
    from msglint.sources.mail import attachments

    for name, content in attachments(data):
        budget.take(len(content))
        yield name, partial(bytes, content)


INNER: dict[str, Callable[[bytes, Budget], Inner]] = {"zip": _zip, "docx": _docx, "mail": _mail}
"""Formats that hold other files."""
