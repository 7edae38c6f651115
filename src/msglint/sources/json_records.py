"""What a JSON value says: an object with a text is a message, any other holds incomplete documents."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from msglint.config.context import KINDS
from msglint.sources.json_text import Located, escapes, members, skip_blanks, sound, strings
from msglint.sources.records import RECORD_UNITS, ROLES, Cell, alone, context, document, message, record_id

if TYPE_CHECKING:
    from msglint.document import Document
    from msglint.sources.model import Failure, TextFile


def record(
    file: TextFile, number: int, text: str, at: int = 0, end: int | None = None, base: int = 0
) -> Iterator[Document | Failure]:
    """Yield the documents of the valid JSON value text[at:end], record `number` (from 1) of the file.

    `text` is a piece of the file that begins at the file's offset `base`.
    """
    at = skip_blanks(text, at)
    end = len(text) if end is None else end
    if text[at] == "{":
        return _object(file, number, text, at, base)
    if text[at] in '["':
        return alone(file, number, [_cell(file, item, base) for item in strings(text, at, end)])
    reason = 'expected an object such as {"text": "..."}'
    return iter([file.failure("bad-record", reason, base + at, base + end, record=number)])


def _object(file: TextFile, number: int, text: str, at: int, base: int) -> Iterator[Document | Failure]:
    found = members(text, at)
    cells = [_cell(file, item, base) for item in _flat(text, found)]
    if file.settings.unit in RECORD_UNITS and any(cell.column == "text" for cell in cells):
        yield from message(file, number, cells)
        return
    layer, failures = context(file, number, cells)
    yield from failures
    texts = [
        _cell(file, item, base) for item in found if _may_be_copy(file, item) for item in _strings(text, item)
    ]
    if file.settings.unit == "record" and texts:
        yield document(file, number, texts, layer, id=record_id(cells))
    else:
        yield from alone(file, number, texts, layer, record_id(cells))


def _flat(text: str, found: list[Located]) -> Iterator[Located]:
    """Yield the members of a record, those of `product` and `message` by their dotted names."""
    for item in found:
        kind = item.key.strip().lower()
        if kind in KINDS and isinstance(item.value, dict):
            for inner in members(text, item.start):
                yield inner._replace(key=f"{kind}.{inner.key}")
        else:
            yield item


def _strings(text: str, item: Located) -> Iterator[Located]:
    for inner in strings(text, item.start, item.end):
        joint = "." if inner.key and inner.key[0] != "[" else ""
        yield inner._replace(key=item.key + joint + inner.key)


def _may_be_copy(file: TextFile, item: Located) -> bool:
    """Whether a member may hold copy, being neither a name nor context."""
    meaning = file.settings.column(item.key)
    is_attributes = item.key.strip().lower() in KINDS and isinstance(item.value, dict)
    return (meaning is None or meaning in ROLES) and not is_attributes


def _cell(file: TextFile, item: Located, base: int) -> Cell:
    key = sound(item.key) or None
    start, end, value = base + item.start, base + item.end, _sound(item.value)
    if not isinstance(value, str):
        return Cell(file.settings.column(item.key), key, value, start, end)
    edits = tuple(escapes(file.text, start + 1, end - 1))
    return Cell(file.settings.column(item.key), key, value, start + 1, end - 1, edits)


def _sound(value: Any) -> Any:
    if isinstance(value, str):
        return sound(value)
    return [_sound(item) for item in value] if isinstance(value, list) else value
