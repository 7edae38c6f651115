"""What the streams of a PDF unpack to, found out before PDFium unpacks them whole."""

from __future__ import annotations

import re
import zlib

from msglint.messages import Message
from msglint.sources.limits import MB, TooMuchError

STREAM = re.compile(rb"(?<!end)stream\r?\n")
CHUNK = 65_536


def prove_small(data: bytes, megabytes: int) -> None:
    """Raise TooMuchError if a stream of a PDF unpacks to more than `megabytes`; nothing of it is kept."""
    for match in STREAM.finditer(data):
        if _unpacks_beyond(data, match.end(), megabytes * MB):
            raise TooMuchError(Message("a part of it unpacks to more than {} MB", megabytes))


def _unpacks_beyond(data: bytes, start: int, limit: int) -> bool:
    unpacker, size, waiting = zlib.decompressobj(), 0, b""
    try:
        while not unpacker.eof and (waiting or start < len(data)):
            if not waiting:
                waiting, start = data[start : start + CHUNK], start + CHUNK
            size += len(unpacker.decompress(waiting, MB))
            if size > limit:
                return True
            waiting = unpacker.unconsumed_tail
    except zlib.error:
        pass  # packed in another way, damaged, or not at all
    return False
