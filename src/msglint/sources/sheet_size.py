"""Proves that a workbook is small before it is read: the library keeps the whole rectangle of cells."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING, Any
from xml.etree.ElementTree import ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import iterparse

from msglint.messages import Message
from msglint.sources.limits import TooMuchError
from msglint.sources.model import UnreadableError

if TYPE_CHECKING:
    from msglint.sources.archive import Archive

MAX_CELLS = 2_000_000
"""Cells of a sheet, empty ones between its first and last included."""

MANIFEST = "META-INF/manifest.xml"
REFERENCE = re.compile(rb"""<(?:\w+:)?(?:c|row)\s[^>]*?\br\s*=\s*["']([A-Z]{0,3})([0-9]{1,7})["']""")


def prove_small(archive: Archive) -> None:
    """Raise TooMuchError if a sheet spans too many cells, UnreadableError if it is encrypted or damaged."""
    if MANIFEST in archive.names and b"encryption-data" in archive.read(MANIFEST):
        raise UnreadableError("encrypted", "the file is encrypted: remove its password")
    for name in archive.names:
        data = archive.read(name)
        if name == "content.xml" and MANIFEST in archive.names:
            _prove_open(data)
        elif name.endswith(".xml"):
            _prove(*_corner(data))


def _prove(width: int, height: int) -> None:
    if width * height > MAX_CELLS:
        raise TooMuchError(Message("a sheet spans more than {} cells", MAX_CELLS))


def _corner(data: bytes) -> tuple[int, int]:
    """Return the column and row of the last cell of an Excel sheet."""
    found = [(_number(match[1]), int(match[2])) for match in REFERENCE.finditer(data)]
    return max((column for column, _ in found), default=0), max((row for _, row in found), default=0)


def _number(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def _prove_open(data: bytes) -> None:
    """Prove the sheets of an OpenDocument file, in which a cell or row may say how often it is repeated."""
    width = height = rows = 0
    try:
        for event, node in iterparse(io.BytesIO(data), ("start", "end"), forbid_dtd=True):
            name = _local(node.tag)
            if event == "start" and name == "table":
                width = height = rows = 0
            elif event == "end" and name == "table-row":
                rows += _repeated(node, "number-rows-repeated")
                filled = _filled(node)
                width, height = max(width, filled), rows if filled else height
                _prove(width, height)
                node.clear()
    except DefusedXmlException as error:
        raise UnreadableError("broken", "the workbook is damaged: it declares XML entities") from error
    except (ParseError, ValueError, LookupError) as error:
        raise UnreadableError("broken", Message("the workbook is damaged: {}", error)) from error


def _filled(row: Any) -> int:
    """Return how many columns a row takes up to its last cell that holds something."""
    columns = filled = 0
    for cell in row:
        columns += _repeated(cell, "number-columns-repeated")
        is_filled = len(cell) or any(_local(key) in ("value", "value-type") for key in cell.attrib)
        filled = columns if is_filled else filled
    return filled


def _repeated(node: Any, name: str) -> int:
    said = next((value for key, value in node.items() if _local(key) == name), "1")
    return int(said[:9]) if said[:9].isdecimal() else 1


def _local(name: str) -> str:
    return name.rpartition("}")[2]
