"""Pictures and PDF files made for tests, with the libraries of the extras that read them."""

from __future__ import annotations

import io
import struct
import zlib
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from msglint import Document, Linter
from msglint.violation import Violation

FIXTURES = Path(__file__).parents[1] / "fixtures"
DATA = Path(__file__).parent / "sources/data"
CHAT = "https://wa.me/4915123456789"


def code(content: str, module: int = 6, symbology: str = "QRCode") -> Any:
    """Return a barcode with its quiet zone as a Pillow image."""
    image = pytest.importorskip("PIL.Image", reason="needs msglint[qr]")
    zxing = pytest.importorskip("zxingcpp", reason="needs msglint[qr]")
    made = zxing.create_barcode(content, getattr(zxing.BarcodeFormat, symbology)).to_image(scale=module)
    return image.fromarray(made).convert("RGB")


def sheet(*codes: tuple[Any, int, int], size: tuple[int, int] = (900, 900), color: Any = "white") -> Any:
    """Return a picture with codes at places."""
    image = pytest.importorskip("PIL.Image", reason="needs msglint[qr]").new("RGB", size, color)
    for made, across, down in codes:
        image.paste(made, (across, down))
    return image


def saved(image: Any, kind: str = "PNG", **more: Any) -> bytes:
    """Return a picture as a file."""
    out = io.BytesIO()
    image.save(out, kind, **more)
    return out.getvalue()


def huge_png(width: int = 60_000, height: int = 60_000) -> bytes:
    """Return a PNG whose header claims more than anybody can unpack."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + _chunk(b"IHDR", head)
        + _chunk(b"IDAT", zlib.compress(b"\0" * 99))
        + _chunk(b"IEND")
    )


def _chunk(name: bytes, data: bytes = b"") -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def fixture(name: str) -> bytes:
    """Return a sample file of the repository."""
    return (FIXTURES / name).read_bytes()


@cache
def _linter() -> Linter:
    return Linter.from_packs()


def judge(document: Document) -> tuple[Violation, ...]:
    """Return the violations of a document by the default packs."""
    return _linter().judge(document).violations
