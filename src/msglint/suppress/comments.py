"""Comments that suppress: `msglint: ignore[rule, category] reason`, in the comments of a file's own format.

`ignore` counts for its line or, if nothing else stands there, for the next line with text; `ignore-block` for
the lines up to the next blank one; `ignore-file` for the whole file, as does any of them in the front matter.
`ignore[...] until 2027-10-01: reason` ends on a day (included).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from msglint.document import Document, PhysicalText, TextOrigin
from msglint.frozen import Frozen
from msglint.messages import Message
from msglint.sources import suffix_of
from msglint.text.patterns import lazy_pattern

TAGGED = lazy_pattern(r"<!--\s*msglint:(.*?)-->", re.DOTALL)
HASHED = lazy_pattern(r"(?:(?<=^)|(?<=\s))#+\s*msglint:([^\r\n]*)", re.MULTILINE)
FRONT_MATTER = lazy_pattern(r"\A---[ \t]*(?:\r\n|\r|\n).*?^(?:---|\.\.\.)[ \t]*$", re.DOTALL | re.MULTILINE)
FENCED = lazy_pattern(r"^(```|~~~).*?^\1", re.DOTALL | re.MULTILINE)
COMMENTS = {
    **dict.fromkeys((".md", ".markdown", ".html", ".htm"), TAGGED),
    **dict.fromkeys((".yaml", ".yml", ".toml", ".properties", ".po"), HASHED),
}
"""How comments are written in the formats that have them."""

DIRECTIVE = lazy_pattern(
    r"\s*ignore(?P<scope>-block|-file)?\s*\[(?P<names>[^\]\r\n]+)\]\s*"
    r"(?:until\s+(?P<until>\S+?)\s*:)?\s*(?!until\s)(?P<reason>\S.*?)\s*",
    re.DOTALL,
)
EXPECTED = Message("expected “msglint: ignore[rule or category] reason”")


class Directive(Frozen):
    """A comment that suppresses: lines `first` to `last` (from 1, both included; None: the whole file)."""

    start: int
    end: int
    line: int
    names: frozenset[str]
    reason: str
    until: date | None = None
    first: int | None = None
    last: int | None = None


class BadDirective(Frozen):
    """A comment that was meant to suppress and cannot be read; offsets are code points of the file."""

    start: int
    end: int
    problem: str


def physical_of(document: Document) -> PhysicalText | None:
    """Return the decoded file of a document, if it is a text file."""
    origins = (segment.origin for segment in document.segments)
    return next((origin.physical for origin in origins if isinstance(origin, TextOrigin)), None)


def directives(physical: PhysicalText) -> Iterator[Directive | BadDirective]:
    """Yield the directives of a file, in order; one in a Markdown code block is an example and none."""
    if "msglint:" not in physical.text:
        return
    front = FRONT_MATTER.match(physical.text)
    for match in HASHED.finditer(front[0]) if front else ():
        yield _read(match, physical, whole=True)
    pattern = COMMENTS.get(suffix_of(physical.source))
    fences = [match.span() for match in FENCED.finditer(physical.text)] if pattern is TAGGED else []
    for match in pattern.finditer(physical.text, front.end() if front else 0) if pattern else ():
        if not any(start <= match.start() < end for start, end in fences):
            yield _read(match, physical, whole=False)


def _read(match: re.Match[str], physical: PhysicalText, *, whole: bool) -> Directive | BadDirective:
    directive = DIRECTIVE.fullmatch(match[1])
    if not directive:
        return BadDirective(*match.span(), EXPECTED)
    try:
        until = date.fromisoformat(directive["until"]) if directive["until"] else None
    except ValueError:
        return BadDirective(*match.span(), Message("“{}” is no date such as 2027-10-01", directive["until"]))
    names = frozenset(filter(None, map(str.strip, directive["names"].split(","))))
    reason = " ".join(directive["reason"].split())
    line = physical.position(match.start())[0]
    whole = whole or directive["scope"] == "-file"
    first, last = (None, None) if whole else _lines(match, physical, is_block=bool(directive["scope"]))
    return Directive(*match.span(), line, names, reason, until, first, last)


def _lines(match: re.Match[str], physical: PhysicalText, *, is_block: bool) -> tuple[int, int]:
    """Return the first and the last line for which a comment counts."""
    line, column = physical.position(match.start())
    end_line, end_column = physical.position(match.end())
    around = physical.line(line)[: column - 1] + physical.line(end_line)[end_column - 1 :]
    count = len(physical.line_starts)
    first = line
    if not around.strip():
        first = end_line + 1
        while first < count and not physical.line(first).strip():
            first += 1
    last = max(first, end_line)
    while is_block and last < count and physical.line(last + 1).strip():
        last += 1
    return first, last
