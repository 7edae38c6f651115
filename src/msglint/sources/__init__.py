"""Files to documents: decoding, and one reader a format, found by the file's suffix."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from importlib import import_module
from pathlib import Path, PurePath

from msglint.document import Document, PhysicalText
from msglint.sources.decode import UndecodableError, decode
from msglint.sources.model import MAX_BYTES, Failure, ReadSettings, TextFile

__all__ = ["READERS", "Failure", "ReadSettings", "read", "read_path", "suffix_of"]

READERS: Mapping[str, str] = {
    ".txt": "text",
    ".text": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".json": "json",
    ".csv": "csv",
    ".tsv": "csv",
}
"""Suffixes and the modules that read such files; anything else is read as text."""


def read(data: bytes, source: str, settings: ReadSettings | None = None) -> Iterator[Document | Failure]:
    """Yield what the bytes of a file hold, in its order; `source` is its name, the suffix decides the reader.

    Nothing is raised for bad data: what cannot be read comes as a Failure, and the rest is still read.
    """
    settings = settings or ReadSettings()
    if len(data) > MAX_BYTES:
        reason = f"the file is larger than {MAX_BYTES // 1_000_000} MB: split it"
        yield Failure(source, None, "too-large", reason)
        return
    try:
        decoded = decode(data, settings.encoding)
    except UndecodableError as error:
        yield Failure(source, None, error.code, str(error))
        return
    file = TextFile(PhysicalText(source, decoded.text), settings, decoded.encoding)
    found = _reader(source)(file)
    yield from _joined(file, found) if settings.unit == "file" else found


def read_path(path: Path, source: str, settings: ReadSettings | None = None) -> Iterator[Document | Failure]:
    """Yield what the file at `path` holds, named `source`; a file that cannot be opened is a Failure."""
    try:
        with path.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except OSError as error:
        yield Failure(source, None, "unreadable", f"the file cannot be read: {error.strerror}")
        return
    yield from read(data, source, settings)


def suffix_of(path: str | PurePath) -> str:
    """Return the suffix that decides how a file is read, in lower case."""
    return PurePath(path).suffix.lower()


def _reader(source: str) -> Callable[[TextFile], Iterator[Document | Failure]]:
    module = import_module(f"msglint.sources.{READERS.get(suffix_of(source), 'text')}")
    reader: Callable[[TextFile], Iterator[Document | Failure]] = module.read
    return reader


def _joined(file: TextFile, found: Iterator[Document | Failure]) -> Iterator[Document | Failure]:
    """Yield the failures, then one complete document of all segments, in the file's own context."""
    documents = []
    for item in found:
        if isinstance(item, Failure):
            yield item
        else:
            documents.append(item)
    segments = tuple(segment for document in documents for segment in document.segments)
    if len(documents) == 1:
        yield replace(documents[0], complete=True)
    elif segments:
        yield file.document(segments, file.context())
