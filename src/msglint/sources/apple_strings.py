"""Apple's .strings files: `"key" = "value";`, with comments."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from msglint.sources.derive import derive
from msglint.sources.entries import Broken, Entry, documents
from msglint.sources.string_escapes import escapes

if TYPE_CHECKING:
    from msglint.document import Document
    from msglint.sources.model import Failure, TextFile

BLANKS = r"(?:\s++|/\*(?:[^*]++|\*(?!/))*+\*/|//[^\r\n]*+)*+"
STRING = r'"(?P<{}>(?:[^"\\]++|\\[\s\S])*+)"'
SKIP = re.compile(BLANKS)
PAIR = re.compile(
    rf"(?:{STRING.format('key')}|(?P<name>[\w.$/:-]+)){BLANKS}=?{BLANKS}{STRING.format('value')}{BLANKS};"
)
NEXT = re.compile(r";[^\r\n]*|[\r\n]")
"""What ends a pair that cannot be read."""


def read(file: TextFile) -> Iterator[Document | Failure]:
    """Yield the values of a file, and failures for what is no pair of key and value."""
    return documents(file, entries(file.text))


def entries(text: str) -> Iterator[Entry | Broken]:
    """Yield the values in the order of the file; behind what cannot be read it goes on in the next line."""
    at = _skipped(text, 0)
    while at < len(text):
        pair = PAIR.match(text, at)
        if pair is None:
            yield Broken('expected "key" = "value";', at)
            following = NEXT.search(text, at)
            at = _skipped(text, following.end() if following else len(text))
            continue
        key = pair["name"] or derive(pair["key"], 0, len(pair["key"]), list(escapes(pair["key"])))[0]
        start, end = pair.span("value")
        edits = list(escapes(text, start, end))
        yield Entry((key,), derive(text, start, end, edits)[0], start, end, edits)
        at = _skipped(text, pair.end())


def _skipped(text: str, at: int) -> int:
    match = SKIP.match(text, at)
    return match.end() if match else at
