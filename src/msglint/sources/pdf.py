"""PDF: the pages of a card are one document; text with its boxes, links, codes, pictures through OCR."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from typing import Any

from msglint.document import Document, Element, FixedOrigin, Place, Segment
from msglint.messages import Message
from msglint.sources.formats import OCR, QR
from msglint.sources.html_elements import link_attributes
from msglint.sources.limits import TooMuchError
from msglint.sources.model import BinaryFile, Failure, UnreadableError
from msglint.sources.page_layout import joined, rounded, share_covered
from msglint.sources.pdf_links import links
from msglint.sources.pdf_page import PageText, Shown, page_text, shown
from msglint.sources.pdf_streams import prove_small
from msglint.sources.picture import Seen, add, add_codes, doubts, text_of
from msglint.sources.text import WHOLE_UNITS

GIVES = frozenset(("link", "barcode"))
READING = threading.Lock()
"""PDFium is not made for threads."""

CHANNELS = 4
"""Bytes of a pixel at most: cyan, magenta, yellow, black."""

PASSWORD, SECURITY = 4, 5
"""PDFium's codes for files that cannot be opened without a password."""


def read(file: BinaryFile) -> Iterator[Document | Failure]:
    """Yield the document of all pages; what no installed reader can read is named in it."""
    with READING:
        seen, failures = _read(file)
    yield from failures
    if failures and not (seen.segments or seen.elements or seen.unread):
        return
    yield file.document(
        seen.segments,
        complete=not (failures or seen.unread) and file.settings.unit in WHOLE_UNITS,
        elements=tuple(seen.elements),
        gives=GIVES,
        unread=(*seen.unread, *seen.doubtful),
    )


def _read(file: BinaryFile) -> tuple[Seen, list[Failure]]:
    """Return what the pages come to, and a failure for each page that is damaged."""
    prove_small(file.data, file.settings.limits.megapixels * CHANNELS)
    document = _opened(file.data)
    from pypdfium2 import PdfiumError

    seen = Seen()
    failures: list[Failure] = []
    try:
        if len(document) > file.settings.limits.pages:
            raise TooMuchError(Message("it has more than {} pages: split it", file.settings.limits.pages))
        for index in range(len(document)):
            place = Place(file.source, page=index + 1, unit="pt")
            try:
                _add_page(document[index], place, seen)
            except PdfiumError:
                whole = Place(file.source, page=index + 1)
                failures.append(file.failure("broken", Message("page {} is damaged", index + 1), whole))
    finally:
        document.close()
    return seen, failures


def _opened(data: bytes) -> Any:
    from pypdfium2 import PdfDocument, PdfiumError

    try:
        return PdfDocument(data)
    except PdfiumError as error:
        if error.err_code in (PASSWORD, SECURITY):
            raise UnreadableError("encrypted", "it is encrypted: remove the password") from error
        raise UnreadableError("broken", "the file is damaged: it is cut off, or no PDF file") from error


def _add_page(page: Any, place: Place, seen: Seen) -> None:
    text = page_text(page)
    look = shown(page, is_empty=not text.visible)
    try:
        _add_visible(look, text, place, seen)
        hidden = joined(text.hidden, place, hidden=True)
        seen.segments += [hidden] if hidden else []
        _add_links(page, text, place, seen)
    finally:
        page.close()


def _add_visible(look: Shown, text: PageText, place: Place, seen: Seen) -> None:
    """Add the text of a page with the codes on it and what OCR reads in its pictures."""
    whole = Place(place.source, page=place.page)
    codes = look.codes() if QR.is_installed else []
    lines = list(text.visible)
    if look.has_pictures and OCR.is_installed:
        found, doubtful = text_of(look.image, [], look.dpi)
        boxes = [*(line.box for line in lines), *(code.box for code in codes)]
        new = [line for line in map(look.placed, found) if share_covered(line.box, boxes) < 0.5]
        lines += new
        seen.doubtful += doubts([line for line in map(look.placed, doubtful) if line in new], place)
    elif look.has_pictures:
        what = "picture on a page: text" if text.visible else "page without text"
        seen.miss(whole, what, OCR)
    if look.has_pictures and not QR.is_installed:
        seen.miss(whole, "picture on a page: codes", QR)
    if OCR.is_installed or text.visible:
        add(lines, codes, place, seen)
    else:
        add_codes(codes, place, seen)


def _add_links(page: Any, text: PageText, place: Place, seen: Seen) -> None:
    for target, box in links(page):
        origin = FixedOrigin(Place(place.source, page=place.page, box=rounded(box), unit="pt"))
        over = " ".join(line.text for line in text.words if share_covered(line.box, [box]) > 0.5)
        seen.segments.append(Segment(target, origin, "link_target"))
        seen.elements.append(Element("link", over or target, origin, link_attributes(target, over)))
