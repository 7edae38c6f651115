"""Markdown: the running text is the body; headings, targets of links and texts of images stand beside it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from msglint.sources import front_matter
from msglint.sources.markdown_blocks import blocks
from msglint.sources.markdown_inline import Aside, inline
from msglint.sources.text import WHOLE_UNITS

if TYPE_CHECKING:
    from msglint.document import Document, Segment
    from msglint.sources.derive import Edit
    from msglint.sources.model import Failure, TextFile


def read(file: TextFile) -> Iterator[Document | Failure]:
    """Yield the document of a Markdown file, after failures in its front matter."""
    front = front_matter.read(file, foreign=True)
    yield from front.failures
    segments = (*front.subject, *_segments(file, front.end))
    complete = file.settings.unit in WHOLE_UNITS
    yield file.document(segments, file.context(*front.layers), complete=complete)


def _segments(file: TextFile, start: int) -> Iterator[Segment]:
    """Yield the body, then what stands beside it in the order of the file."""
    found = blocks(file.text, start)
    leaves = [inline(file.text, span, found.definitions) for span in found.leaves]
    edits: list[Edit] = sorted([*found.cuts, *(edit for leaf in leaves for edit in leaf.edits)])
    yield file.segment(start, len(file.text), edits)
    headings = [(span, inline(file.text, span, found.definitions)) for span in found.headings]
    asides = [Aside(*span, "link_target") for span in found.definitions.values()]
    asides += [aside for leaf in leaves for aside in leaf.asides]
    asides += [aside for _, heading in headings for aside in heading.asides]
    beside = [(*span, "heading", heading.edits) for span, heading in headings]
    beside += [(*aside, []) for aside in asides]
    for first, last, role, own in sorted(beside):
        if file.text[first:last].strip():
            yield file.segment(first, last, own, role)
