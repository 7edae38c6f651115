"""A piece of a file's text as it reads: markup and escapes replaced, every character mapped back."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from msglint.offsets import OffsetMap


class Edit(NamedTuple):
    """The file's text[start:end] reads as `text`."""

    start: int
    end: int
    text: str = ""


def derive(text: str, start: int, end: int, edits: Iterable[Edit] = ()) -> tuple[str, OffsetMap]:
    """Return text[start:end] after the edits (ascending, apart, inside it), with its map into `text`."""
    pieces: list[str] = []
    maps = [(0, 0, 0, start)] if start else []
    length, copied = 0, start
    for edit in edits:
        pieces += text[copied : edit.start], edit.text
        length += edit.start - copied
        maps.append((length, length + len(edit.text), edit.start, edit.end))
        length += len(edit.text)
        copied = edit.end
    pieces.append(text[copied:end])
    return "".join(pieces), OffsetMap.of(maps)
