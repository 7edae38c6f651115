"""A document while it is judged: the readings of its segments."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from copy import copy
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from msglint.matching.reading import SegmentReading
from msglint.matching.waking import Hit, Sentences
from msglint.statements.words import Words
from msglint.text.language import detect

if TYPE_CHECKING:
    from msglint.document import Document
    from msglint.matching.program import Program
    from msglint.packs.model import Rule, Ruleset
    from msglint.packs.phrases import Phrase

K = TypeVar("K")

APART = 8
"""Sentences by which segments are held apart: more than what rules look at in a row."""


class DocumentReading:
    """All segments of a document, read; lives for one call and is not shared between threads."""

    def __init__(self, document: Document, program: Program, placeholders: Sequence[str]) -> None:
        markets = document.context.markets
        self.document = document
        self.program = program
        self.readings = tuple(
            SegmentReading(segment, index, program, placeholders, markets)
            for index, segment in enumerate(document.segments)
        )

    @cached_property
    def deciphered(self) -> DocumentReading | None:
        """The document with disguised words written plainly; None if it holds none."""
        readings = tuple(reading.deciphered or reading for reading in self.readings)
        if readings == self.readings:
            return None
        plain = copy(self)
        plain.readings = readings
        for name in ("awake", "words", "begun"):
            plain.__dict__.pop(name, None)
        return plain

    @property
    def ruleset(self) -> Ruleset:
        """The rules that judge the document."""
        return self.program.ruleset

    @cached_property
    def lang(self) -> str | None:
        """The copy's language: as given, else as its text shows, else None."""
        given = self.document.context.lang
        return given or detect("\n".join(segment.text for segment in self.document.segments))

    def holds(self, phrases: Iterable[Phrase], rule: Rule | None = None) -> bool:
        """Whether one of the phrases (of a rule, or of what all packs share) stands in the document."""
        return any(reading.find(phrase, rule) for phrase in phrases for reading in self.readings)

    @property
    def read(self) -> list[SegmentReading]:
        """The segments that a buyer reads: neither what is hidden nor what a link or code points to."""
        return [
            reading
            for reading in self.readings
            if not reading.segment.hidden and reading.segment.role not in ("link_target", "qr")
        ]

    @cached_property
    def words(self) -> Words:
        """The words of all segments that a buyer reads, in a row, for statements."""
        return Words(self.read)

    @cached_property
    def begun(self) -> set[tuple[str, str]]:
        """Which statements may be begun in which languages, of those that nobody need begin."""
        return self.program.openings.begun(self.words.traces)

    @cached_property
    def awake(self) -> dict[int, Sentences]:
        """The numbers of the nodes that could find anything, in whichever segments their literals occur.

        The sentences of the segments are counted on, with a distance between them.
        """
        if len(self.readings) == 1:
            return self.readings[0].awake
        hit, first = Hit({}, {}), 0
        for reading in self.readings:
            _add(hit.literals, reading.hit.literals, first)
            _add(hit.types, reading.hit.types, first)
            first += len(reading.starts("sentence")) + APART
        return self.program.waking.awake(hit)


def _add(known: dict[K, Sentences], found: Mapping[K, Sentences], first: int) -> None:
    """Add what touches sentences of a segment; `first` is the number of its first one."""
    for key, sentences in found.items():
        known[key] = known.get(key, 0) | sentences << first
