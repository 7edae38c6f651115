"""Rows of tables whose values come without the text they stood in: each is a message with its context."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from msglint.config.context import ContextLayer, ContextValue
from msglint.config.values import record_value
from msglint.document import Document, FixedOrigin, Place, Segment
from msglint.errors import MsglintError
from msglint.messages import Message
from msglint.sources.records import ROLES

if TYPE_CHECKING:
    from msglint.sources.model import BinaryFile, Failure


class Column(NamedTuple):
    """A column of a table: where it is among its columns, what it is called, and what that means."""

    position: int
    key: str
    meaning: str


def meant(file: BinaryFile, names: Sequence[str]) -> list[Column]:
    """Return the columns that mean something."""
    found = ((index, name, file.settings.column(name)) for index, name in enumerate(names))
    return [Column(index, name, meaning) for index, name, meaning in found if meaning]


def message(
    file: BinaryFile, number: int, columns: Sequence[Column], values: Sequence[Any]
) -> Iterator[Document | Failure]:
    """Yield the document of row `number` (from 1), after failures for values that mean nothing.

    `values` are those of `columns`, in their order.
    """
    said: dict[str, ContextValue] = {}
    texts: dict[str, list[Segment]] = {role: [] for role in ROLES}
    name = None
    for column, value in zip(columns, values, strict=True):
        place = Place(file.source, record=number, key=column.key)
        if column.meaning in ROLES:
            if value is not None and not isinstance(value, str):
                yield file.failure("bad-record", Message("expected text in “{}”", column.key), place)
            text = value if isinstance(value, str) else ""
            texts[column.meaning].append(Segment(text, FixedOrigin(place), ROLES[column.meaning]))
        elif _is_empty(value):
            continue
        elif column.meaning == "id":
            name = str(value)
        else:
            try:
                said |= record_value(column.meaning, value)
            except MsglintError as error:
                yield file.failure("bad-context", error.message, place)
    segments = [segment for role in ROLES for segment in texts[role]]
    yield file.document(segments, ContextLayer(said, f"record {number}"), id=name)


def _is_empty(value: Any) -> bool:
    return value is None or value == [] or (isinstance(value, str) and not value.strip())
