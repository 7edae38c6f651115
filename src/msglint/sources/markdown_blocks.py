"""Blocks of Markdown: what is text, what is a heading, and what a reader never sees."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import field, replace

from msglint.document import LINE_END
from msglint.frozen import Frozen
from msglint.sources.derive import Edit

Span = tuple[int, int]

FENCE = re.compile(r"[ \t]*(?:>[ \t]*)*(?:(`{3,})[^`]*|(~{3,}).*)")
FENCE_END = re.compile(r"[ \t]*(?:>[ \t]*)*(`{3,}|~{3,})[ \t]*")
HEADING = re.compile(r" {0,3}#{1,6}(?=[ \t]|$)")
UNDERLINE = re.compile(r" {0,3}(?:={3,}|-{3,})[ \t]*")
LIST_ITEM = re.compile(r"[ \t]*(?:[-*+>]|\d{1,9}[.)])(?=\s|$)")
BREAK = re.compile(r" {0,3}([-*_])[ \t]*(?:\1[ \t]*){2,}")
TABLE_RULE = re.compile(r"(?=[^|]*\|)[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*")
DEFINITION = re.compile(
    r" {0,3}\[(?P<label>[^\[\]^][^\[\]]*+)\]:[ \t]*(?:<(?P<angle>[^<>]*+)>|(?P<target>[^\s<]\S*+))"
    r"(?:[ \t]+(?:\"[^\"]*\"|'[^']*'|\([^()]*\)))?[ \t]*"
)
SPECIAL = frozenset("#`~=-*_[|:<>")
"""What a line begins with that may be more than text."""


class Blocks(Frozen):
    """The parts of a text: `cuts` are none of the body; `leaves` are runs of lines of the body's text.

    `definitions` are the targets of links by label.
    """

    cuts: list[Edit] = field(default_factory=list)
    headings: list[Span] = field(default_factory=list)
    leaves: list[Span] = field(default_factory=list)
    definitions: dict[str, Span] = field(default_factory=dict)


class Line(Frozen):
    """A line text[start:end]; the next one begins at `after`."""

    start: int
    end: int
    after: int


def blocks(text: str, start: int) -> Blocks:
    """Return the blocks of text[start:]. What is never closed (a fence, a comment) is text."""
    return _Scanner(text, start).run()


def normal_label(label: str) -> str:
    """Return the form in which labels of links are compared."""
    return " ".join(label.split()).casefold()


def _lines(text: str, start: int) -> Iterator[Line]:
    for match in LINE_END.finditer(text, start):
        yield Line(start, *match.span())
        start = match.end()
    if start < len(text):
        yield Line(start, len(text), len(text))


class _Scanner:
    def __init__(self, text: str, start: int) -> None:
        self.text = text
        self.lines = list(_lines(text, start))
        self.found = Blocks()
        self.at = 0
        self.leaf: Span | None = None
        self.parted = True
        """Whether nothing or a blank line stands before what comes next in the body."""
        self.parted_leaf = True
        """The same for the first line of the leaf."""
        self.unclosed: dict[str, int] = {}

    def run(self) -> Blocks:
        while self.at < len(self.lines):
            line = self.lines[self.at]
            first = self.text[line.start : line.end].lstrip()[:1]
            if not first:
                self._end_leaf()
                self.parted = True
                self.at += 1
            elif first not in SPECIAL or not self._special(line):
                self._extend_leaf(line)
                self.at += 1
        self._end_leaf()
        return self.found

    def _extend_leaf(self, line: Line) -> None:
        if self.leaf is None:
            self.parted_leaf = self.parted
        self.leaf = (self.leaf[0] if self.leaf else line.start, line.end)
        self.parted = False

    def _special(self, line: Line) -> bool:
        """Take the block that begins in a line; False if the line is mere text."""
        text = self.text[line.start : line.end]
        takers = (self._underline, self._fence, self._comment, self._heading, self._definition, self._rule)
        return any(take(line, text) for take in takers)

    def _underline(self, _: Line, text: str) -> bool:
        """Take a heading of one line with a line of at least three `=` or `-` under it."""
        if not self.leaf or not UNDERLINE.fullmatch(text) or LIST_ITEM.match(self.text, *self.leaf):
            return False
        leaf = self.leaf
        if leaf[0] != self.lines[self.at - 1].start:
            return False
        self.leaf, self.parted = None, self.parted_leaf
        self.found.headings.append(leaf)
        self._cut(leaf[0], self.at)
        return True

    def _fence(self, line: Line, text: str) -> bool:
        match = FENCE.fullmatch(text)
        if not match:
            return False
        mark = match[1] or match[2]
        last = self._fence_end(mark)
        if last is not None:
            self._cut(line.start, last)
        return last is not None

    def _fence_end(self, mark: str) -> int | None:
        """Return the line that closes a fence; what was not found once is not sought again."""
        if len(mark) < self.unclosed.get(mark[0], len(mark) + 1):
            for index in range(self.at + 1, len(self.lines)):
                line = self.lines[index]
                match = FENCE_END.fullmatch(self.text, line.start, line.end)
                if match and match[1].startswith(mark):
                    return index
            self.unclosed[mark[0]] = len(mark)
        return None

    def _comment(self, line: Line, text: str) -> bool:
        if not text.lstrip().startswith("<!--") or "<" in self.unclosed:
            return False
        end = self.text.find("-->", line.start) + len("-->")
        if end < len("-->"):
            self.unclosed["<"] = 0
            return False
        last = next(index for index in range(self.at, len(self.lines)) if self.lines[index].end >= end)
        if self.text[end : self.lines[last].end].strip():
            self._end_leaf()
            self.found.cuts.append(Edit(line.start, end))
            self.lines[last] = replace(self.lines[last], start=end)
            self.at = last
        else:
            self._cut(line.start, last)
        return True

    def _heading(self, line: Line, text: str) -> bool:
        match = HEADING.match(text)
        if match:
            content = text[match.end() :].rstrip(" \t")
            closed = content.rstrip("#")
            content = content if closed and closed[-1] not in " \t" else closed
            start = line.start + match.end() + len(content) - len(content.lstrip(" \t"))
            self.found.headings.append((start, line.start + match.end() + len(content.rstrip(" \t"))))
            self._cut(line.start, self.at)
        return match is not None

    def _definition(self, line: Line, text: str) -> bool:
        match = None if self.leaf else DEFINITION.fullmatch(text)
        if match:
            start, end = match.span("target" if match["target"] else "angle")
            target = line.start + start, line.start + end
            self.found.definitions.setdefault(normal_label(match["label"]), target)
            self._cut(line.start, self.at)
        return match is not None

    def _rule(self, line: Line, text: str) -> bool:
        """Take a line across the page, or the one under the head of a table."""
        is_break = BREAK.fullmatch(text) is not None
        found = is_break or TABLE_RULE.fullmatch(text) is not None
        if found:
            self._cut(line.start, self.at, apart=is_break)
        return found

    def _cut(self, start: int, last: int, *, apart: bool = True) -> None:
        """Take the lines from offset `start` to line `last` from the body, and go on behind them.

        With `apart` what stood before and behind is kept apart by a blank line; no gap between them grows.
        """
        self._end_leaf()
        behind = last + 1
        if self.parted:
            while behind < len(self.lines) and self._is_blank(behind):
                behind += 1
        joined = apart and not self.parted and behind < len(self.lines) and not self._is_blank(behind)
        self.found.cuts.append(Edit(start, self.lines[last].end if joined else self.lines[behind - 1].after))
        self.parted = self.parted or joined
        self.at = behind

    def _is_blank(self, index: int) -> bool:
        line = self.lines[index]
        return not self.text[line.start : line.end].strip()

    def _end_leaf(self) -> None:
        if self.leaf:
            self.found.leaves.append(self.leaf)
            self.leaf = None
