"""The text that a screen shows of HTML, as edits of the file: tags fall away, blocks part lines."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from msglint.document import LINE_END
from msglint.sources.derive import Edit
from msglint.sources.html_tree import Node, Text

NOT_TEXT = frozenset(("script", "style", "template", "title", "head", "iframe", "object", "svg", "math"))
"""Elements whose content is no running text. What `head` holds stands there for programs."""

PARAGRAPHS = frozenset((
    "p", "li", "td", "th", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "dt", "dd", "table",
    "ul", "ol", "hr", "caption",
))  # fmt: skip
"""Elements that stand apart from what is around them."""

LINES = frozenset((
    "div", "tr", "tbody", "thead", "section", "article", "header", "footer", "address", "form",
    "fieldset", "body", "html", "center", "main", "nav", "aside", "option", "figure", "figcaption", "dl",
    "details", "summary",
))  # fmt: skip
"""Elements that begin and end a line."""

PREFORMATTED = frozenset(("pre", "textarea", "listing"))
"""Elements that keep their blanks and line breaks."""

BLANK = re.compile(r"[ \t\r\n\f]+")
HARD_BLANK = "\xa0"
TAG = re.compile("<(?!!)[^>]*>")
HAN = re.compile("[\u3400-\u9fff]")


@dataclass(slots=True)
class Run:
    """A stretch of text as it reads: from file[start] to file[end], made by the edits."""

    start: int
    end: int
    edits: list[Edit] = field(default_factory=list)


@dataclass(slots=True)
class _Writer:
    """Puts together pieces of the file; what lies between two of them becomes blanks or line breaks."""

    text: str
    pieces: list[tuple[int, int, str | None, str]] = field(default_factory=list)
    lines: int = 0
    block: int = 0
    blank: bool = False
    fresh: bool = True
    filled: bool = False

    def edge(self, weight: int) -> None:
        """A block begins or ends here."""
        if self.fresh and self.filled:
            self.lines += 1
        self.block = max(self.block, weight)
        self.blank, self.fresh, self.filled = False, True, False

    def line_break(self) -> None:
        """A line ends here."""
        self.lines += 1
        self.blank, self.fresh = False, False

    def write(self, start: int, end: int, value: str | None = None) -> None:
        """Add file[start:end], which reads as `value` if that is given."""
        if value is not None and value.strip(" \t\r\n\f") == "":
            self.blank = True
            return
        shown = self.text[start:end] if value is None else value
        if self.fresh and shown.strip(HARD_BLANK) == "":
            self.filled = True
            return
        self.pieces.append((start, end, value, self._gap()))
        self.lines, self.block = 0, 0
        self.blank, self.fresh, self.filled = False, False, False

    def _gap(self) -> str:
        if not self.pieces:
            return ""
        breaks = max(self.block, self.lines + bool(self.block))
        return "\n" * breaks if breaks else " " * self.blank

    def run(self) -> Run | None:
        """Return what was written, None if that is nothing."""
        if not self.pieces:
            return None
        run = Run(self.pieces[0][0], self.pieces[-1][1])
        last = run.start
        for start, end, value, gap in self.pieces:
            if start > last or gap:
                run.edits.append(Edit(last, start, gap))
            if value is not None:
                run.edits.append(Edit(start, end, value))
            last = end
        return run


Unseen = Callable[[Node], bool]


def visible(text: str, root: Node, is_unseen: Unseen) -> Run | None:
    """Return what the screen shows below `root`, None if that is nothing."""
    return _written(text, root, lambda node: not is_unseen(node))


def hidden(text: str, root: Node, is_unseen: Unseen) -> Iterator[Run]:
    """Yield the texts that the screen does not show, one for each outermost element that hides them."""
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if node.tag in NOT_TEXT:
            continue
        if is_unseen(node):
            run = _written(text, node, is_unseen)
            if run:
                yield run
        waiting += [
            child
            for child in reversed(node.children)
            if isinstance(child, Node) and not (is_unseen(node) and is_unseen(child))
        ]


def masked(text: str, run: Run) -> Iterator[tuple[int, int]]:
    """Yield the stretches in which comments or hidden texts part letters, or references stand for some."""
    writes_han = HAN.search(text, run.start, run.end) is not None
    shift = -run.start
    for edit in run.edits:
        start = edit.start + shift
        shift += len(edit.text) - (edit.end - edit.start)
        around = text[edit.start - 1 : edit.start] + text[edit.end : edit.end + 1]
        parts = not edit.text and len(around) == 2 and around.isalnum()
        if parts and TAG.sub("", text[edit.start : edit.end]).strip():
            yield start - 1, start + 1
        elif edit.text.isalnum() and (edit.text.isascii() or (writes_han and HAN.match(edit.text))):
            yield start, start + len(edit.text)


def _written(text: str, root: Node, is_meant: Unseen) -> Run | None:
    writer = _Writer(text)
    waiting: list[tuple[Node | Text, bool]] = [(root, False)]
    preformatted = 0
    while waiting:
        item, is_over = waiting.pop()
        if isinstance(item, Text):
            (_write_lines if preformatted else _write)(writer, item)
        elif is_over:
            preformatted -= item.tag in PREFORMATTED
            writer.edge(_weight(item))
        elif item.tag == "br":
            writer.line_break()
        elif item.tag not in NOT_TEXT or item is root:
            weight = _weight(item)
            if weight or item.tag in PREFORMATTED:
                writer.edge(weight)
                waiting.append((item, True))
                preformatted += item.tag in PREFORMATTED
            meant = is_meant(item)
            waiting += [
                (child, False) for child in reversed(item.children) if meant or isinstance(child, Node)
            ]
    return writer.run()


def _weight(node: Node) -> int:
    return 2 if node.tag in PARAGRAPHS else int(node.tag in LINES)


def _write(writer: _Writer, item: Text) -> None:
    if item.value is not None:
        writer.write(item.start, item.end, item.value)
        return
    at = item.start
    for match in BLANK.finditer(writer.text, item.start, item.end):
        if match.start() > at:
            writer.write(at, match.start())
        writer.blank = True
        at = match.end()
    if at < item.end:
        writer.write(at, item.end)


def _write_lines(writer: _Writer, item: Text) -> None:
    """Write a preformatted text as it stands."""
    if item.value is not None:
        writer.write(item.start, item.end, item.value)
        return
    at = item.start
    for match in LINE_END.finditer(writer.text, item.start, item.end):
        if match.start() > at:
            writer.write(at, match.start())
        writer.line_break()
        at = match.end()
    if at < item.end:
        writer.write(at, item.end)
