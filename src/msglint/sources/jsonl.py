"""JSON Lines: each line an object that is a message; a broken line does not stop the others."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from msglint.document import LINE_END, Document
from msglint.sources.json_records import record
from msglint.sources.json_text import JsonError, skip_blanks, value_at

if TYPE_CHECKING:
    from msglint.sources.model import Failure, TextFile


def read(file: TextFile) -> Iterator[Document | Failure]:
    """Yield the documents of the lines, and failures for lines that cannot be read."""
    number = 0
    for start, end in lines(file.text):
        line = file.text[start:end]
        if line.strip():
            number += 1
            try:
                _check(line)
            except JsonError as error:
                at = start + error.offset
                yield file.failure("bad-record", error.message, at, max(at, end), record=number)
            else:
                yield from record(file, number, line, base=start)


def lines(text: str) -> Iterator[tuple[int, int]]:
    """Yield where the lines of a text begin and end; CR, LF and CRLF end one."""
    start = 0
    for match in LINE_END.finditer(text):
        yield start, match.start()
        start = match.end()
    yield start, len(text)


def _check(line: str) -> None:
    """Raise JsonError unless the line is one JSON value."""
    _, end = value_at(line, skip_blanks(line, 0))
    end = skip_blanks(line, end)
    if end < len(line):
        raise JsonError("a second value in this line", end)
