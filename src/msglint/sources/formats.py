"""Which reader a file gets: by its content where that is unmistakable, else by its suffix."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import PurePath
from typing import NamedTuple

from msglint.text.patterns import lazy_pattern

READERS: Mapping[str, str] = {
    ".txt": "text",
    ".text": "text",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".md": "markdown",
    ".markdown": "markdown",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".json": "json",
    ".csv": "csv",
    ".tsv": "csv",
    ".yaml": "yaml",
    ".yml": "yaml",
    ".toml": "toml",
    ".po": "po",
    ".pot": "po",
    ".properties": "properties",
    ".strings": "apple_strings",
}
"""Suffixes and the formats of such files; anything else is read as text."""

STRING_SUFFIXES = frozenset((".json", ".yaml", ".yml", ".toml", ".po", ".pot", ".properties", ".strings"))
"""Files whose strings are copy only where someone says so."""

BINARY_READERS: Mapping[str, str] = {
    ".eml": "mail",
    ".mht": "mail",
    ".mhtml": "mail",
    ".zip": "zip",
    ".docx": "docx",
    ".xlsx": "sheet",
    ".xlsm": "sheet",
    ".ods": "sheet",
    ".parquet": "parquet",
    ".pdf": "pdf",
    ".png": "picture",
    ".jpg": "picture",
    ".jpeg": "picture",
    ".webp": "picture",
    ".tif": "picture",
    ".tiff": "picture",
    ".bmp": "picture",
    ".gif": "picture",
}
"""Suffixes of files that are read as bytes, and their formats."""


class Extra(NamedTuple):
    """What a reader needs beside the core: a module that it imports, and the extra that installs it."""

    module: str
    name: str

    @property
    def advice(self) -> str:
        """What to do where it is absent."""
        return f"pip install 'msglint[{self.name}]'"

    @property
    def is_installed(self) -> bool:
        """Whether it can be imported."""
        return find_spec(self.module) is not None


EXTRAS: Mapping[str, Extra] = {
    "docx": Extra("defusedxml", "office"),
    "sheet": Extra("python_calamine", "office"),
    "pdf": Extra("pypdfium2", "pdf"),
    "parquet": Extra("pyarrow", "lake"),
}
"""Extras by format."""

QR = Extra("zxingcpp", "qr")
OCR = Extra("rapidocr", "ocr")
"""Extras that read pictures, wherever they are: what one of them cannot read is named."""

NO_READER: Mapping[str, str] = {
    "ole": "Office file of 97 to 2003",
    "office": "Office file",
}
"""Formats that are told by their content and have no reader, for people."""

PARQUET = b"PAR1"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
MAGIC = (
    (b"\x89PNG\r\n\x1a\n", "picture"),
    (b"\xff\xd8\xff", "picture"),
    (b"GIF87a", "picture"),
    (b"GIF89a", "picture"),
    (b"II*\0", "picture"),
    (b"MM\0*", "picture"),
    (OLE, "ole"),
    (PARQUET, "parquet"),
)
ZIP = b"PK\x03\x04"
HTML = lazy_pattern(rb"\s*<(?:!doctype\s+html|html|head|body)[\s>]", re.IGNORECASE)
PDF_HEADER = lazy_pattern(rb"\A(?:\xef\xbb\xbf|[\0\s])*%PDF-|%PDF-1\.\d\s+%[^\x00-\x7f]")
"""Blanks, or what a server added, may stand before the header of a PDF."""

HEAD = 1024


def suffix_of(path: str | PurePath) -> str:
    """Return the suffix that decides how a file is read, in lower case."""
    return PurePath(path).suffix.lower()


def format_of(data: bytes, source: str) -> str:
    """Return the format of a file: `text`, `docx`, ...; `source` is its name."""
    suffix = suffix_of(source)
    told = _told(data)
    if told:
        return told
    if suffix in BINARY_READERS and BINARY_READERS[suffix] not in CONTAINERS:
        return BINARY_READERS[suffix]
    if HTML.match(data[:HEAD].removeprefix(b"\xef\xbb\xbf")):
        return "html"
    return READERS.get(suffix, "text")


CONTAINERS = frozenset(("zip", "docx", "sheet", "pdf", "picture", "parquet"))
"""Formats that are told by their content alone, whatever the suffix says."""


ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
"""Names the stream in which Office keeps a file that has a password."""


def is_encrypted_office(data: bytes) -> bool:
    """Whether a file is an Office file with a password."""
    return data.startswith(OLE) and ENCRYPTED_PACKAGE in data


def _told(data: bytes) -> str | None:
    """Return the format that the first bytes tell, None if they tell nothing."""
    if data.startswith(ZIP):
        return _zipped(data)
    if PDF_HEADER.search(data[:HEAD]):
        return "pdf"
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "picture"
    if data[:2] == b"BM" and data[6:10] == b"\0\0\0\0":
        return "picture"
    return next((name for magic, name in MAGIC if data.startswith(magic)), None)


def _zipped(data: bytes) -> str:
    """Return which of the formats that are ZIP files inside this one is."""
    import zipfile

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        return "zip"
    if any(name.startswith("word/document") for name in names):
        return "docx"
    if any(name.startswith("xl/") and name.endswith(".xml") for name in names):
        return "sheet"
    kind = data[30:90] if names[:1] == ["mimetype"] else b""
    if b"opendocument.spreadsheet" in kind:
        return "sheet"
    return (
        "office"
        if b"opendocument" in kind or any(name.startswith(("ppt/", "xl/")) for name in names)
        else "zip"
    )
