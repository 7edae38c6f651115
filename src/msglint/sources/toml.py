"""TOML: validated by the standard library, located by a scan of what it has found valid."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from typing import TYPE_CHECKING

from msglint.document import Document, PhysicalText
from msglint.sources.derive import Edit, derive
from msglint.sources.entries import Broken, Entry, documents
from msglint.text.patterns import lazy_pattern
from msglint.text.toml import BARE_VALUE, STRING, Item, problem, scan

if TYPE_CHECKING:
    from msglint.sources.model import Failure, TextFile

ESCAPE = lazy_pattern(
    r"\\(?:[ \t]*\r?\n[ \t\r\n]*|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|.)", re.DOTALL
)
ESCAPES = {"b": "\b", "t": "\t", "n": "\n", "f": "\f", "r": "\r", "e": "\x1b"}


def read(file: TextFile) -> Iterator[Document | Failure]:
    """Yield the documents of a file, or a failure where it is no TOML."""
    return documents(file, entries(file.text))


def entries(text: str) -> Iterator[Entry | Broken]:
    """Yield the values in the order of the file, or what is wrong with it."""
    try:
        tomllib.loads(text)
    except (RecursionError, ValueError) as error:
        yield _broken(text, error)
    else:
        yield from (_entry(text, item) for item in scan(text) if item.is_scalar)


def _broken(text: str, error: ValueError | RecursionError) -> Broken:
    what, place = problem(error)
    if place is None:
        return Broken(what, len(text) if isinstance(error, tomllib.TOMLDecodeError) else 0)
    line, column = place
    starts = PhysicalText("", text).line_starts
    return Broken(what, starts[min(line, len(starts)) - 1] + column - 1)


def _entry(text: str, item: Item) -> Entry:
    start = item.value
    string = STRING.match(text, start)
    if string is None:
        bare = BARE_VALUE.match(text, start)
        value = bare[0].rstrip() if bare else ""
        return Entry(item.way, value, start, start + len(value), is_text=False)
    kind = str(string.lastgroup)
    start, end = string.span(kind)
    edits = tuple(_escapes(text, start, end)) if kind in ("long", "short") else ()
    return Entry(item.way, derive(text, start, end, edits)[0], start, end, edits)


def _escapes(text: str, start: int, end: int) -> Iterator[Edit]:
    for match in ESCAPE.finditer(text, start, end):
        raw = match[0]
        if raw[1] in " \t\r\n":
            meant = ""
        elif len(raw) > 2:
            meant = chr(int(raw[2:], 16))
        else:
            meant = ESCAPES.get(raw[1], raw[1])
        yield Edit(*match.span(), meant)
