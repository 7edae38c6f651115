"""HTML as one small tree whose pieces know where they stand."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from itertools import accumulate

from msglint.frozen import Frozen
from msglint.messages import Message
from msglint.sources.derive import Edit
from msglint.sources.limits import TooMuchError

VOID = frozenset((
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr",
))  # fmt: skip
"""Elements that have no end tag."""

CLOSED_BY: dict[str, frozenset[str]] = {
    name: frozenset(others.split())
    for name, others in {
        "p": "p div ul ol table h1 h2 h3 h4 h5 h6 blockquote pre section article header footer form hr",
        "li": "li",
        "tr": "tr",
        "td": "td th tr",
        "th": "td th tr",
        "option": "option",
        "dt": "dt dd",
        "dd": "dt dd",
        "head": "body",
    }.items()
}
"""Elements that another's start tag ends."""

MAX_DEPTH = 200
"""How deep elements are nested at most; what lies deeper hangs there, as in browsers."""

MAX_PIECES = 500_000
"""Tags and texts of a page."""

ATTRIBUTE = re.compile(r"""([^\s"'>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+)))?""")
REFERENCE = re.compile(r"&(?:#[0-9]{1,7};?|#[xX][0-9a-fA-F]{1,6};?|[A-Za-z][A-Za-z0-9]{1,31};?)")


class Attribute(Frozen):
    """The value of an attribute, unescaped, and where it stands in the file."""

    value: str
    start: int
    end: int
    edits: tuple[Edit, ...] = ()


@dataclass(slots=True)
class Text:
    """A run of characters of the file; a reference such as `&amp;` reads as `value`."""

    start: int
    end: int
    value: str | None = None


@dataclass(slots=True)
class Node:
    """An element: its start tag is file[start:end]."""

    tag: str
    start: int = 0
    end: int = 0
    attributes: dict[str, Attribute] = field(default_factory=dict)
    children: list[Node | Text] = field(default_factory=list)
    parent: Node | None = field(default=None, repr=False)

    def get(self, name: str) -> str:
        """Return the value of an attribute, an empty text without it."""
        found = self.attributes.get(name)
        return found.value if found else ""

    def nodes(self) -> Iterator[Node]:
        """Yield this element and all below it, in the order of the file."""
        waiting = [self]
        while waiting:
            node = waiting.pop()
            yield node
            waiting += [child for child in reversed(node.children) if isinstance(child, Node)]


def parse(text: str, start: int = 0) -> Node:
    """Return the tree of the HTML text[start:]; every text is HTML of some kind.

    Raises TooMuchError for a page of more than MAX_PIECES tags and texts.
    """
    return _Parser(text, start).run()


def references(text: str, start: int, end: int) -> Iterator[Edit]:
    """Yield an edit for each character reference in text[start:end]."""
    for match in REFERENCE.finditer(text, start, end):
        value = html.unescape(match[0])
        if value != match[0]:
            yield Edit(match.start(), match.end(), value)


class _Parser(HTMLParser):
    def __init__(self, text: str, start: int) -> None:
        super().__init__(convert_charrefs=False)
        self.text = text
        self.start = start
        ends = accumulate(len(line) + 1 for line in text[start:].split("\n"))
        self.lines = [start, *(start + end for end in ends)]
        self.root = Node("", start, start)
        self.open = [self.root]
        self.pieces = 0

    def run(self) -> Node:
        # Behind the last ">" no tag ends: the library would look for its end from each "<" anew.
        end = max(self.start, self.text.rfind(">") + 1)
        self.feed(self.text[self.start : end])
        self.close()
        self._rest(end)
        return self.root

    def _rest(self, start: int) -> None:
        """Take text[start:] for text."""
        for edit in references(self.text, start, len(self.text)):
            self._add(Text(start, edit.start))
            self._add(Text(edit.start, edit.end, edit.text))
            start = edit.end
        self._add(Text(start, len(self.text)))

    def _at(self) -> int:
        line, column = self.getpos()
        return self.lines[line - 1] + column

    def parse_marked_section(self, i: int, report: int = 1) -> int:  # noqa: ARG002
        """Take `<![...>` for a comment, as browsers do; the library refuses most of what can stand there."""
        return self.parse_bogus_comment(i)

    def parse_comment(self, i: int, report: bool = True) -> int:
        """Take a comment that is never closed for one up to the end, as browsers do."""
        end = super().parse_comment(i, report)
        return end if end >= 0 else len(self.rawdata)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        start = self._at()
        end = start + len(self.get_starttag_text() or "")
        while len(self.open) > 1 and tag in CLOSED_BY.get(self.open[-1].tag, ()):
            self.open.pop()
        node = Node(tag, start, end, _attributes(self.text, start + 1 + len(tag), end), parent=self.open[-1])
        self._add(node)
        if tag not in VOID and len(self.open) < MAX_DEPTH:
            self.open.append(node)

    def handle_endtag(self, tag: str) -> None:
        depth = next((at for at in range(len(self.open) - 1, 0, -1) if self.open[at].tag == tag), 0)
        if depth:
            del self.open[depth:]
        elif tag in ("br", "p"):
            self._add(Node(tag, self._at(), self._at(), parent=self.open[-1]))

    def handle_data(self, data: str) -> None:
        start = self._at()
        self._add(Text(start, start + len(data)))

    def handle_charref(self, name: str) -> None:
        self._reference("#" + name)

    def handle_entityref(self, name: str) -> None:
        self._reference(name)

    def _reference(self, name: str) -> None:
        start = self._at()
        end = start + 1 + len(name)
        end += self.text.startswith(";", end)
        raw = self.text[start:end]
        self._add(Text(start, end, html.unescape(raw)))

    def _add(self, piece: Node | Text) -> None:
        self.pieces += 1
        if self.pieces > MAX_PIECES:
            raise TooMuchError(Message("the page has more than {} tags and texts", MAX_PIECES))
        self.open[-1].children.append(piece)


def _attributes(text: str, start: int, end: int) -> dict[str, Attribute]:
    found: dict[str, Attribute] = {}
    for match in ATTRIBUTE.finditer(text, start, end - 1):
        group = next((number for number in (2, 3, 4) if match[number] is not None), 0)
        first, last = match.span(group) if group else (match.end(), match.end())
        edits = tuple(references(text, first, last))
        value = html.unescape(text[first:last])
        found.setdefault(match[1].lower(), Attribute(value, first, last, edits))
    return found
