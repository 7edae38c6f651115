"""The pages of cards in the HTML report: pictures with a box around everything that was found on them."""

from __future__ import annotations

import base64
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from html import escape
from itertools import groupby

from msglint.document import Box, Document, Place
from msglint.reports.display import visible
from msglint.reports.redact import DOT, is_redacted
from msglint.sources.page_picture import PagePicture, page_pictures
from msglint.violation import Severity, Violation

ROOM = 20_000_000
"""Bytes of pictures that a report may hold."""

PAGES = 20
"""Pages of one file that are shown."""

MASK = re.compile(f"{DOT}{{2,}}")
"""What masking leaves of personal data; a single dot may be the sign before a point of a list."""

Found = Sequence[tuple[str, Violation]]
"""Violations with their ids in the report."""

Boxes = Mapping[Box, Found]

Page = tuple[str, str, int]
"""The member and the part of the file that a page belongs to (empty: the file itself), and its number."""


class Pages:
    """Draws the pages on which something was found, until the report is large enough.

    `left_out` counts the pages that came later.
    """

    def __init__(self) -> None:
        self._room = ROOM
        self.left_out = 0

    def of(self, document: Document, found: Found) -> Iterator[str]:
        """Yield the pages of a document as figures."""
        boxes = _by_page(document, found)
        if not boxes or not _may_be_shown(document):
            return
        chosen = dict(list(boxes.items())[:PAGES])
        self.left_out += len(boxes) - len(chosen)
        covered = _personal(document)
        for file, pages in groupby(chosen, key=lambda page: page[:-1]):
            place = Place(document.source, member=file[0] or None, part=file[1] or None)
            drawn = page_pictures(place, {page[-1]: covered[page] for page in pages})
            for number, picture in drawn.items():
                self._room -= len(picture.jpeg)
                if self._room < 0:
                    self.left_out += 1
                    continue
                label = " ".join(filter(None, (document.source, *file, str(number))))
                yield _figure(label, picture, chosen[*file, number])


def _page_of(place: Place) -> Page:
    return place.member or "", place.part or "", place.page or 1


def _by_page(document: Document, found: Found) -> Mapping[Page, Boxes]:
    """Return what stands in a box of the file itself, or of one inside it, by page."""
    pages: dict[Page, dict[Box, list[tuple[str, Violation]]]] = {}
    for name, violation in found:
        place = violation.place
        stands = violation.start is not None or violation.element is not None
        if stands and place.box and place.source == document.source:
            pages.setdefault(_page_of(place), {}).setdefault(place.box, []).append((name, violation))
    return dict(sorted(pages.items()))


def _may_be_shown(document: Document) -> bool:
    """Whether nothing personal can show: a masked document is shown only if all of it was read."""
    return not is_redacted(document) or all(item.is_doubt for item in document.unread)


def _personal(document: Document) -> Mapping[Page, Sequence[Box]]:
    """Return, by page, the boxes of lines that hold masked personal data."""
    pages: dict[Page, list[Box]] = defaultdict(list)
    if is_redacted(document):
        for segment in document.segments:
            for match in MASK.finditer(segment.text):
                place = segment.origin.place(*match.span())
                if place.box:
                    pages[_page_of(place)].append(place.box)
    return pages


def _figure(label: str, picture: PagePicture, boxes: Boxes) -> str:
    data = base64.b64encode(picture.jpeg).decode()
    ranked = sorted((max(item.severity for _, item in found), box) for box, found in boxes.items())
    drawn = "".join(
        _mark(severity, box, [name for name, _ in boxes[box]], picture) for severity, box in ranked
    )
    return (
        f'<figure class="page"><img alt="{escape(visible(label))}" src="data:image/jpeg;base64,{data}">'
        f"{drawn}</figure>"
    )


def _mark(severity: Severity, box: Box, names: Sequence[str], picture: PagePicture) -> str:
    left, top, right, bottom = box
    sides = {
        "left": left / picture.width,
        "top": top / picture.height,
        "width": (right - left) / picture.width,
        "height": (bottom - top) / picture.height,
    }
    style = ";".join(f"{side}:{share:.2%}" for side, share in sides.items())
    return f'<mark class="{severity}" data-at="{" ".join(names)}" style="{style}"></mark>'
