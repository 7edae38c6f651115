"""Files of named strings: a mapping with a text is a message, any other string an incomplete document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from msglint.config.context import KINDS
from msglint.sources.derive import Edit, derive
from msglint.sources.json_text import written
from msglint.sources.records import RECORD_UNITS, ROLES, Cell, alone, document, message

if TYPE_CHECKING:
    from msglint.document import Document
    from msglint.sources.model import Failure, TextFile

Path = tuple[str | int, ...]


class Entry(NamedTuple):
    """A value of a file: text[start:end] with `edits` reads as `value` (None: nothing is said).

    `path` are the keys that lead to it, and the positions in lists. What is no `is_text`, such as a number,
    can say something about a message and is no copy.
    """

    path: Path
    value: str | None
    start: int
    end: int
    edits: Sequence[Edit] = ()
    is_text: bool = True


class Broken(NamedTuple):
    """Where a file cannot be read, and why."""

    message: str
    offset: int


def exact(text: str, start: int, end: int, edits: Sequence[Edit], value: str) -> Sequence[Edit]:
    """Return the edits if text[start:end] reads as `value` with them, else one edit for the whole."""
    sound = derive(text, start, end, edits)[0] == value
    return edits if sound else (Edit(start, end, value),)


def documents(file: TextFile, found: Iterable[Entry | Broken]) -> Iterator[Document | Failure]:
    """Yield the documents of the entries, in their order, then what could not be read."""
    items = list(found)
    entries = [item for item in items if isinstance(item, Entry)]
    yield from _documents(file, entries)
    for item in items:
        if isinstance(item, Broken):
            yield file.failure("broken", item.message, min(item.offset, len(file.text)))


def _documents(file: TextFile, entries: Sequence[Entry]) -> Iterator[Document | Failure]:
    owned: dict[Path, list[tuple[str, Entry]]] = {}
    for entry in entries:
        owner, name = _owner(entry.path)
        owned.setdefault(owner, []).append((name, entry))
    unit = file.settings.unit
    messages = {
        owner for owner, inside in owned.items() if unit in RECORD_UNITS and _is_message(file, owner, inside)
    }
    told: set[Path] = set()
    number = 0
    for entry in entries:
        owner, name = _owner(entry.path)
        if owner not in messages and unit != "record":
            yield from alone(file, None, _texts(file, [(name, entry)]))
        elif owner not in told:
            told.add(owner)
            if owner in messages:
                number += 1
                yield from message(file, number, _cells(file, owned[owner]))
            elif texts := _texts(file, owned[owner]):
                yield document(file, None, texts)


def _owner(path: Path) -> tuple[Path, str]:
    """Return the path of the mapping that a value belongs to, and the name it has there."""
    end = len(path)
    while end and isinstance(path[end - 1], int):
        end -= 1
    if not end:
        return (), ""
    name = str(path[end - 1])
    kind = str(path[end - 2]).strip().lower() if end > 1 else ""
    return (path[: end - 2], f"{kind}.{name}") if kind in KINDS else (path[: end - 1], name)


def _is_message(file: TextFile, owner: Path, inside: Sequence[tuple[str, Entry]]) -> bool:
    """Whether a mapping is a message: it has a text, and is the file, an item of a list, or says more."""
    named = {file.settings.column(name) for name, _ in inside} - {None}
    is_item = not owner or isinstance(owner[-1], int)
    return "text" in named and (is_item or len(named) > 1)


def _texts(file: TextFile, inside: Iterable[tuple[str, Entry]]) -> list[Cell]:
    cells = [_cell(file, name, entry) for name, entry in inside if entry.is_text and entry.value]
    return [cell for cell in cells if file.settings.is_copy(cell.key)]


def _cells(file: TextFile, inside: Iterable[tuple[str, Entry]]) -> list[Cell]:
    """Return the values of a message; a list of what is no text is one value."""
    cells: dict[Any, Cell] = {}
    for name, entry in inside:
        cell = _cell(file, name, entry)
        if isinstance(entry.path[-1], int) and cell.column not in ROLES:
            first = cells.get(name, cell._replace(value=[]))
            cells[name] = first._replace(value=[*first.value, cell.value], end=cell.end, edits=())
        else:
            cells[entry.path] = cell
    return list(cells.values())


def _cell(file: TextFile, name: str, entry: Entry) -> Cell:
    key = written(entry.path) or None
    return Cell(file.settings.column(name), key, entry.value, entry.start, entry.end, entry.edits)
