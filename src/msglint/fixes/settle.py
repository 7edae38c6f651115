"""Which fixes hold: each is tried on the file, which is read and judged again before anything is written."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from msglint.document import Document
from msglint.fixes.apply import applied, reading_after
from msglint.frozen import Frozen
from msglint.judgement import Judgement

if TYPE_CHECKING:
    from msglint.violation import Fix, Violation

MAX_TRIALS = 64
"""Trials of one file; what then is not known to hold is left alone."""

Judge = Callable[[Document], Judgement]
Read = Callable[[str], Sequence[Document] | None]
"""Reads a text as the file would be read; None if the file cannot hold it, or something in it fails."""


class Candidate(Frozen):
    """A fix of a violation of `rule` in a document of the file, by its index."""

    document: int
    rule: str
    fix: Fix


@dataclass(slots=True)
class Trial:
    """A file's text as it stands, with its documents and what was found in each."""

    text: str
    documents: Sequence[Document]
    found: Sequence[Judgement]
    read: Read
    judge: Judge
    trials: int = field(default=0)

    def holding(self, candidates: Sequence[Candidate]) -> list[Candidate]:
        """Return the candidates that put their violation right and make no new one, all applied together."""
        held: list[Candidate] = []
        pending = [list(candidates)]
        while pending and self.trials < MAX_TRIALS:
            batch = pending.pop()
            bad = self._bad([*held, *batch])
            if bad is None:
                pending += _halves(batch)
                continue
            held += [item for item in batch if item.document not in bad]
            pending += _halves_by_document([item for item in batch if item.document in bad])
        is_one_trial = self.trials == 1
        return held if is_one_trial or not held or self._bad(held) == set() else []

    def text_after(self, candidates: Sequence[Candidate]) -> str:
        """Return the file's text after fixes."""
        return applied(self.text, [edit for item in candidates for edit in item.fix.edits])

    def _bad(self, candidates: Sequence[Candidate]) -> set[int] | None:
        """Return the documents that fixes do not put right; None if the file then reads otherwise."""
        self.trials += 1
        documents = self.read(self.text_after(candidates))
        if documents is None or len(documents) != len(self.documents):
            return None
        by_document: dict[int, list[Candidate]] = defaultdict(list)
        for item in candidates:
            by_document[item.document].append(item)
        pairs = list(enumerate(zip(self.documents, documents, strict=True)))
        strange = {index for index, pair in pairs if not _reads_as_expected(*pair, by_document[index])}
        if any(not by_document[index] for index in strange):
            return None
        unmended = {
            index
            for index, items in by_document.items()
            if items and index not in strange and not self._is_mended(index, documents[index], items)
        }
        return strange | unmended

    def _is_mended(self, index: int, document: Document, items: Sequence[Candidate]) -> bool:
        before, after = self.found[index], self.judge(document)
        fixed = Counter(item.rule for item in items)
        own_before, own_after = (Counter(item.rule for item in found.violations) for found in (before, after))
        is_new = not _rules(after.violations) <= _rules(before.violations)
        if is_new or not set(after.timeouts) <= set(before.timeouts):
            return False
        return all(own_after[rule] <= own_before[rule] - count for rule, count in fixed.items())


def _rules(found: Sequence[Violation]) -> Counter[str]:
    """Return how often rules found something, those that another covers included."""
    return Counter(rule for item in found for rule in (item.rule, *item.also))


def _reads_as_expected(before: Document, after: Document, items: Sequence[Candidate]) -> bool:
    """Whether a document reads as it did but for the fixes."""
    if len(before.segments) != len(after.segments) or before.context != after.context:
        return False
    edits = [edit for item in items for edit in item.fix.edits]
    pairs = zip(before.segments, after.segments, strict=True)
    return all(old.role == new.role and reading_after(old, edits) == new.text for old, new in pairs)


def _halves(batch: list[Candidate]) -> Iterator[list[Candidate]]:
    if len(batch) > 1:
        middle = len(batch) // 2
        yield from (batch[middle:], batch[:middle])


def _halves_by_document(batch: list[Candidate]) -> Iterator[list[Candidate]]:
    """Yield the later and the first half of each document's candidates; one alone has failed for good."""
    groups: Mapping[int, list[Candidate]] = defaultdict(list)
    for item in batch:
        groups[item.document].append(item)
    halves = [list(_halves(group)) for group in groups.values() if len(group) > 1]
    yield from ([item for pair in halves for item in pair[which]] for which in (0, 1) if halves)
