"""What `limit` rules can measure. Each measure says whether it counts the original or the rendered text."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from msglint.document import LINE_END, Element
from msglint.frozen import Frozen
from msglint.matching.document import DocumentReading
from msglint.matching.spans import Span
from msglint.text.patterns import lazy_regex

if TYPE_CHECKING:
    from msglint.matching.reading import SegmentReading


class Measured(Frozen):
    """A value (None: the source does not give it), where it was measured, and what exceeds the bound.

    `surplus` is where that begins and ends in the segment; or `element` is the index of the first such one.
    """

    value: float | None
    reading: SegmentReading
    surplus: Span | None = None
    element: int | None = None


Measure = Callable[[DocumentReading, float | None], Measured]

BREAKS = lazy_regex(r"(?:(?:\r\n|\r|\n)[^\S\r\n]*)+")
ZERO_WIDTH = lazy_regex(
    r"(?<=\p{Latin})[\u200b-\u200d\u2060-\u2064\ufeff]+(?=\p{Latin})"
    r"|(?<=\p{Han})[\u200b-\u200d\u2060-\u2064\ufeff]+(?=\p{Han})"
)
"""Characters without width that no word needs there; the soft hyphen marks where a word may be parted."""

WORDS = lazy_regex(r"[\p{L}\p{N}]+(?:['’.-][\p{L}\p{N}]+)*")


def _body(document: DocumentReading) -> SegmentReading:
    bodies = [reading for reading in document.readings if reading.segment.role == "body"]
    return (bodies or document.readings)[0]


def characters(document: DocumentReading, bound: float | None) -> Measured:
    """Code points of the original body text; a CRLF counts once."""
    reading = _body(document)
    text = reading.segment.text
    count = len(text) - text.count("\r\n")
    if bound is None or count <= bound:
        return Measured(count, reading)
    start = min(reading.view.offsets.derived(int(bound)), len(reading.text))
    return Measured(count, reading, Span(start, len(reading.text)))


def subject_characters(document: DocumentReading, bound: float | None) -> Measured:  # noqa: ARG001
    """Code points of the original subject; zero without one."""
    subjects = [reading for reading in document.readings if reading.segment.role == "subject"]
    reading = subjects[0] if subjects else document.readings[0]
    return Measured(len(reading.segment.text) if subjects else 0, reading)


def words(document: DocumentReading, bound: float | None) -> Measured:  # noqa: ARG001
    """Words of the original body text; a run of Han characters counts one."""
    reading = _body(document)
    return Measured(len(WORDS.findall(reading.segment.text)), reading)


def consecutive_line_breaks(document: DocumentReading, bound: float | None) -> Measured:
    """The longest run of line breaks in the original body text; lines of blanks only belong to the run."""
    reading = _body(document)
    best, where = 0, None
    for match in BREAKS.finditer(reading.segment.text.rstrip()):
        count = len(LINE_END.findall(match.group()))
        if count > best:
            best, where = count, match.span()
    if where is None or bound is None or best <= bound:
        return Measured(best, reading)
    derived = reading.view.offsets.derived
    return Measured(best, reading, Span(derived(where[0]), derived(where[1])))


def zero_width_characters(document: DocumentReading, bound: float | None) -> Measured:
    """Zero-width characters between two Latin or two Han letters, in all texts as written."""
    found = [
        (reading, match)
        for reading in document.readings
        for match in ZERO_WIDTH.finditer(reading.segment.text)
    ]
    count = sum(len(match[0]) for _, match in found)
    if bound is None or count <= bound:
        return Measured(count, _body(document))
    reading, match = found[0]
    derived = reading.view.offsets.derived
    return Measured(count, reading, Span(derived(match.start() - 1), derived(match.end() + 1)))


def _counted(count: Callable[[SegmentReading], list[Span]]) -> Measure:
    def measure(document: DocumentReading, bound: float | None) -> Measured:
        found = [(reading, span) for reading in document.readings for span in count(reading)]
        if bound is None or len(found) <= bound:
            return Measured(len(found), _body(document))
        reading, surplus = found[int(bound)]
        return Measured(len(found), reading, surplus)

    return measure


def _elements(kind: str, counts: Callable[[Element], bool]) -> Measure:
    def measure(document: DocumentReading, bound: float | None) -> Measured:
        if kind not in document.document.gives:
            return Measured(None, _body(document))
        elements = enumerate(document.document.elements)
        found = [index for index, item in elements if item.kind == kind and counts(item)]
        surplus = found[int(bound)] if bound is not None and len(found) > bound else None
        return Measured(len(found), _body(document), element=surplus)

    return measure


MEASURES: Mapping[str, Measure] = {
    "characters": characters,
    "subject_characters": subject_characters,
    "words": words,
    "consecutive_line_breaks": consecutive_line_breaks,
    "zero_width_characters": zero_width_characters,
    "links": _counted(lambda reading: [Span(link.start, link.end) for link in reading.links]),
    "order_ids": _counted(lambda reading: reading.typed("order_id")),
    "placeholders": _counted(lambda reading: reading.typed("placeholder")),
    "font_sizes": _elements("style", lambda item: item.attributes["property"] == "computed-size"),
    "attachments": _elements("attachment", lambda item: not item.attributes.get("is_inline")),
}
