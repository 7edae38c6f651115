"""The `reads_like` check: copy that reads, as a whole, like copy that people have judged a violation."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from msglint.checks.match import Match
from msglint.matching.spans import bare

if TYPE_CHECKING:
    from msglint.matching.document import DocumentReading
    from msglint.packs.model import ReadsLikeCheck


LANGUAGES = ("en", "zh", None)
"""Languages of the judged copy; None: it cannot be told."""


def find(check: ReadsLikeCheck, document: DocumentReading) -> Iterator[Match]:
    """Yield a match on the most telling sentence of each passage that reads like the kind."""
    if document.lang not in LANGUAGES:
        return
    for reading in document.read:
        for passage, impression in reading.impressions:
            if impression.reads_like(check.kind):
                inside = [
                    start for start in reading.starts("sentence") if passage.start < start < passage.end
                ]
                starts = [passage.start, *inside]
                index = impression.most_telling(check.kind, starts)
                yield Match.at(reading, bare(reading.text, starts[index], [*inside, passage.end][index]))
