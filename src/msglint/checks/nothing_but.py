"""The `nothing_but` check: a text that says nothing else, such as thanks alone."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from msglint.checks.match import Match
from msglint.matching.document import DocumentReading
from msglint.matching.reading import SegmentReading
from msglint.matching.spans import Span
from msglint.packs.model import NothingButCheck, Rule

SAYS_SOMETHING = regex.compile(r"[\p{L}\p{N}]")


def find(check: NothingButCheck, rule: Rule, document: DocumentReading) -> Iterator[Match]:
    """Yield one match, over the whole body, if every sentence of it matches a phrase."""
    bodies = [reading for reading in document.readings if reading.segment.role in ("body", "heading")]
    found = [sentence for reading in bodies for sentence in _sentences(reading)]
    if found and all(_matches(check, rule, reading, start, end) for reading, start, end in found):
        reading = bodies[0]
        yield Match.at(reading, Span(found[0][1], max(end for item, _, end in found if item is reading)))


def _sentences(reading: SegmentReading) -> Iterator[tuple[SegmentReading, int, int]]:
    """Yield the sentences in which something is said, without the blanks around them."""
    starts = reading.starts("sentence")
    for start, end in zip(starts, [*starts[1:], len(reading.text)], strict=True):
        sentence = reading.text[start:end]
        if SAYS_SOMETHING.search(sentence):
            yield reading, start + len(sentence) - len(sentence.lstrip()), start + len(sentence.rstrip())


def _matches(check: NothingButCheck, rule: Rule, reading: SegmentReading, start: int, end: int) -> bool:
    return any(start <= span.start < end for phrase in check.phrases for span in reading.find(phrase, rule))
