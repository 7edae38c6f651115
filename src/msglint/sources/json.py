"""JSON: a list of records, or one value whose strings are copy."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from typing import TYPE_CHECKING

from msglint.sources.json_records import record
from msglint.sources.json_text import JsonError, skip_blanks, value_at

if TYPE_CHECKING:
    from msglint.document import Document
    from msglint.sources.model import Failure, TextFile


def read(file: TextFile) -> Iterator[Document | Failure]:
    """Yield the documents of a file, and a failure where it cannot be read any further."""
    try:
        for number, (start, end) in enumerate(_records(file.text), start=1):
            yield from record(file, number, file.text, start, end)
    except JsonError as error:
        yield file.failure("bad-record", error.message, error.offset)


def _records(text: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of a list's items, or of the one value that is no list. Raises JsonError."""
    at = skip_blanks(text, 0)
    if text.startswith("[", at):
        at = yield from _items(text, at)
    elif at < len(text):
        _, end = value_at(text, at)
        yield at, end
        at = end
    at = skip_blanks(text, at)
    if at < len(text):
        raise JsonError("a second value in this file", at)


def _items(text: str, at: int) -> Generator[tuple[int, int], None, int]:
    """Yield the spans of the items of the list that begins at `at`; return where it ends."""
    at = skip_blanks(text, at + 1)
    if text.startswith("]", at):
        return at + 1
    while True:
        _, end = value_at(text, at)
        yield at, end
        at = skip_blanks(text, end)
        if text.startswith("]", at):
            return at + 1
        if not text.startswith(",", at):
            raise JsonError("this is not valid JSON: expected “,” or “]”", at)
        at = skip_blanks(text, at + 1)
