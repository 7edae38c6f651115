"""Documents without their files, so that they can be judged elsewhere, or have been judged before.

A detached document knows of its places only how to ask for them later: judging it needs no file, takes little
to send to another process, and gives the same whatever the file is called and wherever in it a text stands.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from msglint.document import Document, Origin, PhysicalText, Place
from msglint.frozen import Frozen

if TYPE_CHECKING:
    from msglint.judgement import Judgement
    from msglint.violation import Fix, Violation


class Pending(Frozen):
    """Stands for the origin of a segment, an element or an unread part, by its number in the document."""

    number: int

    def place(self, start: int, end: int) -> Place:
        """Return what says which place to ask the origin for; only `placed` understands it."""
        return Place("", self.number, start, end_column=end)

    def lines(self, text: str, start: int, end: int) -> tuple[PhysicalText, int, int]:
        """Return the text itself."""
        return PhysicalText("", text), start, end


def detached(document: Document) -> Document:
    """Return a document whose places are still to be asked for, without the name of its file."""
    numbers = iter(range(len(document.segments) + len(document.elements) + len(document.unread)))
    return replace(
        document,
        segments=tuple(replace(item, origin=Pending(next(numbers))) for item in document.segments),
        elements=tuple(replace(item, origin=Pending(next(numbers))) for item in document.elements),
        unread=tuple(replace(item, origin=Pending(next(numbers))) for item in document.unread),
        source="",
        id=None,
        encoding=None,
    )


def placed(judgement: Judgement, document: Document) -> Judgement:
    """Return the judgement of a detached document with the places of the document that it was made of."""
    origins = list(_origins(document))
    violations = tuple(_placed(violation, document, origins) for violation in judgement.violations)
    return replace(judgement, violations=violations)


def _origins(document: Document) -> Iterator[Origin]:
    yield from (item.origin for item in document.segments)
    yield from (item.origin for item in document.elements)
    yield from (item.origin for item in document.unread)


def _placed(violation: Violation, document: Document, origins: list[Origin]) -> Violation:
    return replace(
        violation,
        place=_asked(violation.place, origins),
        related=tuple(_asked(place, origins) for place in violation.related),
        fix=_located(violation.fix, document) if violation.fix else None,
    )


def _located(fix: Fix, document: Document) -> Fix | None:
    from msglint.fixes.written import (
        located,  # Knows how formats write texts, and few violations offer a fix.
    )

    return located(fix, document)


def _asked(place: Place, origins: list[Origin]) -> Place:
    return origins[place.line or 0].place(place.column or 0, place.end_column or 0)
