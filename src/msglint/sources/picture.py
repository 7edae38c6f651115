"""Pictures: the text and the codes in them, as far as the extras that read them are there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from msglint.document import Box, Document, Element, FixedOrigin, Place, Segment, Unread
from msglint.sources.barcodes import Barcode, barcodes
from msglint.sources.formats import OCR, QR, Extra
from msglint.sources.page_layout import Line, joined, rounded, share_covered
from msglint.sources.picture_open import pictures
from msglint.sources.text import WHOLE_UNITS

if TYPE_CHECKING:
    from msglint.sources.model import BinaryFile, Failure

GIVES = frozenset(("image", "style", "barcode"))
MIN_SIDE = 24
"""Pixels below which a picture shows neither text nor code."""


@dataclass(slots=True)
class Seen:
    """What a picture, or the pictures of a page, come to."""

    segments: list[Segment] = field(default_factory=list)
    elements: list[Element] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)
    doubtful: list[Unread] = field(default_factory=list)

    def miss(self, at: Place, what: str, extra: Extra) -> None:
        """Note that something needs an extra; the same on later pages goes without saying."""
        if not any((item.what, item.advice) == (what, extra.advice) for item in self.unread):
            self.unread.append(Unread(FixedOrigin(at), what, extra.advice))


def read(file: BinaryFile) -> Iterator[Document | Failure]:
    """Yield the document of a picture; what no installed reader can read is named in it."""
    if not (QR.is_installed or OCR.is_installed):
        yield file.unread("picture", BOTH_ADVICE)
        return
    frames = pictures(file.data, file.settings.limits.megapixels)
    seen = Seen()
    for number, image in enumerate(frames, start=1):
        place = Place(file.source, page=number if len(frames) > 1 else None, unit="px")
        look(image, place, seen, dpi=file.settings.dpi or image.info["dpi"])
    yield file.document(
        seen.segments,
        complete=not seen.unread and file.settings.unit in WHOLE_UNITS,
        elements=tuple(seen.elements),
        gives=GIVES,
        unread=(*seen.unread, *seen.doubtful),
    )


BOTH_ADVICE = "pip install 'msglint[qr,ocr]'"


def look(image: Any, place: Place, seen: Seen, dpi: float | None = None) -> None:
    """Add what a picture (a Pillow image) shows; boxes are added to `place`, in pixels."""
    if min(image.size) < MIN_SIDE:
        return
    whole = replace(place, box=None, unit=None)
    codes = barcodes(image) if QR.is_installed else []
    if not QR.is_installed:
        seen.miss(whole, "picture: codes", QR)
    if OCR.is_installed:
        lines, doubtful = text_of(image, [code.box for code in codes], dpi)
        seen.doubtful += doubts(doubtful, place)
        add(lines, codes, place, seen)
    else:
        seen.miss(whole, "picture: text", OCR)
        add_codes(codes, place, seen)


def text_of(image: Any, codes: Sequence[Box], dpi: float | None) -> tuple[list[Line], list[Line]]:
    """Return the lines of text in a picture, and those of them that are doubtful; none inside a code."""
    from msglint.sources.ocr import recognise

    found = recognise(image, dpi)
    lines, doubtful = (
        [line for line in kept if share_covered(line.box, codes) < 0.5]
        for kept in (found.lines, found.doubtful)
    )
    return lines, doubtful


def add(lines: Sequence[Line], codes: Sequence[Barcode], place: Place, seen: Seen) -> None:
    """Add the text of a picture or page with its codes."""
    scanned = [code.box for code in codes if code.speaks and code.is_matrix]
    body = joined(lines, place, scanned)
    if body:
        seen.segments.append(body)
    add_codes(codes, place, seen)


def add_codes(codes: Iterable[Barcode], place: Place, seen: Seen) -> None:
    """Add codes as elements, and what they hold as a text that is judged."""
    for code in codes:
        origin = FixedOrigin(replace(place, box=rounded(code.box)))
        seen.elements.append(Element("barcode", code.content, origin, code.attributes()))
        if code.speaks:
            seen.segments.append(Segment(code.content, origin, "qr"))


def doubts(lines: Sequence[Line], place: Place) -> Iterator[Unread]:
    """Yield one note for the lines of a picture that are hard to read, at the first of them."""
    if lines:
        at = FixedOrigin(replace(place, box=rounded(lines[0].box)))
        yield Unread(at, " / ".join(line.text for line in lines[:3]), str(len(lines)), is_doubt=True)
