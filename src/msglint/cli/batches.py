"""From chosen files to batches of documents: what is read and judged together, in the order of the input."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from msglint.cli import crash
from msglint.config.resolve import FileSettings, resolve
from msglint.document import Document, Place
from msglint.errors import MsglintError, Problem
from msglint.frozen import Frozen
from msglint.reports.model import Fixed
from msglint.sources import BINARY_READERS, Failure, ReadSettings, read, read_path, suffix_of

if TYPE_CHECKING:
    from msglint.cli.check_options import CheckOptions
    from msglint.cli.inputs import Input
    from msglint.config.context import ContextLayer
    from msglint.suppress.apply import FileSuppressions

SIZE = 50_000
"""Characters from which on a batch is full: few enough to be shared out, enough to be worth it."""

PIECEMEAL = "parquet"
"""The one format of bytes that is quick to read and large enough to be shared out."""

MOST = 200
"""Documents in a batch."""

UNREAD_SIZE = 20_000
"""What a file counts for that is yet to be read: reading pages and pictures takes longest."""


class Crash(Frozen):
    """Where msglint itself failed, without any text of the copy."""

    where: str


Entry = Document | Failure | Crash | Fixed


@dataclass(slots=True)
class Batch:
    """Documents of one file, with what could not be read between them.

    The `entries` are None while the file is not read; `is_last` tells that nothing follows of the file, and
    `error` is what ends the run when it comes to this batch.
    """

    item: Input
    entries: list[Entry] | None = field(default_factory=list)
    suppressions: FileSuppressions | None = None
    is_last: bool = True
    error: Exception | None = None

    @property
    def documents(self) -> list[Document]:
        """The documents among the entries."""
        return [entry for entry in self.entries or () if isinstance(entry, Document)]

    @property
    def size(self) -> int:
        """What judging it costs, in characters."""
        return UNREAD_SIZE if self.entries is None else sum(map(size_of, self.documents))


class Reader(Frozen):
    """Reads files as the command line says; `layer` is the context that it gives."""

    options: CheckOptions
    layer: ContextLayer

    def batches(self, item: Input, suppressions: FileSuppressions) -> Iterator[Batch]:
        """Yield the batches of a file, at least one. A file that takes long to read comes unread."""
        if not item.is_stdin and BINARY_READERS.get(suffix_of(item.path), PIECEMEAL) != PIECEMEAL:
            yield Batch(item, None, suppressions)
            return
        held = Batch(item, [], suppressions)
        for group in _grouped(self.entries(item)):
            if held.entries:
                held.is_last = False
                yield held
            held = Batch(item, group, suppressions)
        yield held

    def entries(self, item: Input) -> Iterator[Entry]:
        """Yield what a file holds, and what could not be read of it."""
        try:
            yield from self._found(item)
        except MsglintError as error:
            yield Failure(item.source, None, "unreadable", error.message)
        except Exception as error:  # one file must not hide what is wrong in the others
            yield Crash(crash.describe(error))

    def found(self, item: Input, data: bytes) -> Iterator[Document | Failure]:
        """Yield what the file would hold if its bytes were `data`."""
        return read(data, item.source, self._settings(item, resolve(item.config, item.path)))

    def _found(self, item: Input) -> Iterator[Document | Failure]:
        own = resolve(item.config, item.path)
        yield from (failure_of(problem, "bad-context") for problem in own.problems)
        settings = self._settings(item, own)
        if item.data is not None:
            yield from read(item.data, item.source, settings)
        else:
            yield from read_path(item.path, item.source, settings)

    def _settings(self, item: Input, own: FileSettings) -> ReadSettings:
        return ReadSettings(
            self.options.encoding or own.encoding,
            own.unit,
            own.layers,
            (self.layer,),
            columns=own.columns,
            keys=own.keys,
            limits=item.config.bounds,
            dpi=self.options.dpi,
        )


def size_of(document: Document) -> int:
    """Return the characters of a document."""
    return sum(len(segment.text) for segment in document.segments)


def failure_of(problem: Problem, code: str) -> Failure:
    """Return something that is wrong in a file as a failure."""
    place = Place(problem.source, problem.line, problem.column) if problem.line else None
    return Failure(problem.source, place, code, problem.message)


def _grouped(entries: Iterable[Entry]) -> Iterator[list[Entry]]:
    group: list[Entry] = []
    size = 0
    for entry in entries:
        group.append(entry)
        size += size_of(entry) if isinstance(entry, Document) else 0
        if size >= SIZE or len(group) >= MOST:
            yield group
            group, size = [], 0
    if group:
        yield group
