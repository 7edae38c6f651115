"""Records: what a row or a JSON object holds becomes one document with its context."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from msglint.config.context import ContextLayer, ContextValue
from msglint.config.values import record_value
from msglint.errors import MsglintError
from msglint.messages import Message

if TYPE_CHECKING:
    from msglint.document import Document, Segment
    from msglint.sources.derive import Edit
    from msglint.sources.model import Failure, TextFile

ROLES = {"subject": "subject", "text": "body"}
"""Columns whose text is judged, and the role it has, in the order of a document."""

RECORD_UNITS = (None, "record", "file")
"""Units in which message columns mean something; in others each value is judged alone."""


class Cell(NamedTuple):
    """A named value of a record.

    `column` is what it means (None: nothing to us), `key` what the file calls it; text[start:end] of the
    file with `edits` reads as `value`, if that is a string. `address` is a table cell's, `B12`.
    """

    column: str | None
    key: str | None
    value: Any
    start: int
    end: int
    edits: Sequence[Edit] = ()
    address: str | None = None


def message(file: TextFile, number: int, cells: Sequence[Cell]) -> Iterator[Document | Failure]:
    """Yield the document of record `number` (from 1), after failures for values that mean nothing."""
    layer, failures = context(file, number, cells)
    yield from failures
    texts = [_nothing_as_text(cell) for role in ROLES for cell in cells if cell.column == role]
    for cell in texts:
        if not isinstance(cell.value, str):
            yield _failure(file, number, cell, "bad-record", Message("expected text in “{}”", cell.key))
    judged = [cell for cell in texts if isinstance(cell.value, str) and file.settings.is_copy(cell.key)]
    if judged:
        yield document(file, number, judged, layer, id=record_id(cells))


def alone(
    file: TextFile,
    number: int | None,
    cells: Sequence[Cell],
    layer: ContextLayer | None = None,
    id: str | None = None,
) -> Iterator[Document]:
    """Yield every text of a record as an incomplete document of its own."""
    for cell in cells:
        if isinstance(cell.value, str) and not _is_empty(cell.value) and file.settings.is_copy(cell.key):
            yield document(file, number, [cell], layer, id=id, complete=False)


def document(
    file: TextFile,
    number: int | None,
    texts: Sequence[Cell],
    layer: ContextLayer | None = None,
    *,
    id: str | None = None,
    complete: bool = True,
) -> Document:
    """Return the document that the texts of a record are."""
    segments = [_segment(file, number, cell) for cell in texts]
    return file.document(segments, file.context(*([layer] if layer else [])), id=id, complete=complete)


def context(file: TextFile, number: int, cells: Sequence[Cell]) -> tuple[ContextLayer, list[Failure]]:
    """Return what the cells of a record say about its context, and failures for what they cannot say."""
    values: dict[str, ContextValue] = {}
    failures = []
    for cell in cells:
        if cell.column is None or cell.column in ("id", *ROLES) or _is_empty(cell.value):
            continue
        try:
            values |= record_value(cell.column, cell.value)
        except MsglintError as error:
            failures.append(_failure(file, number, cell, "bad-context", error.message))
    return ContextLayer(values, f"record {number}"), failures


def _segment(file: TextFile, number: int | None, cell: Cell) -> Segment:
    role = ROLES.get(cell.column or "", "body")
    return file.segment(cell.start, cell.end, cell.edits, role, **_where(number, cell))


def record_id(cells: Sequence[Cell]) -> str | None:
    """Return what a record calls itself, None if it has no name."""
    found = (cell.value for cell in cells if cell.column == "id" and not _is_empty(cell.value))
    return next(map(str, found), None)


def _is_empty(value: Any) -> bool:
    return value is None or (isinstance(value, str) and not value.strip())


def _nothing_as_text(cell: Cell) -> Cell:
    return cell._replace(value="", end=cell.start) if cell.value is None else cell


def _failure(file: TextFile, number: int, cell: Cell, code: str, message: str) -> Failure:
    return file.failure(code, message, cell.start, cell.end, **_where(number, cell))


def _where(number: int | None, cell: Cell) -> dict[str, Any]:
    return {"record": number, "key": cell.key, "cell": cell.address}
