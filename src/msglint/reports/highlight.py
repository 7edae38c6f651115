"""A document's text as HTML, with the spans of its violations marked."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from html import escape
from itertools import pairwise
from typing import TYPE_CHECKING

from msglint.frozen import Frozen
from msglint.reports.display import is_plain

if TYPE_CHECKING:
    from msglint.document import Document
    from msglint.violation import Severity

WHOLE = 20_000
"""Characters of a document that are shown whole; of a longer one, what stands around its violations."""

AROUND = 300
"""Characters shown on either side of a violation in a long document."""

GAP = '<span class="note"> […] </span>'


class Span(Frozen):
    """A stretch of a segment's text (code points, end exclusive) that the violation with an id is about."""

    id: str
    severity: Severity
    start: int
    end: int


def blocks(document: Document, spans: Sequence[Sequence[Span]], named: Callable[[str], str]) -> Iterator[str]:
    """Yield each segment that has text as a block; `spans` holds those of each segment.

    `named` gives the HTML of a role's name, for those that are not the body's.
    """
    is_long = sum(len(segment.text) for segment in document.segments) > WHOLE
    for segment, marked in zip(document.segments, spans, strict=True):
        if not segment.text.strip() or (is_long and not marked):
            continue
        role = segment.role if segment.role != "body" else "hidden" if segment.hidden else ""
        label = f'<span class="role">{named(role)}</span>' if role else ""
        yield f'<div class="text">{label}{marked_text(segment.text, marked, is_long=is_long)}</div>'


def marked_text(text: str, spans: Sequence[Span], *, is_long: bool = False) -> str:
    """Return a text with its spans in `mark`; where they overlap, the severest gives the colour."""
    edges = {0, len(text), *(edge for span in spans for edge in (span.start, span.end))}
    windows = [(max(0, s.start - AROUND), min(len(text), s.end + AROUND)) for s in spans] if is_long else []
    edges |= {edge for window in windows for edge in window}
    parts: list[str] = []
    for start, end in pairwise(sorted(edges)):
        if windows and not any(low <= start and end <= high for low, high in windows):
            parts.append(GAP)
            continue
        holding = [span for span in spans if span.start <= start and end <= span.end]
        shown = _shown(text[start:end])
        parts.append(_mark(shown, holding) if holding else shown)
    return "".join(parts)


def _mark(shown: str, holding: Sequence[Span]) -> str:
    severity = max(span.severity for span in holding)
    ids = " ".join(span.id for span in holding)
    return f'<mark class="{severity}" data-at="{ids}">{shown}</mark>'


def _shown(text: str) -> str:
    """Return a text as HTML; what cannot be seen, or turns the direction of writing, as its code point."""
    return escape(
        "".join(c if c in "\n\t" or is_plain(c) else _hidden(c) for c in text.replace("\r\n", "\n"))
    )


def _hidden(char: str) -> str:
    # The variation selector behind an emoji only chooses its look.
    return "" if char in "\ufe0e\ufe0f\r" else f"<U+{ord(char):04X}>"
