"""The way back from text to bytes: the same encoding, the same byte order mark."""

from __future__ import annotations

from msglint.frozen import Frozen
from msglint.sources.decode import BOMS, READINGS


class Encoding(Frozen):
    """How a file was written: its byte order mark, if any, and its codec."""

    bom: bytes
    codec: str

    def encode(self, text: str) -> bytes | None:
        """Return a text as the file's bytes; None if the encoding cannot say it."""
        try:
            return self.bom + text.encode(self.codec)
        except UnicodeEncodeError:
            return None


def encoding_of(data: bytes, text: str, name: str | None) -> Encoding | None:
    """Return the encoding of a file that was read as `name` (None: UTF-8) and gave `text`.

    None if the text cannot be turned back into the very same bytes.
    """
    codec = dict(READINGS).get(name or "utf-8", name or "utf-8")
    bom = next((mark for mark, of in BOMS if of == codec and data.startswith(mark)), b"")
    encoding = Encoding(bom, codec)
    return encoding if encoding.encode(text) == data else None
