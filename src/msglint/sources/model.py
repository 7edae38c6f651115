"""What readers take and give: settings, the decoded file, failures."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from msglint.config.context import ContextLayer, Merged, merge
from msglint.document import Document, Origin, PhysicalText, Place, Segment
from msglint.sources.derive import Edit, derive

MAX_BYTES = 32_000_000
"""Bytes of a file."""


@dataclass(frozen=True, slots=True)
class ReadSettings:
    """How a file is read.

    `encoding` is tried if the file is not UTF-8; `unit` (`file`, `record`, `cell`, `string`) says what one
    document is, None: as the format suggests. `below` are the layers of context that the file itself
    overrides (the configuration, weakest first), `above` those that override it (the command line).
    """

    encoding: str | None = None
    unit: str | None = None
    below: tuple[ContextLayer, ...] = ()
    above: tuple[ContextLayer, ...] = ()


@dataclass(frozen=True, slots=True)
class Failure:
    """Something that could not be read or judged: an error entry of the report, exit status 2.

    Codes: `too-large`, `unreadable`, `binary`, `undecodable`, `bad-front-matter`, `bad-record`,
    `bad-context`.
    """

    source: str
    place: Place | None
    code: str
    message: str


@dataclass(frozen=True, slots=True)
class TextFile:
    """A decoded file on its way to documents; `encoding` names a reading other than UTF-8."""

    physical: PhysicalText
    settings: ReadSettings = ReadSettings()
    encoding: str | None = None

    @property
    def text(self) -> str:
        """The whole text, without a BOM."""
        return self.physical.text

    @property
    def source(self) -> str:
        """The name of the file in reports."""
        return self.physical.source

    def segment(
        self, start: int, end: int, edits: Iterable[Edit] = (), role: str = "body", **where: Any
    ) -> Segment:
        """Return text[start:end], edited, as a segment; `where` are record, key and cell of its origin."""
        text, offsets = derive(self.text, start, end, edits)
        return Segment(text, Origin(self.physical, offsets, **where), role)

    def failure(self, code: str, message: str, start: int, end: int | None = None, **where: Any) -> Failure:
        """Return a failure at text[start:end] (end None: at that one character)."""
        last = min(start + 1, len(self.text)) if end is None else end
        place = Origin(self.physical, **where).place(start, last)
        return Failure(self.source, place, code, message)

    def context(self, *own: ContextLayer) -> Merged:
        """Return the context of a document whose file or record says `own`, weakest first."""
        return merge((*self.settings.below, *own, *self.settings.above))

    def document(
        self, segments: Iterable[Segment], context: Merged, *, id: str | None = None, complete: bool = True
    ) -> Document:
        """Return a document of this file."""
        return Document(tuple(segments), context.context, self.source, id, complete, self.encoding)
