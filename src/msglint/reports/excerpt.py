"""The lines that a violation stands in, with its span marked under them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from msglint.frozen import Frozen
from msglint.reports.display import cells, char_width, width

if TYPE_CHECKING:
    from msglint.document import Document, PhysicalText
    from msglint.violation import Violation

ELLIPSIS = "…"
LINES_SHOWN = 4


class Marked(Frozen):
    """A line ready to be printed and the marks to print under it; `number` is None for a gap of lines."""

    number: int | None
    text: str
    marks: str


GAP = Marked(None, "", "")
Span = tuple[int, str, int, int]
"""Line number, text of the line, and the part of it that is meant."""


def mark(line: str, start: int, end: int, limit: int) -> tuple[str, str]:
    """Return a line, cut to `limit` cells around its span, and carets under the span.

    `start` and `end` are code points from 0 in `line`, end exclusive; an empty span gets one caret.
    """
    budget = limit - 2 * width(ELLIPSIS)
    low, high = max(0, start - limit), min(len(line), start + limit)
    shown = cells(line[low:high])
    costs = [max(1, width(piece)) for piece in shown]
    if low == 0 and high == len(line) and sum(costs) <= limit:
        first, last = 0, len(shown)
    else:
        first, last = _window(line[low:high], costs, start - low, budget)
    left = ELLIPSIS if low + first > 0 else ""
    right = ELLIPSIS if low + last < len(line) else ""
    before = width(left) + sum(map(width, shown[first : start - low]))
    inside = sum(map(width, shown[start - low : min(end - low, last)]))
    if low + last < end:
        inside += width(right)
    return left + "".join(shown[first:last]) + right, " " * before + "^" * max(1, inside)


def _window(text: str, costs: list[int], start: int, budget: int) -> tuple[int, int]:
    """Return which characters to show: a quarter of the room before the span, the rest from there on."""
    first = start
    while first and sum(costs[first - 1 : start]) <= budget // 4:
        first -= 1
    last, used = first, 0
    while last < len(costs) and used + costs[last] <= budget:
        used += costs[last]
        last += 1
    while first and used + costs[first - 1] <= budget:
        first -= 1
        used += costs[first]
    while first < start and not char_width(text[first]):
        first += 1
    return first, last


def excerpt(document: Document, violation: Violation, limit: int) -> list[Marked]:
    """Return the marked lines of a violation, each at most `limit` cells; empty if it has no span.

    A text file shows its physical lines; a record, cell or page shows the text it holds.
    """
    shown = _shown(document, violation)
    spans = list(_spans(*shown)) if shown else []
    if len(spans) <= LINES_SHOWN:
        return [_marked(span, limit) for span in spans]
    head = [_marked(span, limit) for span in spans[: LINES_SHOWN - 2]]
    return [*head, GAP, _marked(spans[-1], limit)]


def _marked(span: Span, limit: int) -> Marked:
    number, line, first, last = span
    return Marked(number, *mark(line, first, last, limit))


def _shown(document: Document, violation: Violation) -> tuple[PhysicalText, int, int] | None:
    if violation.element is not None:
        element = document.elements[violation.element]
        return element.origin.lines(element.text, 0, len(element.text))
    if violation.start is None or violation.end is None:
        return None
    segment = document.segments[violation.segment]
    return segment.origin.lines(segment.text, violation.start, violation.end)


def _spans(physical: PhysicalText, start: int, end: int) -> Iterator[Span]:
    """Yield the part of each line that lies between two offsets, leaving out lines of which it is nothing."""
    line, column = physical.position(start)
    end_line, end_column = physical.position(end)
    for number in range(line, end_line + 1):
        text = physical.line(number)
        first = column - 1 if number == line else len(text) - len(text.lstrip())
        last = min(end_column - 1, len(text)) if number == end_line else len(text)
        if number == line or last > first:
            yield number, text, first, last
