"""A page of a PDF: its words with boxes and sizes, which of them can be seen, and the page as a picture."""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from msglint.document import Box, Letters, hull
from msglint.frozen import Frozen
from msglint.sources.barcodes import Barcode, barcodes
from msglint.sources.page_layout import Line
from msglint.sources.pdf_geometry import Geometry

FAR = 1.5
"""How many type sizes apart characters of one line may stand."""

LOOK_DPI, READ_DPI = 100, 220
"""Resolutions to tell what can be seen, and to read pictures."""

MAX_SIDE = 4500
"""Pixels of a side of the picture of a page."""

FAINT = 16
"""Shades (of 255) that letters must stand out to be seen."""

MAX_CHARS = 200_000
"""Characters of a page that are read; a card has a few thousand."""

MANY_STROKES = 400
"""Strokes from which on a page may hold letters that were turned to outlines."""

SMALL = 12.0
"""Points below which a picture on a page shows no text."""

X_LETTERS = frozenset("acemnorsuvwxz")


@dataclass(slots=True)
class PageText:
    """The words of a page, and its lines: what is seen of them, and what is not."""

    words: list[Line] = field(default_factory=list)
    visible: list[Line] = field(default_factory=list)
    hidden: list[Line] = field(default_factory=list)


class Char(Frozen):
    """A character: its box on the shown page, the size of the type in points, how far it is turned."""

    text: str
    box: Box
    size: float
    turn: int


def page_text(page: Any) -> PageText:
    """Return the text of a page (a pypdfium2 page)."""
    found = PageText()
    runs = list(_runs(page))
    if not runs:
        return found
    picture = _Gray(page)
    for run in runs:
        words = [_line(word) for word in run]
        found.words += words
        for is_seen, lines in ((True, found.visible), (False, found.hidden)):
            kept = [word for word in words if picture.shows(word.box) is is_seen]
            if kept:
                lines.append(_joined(kept))
    return found


def _runs(page: Any) -> Iterator[list[list[Char]]]:
    """Yield the lines of a page as words, these as characters."""
    textpage = page.get_textpage()
    run: list[list[Char]] = [[]]
    try:
        for char in _chars(page, textpage.raw):
            last = run[-1][-1] if run[-1] else run[-2][-1] if len(run) > 1 else None
            if char is None:
                run += [[]] if run[-1] else []
            elif last is not None and not _continues(last, char):
                yield [word for word in run if word]
                run = [[char]]
            else:
                run[-1].append(char)
    finally:
        textpage.close()
    if run[0]:
        yield [word for word in run if word]


def _continues(last: Char, char: Char) -> bool:
    """Whether a character stands in the line of the one before, not far from it."""
    if last.turn != char.turn:
        return False
    first, second = (_along(item.box, item.turn) for item in (last, char))
    reach = FAR * max(last.size, char.size)
    common = min(first[3], second[3]) - max(first[1], second[1])
    # A comma stands lower than an apostrophe, so that boxes of one line need not overlap.
    return -reach / 2 < second[0] - first[2] < reach and common > -0.35 * max(last.size, char.size)


def _along(box: Box, turn: int) -> Box:
    x0, y0, x1, y1 = box
    return {0: box, 90: (y0, -x1, y1, -x0), 180: (-x1, -y1, -x0, -y0), 270: (-y1, x0, -y0, x1)}[turn]


def _chars(page: Any, textpage: Any) -> Iterator[Char | None]:
    """Yield the characters of a page in the order of the file, None for blanks."""
    from pypdfium2 import raw

    geometry = Geometry.of(page)
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    matrix = raw.FS_MATRIX()
    for index in range(min(raw.FPDFText_CountChars(textpage), MAX_CHARS)):
        code = raw.FPDFText_GetUnicode(textpage, index)
        text = _character(code)
        if text.isspace() or raw.FPDFText_IsGenerated(textpage, index) == 1:
            yield None
        elif text and raw.FPDFText_GetCharBox(textpage, index, left, right, bottom, top):
            raw.FPDFText_GetMatrix(textpage, index, matrix)
            size = raw.FPDFText_GetFontSize(textpage, index) * math.hypot(matrix.c, matrix.d)
            angle = math.degrees(math.atan2(matrix.b, matrix.a)) if matrix.a or matrix.b else 0.0
            turn = (geometry.turn - round(angle / 90) * 90) % 360
            box = geometry.box(left.value, bottom.value, right.value, top.value)
            yield Char(text, box, size, turn)


def _character(code: int) -> str:
    """Return a character; PDFium says 2 and 0xFFFE where a word was parted at a line's end."""
    if code in (0, 2, 0xFFFE, 0xFFFF) or 0xD800 <= code < 0xE000 or code > 0x10FFFF:
        return "-" if code in (2, 0xFFFE) else ""
    return chr(code)


