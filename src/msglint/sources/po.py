"""gettext catalogues: translations and what they translate, without the header and what is obsolete."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from msglint.sources.derive import Edit, derive
from msglint.sources.entries import Broken, Entry, documents
from msglint.sources.jsonl import lines
from msglint.sources.string_escapes import escapes

if TYPE_CHECKING:
    from msglint.document import Document
    from msglint.sources.model import Failure, TextFile

LINE = re.compile(
    r"[ \t]*(?:(?P<name>msgctxt|msgid_plural|msgid|msgstr)(?P<number>\[\d{1,3}\])?[ \t]*)?"
    r'"(?P<value>(?:[^"\\]|\\.)*)"[ \t]*'
)
LONGEST_KEY = 40
"""Characters of the original text by which a translation is called."""


@dataclass(slots=True)
class _Field:
    """A text of a message: its name (`msgstr[1]`) and the spans of its lines."""

    name: str
    spans: list[tuple[int, int]] = field(default_factory=list)

    def entry(self, text: str, key: str) -> Entry:
        edits: list[Edit] = []
        for index, (start, end) in enumerate(self.spans):
            if index:
                edits.append(Edit(self.spans[index - 1][1], start))
            edits += escapes(text, start, end)
        first, last = self.spans[0][0], self.spans[-1][1]
        return Entry((key, self.name), derive(text, first, last, edits)[0], first, last, edits)


def read(file: TextFile) -> Iterator[Document | Failure]:
    """Yield the strings of a catalogue, and failures for lines that are none of its."""
    return documents(file, entries(file.text))


def entries(text: str) -> Iterator[Entry | Broken]:
    """Yield the texts and translations in the order of the file, and what is no line of a catalogue."""
    fields: list[_Field] = []
    for start, end in lines(text):
        line = text[start:end].strip()
        if not line or line.startswith("#"):
            continue
        match = LINE.fullmatch(text, start, end)
        if match is None or not (match["name"] or fields):
            yield Broken('expected a line such as msgstr "..."', start)
            continue
        name = match["name"]
        if name and fields and _begins(name, fields[-1].name):
            yield from _message(text, fields)
            fields = []
        if name:
            fields.append(_Field(name + (match["number"] or "")))
        fields[-1].spans.append(match.span("value"))
    yield from _message(text, fields)


def _begins(name: str, before: str) -> bool:
    """Whether a text of this name begins a new message."""
    return name == "msgctxt" or (name == "msgid" and before != "msgctxt")


def _message(text: str, fields: list[_Field]) -> Iterator[Entry]:
    """Yield the texts of one message; one that is translated by itself once."""
    found = {item.name: item.entry(text, "") for item in fields}
    original = found.get("msgid")
    if original is None or not original.value:
        return
    context = found.pop("msgctxt", None)
    key = (f"{context.value}|{original.value}" if context else original.value).rstrip(". ")
    shown = key if len(key) <= LONGEST_KEY else key[: LONGEST_KEY - 1] + "…"
    told: set[str | None] = {""}
    for item in found.values():
        if item.value not in told:
            told.add(item.value)
            yield item._replace(path=(shown, item.path[-1]))
