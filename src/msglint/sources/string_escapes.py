"""The escapes of strings in programs: of gettext, Java properties and Apple's .strings files."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msglint.sources.derive import Edit

ESCAPE = re.compile(
    r"\\(?:[uU][dD][89abAB][0-9a-fA-F]{2}\\[uU][dD][c-fC-F][0-9a-fA-F]{2}|[uU][0-9a-fA-F]{4}"
    r"|x[0-9a-fA-F]{2}|[0-7]{1,3}|(?:\r\n|\r|\n)[ \t\f]*|.)",
    re.DOTALL,
)
"""An escape; a pair of surrogates is one, and so is the end of a line that goes on in the next one."""

MEANINGS = {"a": "\a", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v"}


def escapes(text: str, start: int = 0, end: int | None = None) -> Iterator[Edit]:
    """Yield what the escapes in text[start:end] read as; an unknown one is the character itself."""
    end = len(text) if end is None else end
    if text.find("\\", start, end) >= 0:
        for match in ESCAPE.finditer(text, start, end):
            yield Edit(*match.span(), _meant(match[0][1:]))


def _meant(escape: str) -> str:
    if escape[0] in "\r\n":
        return ""
    if len(escape) > 5:
        high, low = int(escape[1:5], 16), int(escape[7:], 16)
        return chr(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00))
    if escape[0] in "uUx" and len(escape) > 1:
        return _character(int(escape[1:], 16))
    if escape[0] in "01234567":
        return _character(int(escape, 8))
    return MEANINGS.get(escape, escape)


def _character(number: int) -> str:
    return "\ufffd" if 0xD800 <= number < 0xE000 or not number else chr(number)
