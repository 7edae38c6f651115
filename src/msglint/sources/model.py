"""What readers take and give: settings, the decoded file, failures."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field
from fnmatch import fnmatchcase
from typing import Any

from msglint.config.context import ContextLayer, Merged, merge
from msglint.config.limits import Limits
from msglint.document import Document, FixedOrigin, PhysicalText, Place, Segment, TextOrigin, Unread
from msglint.errors import MsglintError
from msglint.frozen import Frozen
from msglint.sources.columns import column
from msglint.sources.derive import Edit, derive
from msglint.sources.limits import Budget


class ReadSettings(Frozen):
    """How a file is read.

    `encoding` is tried if the file is not UTF-8; `unit` (`file`, `record`, `cell`, `string`) says what one
    document is, None: as the format suggests. `below` are the layers of context that the file itself
    overrides (the configuration, weakest first), `above` those that override it (the command line).
    `columns` says what columns and keys mean beside what `columns.py` knows, by name in lower case; `keys`
    are patterns of the key paths whose strings are copy (none: all), later ones over earlier ones, `!`
    takes back.
    `dpi` are the dots per inch of pictures, None: as they say themselves, if they mean it.
    """

    encoding: str | None = None
    unit: str | None = None
    below: tuple[ContextLayer, ...] = ()
    above: tuple[ContextLayer, ...] = ()
    columns: Mapping[str, str] = field(default_factory=dict)
    keys: tuple[str, ...] = ()
    limits: Limits = field(default_factory=Limits)
    dpi: float | None = None

    def column(self, name: str) -> str | None:
        """Return what a column or key means (`text`, `channel`, `product.is_toy`), None if nothing to us."""
        return self.columns.get(name.strip().lower()) or column(name)

    def is_copy(self, key: str | None) -> bool:
        """Whether the string at a key path is copy."""
        if not self.keys or key is None:
            return True
        fitting = (item for item in reversed(self.keys) if fnmatchcase(key, item.removeprefix("!")))
        return not next(fitting, "!").startswith("!")


class Failure(Frozen):
    """Something that could not be read or judged: an error entry of the report, exit status 2.

    Codes: `too-large`, `unreadable`, `binary`, `undecodable`, `broken`, `encrypted`, `bad-front-matter`,
    `bad-record`, `bad-context`.
    """

    source: str
    place: Place | None
    code: str
    message: str


class UnreadableError(MsglintError):
    """A file that cannot be read any further; `code` is that of the failure."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


class BinaryFile(Frozen):
    """The bytes of a file on their way to documents; `budget` is what it may unpack."""

    data: bytes
    source: str
    settings: ReadSettings = ReadSettings()
    budget: Budget = field(default_factory=Budget)

    def failure(self, code: str, message: str, place: Place | None = None) -> Failure:
        """Return a failure of this file."""
        return Failure(self.source, place, code, message)

    def context(self, *own: ContextLayer) -> Merged:
        """Return the context of a document whose file says `own`, weakest first."""
        return merge((*self.settings.below, *own, *self.settings.above))

    def document(self, segments: Iterable[Segment], *own: ContextLayer, **more: Any) -> Document:
        """Return a document of this file that says `own` of its context; `more` are fields of Document."""
        found = tuple(segments) or (Segment("", FixedOrigin(Place(self.source))),)
        return Document(found, self.context(*own).context, self.source, **more)

    def unread(self, what: str, advice: str) -> Document:
        """Return the document of a file for which no reader is there."""
        unread = Unread(FixedOrigin(Place(self.source)), what, advice)
        return self.document((), complete=False, unread=(unread,))


class TextFile(Frozen):
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
        return Segment(text, TextOrigin(self.physical, offsets, **where), role)

    def failure(self, code: str, message: str, start: int, end: int | None = None, **where: Any) -> Failure:
        """Return a failure at text[start:end] (end None: at that one character)."""
        last = min(start + 1, len(self.text)) if end is None else end
        place = TextOrigin(self.physical, **where).place(start, last)
        return Failure(self.source, place, code, message)

    def context(self, *own: ContextLayer) -> Merged:
        """Return the context of a document whose file or record says `own`, weakest first."""
        return merge((*self.settings.below, *own, *self.settings.above))

    def document(self, segments: Iterable[Segment], context: Merged, **more: Any) -> Document:
        """Return a document of this file; `more` are further fields of Document."""
        return Document(tuple(segments), context.context, self.source, encoding=self.encoding, **more)
