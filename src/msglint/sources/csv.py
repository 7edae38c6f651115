"""CSV: with message columns each row is a message, without them each cell is an incomplete document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import TYPE_CHECKING

from msglint.messages import Message
from msglint.sources.csv_text import Row, Unclosed, address, delimiter_of, rows
from msglint.sources.records import RECORD_UNITS, Cell, alone, document, message

if TYPE_CHECKING:
    from msglint.document import Document
    from msglint.sources.model import Failure, TextFile

SURPLUS = "{} cells, but {} columns: put a text that holds the delimiter in quotes"

Rows = Iterable[Row | Unclosed]


def read(file: TextFile) -> Iterator[Document | Failure]:
    """Yield the documents of a table, and failures for rows that cannot be read.

    The first row names the columns if one of the names means the text of a message.
    """
    delimiter = delimiter_of(file.text, file.source, file.settings.column)
    table = (row for row in rows(file.text, delimiter) if not _is_blank(file, row))
    first = next(table, None)
    if first is None:
        return iter(())
    names = _values(file, first) if isinstance(first, Row) else []
    if file.settings.unit in RECORD_UNITS and "text" in map(file.settings.column, names):
        return _messages(file, names, table)
    return _cells(file, chain([first], table))


def _messages(file: TextFile, names: list[str], table: Rows) -> Iterator[Document | Failure]:
    for number, row in enumerate(table, start=1):
        if isinstance(row, Unclosed):
            yield _unclosed(file, row, number)
            continue
        if len(row.fields) > len(names):
            yield from _surplus(file, row, number, len(names))
        yield from message(file, number, _row_cells(file, row, names))


def _cells(file: TextFile, table: Rows) -> Iterator[Document | Failure]:
    for row in table:
        if isinstance(row, Unclosed):
            yield _unclosed(file, row, None)
        elif file.settings.unit == "record":
            yield document(file, row.number, _row_cells(file, row))
        else:
            yield from alone(file, None, _row_cells(file, row))


def _row_cells(file: TextFile, row: Row, names: list[str] | None = None) -> list[Cell]:
    keys = names or [""] * len(row.fields)
    return [
        Cell(
            file.settings.column(key),
            key or None,
            value,
            field.start,
            field.end,
            field.edits,
            address(row.number, index),
        )
        for index, (key, value, field) in enumerate(zip(keys, _values(file, row), row.fields, strict=False))
    ]


def _values(file: TextFile, row: Row) -> list[str]:
    return [field.value(file.text) for field in row.fields]


def _is_blank(file: TextFile, row: Row | Unclosed) -> bool:
    return isinstance(row, Row) and row.is_blank(file.text)


def _unclosed(file: TextFile, row: Unclosed, number: int | None) -> Failure:
    advice = "this quote is never closed: the row is not judged"
    where = {"record": number, "cell": address(row.number, row.index)}
    return file.failure("bad-record", advice, row.start, row.end, **where)


def _surplus(file: TextFile, row: Row, number: int, width: int) -> Iterator[Failure]:
    """Yield a failure if cells that have no name hold text: most likely a text lacks its quotes."""
    rest = row.fields[width:]
    if any(field.value(file.text).strip() for field in rest):
        advice = Message(SURPLUS, len(row.fields), width)
        where = {"record": number, "cell": address(row.number, width)}
        yield file.failure("bad-record", advice, rest[0].start, rest[-1].end, **where)
