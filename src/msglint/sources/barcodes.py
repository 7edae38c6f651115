"""QR and bar codes in a picture: what they say and where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from msglint.finders.hosts import registered_domain
from msglint.frozen import Frozen

if TYPE_CHECKING:
    from msglint.document import Box, Value

MIN_SIDE = 700
"""Smaller pictures are looked at once more, enlarged: small codes have modules of one or two pixels."""

LARGE_SIDE = 2600
"""Larger ones are looked at once more, reduced: noise and texture go."""

SCHEME = re.compile(r"(?i)[a-z][a-z0-9+.-]*:\S")
LETTERS = re.compile(r"[^\W\d_]{2}")
FLAT = frozenset(("EAN13", "EAN8", "UPCA", "UPCE", "EANUPC", "ISBN", "ITF14", "ITF", "PZN", "DataBar"))


class Barcode(Frozen):
    """A code: its symbology (`QRCode`, `EAN13`, ...), what it holds, and its box in pixels."""

    symbology: str
    content: str
    box: Box

    @property
    def speaks(self) -> bool:
        """Whether a scanner would act on its content or show a text: no bare number of a product."""
        if self.symbology in FLAT or self.symbology.startswith("DataBar"):
            return False
        return bool(SCHEME.match(self.content) or (self.is_matrix and LETTERS.search(self.content)))

    @property
    def is_matrix(self) -> bool:
        """Whether phones scan it: a QR code or one of its kind."""
        return any(name in self.symbology for name in ("QR", "Aztec", "DataMatrix", "PDF417"))

    def attributes(self) -> dict[str, Value]:
        """Return what rules can ask of the code as an element."""
        found: dict[str, Value] = {"symbology": self.symbology, "content": self.content}
        found["is_product_number"] = not self.speaks
        try:
            parts = urlsplit(self.content.strip())
        except ValueError:
            return found
        if parts.scheme:
            found["target_scheme"] = parts.scheme.lower()
        domain = registered_domain(parts.hostname.lower()) if parts.hostname else None
        if domain:
            found["target_domain"] = domain
        return found


def barcodes(image: Any) -> list[Barcode]:
    """Return the codes in a picture (a Pillow image), from top to bottom.

    Several, turned, inverted, small ones are found; a second and third look see those that a busy
    background hides.
    """
    found: list[Barcode] = []
    for look, scale in _looks(image):
        for code in _read(look, scale):
            if not any(_is_same(code, other) for other in found):
                found.append(code)
    return sorted(found, key=lambda code: (code.box[1], code.box[0]))


def _looks(image: Any) -> Iterator[tuple[Any, float]]:
    """Yield the picture as it is, sharper, and larger or smaller, with the scale."""
    from PIL import Image, ImageFilter, ImageOps

    gray = image.convert("L")
    yield gray, 1.0
    yield ImageOps.autocontrast(gray.filter(ImageFilter.MedianFilter(3)), cutoff=2), 1.0
    longest = max(gray.size)
    scale = 2.0 if longest < 2 * MIN_SIDE else LARGE_SIDE / 2 / longest if longest > LARGE_SIDE else None
    if scale:
        size = (max(1, round(gray.width * scale)), max(1, round(gray.height * scale)))
        yield gray.resize(size, Image.Resampling.LANCZOS), scale


def _read(image: Any, scale: float) -> Iterator[Barcode]:
    import zxingcpp

    for code in zxingcpp.read_barcodes(image, text_mode=zxingcpp.TextMode.Plain):
        corners = code.position
        points = (corners.top_left, corners.top_right, corners.bottom_right, corners.bottom_left)
        across, down = [point.x / scale for point in points], [point.y / scale for point in points]
        box = (min(across), min(down), max(across), max(down))
        yield Barcode(str(code.format).replace(" ", ""), code.text, box)


def _is_same(code: Barcode, other: Barcode) -> bool:
    """Whether two looks saw the same code: at the same place, whatever they made of it."""
    first, second = code.box, other.box
    across = (first[0] + first[2]) / 2, (second[0] + second[2]) / 2
    down = (first[1] + first[3]) / 2, (second[1] + second[3]) / 2
    reach = max(first[2] - first[0], first[3] - first[1], 1) / 2
    return abs(across[0] - across[1]) < reach and abs(down[0] - down[1]) < reach
