"""Masking personal data: e-mail addresses, phone numbers, accounts and order ids become dots of their length.

Lengths stay, so that places and marks still fit.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from msglint.document import Document, Element, Origin, PhysicalText, Place, Segment
from msglint.finders import TYPES
from msglint.frozen import Frozen
from msglint.text.fold import fold

if TYPE_CHECKING:
    from msglint.reports.model import Judged, Reported
    from msglint.violation import Violation

MASKED = ("email", "phone", "handle", "order_id")
"""The types of the finders that are personal data."""

DOT = "•"


def redacted(judged: Judged) -> Judged:
    """Return a judged document in which no personal data can be read any more."""
    markets = judged.document.context.markets
    return replace(
        judged,
        document=_document(judged.document, markets),
        reported=[_reported(item, markets) for item in judged.reported],
    )


def is_redacted(document: Document) -> bool:
    """Whether a document is one in which personal data was masked."""
    return any(isinstance(segment.origin, MaskedOrigin) for segment in document.segments)


def masked(text: str, markets: tuple[str, ...] = ()) -> str:
    """Return a text of the same length, with dots for letters and digits of personal data."""
    chars = list(text)
    for start, end in _personal(text, markets):
        chars[start:end] = [DOT if char.isalnum() else char for char in chars[start:end]]
    return "".join(chars)


def _personal(text: str, markets: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    view = fold(text)
    for name in MASKED:
        for start, end in TYPES[name](view.text, markets):
            yield view.offsets.span(start, end)


def _reported(item: Reported, markets: tuple[str, ...]) -> Reported:
    return replace(item, violation=_violation(item.violation, markets))


def _violation(found: Violation, markets: tuple[str, ...]) -> Violation:
    return replace(
        found,
        excerpt=masked(found.excerpt, markets),
        folded=masked(found.folded, markets),
        sentence="",
        arguments={name: masked(value, markets) for name, value in found.arguments.items()},
    )


def _document(document: Document, markets: tuple[str, ...]) -> Document:
    return replace(
        document,
        segments=tuple(_segment(segment, markets) for segment in document.segments),
        elements=tuple(_element(element, markets) for element in document.elements),
    )


def _segment(segment: Segment, markets: tuple[str, ...]) -> Segment:
    origin = MaskedOrigin(segment.origin, markets)
    return replace(segment, text=masked(segment.text, markets), origin=origin)


def _element(element: Element, markets: tuple[str, ...]) -> Element:
    return replace(element, text=masked(element.text, markets), origin=MaskedOrigin(element.origin, markets))


class MaskedOrigin(Frozen):
    """An origin that shows no personal data."""

    inner: Origin
    markets: tuple[str, ...]

    def place(self, start: int, end: int) -> Place:
        """Return the same place."""
        return self.inner.place(start, end)

    def lines(self, text: str, start: int, end: int) -> tuple[PhysicalText, int, int]:
        """Return the text around, masked."""
        physical, first, last = self.inner.lines(text, start, end)
        return PhysicalText(physical.source, masked(physical.text, self.markets)), first, last
