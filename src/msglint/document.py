"""The nouns of reading: a document, its context, its segments, and where their text stands."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from datetime import date
from functools import cached_property
from typing import Any

from msglint.offsets import IDENTITY, OffsetMap

Value = str | int | float | bool | date
Attributes = Mapping[str, Value | tuple[Value, ...]]

LINE_END = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands, in terms its reader can find.

    Lines and columns count code points of the decoded file from 1, ends are exclusive; `box` is
    (x0, y0, x1, y1) in `unit` ("px" or "pt"). What a format does not have is None.
    """

    source: str
    line: int | None = None
    column: int | None = None
    end_line: int | None = None
    end_column: int | None = None
    record: int | None = None
    key: str | None = None
    member: str | None = None
    part: str | None = None
    sheet: str | None = None
    cell: str | None = None
    page: int | None = None
    paragraph: int | None = None
    box: tuple[float, float, float, float] | None = None
    unit: str | None = None

    def as_dict(self) -> dict[str, Any]:
        """Return the parts that this place has, by name, in the order of the JSON report."""
        pairs = ((item.name, getattr(self, item.name)) for item in fields(self))
        return {name: value for name, value in pairs if value is not None}


class PhysicalText:
    """The decoded text of a file, with its line starts (CR, LF and CRLF each end one line)."""

    def __init__(self, source: str, text: str) -> None:
        self.source = source
        self.text = text

    @cached_property
    def line_starts(self) -> list[int]:
        """Offsets, in code points, at which the lines begin."""
        return [0, *(match.end() for match in LINE_END.finditer(self.text))]

    def position(self, offset: int) -> tuple[int, int]:
        """Return line and column, from 1, of a code-point offset."""
        line = bisect_right(self.line_starts, offset)
        return line, offset - self.line_starts[line - 1] + 1

    def line(self, number: int) -> str:
        """Return the text of a line, counted from 1, without its line end."""
        end = self.line_starts[number] if number < len(self.line_starts) else len(self.text)
        return self.text[self.line_starts[number - 1] : end].rstrip("\r\n")


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a segment's text comes from: the physical file and the map into it."""

    physical: PhysicalText
    offsets: OffsetMap = IDENTITY
    record: int | None = None
    key: str | None = None
    cell: str | None = None

    def place(self, start: int, end: int) -> Place:
        """Return the place of the segment's characters `start` to `end` (code points, end exclusive)."""
        first, last = self.offsets.span(start, end)
        line, column = self.physical.position(first)
        end_line, end_column = self.physical.position(last)
        return Place(
            self.physical.source, line, column, end_line, end_column,
            record=self.record, key=self.key, cell=self.cell,
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of text of a document with one place and one role.

    Roles: `body`, `subject`, `heading`, `link_target`, `alt`, `title` (readers may add more). `hidden`
    text does not show where the copy is read, as in HTML with `display: none`.
    """

    text: str
    origin: Origin
    role: str = "body"
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Context:
    """What is known about a document; None or absence means unknown.

    `product` and `message` hold attributes by name (see `rules/attributes.yaml`); `as_of` is the date on
    which the copy is judged, never read from the clock here.
    """

    channel: str | None = None
    platform: str | None = None
    markets: tuple[str, ...] = ()
    lang: str | None = None
    as_of: date | None = None
    product: Attributes = field(default_factory=dict)
    message: Attributes = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Document:
    """One message, card or label to be judged.

    An incomplete document (a loose cell or string) has no duties: what is required is not judged there.
    `encoding` names a reading other than UTF-8.
    """

    segments: tuple[Segment, ...]
    context: Context = field(default_factory=Context)
    source: str = "<text>"
    id: str | None = None
    complete: bool = True
    encoding: str | None = None

    @classmethod
    def from_text(cls, text: str, context: Context | None = None, subject: str | None = None) -> Document:
        """Return a document made of a body and, if given, a subject; places count within each text."""
        segments = [Segment(text, Origin(PhysicalText("<text>", text)))]
        if subject is not None:
            segments.insert(0, Segment(subject, Origin(PhysicalText("<subject>", subject)), "subject"))
        return cls(tuple(segments), context or Context())
