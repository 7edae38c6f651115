"""Writing XML by hand: what XML 1.0 cannot hold is shown as its code point."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape, quoteattr

FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def text(value: str) -> str:
    """Return a text as it may stand between tags."""
    return escape(_allowed(value))


def attributes(**values: object) -> str:
    """Return attributes with a blank before each; None leaves one out."""
    given = ((name, value) for name, value in values.items() if value is not None)
    return "".join(f" {name}={quoteattr(_allowed(str(value)))}" for name, value in given)


def _allowed(value: str) -> str:
    return FORBIDDEN.sub(lambda match: f"<U+{ord(match[0]):04X}>", value)
