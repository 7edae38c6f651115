"""Parquet: each row is a message; the table is read piece by piece."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import TYPE_CHECKING

# Arrow's allocator would start a thread as it is imported, and beside a thread no worker can be forked.
os.environ.setdefault("JE_ARROW_MALLOC_CONF", "background_thread:false")

import pyarrow as pa
from pyarrow import parquet

from msglint.messages import Message
from msglint.sources.limits import MB, UNPACKED, TooMuchError
from msglint.sources.model import BinaryFile, Failure, UnreadableError
from msglint.sources.rows import meant, message

if TYPE_CHECKING:
    from msglint.document import Document

NO_TEXT = "no column is known to hold the text of messages: name it with `columns:` in msglint.yaml"

ROWS = 1000
"""Rows that are read at once."""


def read(file: BinaryFile) -> Iterator[Document | Failure]:
    """Yield the documents of the rows, and failures for values that mean nothing."""
    try:
        table = parquet.ParquetFile(pa.BufferReader(file.data))
        columns = meant(file, table.schema_arrow.names)
        if "text" not in (column.meaning for column in columns):
            raise UnreadableError("bad-record", NO_TEXT)
        _prove_small(file, table)
        first = 1
        keys = [column.key for column in columns]
        for batch in table.iter_batches(ROWS, columns=keys, use_threads=False):
            file.budget.pass_by(batch.nbytes, len(file.data))
            values = [batch.column(column.key).to_pylist() for column in columns]
            for number, row in enumerate(zip(*values, strict=True), first):
                yield from message(file, number, columns, row)
            first += batch.num_rows
    except (pa.ArrowException, OSError, ValueError, KeyError) as error:
        raise UnreadableError(
            "broken", Message("the Parquet file is damaged: {}", _first_line(error))
        ) from error


def _prove_small(file: BinaryFile, table: parquet.ParquetFile) -> None:
    """Raise TooMuchError if a part that is unpacked in one piece is too large."""
    groups = range(table.metadata.num_row_groups)
    largest = max((table.metadata.row_group(index).total_byte_size for index in groups), default=0)
    if largest > file.settings.limits.unpacked_mb * MB:
        raise TooMuchError(Message(UNPACKED, file.settings.limits.unpacked_mb))


def _first_line(error: Exception) -> str:
    return (str(error).splitlines() or [""])[0]
