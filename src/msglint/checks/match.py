"""What a check finds, before exceptions and cases have their say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import TYPE_CHECKING

from msglint.frozen import Frozen

if TYPE_CHECKING:
    from msglint.finders.contacts import Contact
    from msglint.finders.links import Link
    from msglint.matching.reading import SegmentReading
    from msglint.matching.spans import Span
    from msglint.violation import Severity, Template


class Match(Frozen):
    """A finding of a check: where it stands in a segment's view, and what it knows.

    `pieces` are the parts that exceptions look at (all of them, when phrases stand apart); `span` None means
    that the finding concerns the whole document. What is set of code, category, severity, message and
    suggestion replaces the rule's. `element` is the index of the document's element that is meant. With
    `unknown` nothing is found: these are measures or attributes that the source does not give.
    """

    reading: SegmentReading
    span: Span | None = None
    pieces: tuple[Span, ...] = ()
    link: Link | None = None
    contact: Contact | None = None
    code: str | None = None
    category: str | None = None
    severity: Severity | None = None
    message: Template | None = None
    suggest: Template | None = None
    arguments: Mapping[str, str] = field(default_factory=dict)
    element: int | None = None
    unknown: frozenset[str] = frozenset()
    related: tuple[tuple[SegmentReading, Span], ...] = ()

    @property
    def is_deciphered(self) -> bool:
        """Whether a stretch that the finding is about, or rests on, was disguised."""
        own = [self.span, *self.pieces] if self.span else []
        rests_on = [*((self.reading, span) for span in own), *self.related]
        return any(reading.is_deciphered(span) for reading, span in rests_on)

    @classmethod
    def at(cls, reading: SegmentReading, span: Span) -> Match:
        """Return the match of one span, whose named parts become arguments."""
        arguments = {part.name: reading.excerpt(part.start, part.end) for part in reversed(span.parts)}
        return cls(reading, span, (span,), arguments=arguments)
