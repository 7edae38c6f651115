"""What tests of readers say about documents, in short."""

from __future__ import annotations

from msglint.document import Document, Place, Segment
from msglint.sources import Failure, ReadSettings, read

Span = tuple[int, int, int, int]


def judged(data: str | bytes, source: str) -> list[Document]:
    """Return the documents of a file in which something may be wrong."""
    return [item for item in everything(data, source) if isinstance(item, Document)]


def documents(data: str | bytes, source: str, settings: ReadSettings | None = None) -> list[Document]:
    """Return the documents of a file in which nothing is wrong."""
    found = everything(data, source, settings)
    assert not [item for item in found if isinstance(item, Failure)], found
    return [item for item in found if isinstance(item, Document)]


def everything(
    data: str | bytes, source: str, settings: ReadSettings | None = None
) -> list[Document | Failure]:
    return list(read(data.encode() if isinstance(data, str) else data, source, settings))


def failures(data: str | bytes, source: str) -> list[tuple[str, Span | None, str]]:
    """Return code, place and message of what cannot be read."""
    found = [item for item in everything(data, source) if isinstance(item, Failure)]
    return [(item.code, _span(item.place) if item.place else None, item.message) for item in found]


def texts(data: str | bytes, source: str) -> list[list[tuple[str, str]]]:
    """Return role and text of all segments, by document."""
    return [[(item.role, item.text) for item in document.segments] for document in documents(data, source)]


def where(segment: Segment, start: int = 0, end: int | None = None) -> Span:
    """Return line, column, end line and end column of a stretch of a segment."""
    return _span(segment.origin.place(start, len(segment.text) if end is None else end))


def found_at(segment: Segment, words: str) -> Span:
    """Return where the first occurrence of the words stands in the file."""
    start = segment.text.index(words)
    return where(segment, start, start + len(words))


def _span(place: Place) -> Span:
    return (place.line or 0, place.column or 0, place.end_line or 0, place.end_column or 0)