def _line(word: list[Char]) -> Line:
    box = hull(char.box for char in word)
    return Line("".join(char.text for char in word), box, word[0].turn, _letters(word))


def _letters(word: list[Char]) -> Letters:
    """Return the size of the type of a word; heights are measured at its letters."""
    heights = [(char.text, _along(char.box, char.turn)) for char in word]
    small = [box[3] - box[1] for text, box in heights if text in X_LETTERS]
    capital = [box[3] - box[1] for text, box in heights if "A" <= text <= "Z" and text not in "JQ"]
    size = min((char.size for char in word), default=0.0)
    return Letters(size or None, min(small, default=None), min(capital, default=None))


def _joined(words: list[Line]) -> Line:
    text, last = "", None
    for word in words:
        text += (" " if last else "") + word.text
        last = word
    measured = [word.letters for word in words if word.letters]
    sizes = [item.size for item in measured if item.size]
    small = [item.x_height for item in measured if item.x_height]
    capital = [item.capital_height for item in measured if item.capital_height]
    letters = Letters(min(sizes, default=None), min(small, default=None), min(capital, default=None))
    return Line(text, hull(word.box for word in words), words[0].turn, letters)


# Looks ------------------------------------------------------------------------------------------


class _Gray:
    """The page in shades of gray."""

    def __init__(self, page: Any) -> None:
        self._scale = _scale(page, LOOK_DPI)
        self._bitmap = page.render(scale=self._scale, grayscale=True, may_draw_forms=False)
        self._pixels = memoryview(self._bitmap.buffer).cast("B")

    def shows(self, box: Box) -> bool:
        """Whether something can be seen in a box (points): it is not all of one shade."""
        bitmap = self._bitmap
        left, top, right, bottom = (side * self._scale for side in box)
        if left >= bitmap.width or top >= bitmap.height or right <= 0 or bottom <= 0:
            return False
        # One more pixel around: a thin stroke may fill its box.
        columns = slice(max(0, math.floor(left) - 1), math.ceil(right) + 1)
        below = range(max(0, math.floor(top) - 1), min(bitmap.height, math.ceil(bottom) + 1))
        rows = [self._row(number)[columns] for number in below]
        return max(map(max, rows)) - min(map(min, rows)) >= FAINT

    def _row(self, number: int) -> memoryview:
        start = number * self._bitmap.stride
        return self._pixels[start : start + self._bitmap.width]


def _scale(page: Any, dpi: int) -> float:
    longest: float = max(*page.get_size(), 1.0)
    return min(dpi / 72, MAX_SIDE / longest)


class Shown(Frozen):
    """A page as a picture: `image` (a Pillow image), None if nothing on it but text needs a look."""

    image: Any
    scale: float
    has_pictures: bool

    @property
    def dpi(self) -> float:
        """Dots per inch of the picture."""
        return self.scale * 72

    def codes(self) -> list[Barcode]:
        """Return the codes on the page, boxes in points."""
        if self.image is None:
            return []
        return [replace(code, box=self._points(code.box)) for code in barcodes(self.image)]

    def placed(self, line: Line) -> Line:
        """Return a line of the picture with its box in points."""
        return replace(line, box=self._points(line.box))

    def _points(self, box: Box) -> Box:
        return (box[0] / self.scale, box[1] / self.scale, box[2] / self.scale, box[3] / self.scale)


def shown(page: Any, is_empty: bool) -> Shown:
    """Return a page as a picture, if it shows more than text; `is_empty` says that it has no text."""
    from importlib.util import find_spec

    has_pictures, has_strokes = _contents(page)
    # A page of outlines without text may be all of letters.
    has_text_in_pictures = has_pictures or has_strokes >= MANY_STROKES or (is_empty and has_strokes > 0)
    if not (has_pictures or has_strokes) or find_spec("PIL") is None:
        return Shown(None, 1.0, has_text_in_pictures)
    scale = _scale(page, READ_DPI)
    image = page.render(scale=scale, may_draw_forms=False).to_pil().convert("RGB")
    return Shown(image, scale, has_text_in_pictures)


def _contents(page: Any) -> tuple[bool, int]:
    """Return whether a page holds pictures that may show text, and how many strokes it holds."""
    from pypdfium2 import raw

    kinds = (raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_SHADING)
    strokes, has_pictures = 0, False
    for item in _first(page.get_objects(filter=kinds, max_depth=8), 20_000):
        if item.type == raw.FPDF_PAGEOBJ_PATH:
            strokes += max(0, raw.FPDFPath_CountSegments(item))
        elif item.type == raw.FPDF_PAGEOBJ_IMAGE and not has_pictures:
            left, bottom, right, top = item.get_bounds()
            has_pictures = min(abs(right - left), abs(top - bottom)) >= SMALL
    return has_pictures, strokes


def _first(items: Iterable[Any], count: int) -> Iterator[Any]:
    for index, item in enumerate(items):
        if index >= count:
            return
        yield item
