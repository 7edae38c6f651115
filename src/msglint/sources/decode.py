"""Bytes to text: BOM, strict UTF-8, the given encoding, then what the bytes themselves say."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from functools import reduce

from msglint.errors import MsglintError
from msglint.frozen import Frozen
from msglint.messages import Message
from msglint.text.patterns import lazy_pattern

BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
"""Byte order marks and what follows them; the longer of two that begin alike stands first."""

READINGS = (
    ("gb18030", "gb18030"),
    ("big5", "cp950"),
    ("utf-16-le", "utf-16-le"),
    ("utf-16-be", "utf-16-be"),
)
"""What is tried without a BOM: the name in reports, and the codec (Big5 with the additions in common use)."""

ADVICE = "save the file as UTF-8, or name its encoding with --encoding or `encoding:` in msglint.yaml"

CONTROLS = lazy_pattern("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
HEAD = 4096
"""Bytes in which a declaration is looked for."""

SAMPLE = 65_536
"""Characters that are looked at to tell readings apart."""

MIN_FREQUENT = 2
MIN_SHARE = 0.35
MARGIN = 2.0
"""A reading wins with so many frequent characters, such a share of them, and so many times the next share."""


META = lazy_pattern(rb"""<meta[^>]{0,200}charset\s*=\s*["']?([\w.:-]{2,40})""", re.IGNORECASE)
WIDER = {"gb2312": "gb18030", "gbk": "gb18030", "iso8859-1": "cp1252", "ascii": "cp1252", "big5": "cp950"}
"""Encodings that are declared, and those that are meant."""


class UndecodableError(MsglintError):
    """Bytes that are no text, or text in an encoding that is not clear; `code` is that of the failure."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


class Decoded(Frozen):
    """A text without its BOM; `encoding` names a reading other than UTF-8."""

    text: str
    encoding: str | None = None


def decode(data: bytes, encoding: str | None = None) -> Decoded:
    """Return the text of a file, read as `encoding` if it is not UTF-8.

    Raises UndecodableError for binary data and where no reading clearly wins.
    """
    for bom, name in BOMS:
        if data.startswith(bom):
            return _marked(data[len(bom) :], name)
    text = _strict(data, "utf-8")
    if text is not None:
        if "\0" not in text:
            return Decoded(text)
    elif encoding is not None:
        text = _strict(data, encoding)
        if text is not None and "\0" not in text:
            return Decoded(text, codecs.lookup(encoding).name)
    return _detected(data)


def declared_encoding(data: bytes) -> str | None:
    """Return the encoding that the head of an HTML file declares, None if it names none that exists."""
    declared = META.search(data[:HEAD])
    if not declared:
        return None
    from msglint.config.values import is_text_encoding

    try:
        name = codecs.lookup(declared[1].decode()).name
    except LookupError:
        return None
    return WIDER.get(name, name) if is_text_encoding(name) else None


def _marked(data: bytes, name: str) -> Decoded:
    text = _strict(data, name)
    if text is None:
        doubt = Message("the file begins as {} but is not {} throughout", name, name)
        raise UndecodableError("undecodable", Message("{}: {}", doubt, ADVICE))
    if "\0" in text:
        raise UndecodableError(
            "binary",
            "the file holds NUL characters, it is no text: save it as text, or list it under “exclude”",
        )
    return Decoded(text, None if name == "utf-8" else name)


def _strict(data: bytes, encoding: str) -> str | None:
    """Return the text, or None if a byte does not fit; half surrogate pairs do not fit either."""
    try:
        text = data.decode(encoding)
        if not encoding.startswith("utf-"):
            text.encode("utf-8")
    except (UnicodeError, LookupError):
        return None
    return text


def _detected(data: bytes) -> Decoded:
    texts = {name: text for name, codec in READINGS if (text := _plausible(data, codec)) is not None}
    ranked = sorted(((_share(name, text), name) for name, text in texts.items()), reverse=True)
    (best, name), (second, _) = (*ranked, (0.0, ""), (0.0, ""))[:2]
    if best >= MIN_SHARE and best >= MARGIN * second:
        return Decoded(texts[name], name)
    if b"\0" in data:
        raise UndecodableError(
            "binary", "the file holds NUL bytes, it is no text: save it as text, or list it under “exclude”"
        )
    possible = [name for share, name in reversed(ranked) if share or not name.startswith("utf-16")]
    raise UndecodableError("undecodable", Message("{}: {}", _doubt(possible), ADVICE))


def _doubt(names: list[str]) -> str:
    if not names:
        return "the file is neither UTF-8 nor GB18030, Big5 or UTF-16"
    possible = reduce(lambda before, name: Message("{} or {}", before, name), names)
    return Message("the file is not UTF-8; it could be {}, but none of them clearly", possible)


def _plausible(data: bytes, codec: str) -> str | None:
    text = _strict(data, codec)
    return None if text is None or CONTROLS.search(text) else text


def _share(name: str, text: str) -> float:
    """Return which share of the characters that the encoding decides is frequent in real text."""
    frequent = list(_frequent(name, text[:SAMPLE]))
    return sum(frequent) / len(frequent) if sum(frequent) >= MIN_FREQUENT else 0.0


def _frequent(name: str, text: str) -> Iterator[bool]:
    """Say of each character whether it is frequent; ASCII tells nothing but in UTF-16."""
    from msglint.sources.frequent import HAN, PUNCTUATION

    for char in text:
        if not char.isascii():
            yield char in HAN or char in PUNCTUATION
        elif name.startswith("utf-16"):
            yield True
