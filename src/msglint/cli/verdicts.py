"""Batches to verdicts, in order: from the cache, judged here, or by worker processes where there is much."""

from __future__ import annotations

import os
from collections.abc import Generator, Iterable, Iterator
from itertools import chain

from msglint.cli.batches import SIZE, Batch
from msglint.cli.court import Case, Court, Sentence
from msglint.detached import detached
from msglint.frozen import Frozen

ALONE = 150_000
"""Characters that are judged in this process before others are started, which costs about as much."""

MOST_BATCHES = 50
"""Small files that go to a worker at once."""

Pair = tuple[Batch, Case | Sentence]
Judged = tuple[Batch, Sentence | None]


class Verdicts(Frozen):
    """Judges batches. `jobs` is the number of worker processes, None: as many as there are processors."""

    court: Court
    jobs: int | None = None

    def of(self, batches: Iterable[Batch]) -> Generator[Judged, None, None]:
        """Yield each batch with the verdicts on its documents (None: its worker was lost), in order."""
        count = self.jobs or usable_processors()
        alone = float("inf") if count == 1 else 0 if self.jobs else ALONE
        pairs = ((batch, self._case(batch)) for batch in batches)
        for batch, case in pairs if alone else ():
            yield batch, self.court.judge(case) if isinstance(case, Case) else case
            alone -= batch.size if isinstance(case, Case) else 0
            if alone <= 0:
                break
        yield from self._shared(pairs, count)

    def _case(self, batch: Batch) -> Case | Sentence:
        """Return what is to be judged of a batch, or the verdicts on it if they are known."""
        if batch.entries is None:
            return Case(batch.item, None)
        documents = list(map(detached, batch.documents))
        if not documents:
            return Sentence([])
        key = self.court.key(batch.item.config, documents)
        known = self.court.known(key)
        return Case(batch.item, documents, key) if known is None else Sentence(known)

    def _shared(self, pairs: Iterator[Pair], count: int) -> Iterator[Judged]:
        first = next(pairs, None)
        if first is None:
            return
        from msglint.workers import Lost, Workers, start_method

        if isinstance(first[1], Case) and start_method() == "fork":
            self.court.linters.of(first[0].item.config).prepare()
        groups = _groups(chain([first], pairs))
        tasks = ((group, [case for _, case in group if isinstance(case, Case)] or None) for group in groups)
        with Workers[list[Case], list[Sentence]](count, self.court) as workers:
            for group, result in workers.map(tasks):
                found = iter(() if isinstance(result, Lost) or result is None else result)
                for batch, case in group:
                    yield batch, next(found, None) if isinstance(case, Case) else case


def usable_processors() -> int:
    """Return how many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _groups(pairs: Iterable[Pair]) -> Iterator[list[Pair]]:
    """Yield the pairs in groups, each with about enough to do for a worker."""
    group: list[Pair] = []
    size = 0
    for batch, case in pairs:
        group.append((batch, case))
        size += batch.size if isinstance(case, Case) else 0
        if size >= SIZE or len(group) >= MOST_BATCHES:
            yield group
            group, size = [], 0
    if group:
        yield group
