"""Comma-separated values with the places they stand at: RFC 4180, lenient where spreadsheets are."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache

from msglint.document import LINE_END
from msglint.frozen import Frozen
from msglint.sources.columns import column
from msglint.sources.derive import Edit, derive

DELIMITERS = (",", ";", "\t")

Meaning = Callable[[str], str | None]
"""Says what a column is by its name, None if it means nothing."""

UNDIVIDED = "\0"
"""The delimiter of a file with a single column: one that no text holds."""


class Field(Frozen):
    """A value: text[start:end] of the file, read with `edits`."""

    start: int
    end: int
    edits: tuple[Edit, ...] = ()

    def value(self, text: str) -> str:
        """Return what the field says."""
        return derive(text, self.start, self.end, self.edits)[0]


class Row(Frozen):
    """A row; `number` counts all rows, blank ones too, from 1, as a spreadsheet does."""

    number: int
    fields: tuple[Field, ...]

    def is_blank(self, text: str) -> bool:
        """Whether no field says anything."""
        return not any(text[field.start : field.end].strip() for field in self.fields)


class Unclosed(Frozen):
    """A row that cannot be read: the quote at `start`, in column `index` (from 0), is never closed.

    `end` is where its line ends.
    """

    number: int
    index: int
    start: int
    end: int


def rows(text: str, delimiter: str) -> Iterator[Row | Unclosed]:
    """Yield the rows of a text. Behind a quote that is never closed reading goes on in the next line."""
    pattern = _pattern(delimiter)
    fields: list[Field] = []
    at, number = 0, 1
    while (at < len(text) or fields) and (match := pattern.match(text, at)):
        if match["plain"] and match["plain"][0] == '"':
            end, at = _line_end(text, at)
            yield Unclosed(number, len(fields), match.start(), end)
        else:
            fields.append(_field(match))
            at = match.end()
            if match["stop"] == delimiter:
                continue
            yield Row(number, tuple(fields))
        fields, number = [], number + 1


def delimiter_of(text: str, source: str, meaning: Meaning = column) -> str:
    """Return the delimiter whose first row has the most names of columns, else the most values."""
    preferred = "\t" if source.lower().endswith(".tsv") else ","
    candidates = sorted(DELIMITERS, key=lambda delimiter: delimiter != preferred)
    scores = {delimiter: _score(text, delimiter, meaning) for delimiter in candidates}
    best = max(candidates, key=scores.__getitem__)
    return UNDIVIDED if scores[best] == (1, 1) else best


def address(row: int, index: int) -> str:
    """Return how a spreadsheet calls the cell in a row (from 1) and column (from 0): `B12`."""
    letters = ""
    index += 1
    while index:
        index, letter = divmod(index - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return f"{letters}{row}"


@cache
def _pattern(delimiter: str) -> re.Pattern[str]:
    plain = rf"[^{re.escape(delimiter)}\r\n]*+"
    quoted = rf'"(?P<quoted>[^"]*+(?:""[^"]*+)*+)"(?P<rest>{plain})'
    return re.compile(rf"(?:{quoted}|(?P<plain>{plain}))(?P<stop>{re.escape(delimiter)}|\r\n|\r|\n|\Z)")


def _field(match: re.Match[str]) -> Field:
    if match["plain"] is not None:
        return Field(*match.span("plain"))
    start, end = match.span("quoted")
    doubled = '""' in match["quoted"]
    edits = [Edit(start + at, start + at + 2, '"') for at in _doubled(match["quoted"])] if doubled else []
    if match["rest"]:
        return Field(start, match.end("rest"), (*edits, Edit(end, end + 1)))
    return Field(start, end, tuple(edits))


def _doubled(quoted: str) -> Iterator[int]:
    return (match.start() for match in re.finditer('""', quoted))


def _line_end(text: str, at: int) -> tuple[int, int]:
    """Return where the line that holds `at` ends, and where the next one begins."""
    match = LINE_END.search(text, at)
    return match.span() if match else (len(text), len(text))


def _score(text: str, delimiter: str, meaning: Meaning) -> tuple[int, int]:
    told = (row for row in rows(text, delimiter) if isinstance(row, Unclosed) or not row.is_blank(text))
    first = next(told, None) or next(rows(text, delimiter), None)
    if not isinstance(first, Row):
        return 0, 0
    known = sum(meaning(field.value(text)) is not None for field in first.fields)
    return known, len(first.fields)
