"""Plain text: one document, the whole file its body."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from msglint.sources import front_matter

if TYPE_CHECKING:
    from msglint.document import Document
    from msglint.sources.model import Failure, TextFile

WHOLE_UNITS = (None, "file", "record")
"""Units in which a text file is complete; in others it is a string that something else completes."""


def read(file: TextFile) -> Iterator[Document | Failure]:
    """Yield the document of a text, after failures in its front matter."""
    front = front_matter.read(file)
    yield from front.failures
    body = file.segment(front.end, len(file.text))
    complete = file.settings.unit in WHOLE_UNITS
    yield file.document([*front.subject, body], file.context(*front.layers), complete=complete)
