"""ZIP: every member that may be copy is read as the file that it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from msglint.document import Document, Place
from msglint.sources import read as read_file
from msglint.sources.archive import Archive, shown_name
from msglint.sources.contained import inside, inside_failure
from msglint.sources.formats import BINARY_READERS, READERS, STRING_SUFFIXES, suffix_of
from msglint.sources.limits import TooMuchError
from msglint.sources.model import BinaryFile, Failure, UnreadableError


def read(file: BinaryFile) -> Iterator[Document | Failure]:
    """Yield what the members hold, in their order; a member that cannot be read is a failure."""
    archive = Archive(file.data, file.budget)
    for item in archive.members:
        name = shown_name(item)
        if not _may_be_copy(name):
            continue
        outer = Place(file.source, member=name)
        try:
            data = archive.read(item.filename)
            found = list(read_file(data, name, replace(file.settings, unit=None), file.budget.inside()))
        except UnreadableError as error:
            yield file.failure(error.code, error.message, outer)
        except TooMuchError as error:
            yield file.failure("too-large", error.message, outer)
            return
        else:
            for one in found:
                yield inside_failure(one, outer) if isinstance(one, Failure) else _document(one, outer)


def _may_be_copy(name: str) -> bool:
    """Whether a member is copy by its name; strings are where someone says so: nobody can, for a member."""
    suffix = suffix_of(name)
    is_hidden = any(part.startswith((".", "__MACOSX")) for part in name.split("/"))
    return not is_hidden and suffix not in STRING_SUFFIXES and (suffix in READERS or suffix in BINARY_READERS)


def _document(found: Document, outer: Place) -> Document:
    return replace(
        found,
        source=outer.source,
        segments=tuple(inside(item, outer) for item in found.segments),
        elements=tuple(inside(item, outer) for item in found.elements),
        unread=tuple(inside(item, outer) for item in found.unread),
    )
