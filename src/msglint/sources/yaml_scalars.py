"""Where the characters of a YAML scalar stand, for each of the five ways to write one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import Any

from msglint.document import LINE_END
from msglint.sources.derive import Edit
from msglint.sources.entries import exact

Located = tuple[int, int, Sequence[Edit]]
"""Start and end in the file, and the edits between them."""

FOLD = r"[ \t]*(?:\r\n|\r|\n)[ \t\r\n]*"
PLAIN = re.compile(FOLD)
SINGLE = re.compile(rf"''|{FOLD}")
DOUBLE = re.compile(
    rf"\\(?:(?:\r\n|\r|\n)[ \t]*|x[0-9a-fA-F]{{2}}|u[0-9a-fA-F]{{4}}|U[0-9a-fA-F]{{8}}|.)|{FOLD}", re.DOTALL
)
ESCAPES = {
    "0": "\0", "a": "\a", "b": "\b", "t": "\t", "\t": "\t", "n": "\n", "v": "\v", "f": "\f", "r": "\r",
    "e": "\x1b", "N": "\x85", "_": "\xa0", "L": "\u2028", "P": "\u2029",
}  # fmt: skip


def located(text: str, event: Any) -> Located:
    """Return where the value of a parser's scalar event stands in its text, line ends at its end left out."""
    start, end = event.start_mark.index, event.end_mark.index
    value = event.value.rstrip("\n")
    start, end, edits = STYLES[event.style](text, start, end, value)
    return start, end, exact(text, start, end, edits, value)


def _plain(text: str, start: int, end: int, _: str) -> Located:
    return start, end, list(_replaced(PLAIN, text, start, end))


def _single(text: str, start: int, end: int, _: str) -> Located:
    return start + 1, end - 1, list(_replaced(SINGLE, text, start + 1, end - 1))


def _double(text: str, start: int, end: int, _: str) -> Located:
    return start + 1, end - 1, list(_replaced(DOUBLE, text, start + 1, end - 1))


def _replaced(pattern: re.Pattern[str], text: str, start: int, end: int) -> Iterator[Edit]:
    for match in pattern.finditer(text, start, end):
        yield Edit(*match.span(), _read(match[0]))


def _read(raw: str) -> str:
    """Return what an escape, or a fold of lines, reads as."""
    if raw == "''":
        return "'"
    if raw[0] != "\\":
        breaks = len(LINE_END.findall(raw))
        return " " if breaks == 1 else "\n" * (breaks - 1)
    if raw[1] in "\r\n":
        return ""
    if len(raw) > 2:
        number = int(raw[2:], 16)
        return chr(number) if number < 0x110000 and not 0xD800 <= number < 0xE000 else "\ufffd"
    return ESCAPES.get(raw[1], raw[1])


def _literal(text: str, start: int, end: int, value: str) -> Located:
    """A block of lines, each less its indentation."""
    spans = []
    at = _content(text, start, end)
    for line in value.split("\n"):
        match = LINE_END.search(text, at)
        last, following = match.span() if match else (len(text), len(text))
        spans.append((last - len(line), last))
        at = following
    return _joined(spans, ["\n"] * (len(spans) - 1))


def _folded(text: str, start: int, end: int, value: str) -> Located:
    """A block whose lines run on: its words are those of the value, in their order."""
    raw = [match.span() for match in re.finditer(r"\S+", text[_content(text, start, end) : end])]
    shift = _content(text, start, end)
    words = [match.span() for match in re.finditer(r"\S+", value)]
    spans = [(first + shift, last + shift) for first, last in raw[: len(words)]]
    gaps = [value[one[1] : two[0]] for one, two in pairwise(words)]
    return _joined(spans, gaps) if len(spans) == len(words) and words else (start, end, ())


def _content(text: str, start: int, end: int) -> int:
    """Return where the line behind the header of a block begins."""
    header = LINE_END.search(text, start, end)
    return header.end() if header else end


def _joined(spans: list[tuple[int, int]], gaps: list[str]) -> Located:
    edits = [
        Edit(one[1], two[0], gap)
        for (one, two), gap in zip(pairwise(spans), gaps, strict=False)
        if one[1] <= two[0]
    ]
    return spans[0][0], max(spans[-1][1], spans[0][0]), edits


STYLES: dict[str | None, Callable[[str, int, int, str], Located]] = {
    None: _plain,
    "": _plain,
    "'": _single,
    '"': _double,
    "|": _literal,
    ">": _folded,
}
