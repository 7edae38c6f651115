"""From a change of a text to an edit of the file that holds it, where the way back is exact."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from html import escape

from msglint.document import Document, PhysicalText, Segment, TextOrigin
from msglint.sources.formats import suffix_of
from msglint.violation import Change, Edit, Fix


def _json(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)[1:-1]


def _csv(text: str) -> str:
    return text.replace('"', '""')


def _html(text: str) -> str:
    return escape(text, quote=False)


ESCAPES: Mapping[str, Callable[[str], str]] = {
    **dict.fromkeys((".json", ".jsonl"), _json),
    **dict.fromkeys((".csv", ".tsv"), _csv),
    **dict.fromkeys((".html", ".htm"), _html),
}
"""How formats write a text; what else would read otherwise is found out when the file is read again."""


def located(fix: Fix, document: Document) -> Fix | None:
    """Return a fix with the edits of the file that make its changes.

    None if the file does not show the text as it is: then nobody but its author should touch it.
    """
    found = [_edit(document.segments[change.segment], change) for change in fix.changes]
    exact = sorted({edit for edit in found if edit}, key=lambda edit: (edit.start, edit.end))
    return replace(fix, edits=tuple(exact)) if exact and None not in found else None


def _edit(segment: Segment, change: Change) -> Edit | None:
    origin, text = segment.origin, segment.text
    if not isinstance(origin, TextOrigin):
        return None
    first, last = span(origin, change.start, change.end)
    if not _is_exact(text, origin, change, first, last):
        return None
    write = ESCAPES.get(suffix_of(origin.physical.source), str)
    reads = change.text.replace("\n", line_end(text, origin.physical))
    at = TextOrigin(origin.physical, record=origin.record, key=origin.key, cell=origin.cell)
    return Edit(first, last, write(reads), reads, at.place(first, last))


def span(origin: TextOrigin, start: int, end: int) -> tuple[int, int]:
    """Return the file's span of a segment's text[start:end]; an empty one stands behind what is before it."""
    if end > start:
        return origin.offsets.span(start, end)
    at = origin.offsets.end(start)
    return at, at


def _is_exact(text: str, origin: TextOrigin, change: Change, first: int, last: int) -> bool:
    """Whether just the characters of a change stand in the file: as they are, or as a record's escapes."""
    derived = origin.offsets.derived
    if derived(first) != change.start or derived(last) != change.end:
        return False
    as_it_is = origin.physical.text[first:last] == text[change.start : change.end]
    return as_it_is or origin.record is not None or origin.key is not None or origin.cell is not None


def line_end(text: str, physical: PhysicalText) -> str:
    """Return how a text ends its lines, else the file; a line feed if there is no line to tell."""
    for written in (text, physical.text):
        for sign in ("\r\n", "\n", "\r"):
            if sign in written:
                return sign
    return "\n"
