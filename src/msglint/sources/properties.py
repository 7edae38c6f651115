"""Java properties: the values of keys, with continued lines and escapes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from msglint.sources.derive import derive
from msglint.sources.entries import Entry, documents
from msglint.sources.string_escapes import escapes

if TYPE_CHECKING:
    from msglint.document import Document
    from msglint.sources.model import Failure, TextFile

LINE = re.compile(
    r"[ \t\f]*(?:[#!][^\r\n]*|(?P<key>(?:[^\s=:\\]|\\(?:\r\n|[^\r\n]))+)[ \t\f]*[=:]?[ \t\f]*"
    r"(?P<value>(?:[^\\\r\n]|\\(?:\r\n|[\s\S]|\Z))*)|[^\r\n]*)(?:\r\n|\r|\n|\Z)"
)


def read(file: TextFile) -> Iterator[Document | Failure]:
    """Yield the values of a file: every text is properties of some kind, so nothing fails."""
    return documents(file, entries(file.text))


def entries(text: str) -> Iterator[Entry]:
    """Yield the values in the order of the file."""
    at = 0
    while at < len(text):
        match = LINE.match(text, at)
        if match is None:
            return
        at = max(match.end(), at + 1)
        if match["key"]:
            key = derive(
                match["key"], 0, len(match["key"]), list(escapes(match["key"], 0, len(match["key"])))
            )[0]
            start, end = match.span("value")
            edits = list(escapes(text, start, end))
            yield Entry(tuple(key.split(".")), derive(text, start, end, edits)[0], start, end, edits)
