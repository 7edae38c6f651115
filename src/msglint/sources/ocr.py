"""Text in a picture, read offline by RapidOCR with the models inside its package."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import cache
from typing import Any

from msglint.document import Box, Letters
from msglint.frozen import Frozen
from msglint.sources.page_layout import Line

SURE = 0.9
"""Confidence below which a line may be upside down; if it is not, its reading is said to be doubtful."""

NOISE = 0.5
"""Confidence below which a line is no text but a pattern that looks like some."""

LONGEST_SIDE = 2600
"""Pixels to which larger pictures are reduced: six-point letters of a page at 300 dpi stay legible."""

READING = threading.Lock()
CAPITAL, X, WITH_TAILS, HAN = 0.72, 0.52, 0.93, 0.92
"""Heights of a capital, an x, letters with tails and Han characters, as shares of the type size."""

RISING = frozenset("bdfhklt0123456789")
TAILS = frozenset("gjpqyQJ,;()[]{}|/@$§")


class Recognised(Frozen):
    """The lines of a picture, and how sure their reading is (0 to 1), one each."""

    lines: list[Line]
    confidences: list[float]

    @property
    def doubtful(self) -> list[Line]:
        """The lines whose reading is not sure."""
        return [line for line, sure in zip(self.lines, self.confidences, strict=True) if sure < SURE]


def recognise(image: Any, dpi: float | None = None) -> Recognised:
    """Return the lines of text in a picture (a Pillow image), with boxes in pixels.

    Text that is turned by quarters is read. With `dpi` (dots per inch) the size of the letters is estimated.
    """
    import numpy as np

    pixels = np.ascontiguousarray(np.asarray(image.convert("RGB"))[:, :, ::-1])
    with READING:
        found = list(_read(pixels, dpi))
    return Recognised([line for line, _ in found], [sure for _, sure in found])


@cache
def _engine() -> Any:
    from rapidocr import RapidOCR

    return RapidOCR(
        params={
            "Global.log_level": "critical",
            "Global.max_side_len": LONGEST_SIDE,
            "Global.text_score": 0.0,
        }
    )


def _read(pixels: Any, dpi: float | None) -> Iterator[tuple[Line, float]]:
    from rapidocr.utils.process_img import map_boxes_to_original

    engine = _engine()
    height, width = pixels.shape[:2]
    reduced, record = engine.preprocess_img(pixels)
    detected, turned, read, crops = engine.run_ocr_steps(reduced, record)
    if detected.boxes is None or read.txts is None:
        return
    corners = map_boxes_to_original(detected.boxes, record, height, width)
    scale = height / reduced.shape[0]
    labels = [label == "180" for label, _ in turned.cls_res]
    readings = _second_look(engine, crops, labels, list(zip(read.txts, read.scores, strict=True)))
    for quad, crop, (text, sure, is_upside_down) in zip(corners, crops, readings, strict=True):
        if text.strip() and sure >= NOISE:
            letters = _letters(text, _ink_height(crop) * scale * 72 / dpi) if dpi else None
            yield Line(text.strip(), _box(quad), _turn(quad, is_upside_down), letters), sure


def _second_look(
    engine: Any, crops: list[Any], labels: list[bool], readings: list[tuple[str, float]]
) -> list[tuple[str, float, bool]]:
    """Return text, confidence and whether a line is upside down; doubtful ones are read both ways up."""
    found = [(text, float(sure), label) for (text, sure), label in zip(readings, labels, strict=True)]
    doubtful = [at for at, (_, sure, _) in enumerate(found) if sure < SURE]
    if not doubtful:
        return found
    again = engine.recognize_txt([crops[at] if labels[at] else crops[at][::-1, ::-1] for at in doubtful])
    for at, text, sure in zip(doubtful, again.txts, again.scores, strict=True):
        if float(sure) > found[at][1]:
            found[at] = (text, float(sure), not labels[at])
    return found


def _box(quad: Any) -> Box:
    across, down = [float(point[0]) for point in quad], [float(point[1]) for point in quad]
    return min(across), min(down), max(across), max(down)


def _turn(quad: Any, is_upside_down: bool) -> int:
    """Return by how much a line is turned: tall ones were turned back by a quarter, then looked at."""
    across = max(abs(quad[0] - quad[1]).max(), abs(quad[3] - quad[2]).max())
    down = max(abs(quad[0] - quad[3]).max(), abs(quad[1] - quad[2]).max())
    is_tall = down >= 1.5 * across
    return (90 if is_tall else 0) + (180 if is_upside_down else 0)


def _ink_height(crop: Any) -> int:
    """Return the rows of a line that hold ink: more than a few dark (or, on dark, light) pixels."""
    gray = crop.mean(axis=2)
    edge = (gray[0].mean() + gray[-1].mean()) / 2
    marked = abs(gray - edge) > abs(gray - edge).max() / 2
    rows = marked.sum(axis=1) > max(2, 0.004 * gray.shape[1])
    filled = rows.nonzero()[0]
    return int(filled[-1] - filled[0] + 1) if len(filled) else 0


def _letters(text: str, height: float) -> Letters | None:
    """Return the size of letters whose line has ink as high as `height` (points)."""
    if not height:
        return None
    if any("\u3400" <= char <= "\u9fff" for char in text):
        size = height / HAN
    elif any(char in TAILS for char in text):
        size = height / WITH_TAILS
    else:
        size = height / (
            CAPITAL if any(char.isupper() or char in "bdfhklt0123456789" for char in text) else X
        )
    return Letters(size, size * X, size * CAPITAL, is_estimate=True)
