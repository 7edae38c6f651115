"""Spreadsheets: with message columns each row is a message, without them each text cell stands alone."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from typing import Any

from python_calamine import CalamineError, CalamineWorkbook

from msglint.config.context import ContextLayer, ContextValue
from msglint.config.values import record_value
from msglint.document import Document, FixedOrigin, Place, Segment
from msglint.errors import MsglintError
from msglint.messages import Message
from msglint.sources.archive import Archive
from msglint.sources.csv_text import address
from msglint.sources.model import BinaryFile, Failure, UnreadableError
from msglint.sources.records import RECORD_UNITS, ROLES
from msglint.sources.sheet_size import prove_small

Rows = Sequence[Sequence[Any]]


def read(file: BinaryFile) -> Iterator[Document | Failure]:
    """Yield the documents of all sheets, and failures for rows whose context means nothing."""
    prove_small(Archive(file.data, file.budget))
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(file.data))
        for name in book.sheet_names:
            rows = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
            yield from _sheet(file, name, rows)
    except CalamineError as error:
        raise UnreadableError("broken", Message("the workbook is damaged: {}", error)) from error


def _sheet(file: BinaryFile, sheet: str, rows: Rows) -> Iterator[Document | Failure]:
    head = next((at for at, row in enumerate(rows) if any(map(_is_filled, row))), None)
    if head is None:
        return
    names = [file.settings.column(str(name)) for name in rows[head]]
    if file.settings.unit in RECORD_UNITS and "text" in names:
        for at in range(head + 1, len(rows)):
            yield from _message(file, sheet, at, names, rows[at])
        return
    for at in range(head, len(rows)):
        for index, value in enumerate(rows[at]):
            if isinstance(value, str) and value.strip():
                yield file.document([_segment(file, sheet, at, index, value)], complete=False)


def _message(
    file: BinaryFile, sheet: str, at: int, names: Sequence[str | None], row: Sequence[Any]
) -> Iterator[Document | Failure]:
    if not any(map(_is_filled, row)):
        return
    cells = [
        (name, index, value) for index, (name, value) in enumerate(zip(names, row, strict=False)) if name
    ]
    values: dict[str, ContextValue] = {}
    for name, index, value in cells:
        if name in ("id", *ROLES) or not _is_filled(value):
            continue
        try:
            values |= record_value(name, _plain(value))
        except MsglintError as error:
            place = Place(file.source, sheet=sheet, cell=address(at + 1, index))
            yield file.failure("bad-context", error.message, place)
    wanted = [(role, index, value) for role in ROLES for name, index, value in cells if name == role]
    segments = [
        _segment(file, sheet, at, index, str(_plain(value)), ROLES[role]) for role, index, value in wanted
    ]
    id_ = next((str(_plain(value)) for name, _, value in cells if name == "id" and _is_filled(value)), None)
    yield file.document(segments, ContextLayer(values, f"sheet {sheet}, row {at + 1}"), id=id_)


def _segment(file: BinaryFile, sheet: str, at: int, index: int, text: str, role: str = "body") -> Segment:
    place = Place(file.source, sheet=sheet, cell=address(at + 1, index))
    return Segment(text, FixedOrigin(place), role)


def _plain(value: Any) -> Any:
    """Return a value as a record says it: 3.0, as spreadsheets keep numbers, is 3."""
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value if isinstance(value, str | bool | int | float) else str(value)


def _is_filled(value: Any) -> bool:
    return bool(value.strip()) if isinstance(value, str) else value is not None
