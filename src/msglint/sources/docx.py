"""Word files: paragraphs, table cells, headers, footers and text boxes, as accepted; links and pictures."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from msglint.document import Document, Element, FixedOrigin, JoinedOrigin, Place, Segment, Unread
from msglint.sources import read as read_file
from msglint.sources.archive import Archive
from msglint.sources.contained import inside, inside_failure
from msglint.sources.docx_parts import Paragraph, paragraphs, relations
from msglint.sources.model import BinaryFile, Failure
from msglint.sources.text import WHOLE_UNITS

PARTS = re.compile(r"word/(document|header\d*|footer\d*|footnotes|endnotes)\.xml$")
GIVES = frozenset(("image", "link"))


def read(file: BinaryFile) -> Iterator[Document | Failure]:
    """Yield the document of a Word file, after failures in the files inside it."""
    archive = Archive(file.data, file.budget)
    names = sorted(
        filter(PARTS.match, archive.names), key=lambda name: (not name.startswith("word/document"), name)
    )
    segments: list[Segment] = []
    elements: list[Element] = []
    for name in names:
        part = PARTS.match(name)
        label = part[1] if part and part[1] != "document" else None
        found = list(paragraphs(archive.read(name), relations(archive, name)))
        segments += _texts(file, label, found)
        for paragraph in found:
            place = _place(file, label, paragraph)
            segments += _beside(paragraph, place)
            elements += _elements(paragraph, place)
    pictures = list(_pictures(file, archive))
    yield from (item for item in pictures if isinstance(item, Failure))
    read_in = [item for item in pictures if isinstance(item, Document)]
    segments += [segment for item in read_in for segment in item.segments if segment.text]
    unread: list[Unread] = [unread for item in read_in for unread in item.unread]
    complete = file.settings.unit in WHOLE_UNITS
    yield file.document(
        segments, complete=complete, elements=tuple(elements), gives=GIVES, unread=tuple(unread)
    )


def _place(file: BinaryFile, label: str | None, item: Paragraph) -> Place:
    table = f"table {item.table}" if item.table else None
    part = " / ".join(filter(None, (label, table))) or None
    return Place(file.source, part=part, cell=item.cell, paragraph=item.number)


def _texts(file: BinaryFile, label: str | None, found: list[Paragraph]) -> Iterator[Segment]:
    """Yield the text of a part as one segment, then what is formatted as hidden."""
    text, starts, origins = "", [], []
    last: Paragraph | None = None
    for item in found:
        if last is not None:
            text += "\n\n" if (item.table, item.cell) != (last.table, last.cell) else "\n"
        starts.append(len(text))
        origins.append(FixedOrigin(_place(file, label, item)))
        text += item.text
        last = item
    if text.strip():
        yield Segment(text, JoinedOrigin(tuple(starts), tuple(origins)))
    for item in found:
        if item.hidden.strip():
            yield Segment(item.hidden, FixedOrigin(_place(file, label, item)), hidden=True)


def _beside(item: Paragraph, place: Place) -> Iterator[Segment]:
    for target, _ in item.links:
        yield Segment(target, FixedOrigin(place), "link_target")
    for alt in item.alts:
        if alt.strip():
            yield Segment(alt, FixedOrigin(place), "alt")


def _elements(item: Paragraph, place: Place) -> Iterator[Element]:
    for target, text in item.links:
        attributes: Mapping[str, Any] = {"target": target, "text": text, "has_label": bool(text.strip())}
        yield Element("link", text or target, FixedOrigin(place), attributes)
    for alt in item.alts:
        attributes = {"alt": alt, "has_alt": bool(alt.strip()), "words": alt, "is_background": False}
        yield Element("image", alt, FixedOrigin(place), attributes)


def _pictures(file: BinaryFile, archive: Archive) -> Iterator[Document | Failure]:
    """Yield what readers of pictures find in the pictures inside."""
    for name in archive.names:
        if name.startswith("word/media/"):
            outer = Place(file.source, part=name)
            for item in read_file(archive.read(name), name, file.settings, file.budget.inside()):
                if isinstance(item, Failure):
                    yield inside_failure(item, outer)
                else:
                    segments = tuple(inside(segment, outer) for segment in item.segments)
                    unread = tuple(inside(one, outer) for one in item.unread)
                    yield replace(item, segments=segments, unread=unread)
