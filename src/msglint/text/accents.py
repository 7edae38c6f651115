"""Latin letters without their accents, as keyboards and machine translation leave them."""

from __future__ import annotations

from collections.abc import Iterator

SHARP_S = str.maketrans({"ß": "ss", "œ": "oe", "æ": "ae"})
BARE = {**str.maketrans("àâáãåçèéêëìíîïñòóôõøùúûýÿäöü", "aaaaaceeeeiiiinooooouuuyyaou"), **SHARP_S}
SPELLED_OUT = {**str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"}), **SHARP_S}
MIN_LETTERS = 4
"""Shorter words may be other words without their accents: `dès` and `des`, `sí` and `si`."""


def plain_spellings(text: str) -> Iterator[str]:
    """Yield a folded text without accents, and with umlauts spelled out, where that changes it."""
    if text.isascii():
        return
    tables = (SHARP_S, SPELLED_OUT, BARE, {**BARE, **SPELLED_OUT})
    for table in tables if len(text) >= MIN_LETTERS else tables[:2]:
        if (spelled := text.translate(table)) != text:
            yield spelled
