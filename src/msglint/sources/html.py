"""HTML: what a screen shows is the body; hidden text, link targets, texts of images stand beside it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from msglint.document import Document, Element, Segment
from msglint.sources import front_matter
from msglint.sources.derive import Edit
from msglint.sources.html_css import cascade
from msglint.sources.html_elements import Page, elements
from msglint.sources.html_style import Looks, looks
from msglint.sources.html_text import BLANK, NOT_TEXT, Run, Unseen, hidden, masked, visible
from msglint.sources.html_tree import Attribute, Node, Text, parse
from msglint.sources.text import WHOLE_UNITS

if TYPE_CHECKING:
    from msglint.sources.model import Failure, TextFile

GIVES = frozenset(("image", "style", "link", "code"))
"""Kinds of elements that HTML can hold."""

BESIDE = (("href", "link_target"), ("alt", "alt"), ("title", "title"), ("placeholder", "title"))
"""Attributes that are judged, and their roles."""


def read(file: TextFile) -> Iterator[Document | Failure]:
    """Yield the document of a page, after failures in its front matter."""
    front = front_matter.read(file, foreign=True)
    yield from front.failures
    page = page_of(file, front.end)
    segments = (*front.subject, *segments_of(page))
    complete = file.settings.unit in WHOLE_UNITS
    yield file.document(
        segments,
        file.context(*front.layers),
        complete=complete,
        elements=page_elements(page),
        gives=GIVES,
    )


def page_of(file: TextFile, start: int = 0) -> Page:
    """Return the page that a file holds from offset `start` on."""
    root = parse(file.text, start)
    sheet = cascade(file.text, root)
    return Page(file, root, sheet, looks(root, sheet.styles))


def segments_of(page: Page) -> Iterator[Segment]:
    """Yield the body (empty if nothing is shown), then what stands beside it in the order of the file."""
    is_unseen = _unseen(page.looks)
    text, start = page.file.text, page.root.start
    body = visible(text, page.root, is_unseen)
    yield _segment(page.file, body) if body else page.file.segment(start, start)
    beside = [
        (run.start, replace(_segment(page.file, run), hidden=True))
        for run in hidden(text, page.root, is_unseen)
    ]
    for node in page.root.nodes():
        beside += ((item.start, segment) for item, segment in _attributes(page.file, node))
        if node.tag == "title":
            beside += [(node.start, segment) for segment in _title(page.file, node)]
    beside += [(first, _generated(page.file, first, last)) for first, last in set(page.sheet.generated)]
    yield from (segment for _, segment in sorted(beside, key=lambda pair: pair[0]) if segment.text.strip())


def page_elements(page: Page) -> tuple[Element, ...]:
    """Return the elements of a page, the sizes of its letters last."""
    return (*elements(page), *_font_sizes(page))


def _font_sizes(page: Page) -> Iterator[Element]:
    """Yield the sizes of the letters that are shown, each once, where it first occurs."""
    seen: set[float] = set()
    for node in page.root.nodes():
        size = round(page.looks[id(node)].size, 1)
        if size in seen or node.tag in NOT_TEXT or page.looks[id(node)].is_unseen or _in_head(node):
            continue
        shown = next((item for item in node.children if isinstance(item, Text) and _says(page, item)), None)
        if shown:
            seen.add(size)
            raw = page.file.text[shown.start : shown.end]
            start = shown.start + len(raw) - len(raw.lstrip())
            segment = page.file.segment(start, start + len(raw.strip()))
            yield Element("style", segment.text, segment.origin, {"property": "computed-size", "size": size})


def _says(page: Page, item: Text) -> bool:
    text = page.file.text[item.start : item.end] if item.value is None else item.value
    return bool(text.strip())


def _in_head(node: Node) -> bool:
    parent = node.parent
    while parent is not None and parent.tag not in NOT_TEXT:
        parent = parent.parent
    return parent is not None


def _unseen(found: Mapping[int, Looks]) -> Unseen:
    return lambda node: found[id(node)].is_unseen


def _segment(file: TextFile, run: Run) -> Segment:
    segment = file.segment(run.start, run.end, run.edits)
    return replace(segment, masked=tuple(masked(file.text, run)))


def _generated(file: TextFile, start: int, end: int) -> Segment:
    """Return a text that a style shows; what filters read does not hold it."""
    segment = file.segment(start, end, role="generated")
    return replace(segment, masked=((0, len(segment.text)),))


def _attributes(file: TextFile, node: Node) -> Iterator[tuple[Attribute, Segment]]:
    for name, role in BESIDE:
        item = node.attributes.get(name)
        if item is not None and item.value.strip():
            yield item, file.segment(item.start, item.end, item.edits, role)


def _title(file: TextFile, node: Node) -> Iterator[Segment]:
    texts = [item for item in node.children if isinstance(item, Text)]
    if texts:
        start, end = texts[0].start, texts[-1].end
        edits = [Edit(item.start, item.end, item.value) for item in texts if item.value is not None]
        edits += [Edit(*match.span(), " ") for match in BLANK.finditer(file.text, start, end)]
        yield file.segment(start, end, sorted(edits), "title")
