"""Pages of PDF files and pictures as small pictures, to show people where something stands."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msglint.config.limits import Limits
from msglint.frozen import Frozen
from msglint.sources.formats import EXTRAS, format_of
from msglint.sources.inner import inner_file
from msglint.sources.limits import MB, Budget

if TYPE_CHECKING:
    from msglint.document import Box, Place

SIDE = 1100
"""Pixels of the longer side at most: print stays legible, a page has some 100 kB."""

QUALITY = 70
COVER = (128, 128, 128)


class PagePicture(Frozen):
    """A page as JPEG, and its width and height in the unit of its boxes (points, or pixels of the file)."""

    jpeg: bytes
    width: float
    height: float


def page_pictures(place: Place, covered: Mapping[int, Sequence[Box]]) -> dict[int, PagePicture]:
    """Return the pages of a file, by number from 1, that are keys of `covered`, with its boxes painted over.

    The file is the one that `place` stands in: its source, or one inside that. Empty if it cannot be read
    (any more), or what draws it is not installed: a report without pictures is a report.
    """
    if find_spec("PIL") is None:
        return {}
    try:
        with Path(place.source).open("rb") as stream:
            data = stream.read(Limits().file_mb * MB)
        inner = inner_file(data, place, Budget())
        return {
            number: _finished(image, size, covered[number])
            for number, image, size in (_pages(*inner, covered) if inner else ())
        }
    except Exception:  # decoders raise whatever a damaged file makes them raise
        return {}


def _pages(data: bytes, source: str, wanted: Mapping[int, Any]) -> Iterator[tuple[int, Any, Any]]:
    """Yield the number, the picture and the size of each page that is wanted."""
    kind = format_of(data, source)
    if kind == "picture":
        from msglint.sources.picture_open import pictures

        for number, image in enumerate(pictures(data, Limits().megapixels), start=1):
            if number in wanted:
                yield number, image, image.size
    elif kind == "pdf" and EXTRAS["pdf"].is_installed:
        yield from _pdf_pages(data, wanted)


def _pdf_pages(data: bytes, wanted: Mapping[int, Any]) -> Iterator[tuple[int, Any, Any]]:
    from pypdfium2 import PdfDocument

    from msglint.sources.pdf import READING

    with READING:
        document = PdfDocument(data)
        try:
            for number in wanted:
                page = document[number - 1]
                size = page.get_size()
                image = page.render(scale=SIDE / max(*size, 1), may_draw_forms=False).to_pil()
                page.close()
                yield number, image.convert("RGB"), size
        finally:
            document.close()


def _finished(image: Any, size: tuple[float, float], covered: Sequence[Box]) -> PagePicture:
    from PIL import ImageDraw

    image.thumbnail((SIDE, SIDE))
    across, down = image.width / size[0], image.height / size[1]
    draw = ImageDraw.Draw(image)
    for left, top, right, bottom in covered:
        draw.rectangle((left * across, top * down, right * across, bottom * down), COVER)
    out = io.BytesIO()
    image.save(out, "JPEG", quality=QUALITY, optimize=True)
    return PagePicture(out.getvalue(), *size)
