"""The `reads_like` check: copy that reads, as a whole, like copy that people have judged a violation."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from msglint.checks.match import Match
from msglint.matching.spans import bare
from msglint.packs.kinds import LANGUAGES

if TYPE_CHECKING:
    from msglint.matching.document import DocumentReading
    from msglint.packs.model import ReadsLikeCheck


def find(check: ReadsLikeCheck, document: DocumentReading) -> Iterator[Match]:
    """Yield a match on the most telling sentence of each passage that reads like the kind."""
    if document.lang not in LANGUAGES:
        return
    for reading in document.read:
        for passage, impression in reading.impressions:
            if impression.reads_like(check.kind):
                sentences = list(reading.sentences(passage))
                starts = [sentence.start for sentence in sentences]
                told = sentences[impression.most_telling(check.kind, starts)]
                yield Match.at(reading, bare(reading.text, told.start, told.end))
