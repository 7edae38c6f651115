"""Files that are ZIP archives: members are unpacked within limits, whatever their headers claim."""

from __future__ import annotations

import io
import zipfile
import zlib

from msglint.messages import Message
from msglint.sources.limits import MAX_MEMBERS, OUT_OF_RATIO, RATIO_COUNTS_FROM, Budget, TooMuchError
from msglint.sources.model import UnreadableError

CHUNK = 65_536
UTF8_NAME = 0x800
ENCRYPTED = 0x1
DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError)


class Archive:
    """A ZIP file in memory."""

    def __init__(self, data: bytes, budget: Budget) -> None:
        """Open an archive. Raises UnreadableError if it is damaged, TooMuchError for too many members."""
        self._budget = budget
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except zipfile.BadZipFile as error:
            raise UnreadableError(
                "broken", "the file is damaged: it is cut off, or no ZIP archive"
            ) from error
        except DAMAGED as error:
            raise UnreadableError("broken", Message("the file is damaged: {}", error)) from error
        self.members = [item for item in self._zip.infolist() if not item.is_dir()]
        if len(self.members) > MAX_MEMBERS:
            raise TooMuchError(Message("it holds more than {} files", MAX_MEMBERS))

    @property
    def names(self) -> list[str]:
        """The names of the members, as stored."""
        return [item.filename for item in self.members]

    def read(self, name: str) -> bytes:
        """Return the bytes of a member (the last of that name).

        Raises UnreadableError if it is damaged or encrypted, TooMuchError if it is too large.
        """
        try:
            return self._unpacked(self._zip.getinfo(name))
        except KeyError:
            raise UnreadableError("broken", Message("the file is damaged: it lacks {}", name)) from None
        except DAMAGED as error:
            raise UnreadableError("broken", Message("the file is damaged: {}", error)) from error

    def _unpacked(self, item: zipfile.ZipInfo) -> bytes:
        if item.flag_bits & ENCRYPTED:
            raise UnreadableError("encrypted", "it is encrypted: remove the password")
        found, ratio = io.BytesIO(), self._budget.limits.ratio
        with self._zip.open(item) as stream:
            while chunk := stream.read(CHUNK):
                self._budget.take(len(chunk))
                found.write(chunk)
                size = found.tell()
                if size > RATIO_COUNTS_FROM and size > ratio * max(1, item.compress_size):
                    raise TooMuchError(Message(OUT_OF_RATIO, ratio))
        return found.getvalue()


def shown_name(item: zipfile.ZipInfo) -> str:
    """Return the name of a member; Chinese names of old archives are GBK, which is not declared."""
    name = item.filename
    if not item.flag_bits & UTF8_NAME:
        try:
            return name.encode("cp437").decode("gb18030")
        except UnicodeError:
            return name
    return name
