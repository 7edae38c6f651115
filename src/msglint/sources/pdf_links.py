"""The links that lie over a page of a PDF."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from msglint.sources.pdf_geometry import Geometry

if TYPE_CHECKING:
    from msglint.document import Box

MAX_LINKS = 2000
LONGEST = 4096


def links(page: Any) -> Iterator[tuple[str, Box]]:
    """Yield the targets of the links of a page (a pypdfium2 page) with their boxes in points."""
    from pypdfium2 import raw

    geometry = Geometry.of(page)
    position, link = ctypes.c_int(0), raw.FPDF_LINK()
    for _ in range(MAX_LINKS):
        if not raw.FPDFLink_Enumerate(page, position, link):
            return
        action = raw.FPDFLink_GetAction(link)
        target = _address(page.pdf, action) if action else ""
        corners = raw.FS_RECTF()
        if target and raw.FPDFLink_GetAnnotRect(link, corners):
            yield target, geometry.box(corners.left, corners.bottom, corners.right, corners.top)


def _address(document: Any, action: Any) -> str:
    from pypdfium2 import raw

    buffer = ctypes.create_string_buffer(LONGEST)
    length = raw.FPDFAction_GetURIPath(document, action, buffer, LONGEST)
    return buffer.raw[: max(0, min(length, LONGEST) - 1)].decode("utf-8", "replace").strip()
