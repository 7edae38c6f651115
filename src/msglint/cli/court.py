"""Judging documents, here or in a worker process, and remembering the verdicts."""

from __future__ import annotations

from collections.abc import Sequence
from time import perf_counter
from typing import TYPE_CHECKING, Any, NamedTuple

from msglint import results
from msglint.cli import crash
from msglint.cli.batches import Crash, Entry, Reader
from msglint.cli.linters import Linters
from msglint.detached import detached
from msglint.document import Document
from msglint.judgement import Judgement

if TYPE_CHECKING:
    from msglint.cli.inputs import Input
    from msglint.config.model import Config
    from msglint.linter import Linter

Verdict = Judgement | Crash


class Case(NamedTuple):
    """What is to be judged: detached documents, or (None) a file that is to be read first.

    `key` is where their verdicts belong in the cache, None if they are not to be kept there or the file is
    not read.
    """

    item: Input
    documents: list[Document] | None
    key: bytes | None = None


class Sentence(NamedTuple):
    """The verdicts on the documents of a case, in order; `entries` is what a file held that was read.

    `seconds` is what it took; nothing, if it was known.
    """

    verdicts: Sequence[Verdict]
    entries: list[Entry] | None = None
    seconds: float = 0.0


class Court:
    """Judges by the linters of a run. In a process that starts anew it makes linters of its own."""

    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        self.linters = Linters(reader.options)

    def __reduce__(self) -> tuple[Any, ...]:
        return Court, (self.reader,)

    def __call__(self, cases: Sequence[Case]) -> list[Sentence]:
        """Return the verdicts on some cases."""
        return [self.judge(case) for case in cases]

    def judge(self, case: Case) -> Sentence:
        """Return the verdicts on a case, and how long they took."""
        start = perf_counter()
        return self._sentence(case)._replace(seconds=perf_counter() - start)

    def _sentence(self, case: Case) -> Sentence:
        if case.documents is not None:
            return Sentence(self._judged(case.item.config, case.documents, case.key))
        entries = list(self.reader.entries(case.item))
        documents = [detached(entry) for entry in entries if isinstance(entry, Document)]
        key = self.key(case.item.config, documents)
        known = self.known(key)
        return Sentence(self._judged(case.item.config, documents, key) if known is None else known, entries)

    def key(self, config: Config, documents: Sequence[Document]) -> bytes | None:
        """Return where the verdicts on detached documents belong in the cache; None if there is none."""
        rules = self.linters.key(config)
        if rules is None or not documents:
            return None
        return results.key_of_documents(rules, documents)

    def known(self, key: bytes | None) -> list[Judgement] | None:
        """Return the verdicts that the cache holds under a key, None if it holds none."""
        return None if key is None else results.load(key)

    def _judged(self, config: Config, documents: Sequence[Document], key: bytes | None) -> list[Verdict]:
        linter = self.linters.of(config)
        found = [_verdict(linter, document) for document in documents]
        whole = [item for item in found if isinstance(item, Judgement) and item.is_whole]
        if key is not None and len(whole) == len(found):
            results.store(key, whole)
        return found


def _verdict(linter: Linter, document: Document) -> Verdict:
    try:
        return linter.judge(document)
    except Exception as error:  # one record must not hide what is wrong in the others
        return Crash(crash.describe(error))
