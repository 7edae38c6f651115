"""Where a text of a file was written, for people."""

from __future__ import annotations

from msglint.errors import InvalidFileError, MsglintError, Problem
from msglint.packs.model import SourceText


def at(text: str, message: str) -> Problem:
    """Return a problem at the place of a text that knows where it was written."""
    return Problem(
        getattr(text, "source", "?"), getattr(text, "line", 0), getattr(text, "column", 0), message
    )


def where(text: str) -> str:
    """Return file and line of a text that knows where it was written."""
    return f"{getattr(text, 'source', '')}:{getattr(text, 'line', 0)}"


def complaint(text: str, message: str) -> MsglintError:
    """Return the error about a text, with its place if it stands in a file."""
    return InvalidFileError([at(text, message)]) if isinstance(text, SourceText) else MsglintError(message)
