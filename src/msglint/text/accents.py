"""Latin letters without their accents, as keyboards and machine translation leave them."""

from __future__ import annotations

from collections.abc import Iterator

SHARP_S = {ord("ß"): "ss", ord("œ"): "oe", ord("æ"): "ae"}
SPELLED_OUT = {ord("ä"): "ae", ord("ö"): "oe", ord("ü"): "ue", **SHARP_S}
BARE = {
    **dict(zip(map(ord, "àâáãåçèéêëìíîïñòóôõøùúûýÿäöü"), "aaaaaceeeeiiiinooooouuuyyaou", strict=True)),
    **SHARP_S,
}
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
