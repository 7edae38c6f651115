"""The nouns of reading: a document, its context, its segments, and where their text stands."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import field, fields, replace
from datetime import date
from functools import cached_property
from typing import Any, Protocol

from msglint.frozen import Frozen
from msglint.offsets import IDENTITY, OffsetMap
from msglint.text.patterns import lazy_pattern

Value = str | int | float | bool | date
Attributes = Mapping[str, Value | tuple[Value, ...]]

LINE_END = lazy_pattern(r"\r\n|\r|\n")


Box = tuple[float, float, float, float]
"""Left, top, right, bottom; the y axis points down."""


def hull(boxes: Iterable[Box]) -> Box:
    """Return the smallest box around boxes (at least one)."""
    left, top, right, bottom = zip(*boxes, strict=True)
    return min(left), min(top), max(right), max(bottom)


class Place(Frozen):
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
    box: Box | None = None
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


class Origin(Protocol):
    """Where the characters of a text come from."""

    def place(self, start: int, end: int) -> Place:
        """Return the place of the characters `start` to `end` (code points, end exclusive)."""

    def lines(self, text: str, start: int, end: int) -> tuple[PhysicalText, int, int]:
        """Return what to show people of `text[start:end]`: the text around it, and its span in there."""


class TextOrigin(Frozen):
    """Characters of a decoded file, through the map into it."""

    physical: PhysicalText
    offsets: OffsetMap = IDENTITY
    record: int | None = None
    key: str | None = None
    cell: str | None = None

    def place(self, start: int, end: int) -> Place:
        """Return lines and columns in the file, and the record, key or cell."""
        first, last = self.offsets.span(start, end)
        line, column = self.physical.position(first)
        end_line, end_column = self.physical.position(last)
        return Place(
            self.physical.source, line, column, end_line, end_column,
            record=self.record, key=self.key, cell=self.cell,
        )  # fmt: skip

    def lines(self, text: str, start: int, end: int) -> tuple[PhysicalText, int, int]:
        """Return the physical lines; of a record the text it holds, not the escapes around it."""
        if self.record is None and self.key is None and self.cell is None:
            return self.physical, *self.offsets.span(start, end)
        return PhysicalText(self.physical.source, text), start, end


class FixedOrigin(Frozen):
    """A text whose characters all have one place: a cell, a paragraph, a box on a page, a file name."""

    at: Place

    def place(self, start: int, end: int) -> Place:  # noqa: ARG002
        """Return the one place."""
        return self.at

    def lines(self, text: str, start: int, end: int) -> tuple[PhysicalText, int, int]:
        """Return the text itself."""
        return PhysicalText(self.at.source, text), start, end


class JoinedOrigin(Frozen):
    """A text made of several, such as paragraphs: `starts` are the offsets at which they begin."""

    starts: tuple[int, ...]
    origins: tuple[Origin, ...]

    def place(self, start: int, end: int) -> Place:
        """Return the place in the text in which the characters begin; its box is that around all of them."""
        index = max(0, bisect_right(self.starts, start) - 1)
        first = self.starts[index]
        last = self.starts[index + 1] if index + 1 < len(self.starts) else end
        place = self.origins[index].place(start - first, max(start, min(end, last)) - first)
        if place.box is None:
            return place
        after = max(index + 1, bisect_left(self.starts, end))
        boxes = [origin.place(0, 0).box for origin in self.origins[index:after]]
        return replace(place, box=hull(filter(None, boxes)))

    def lines(self, text: str, start: int, end: int) -> tuple[PhysicalText, int, int]:
        """Return the joined texts in which the characters stand."""
        first = self.starts[max(0, bisect_right(self.starts, start) - 1)]
        after = bisect_left(self.starts, max(end, start + 1))
        last = self.starts[after] if after < len(self.starts) else len(text)
        shown = text[first:last].rstrip("\n")
        return PhysicalText(self.origins[0].place(0, 0).source, shown), start - first, end - first


class ContainedOrigin(Frozen):
    """A text of a file inside another: `outer` says which file, member and part that is."""

    inner: Origin
    outer: Place

    def place(self, start: int, end: int) -> Place:
        """Return the place inside the contained file, with the names of what holds it."""
        inner = self.inner.place(start, end)
        member = "/".join(filter(None, (self.outer.member, inner.member))) or None
        part = " / ".join(filter(None, (self.outer.part, inner.part))) or None
        return replace(inner, source=self.outer.source, member=member, part=part)

    def lines(self, text: str, start: int, end: int) -> tuple[PhysicalText, int, int]:
        """Return what the contained file shows."""
        return self.inner.lines(text, start, end)


class Letters(Frozen):
    """How large letters are printed, in points: the size of the type, of an x, of a capital; None: unknown.

    An `is_estimate` was taken from a picture and may be off by a tenth.
    """

    size: float | None = None
    x_height: float | None = None
    capital_height: float | None = None
    is_estimate: bool = False


class Segment(Frozen):
    """A run of text of a document with one place and one role.

    Roles: `body`, `subject`, `heading`, `link_target`, `qr` (what a code holds), `alt`, `title` (readers may
    add more). A `hidden` text is one that the buyer's screen does not show: it is judged, and fulfils no
    duty. `letters` says how large the text is printed, by the offset from which on that holds; empty where
    the source has no measure. `masked` are the ascending stretches in which the source's markup keeps a word
    from being found.
    """

    text: str
    origin: Origin
    role: str = "body"
    hidden: bool = False
    letters: tuple[tuple[int, Letters], ...] = ()
    masked: tuple[tuple[int, int], ...] = ()

    def letters_of(self, start: int, end: int) -> list[Letters]:
        """Return how large `text[start:end]` is printed, line by line; empty where that is not known."""
        first = max(0, bisect_right(self.letters, start, key=lambda item: item[0]) - 1)
        return [size for offset, size in self.letters[first:] if offset < end]


class Element(Frozen):
    """Something in a document that is no run of text: an `image`, `link`, `barcode`, `attachment`, ....

    `text` is what names it to people (a tag as written, a file name) and stands at `origin`. Which
    attributes a kind has stands in `packs/elements.py`; one that the source does not give is absent.
    """

    kind: str
    text: str
    origin: Origin
    attributes: Attributes = field(default_factory=dict)


class Unread(Frozen):
    """A part of a document that no installed reader can read: where, what it is, and what to install.

    An `is_doubt` was read, but hardly: `what` is its text as read, `advice` how many lines there are of it.
    """

    origin: Origin
    what: str
    advice: str
    is_doubt: bool = False


class Context(Frozen):
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


PLAIN = frozenset(("image", "style"))
"""Kinds of elements of which plain text surely has none."""


class Document(Frozen):
    """One message, card or label to be judged.

    An incomplete document (a loose cell or string) has no duties: what is required is not judged there.
    `encoding` names a reading other than UTF-8. There is at least one segment, an empty one if need be.
    `gives` names the kinds of elements that the source can hold: of these, none found means there are none.
    """

    segments: tuple[Segment, ...]
    context: Context = field(default_factory=Context)
    source: str = "<text>"
    id: str | None = None
    complete: bool = True
    encoding: str | None = None
    elements: tuple[Element, ...] = ()
    gives: frozenset[str] = PLAIN
    unread: tuple[Unread, ...] = ()

    @property
    def is_unread(self) -> bool:
        """Whether nothing of it could be read."""
        return bool(self.unread) and not self.elements and not any(item.text for item in self.segments)

    @classmethod
    def from_text(cls, text: str, context: Context | None = None, subject: str | None = None) -> Document:
        """Return a document made of a body and, if given, a subject; places count within each text."""
        segments = [Segment(text, TextOrigin(PhysicalText("<text>", text)))]
        if subject is not None:
            segments.insert(0, Segment(subject, TextOrigin(PhysicalText("<subject>", subject)), "subject"))
        return cls(tuple(segments), context or Context())
