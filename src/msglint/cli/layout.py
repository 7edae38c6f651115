"""Tables and labelled blocks for the commands that list things."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msglint.reports.display import visible, width, wrap

GAP = "  "


def columns(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Yield the rows as lines with their columns aligned; the last column is as wide as it is."""
    shown = [[visible(cell) for cell in row] for row in rows]
    widths = [max(map(width, column)) for column in zip(*shown, strict=True)]
    for row in shown:
        padded = [cell + " " * (room - width(cell)) for cell, room in zip(row, widths, strict=True)]
        yield GAP.join(padded).rstrip()


def hanging(head: str, text: str, limit: int) -> Iterator[str]:
    """Yield `head` and the text beside it, wrapped to `limit` cells and indented to where it began."""
    room = max(20, limit - width(head))
    lines = [line for part in text.splitlines() or [""] for line in wrap(visible(part), room)]
    for index, line in enumerate(lines):
        yield ((" " * width(head) if index else head) + line).rstrip()


def cut(text: str, limit: int) -> str:
    """Return a text of one line, shortened to `limit` cells."""
    if width(text) <= limit:
        return text
    kept, used = "", 1
    for char in text:
        used += width(char)
        if used > limit:
            break
        kept += char
    return f"{kept.rstrip()}…"
