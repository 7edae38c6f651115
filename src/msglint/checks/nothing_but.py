"""The `nothing_but` check: a text that says nothing else, such as thanks alone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import regex

from msglint.checks.match import Match
from msglint.matching.reading import SegmentReading
from msglint.matching.spans import Span, bare

if TYPE_CHECKING:
    from msglint.matching.document import DocumentReading
    from msglint.packs.model import NothingButCheck, Rule

SAYS_SOMETHING = regex.compile(r"[\p{L}\p{N}]")
NAMES = r"(?:[\p{Latin}'’&-]+\.?[\s,!]+){0,3}[\p{Latin}'’&-]+[\s,!]*"
"""A few words without a number or a full stop: at the head of a text a salutation, at its end a signature."""
ORDER = r"(?:(?:\p{Latin}+|\p{Han}{1,6})[\s:#.,]*){0,4}\d{3}-\d{7}-\d{7}[\s.,:。]*"
"""What names the order and nothing else: “Order no. …”, 您的订单号：…."""
EDGE = regex.compile(f"{NAMES}|{ORDER}")
MIDDLE = regex.compile(ORDER)

Sentence = tuple[SegmentReading, int, int]


def find(check: NothingButCheck, rule: Rule, document: DocumentReading) -> Iterator[Match]:
    """Yield one match, over the whole body, if every sentence of it matches a phrase."""
    bodies = [reading for reading in document.readings if reading.segment.role in ("body", "heading")]
    sentences = [sentence for reading in bodies for sentence in _sentences(reading)]
    waker = document.program.waker(rule)
    if any(
        not reading.may_find(waker, start) and not EDGE.fullmatch(reading.text, start, end)
        for reading, start, end in sentences
    ):
        return
    found = _without_names(sentences, [_matches(check, rule, *sentence) for sentence in sentences])
    if found:
        reading = bodies[0]
        yield Match.at(reading, Span(found[0][1], max(end for item, _, end in found if item is reading)))


def _without_names(sentences: list[Sentence], matched: list[bool]) -> list[Sentence]:
    """Return the sentences that match, or none if another says something."""
    inner = [index for index, hit in enumerate(matched) if hit]
    if not inner:
        return []
    for index, (reading, start, end) in enumerate(sentences):
        empty = MIDDLE if inner[0] < index < inner[-1] else EDGE
        if not matched[index] and not empty.fullmatch(reading.text, start, end):
            return []
    return [sentences[index] for index in inner]


def _sentences(reading: SegmentReading) -> Iterator[Sentence]:
    """Yield the sentences in which something is said, without the blanks around them."""
    starts = reading.starts("sentence")
    for start, end in zip(starts, [*starts[1:], len(reading.text)], strict=True):
        if SAYS_SOMETHING.search(reading.text, start, end):
            sentence = bare(reading.text, start, end)
            yield reading, sentence.start, sentence.end


def _matches(check: NothingButCheck, rule: Rule, reading: SegmentReading, start: int, end: int) -> bool:
    return any(start <= span.start < end for phrase in check.phrases for span in reading.find(phrase, rule))
