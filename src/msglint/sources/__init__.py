"""Files to documents: one reader a format, found by the file's content and suffix."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import Any

from msglint.document import Document, PhysicalText
from msglint.messages import Message
from msglint.sources.decode import UndecodableError, declared_encoding, decode
from msglint.sources.formats import (
    BINARY_READERS,
    CONTAINERS,
    EXTRAS,
    NO_READER,
    READERS,
    format_of,
    is_encrypted_office,
    suffix_of,
)
from msglint.sources.limits import MAX_TEXT, MB, Budget, TooMuchError
from msglint.sources.model import BinaryFile, Failure, ReadSettings, TextFile, UnreadableError

__all__ = ["BINARY_READERS", "READERS", "Failure", "ReadSettings", "read", "read_path", "suffix_of"]

PROPERTIES_ENCODING = "iso-8859-1"
"""What Java reads properties as that are no UTF-8."""

GIVE_TEXT = "give its text as a file that msglint reads"
ADVICE = {"ole": "save it as .docx or .xlsx"}
"""What to do about formats that no extra reads."""

LARGE_FILE = "the file is larger than {} MB: split it, or raise limits.file_mb in msglint.yaml"
LARGE_TEXT = "a text has more than {} characters: split it"

Found = Iterator[Document | Failure]


def read(
    data: bytes, source: str, settings: ReadSettings | None = None, budget: Budget | None = None
) -> Found:
    """Yield what the bytes of a file hold, in its order; `source` is its name.

    Content and suffix decide the reader; `budget` is what the file may unpack. Nothing is raised for bad
    data: what cannot be read comes as a Failure, and the rest is still read.
    """
    settings = settings or ReadSettings()
    if len(data) > settings.limits.file_mb * MB:
        yield Failure(source, None, "too-large", Message(LARGE_FILE, settings.limits.file_mb))
        return
    file = BinaryFile(data, source, settings, budget or Budget(settings.limits))
    try:
        found = _documents(file, format_of(data, source))
        yield from _bounded(file, _joined(file, found) if file.settings.unit == "file" else found)
    except (UndecodableError, UnreadableError) as error:
        yield file.failure(error.code, error.message)
    except RecursionError:
        yield file.failure("broken", "the file is damaged, or its parts lie too deep inside one another")
    except TooMuchError as error:
        yield file.failure("too-large", error.message)


def read_path(path: Path, source: str, settings: ReadSettings | None = None) -> Found:
    """Yield what the file at `path` holds, named `source`; a file that cannot be opened is a Failure."""
    settings = settings or ReadSettings()
    try:
        with path.open("rb") as stream:
            data = stream.read(settings.limits.file_mb * MB + 1)
    except OSError as error:
        reason = Message("the file cannot be read: {}", error.strerror)
        yield Failure(source, None, "unreadable", reason)
        return
    yield from read(data, source, settings)


def _documents(file: BinaryFile, name: str) -> Found:
    if is_encrypted_office(file.data):
        raise UnreadableError("encrypted", "the file is encrypted: remove its password")
    extra = EXTRAS.get(name)
    if name in NO_READER or (extra and not extra.is_installed):
        advice = extra.advice if extra else ADVICE.get(name, GIVE_TEXT)
        return iter([file.unread(NO_READER.get(name, f"{suffix_of(file.source)} file"), advice)])
    reader: Callable[[Any], Found] = import_module(f"msglint.sources.{name}").read
    return reader(file if name in BINARY_READERS.values() else _decoded(file))


def _decoded(file: BinaryFile) -> TextFile:
    """Return the file as text. Raises UndecodableError, UnreadableError if its suffix promises no text."""
    suffix = suffix_of(file.source)
    is_container = BINARY_READERS.get(suffix) in CONTAINERS
    if is_container and not file.data.strip():
        raise UnreadableError("broken", "the file is empty")
    encoding = file.settings.encoding or declared_encoding(file.data)
    try:
        decoded = decode(file.data, encoding)
    except UndecodableError:
        if is_container:
            raise UnreadableError(
                "broken", Message("the file is damaged: it is no {} file", suffix)
            ) from None
        if suffix != ".properties":
            raise
        decoded = decode(file.data, PROPERTIES_ENCODING)
    return TextFile(PhysicalText(file.source, decoded.text), file.settings, decoded.encoding)


def _bounded(file: BinaryFile, found: Found) -> Found:
    """Yield what was found, a failure for each document whose text is too long to be judged."""
    for item in found:
        if isinstance(item, Document) and sum(len(segment.text) for segment in item.segments) > MAX_TEXT:
            place = item.segments[0].origin.place(0, 0)
            yield file.failure("too-large", Message(LARGE_TEXT, MAX_TEXT), place)
        else:
            yield item


def _joined(file: BinaryFile, found: Found) -> Found:
    """Yield the failures, then one complete document of everything, in the file's own context."""
    documents = []
    for item in found:
        if isinstance(item, Failure):
            yield item
        else:
            documents.append(item)
    if len(documents) == 1:
        yield replace(documents[0], complete=True)
    elif documents:
        yield file.document(
            (segment for document in documents for segment in document.segments),
            encoding=documents[0].encoding,
            elements=tuple(element for document in documents for element in document.elements),
            gives=frozenset().union(*(document.gives for document in documents)),
            unread=tuple(unread for document in documents for unread in document.unread),
        )
