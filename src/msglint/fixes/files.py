"""Fixing a file: round after round, until nothing that may be fixed is left or holds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from msglint.document import Document
from msglint.errors import MsglintError
from msglint.fixes.apply import Claims
from msglint.fixes.encoding import Encoding, encoding_of
from msglint.fixes.settle import Candidate, Judge, Read, Trial
from msglint.frozen import Frozen
from msglint.judgement import Judgement
from msglint.sources import Failure
from msglint.suppress.comments import physical_of
from msglint.violation import Violation

MAX_ROUNDS = 20
"""Rounds of one file, since a fix may make room for the next."""

ReadBytes = Callable[[bytes], Iterable[Document | Failure]]
Open = Callable[[Sequence[Document], Sequence[Judgement]], Sequence[Sequence[Violation]]]
"""Returns, by document, the violations that nothing suppresses."""


class UnwritableError(MsglintError):
    """A file that cannot be written as it was read."""


class Mended(Frozen):
    """A file after its fixes: its bytes, its text before and after, how many violations were put right."""

    data: bytes
    before: str
    after: str
    count: int


class Round(Frozen):
    """A file after one round: its bytes, its text before and after; `count` is that of violations before."""

    data: bytes
    before: str
    after: str
    count: int


def mended(data: bytes, read: ReadBytes, judge: Judge, is_open: Open, *, unsafe: bool) -> Mended | None:
    """Return a file after all fixes that hold; None if there are none.

    Encoding, byte order mark and line ends stay. Raises UnwritableError if the bytes cannot be written as
    they were.
    """
    rounds: list[Round] = []
    changes: list[Round] = []
    while len(rounds) < MAX_ROUNDS and len(changes) == len(rounds):
        rounds.append(_round(data, read, judge, is_open, unsafe=unsafe))
        changes += [step for step in rounds[-1:] if step.data != data]
        data = rounds[-1].data
    if not changes:
        return None
    return Mended(data, changes[0].before, changes[-1].after, rounds[0].count - rounds[-1].count)


def _round(data: bytes, read: ReadBytes, judge: Judge, is_open: Open, *, unsafe: bool) -> Round:
    documents, failed = _split(read(data))
    found = [judge(document) for document in documents]
    violations = is_open(documents, found)
    count = sum(map(len, violations))
    candidates = list(_candidates(violations, unsafe=unsafe))
    physical = physical_of(documents[0]) if candidates else None
    if physical is None:
        return Round(data, "", "", count)
    encoding = encoding_of(data, physical.text, documents[0].encoding)
    if encoding is None:
        raise UnwritableError("the fixes were not made: save the file as UTF-8 first")
    trial = Trial(physical.text, documents, found, _reader(encoding, read, failed), judge)
    held = trial.holding(candidates)
    after = trial.text_after(held)
    written = encoding.encode(after)
    return Round(data if written is None else written, physical.text, after, count)


def _candidates(found: Sequence[Sequence[Violation]], *, unsafe: bool) -> Iterable[Candidate]:
    """Yield the fixes in the order of the text; of those that overlap, the first."""
    claims = Claims()
    for index, violations in enumerate(found):
        for item in violations:
            if item.fix and (item.fix.is_safe or unsafe) and claims.claim(item.fix.edits):
                yield Candidate(index, item.rule, item.fix)


def _reader(encoding: Encoding, read: ReadBytes, failed: int) -> Read:
    def attempt(text: str) -> Sequence[Document] | None:
        data = encoding.encode(text)
        documents, failures = _split(read(data)) if data is not None else ([], -1)
        return documents if failures == failed else None

    return attempt


def _split(found: Iterable[Document | Failure]) -> tuple[list[Document], int]:
    """Return the documents of a file, and how many things in it could not be read."""
    items = list(found)
    documents = [item for item in items if isinstance(item, Document)]
    return documents, len(items) - len(documents)
