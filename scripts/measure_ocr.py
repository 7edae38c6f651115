"""Measure how well printed cards are read: the character error rate, by language, font and angle.

Needs msglint[ocr] and what `make_pictures.py` needs. Blanks do not count, since lines are joined by them.

    python scripts/measure_ocr.py
"""

from __future__ import annotations

import io
from dataclasses import replace

from make_pictures import GUIDE_BACK, MANUAL, SERVICE_BACK, VIP, Page, Text, picture
from PIL import Image

from msglint.document import Place
from msglint.sources.barcodes import barcodes
from msglint.sources.ocr import recognise
from msglint.sources.page_layout import joined, share_covered

CARDS = {
    ("en", "DejaVu Sans"): [replace(VIP, font="dejavu"), replace(MANUAL, font="dejavu")],
    ("en", "DejaVu Serif"): [replace(VIP, font="dejavu-serif"), replace(MANUAL, font="dejavu-serif")],
    ("zh", "Noto Sans CJK"): [replace(SERVICE_BACK, font="sans"), replace(GUIDE_BACK, font="sans")],
    ("zh", "Noto Serif CJK"): [replace(SERVICE_BACK, font="serif"), replace(GUIDE_BACK, font="serif")],
}
ANGLES = (-3.0, -1.5, 0.0, 1.5, 3.0)


def distance(first: str, second: str) -> int:
    """Return how many characters must be put in, taken out or changed."""
    row = list(range(len(second) + 1))
    for at, char in enumerate(first, start=1):
        last, row = row, [at]
        for index, other in enumerate(second, start=1):
            row.append(min(last[index] + 1, row[-1] + 1, last[index - 1] + (char != other)))
    return row[-1]


def printed(page: Page) -> str:
    """Return the text of a page without its blanks."""
    return "".join("".join(item.text.split()) for item in page.items if isinstance(item, Text))


def read(page: Page, angle: float) -> str:
    """Return what is read of a page that was photographed at an angle, without blanks."""
    turned = picture(page).rotate(angle, Image.Resampling.BICUBIC, fillcolor=255)
    out = io.BytesIO()
    turned.save(out, "JPEG", quality=80)
    image = Image.open(out).convert("RGB")
    codes = [code.box for code in barcodes(image)]
    lines = [line for line in recognise(image).lines if share_covered(line.box, codes) < 0.5]
    found = joined(lines, Place("card.jpg"))
    return "".join(found.text.split()) if found else ""


def main() -> None:
    """Print the table of `docs/quality.md`."""
    print("| language, font | " + " | ".join(f"{angle:g}°" for angle in ANGLES) + " | characters |")
    print("|---" * (len(ANGLES) + 2) + "|")
    for (lang, font), pages in CARDS.items():
        count = sum(len(printed(page)) for page in pages)
        rates = [
            sum(distance(printed(page), read(page, angle)) for page in pages) / count for angle in ANGLES
        ]
        print(
            f"| {lang}, {font} | " + " | ".join(f"{rate:.2%}" for rate in rates) + f" | {count} |", flush=True
        )


if __name__ == "__main__":
    main()
