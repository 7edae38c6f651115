"""`check --fix` and `check --diff`: the fixes of one file, made or shown."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from msglint.errors import MsglintError
from msglint.files import write_atomically
from msglint.fixes.diff import unified
from msglint.fixes.files import Mended, ReadBytes, mended
from msglint.frozen import Frozen
from msglint.messages import Message
from msglint.reports.fingerprint import Fingerprints
from msglint.reports.model import Fixed
from msglint.sources import Failure
from msglint.suppress.apply import FileSuppressions

if TYPE_CHECKING:
    from msglint.cli.check_options import CheckOptions
    from msglint.cli.inputs import Input
    from msglint.document import Document
    from msglint.judgement import Judgement
    from msglint.linter import Linter
    from msglint.violation import Violation

Suppressing = Callable[[], FileSuppressions]
"""Makes what suppresses in the file, as if it had not been used yet."""


class Fixing(Frozen):
    """Fixes the violations of one file that nothing suppresses."""

    options: CheckOptions
    item: Input
    linter: Linter
    read: ReadBytes
    suppressing: Suppressing

    def made(self) -> Iterator[Fixed | Failure]:
        """Yield what was put right, after the file is written (not with --diff); or why it could not be."""
        try:
            data = self.item.path.read_bytes() if self.item.data is None else self.item.data
            result = mended(data, self.read, self.linter.judge, self._open, unsafe=self.options.unsafe_fixes)
            if result and self.options.fix:
                write_atomically(self.item.path, result.data)
        except OSError as error:
            yield self._failure(Message("the fixes cannot be written: {}", error.strerror))
        except MsglintError as error:
            yield self._failure(error.message)
        else:
            yield from self._told(result)

    def _told(self, result: Mended | None) -> Iterator[Fixed]:
        if result:
            yield Fixed(
                self.item.source, result.count, unified(self.item.source, result.before, result.after)
            )

    def _failure(self, reason: str) -> Failure:
        return Failure(self.item.source, None, "unwritable", reason)

    def _open(
        self, documents: Sequence[Document], found: Sequence[Judgement]
    ) -> Sequence[Sequence[Violation]]:
        """Return, by document, the violations that nothing suppresses."""
        suppressions, fingerprints = self.suppressing(), Fingerprints()
        return [
            list(_not_suppressed(document, judgement, suppressions, fingerprints))
            for document, judgement in zip(documents, found, strict=True)
        ]


def _not_suppressed(
    document: Document, judgement: Judgement, suppressions: FileSuppressions, fingerprints: Fingerprints
) -> Iterable[Violation]:
    suppressions.read(document)
    marks = fingerprints.of(document, judgement.violations, suppressions.path)
    pairs = zip(judgement.violations, marks, strict=True)
    return (violation for violation, mark in pairs if suppressions.of(violation, mark) is None)
