"""Lines that stand somewhere on a page: which belong together, in which order they are read, as one text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from msglint.document import Box, FixedOrigin, JoinedOrigin, Letters, Place, Segment, hull
from msglint.frozen import Frozen

GAP = 0.9
"""How many heights of a line apart the next line of a block may stand."""

BLANKS = 2.0
"""How many heights of a line apart two pieces of one line may stand."""

CODE = "QR code"
"""What stands for a code among the lines, so that rules see what it stands beside."""

SPEAKS_OF_CODE = re.compile(r"(?i)\b(?:scan|qr)|[扫掃]|[码碼]")

ALIKE = 2.2
"""How many times as high as another a line of the same block may be."""


class Line(Frozen):
    """A run of text on a page. `turn` is by how many degrees (0, 90, 180, 270) it is turned clockwise."""

    text: str
    box: Box
    turn: int = 0
    letters: Letters | None = None


def share_covered(box: Box, others: Iterable[Box]) -> float:
    """Return how much of a box others cover, at most 1; what several cover counts more than once."""
    area = max(1e-9, (box[2] - box[0]) * (box[3] - box[1]))
    return min(1.0, sum(_common(box, other) for other in others) / area)


def _common(box: Box, other: Box) -> float:
    width = min(box[2], other[2]) - max(box[0], other[0])
    height = min(box[3], other[3]) - max(box[1], other[1])
    return max(0.0, width) * max(0.0, height)


def joined(
    lines: Sequence[Line], place: Place, codes: Sequence[Box] = (), hidden: bool = False
) -> Segment | None:
    """Return the lines of a page as one body text, None without any.

    Blocks stand apart by an empty line. Barcodes at `codes` are named below the block that they stand
    nearest to, unless the copy near them speaks of a code. The place of characters is the box around their
    lines and codes, in `place`.
    """
    text, starts, origins, letters = "", [], [], []
    for block in with_codes(blocks(lines), codes):
        for index, line in enumerate(block):
            text += ("\n" if index else "\n\n") if text else ""
            starts.append(len(text))
            origins.append(FixedOrigin(replace(place, box=rounded(line.box))))
            letters.append((len(text), line.letters or Letters()))
            text += line.text
    if not text:
        return None
    measured = tuple(letters) if any(item != Letters() for _, item in letters) else ()
    return Segment(text, JoinedOrigin(tuple(starts), tuple(origins)), "body", hidden, measured)


def with_codes(found: list[list[Line]], codes: Iterable[Box]) -> list[list[Line]]:
    """Return blocks with a line for each code that the copy near it does not speak of."""
    named = [list(block) for block in found]
    for box in codes:
        size = max(box[2] - box[0], box[3] - box[1])
        distances = [(_distance(box, hull(line.box for line in block)), at) for at, block in enumerate(named)]
        near = sorted(item for item in distances if item[0] < size)
        if not near:
            named.append([Line(CODE, box)])
        elif not any(SPEAKS_OF_CODE.search(line.text) for _, at in near for line in named[at]):
            named[near[0][1]].append(Line(CODE, box))
    return named


def _distance(box: Box, other: Box) -> float:
    across = max(0.0, box[0] - other[2], other[0] - box[2])
    down = max(0.0, box[1] - other[3], other[1] - box[3])
    return max(across, down)


def rounded(box: Box) -> Box:
    """Return a box as reports show it."""
    return (round(box[0], 1), round(box[1], 1), round(box[2], 1), round(box[3], 1))


def blocks(lines: Sequence[Line]) -> list[list[Line]]:
    """Return the lines that belong together, all in reading order: columns from left, then down."""
    found = []
    for turn in sorted({line.turn for line in lines}):
        upright = [(_tall(_upright(line.box, turn), line), line) for line in lines if line.turn == turn]
        found += [[line for _, line in group] for group in _ordered(_grouped(upright))]
    return found


Placed = tuple[Box, Line]


def _upright(box: Box, turn: int) -> Box:
    """Return a box in a page that is turned back so that its text stands upright."""
    x0, y0, x1, y1 = box
    return {0: box, 90: (y0, -x1, y1, -x0), 180: (-x1, -y1, -x0, -y0), 270: (-y1, x0, -y0, x1)}[turn]


def _tall(box: Box, line: Line) -> Box:
    """Return a box that is at least as high as the type: one around a row of small letters is not."""
    size = (line.letters and line.letters.size) or 0.0
    more = max(0.0, size - (box[3] - box[1])) / 2 if line.letters and not line.letters.is_estimate else 0.0
    return box[0], box[1] - more, box[2], box[3] + more


def _grouped(lines: list[Placed]) -> list[list[Placed]]:
    """Return the lines by block."""
    waiting = sorted(lines, key=lambda item: (item[0][1], item[0][0]))
    groups: list[list[Placed]] = []
    for item in waiting:
        near = [group for group in groups if any(_belong(other[0], item[0]) for other in group)]
        merged = [*(other for group in near for other in group), item]
        groups = [group for group in groups if group not in near] + [merged]
    return [_rows(group) for group in groups]


def _belong(first: Box, second: Box) -> bool:
    """Whether two lines stand in one row, or one closely below the other, and are about as high."""
    heights = sorted((first[3] - first[1], second[3] - second[1]))
    if heights[1] > ALIKE * max(heights[0], 1e-9):
        return False
    across = min(first[2], second[2]) - max(first[0], second[0])
    down = min(first[3], second[3]) - max(first[1], second[1])
    if down > 0.5 * heights[0]:
        return -across < BLANKS * heights[0]
    return across > 0 and -down < GAP * heights[0]


def _rows(group: list[Placed]) -> list[Placed]:
    """Return the lines of a block in reading order, pieces of one row joined to one line."""
    rows: list[list[Placed]] = []
    for item in sorted(group, key=lambda item: (item[0][1] + item[0][3]) / 2):
        middle = (item[0][1] + item[0][3]) / 2
        if rows and middle < rows[-1][0][0][3] - 0.25 * (rows[-1][0][0][3] - rows[-1][0][0][1]):
            rows[-1].append(item)
        else:
            rows.append([item])
    return [_one(sorted(row, key=lambda item: item[0][0])) for row in rows]


def _one(row: list[Placed]) -> Placed:
    if len(row) == 1:
        return row[0]
    lines = [line for _, line in row]
    measured = [line.letters for line in lines if line.letters]
    smallest = min(measured, key=lambda letters: letters.size or 0, default=None)
    text = " ".join(line.text.strip() for line in lines)
    whole = Line(text, hull(line.box for line in lines), lines[0].turn, smallest)
    return hull(box for box, _ in row), whole


def _ordered(groups: list[list[Placed]]) -> list[list[Placed]]:
    """Return blocks in reading order: split at a gap between columns, else at one between rows."""
    if len(groups) < 2:
        return groups
    for axis in (0, 1):
        parts = _split(groups, axis)
        if len(parts) > 1:
            return [group for part in parts for group in _ordered(part)]
    return sorted(groups, key=lambda group: (_hull(group)[1], _hull(group)[0]))


def _split(groups: list[list[Placed]], axis: int) -> list[list[list[Placed]]]:
    parts: list[list[list[Placed]]] = []
    reach = float("-inf")
    for group in sorted(groups, key=lambda group: _hull(group)[axis]):
        box = _hull(group)
        if box[axis] < reach and parts:
            parts[-1].append(group)
        else:
            parts.append([group])
        reach = max(reach, box[axis + 2])
    return parts


def _hull(group: list[Placed]) -> Box:
    return hull(box for box, _ in group)
