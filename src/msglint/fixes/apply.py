"""Edits of a text: which can be made together, and the text after them."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from msglint.document import Segment, TextOrigin
from msglint.fixes.written import span

if TYPE_CHECKING:
    from msglint.violation import Edit


class Claims:
    """The stretches of a file that are spoken for; the first who asks gets them."""

    def __init__(self) -> None:
        self._taken: list[tuple[int, int]] = []

    def claim(self, edits: Sequence[Edit]) -> bool:
        """Take the stretches of edits if all of them are free; insertions at one place are not."""
        if not all(map(self._is_free, edits)):
            return False
        for edit in edits:
            insort(self._taken, (edit.start, edit.end))
        return True

    def _is_free(self, edit: Edit) -> bool:
        wanted = (edit.start, edit.end)
        index = bisect_left(self._taken, wanted)
        near = self._taken[max(0, index - 1) : index + 1]
        return all(taken != wanted and (taken[1] <= edit.start or edit.end <= taken[0]) for taken in near)


def applied(text: str, edits: Iterable[Edit]) -> str:
    """Return a file's text after edits that are apart."""
    parts: list[str] = []
    done = 0
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end)):
        parts += text[done : edit.start], edit.text
        done = edit.end
    return "".join((*parts, text[done:]))


def reading_after(segment: Segment, edits: Iterable[Edit]) -> str:
    """Return what a segment should read as after edits of its file."""
    origin, text = segment.origin, segment.text
    if not isinstance(origin, TextOrigin):
        return text
    parts: list[str] = []
    done = 0
    low, high = origin.offsets.start(0), span(origin, len(text), len(text))[1]
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end)):
        if low <= edit.start and edit.end <= high:
            start, end = origin.offsets.derived(edit.start), origin.offsets.derived(edit.end)
            parts += text[done:start], edit.reads
            done = end
    return "".join((*parts, text[done:]))
