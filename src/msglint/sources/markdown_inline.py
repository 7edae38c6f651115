"""Text inside a block of Markdown as its reader sees it: without marks, escapes and the targets of links."""

from __future__ import annotations

import html
import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import NamedTuple, TypeVar

from msglint.frozen import Frozen
from msglint.sources.derive import Edit
from msglint.sources.markdown_blocks import Span, normal_label

_BREAKING = "br hr p div li ul ol dl dt dd tr td th table blockquote section h1 h2 h3 h4 h5 h6"
_FLOWING = (
    "a abbr b big center cite code del details em font i img ins kbd mark nobr q s small span strike "
    "strong sub summary sup tbody thead tt u wbr"
)
BREAKING_TAGS = frozenset(_BREAKING.split())
TAGS = BREAKING_TAGS | frozenset(_FLOWING.split())
"""Tags of HTML; other words in angle brackets are text, most often placeholders."""

TOKEN = re.compile(
    r"(?P<escape>\\(?:[!-/:-@\[-`{-~]|(?=[\r\n])))|(?P<code>`+)|(?P<comment><!--)"
    r"|(?P<tag></?(?P<name>[A-Za-z][A-Za-z0-9]*)(?=[\s/>])[^<>]*>)"
    r"|(?P<auto><(?:[A-Za-z][A-Za-z0-9+.-]{1,31}:[^<>\s]*|[^<>\s@]+@[^<>\s@]+)>)"
    r"|(?P<entity>&(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)"
    r"|(?P<open>!?\[)|(?P<close>\])|(?P<marks>\*+|_+|~{2,})"
)
TARGET = re.compile(
    r"\([ \t]*(?:<(?P<angle>[^<>\r\n]*)>|(?P<plain>[^\s()<>\[\]]*+(?:\([^\s()<>\[\]]*+\)[^\s()<>\[\]]*+)*+))"
    r"(?:[ \t]+(?:\"(?P<double>[^\"\r\n]*)\"|'(?P<single>[^'\r\n]*)'))?[ \t]*\)"
)
LABEL = re.compile(r"\[([^\[\]]{0,999})\]")
MAX_LABEL = 999
ATTRIBUTE = re.compile(r"(?<=\s)(href|alt|title)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')", re.IGNORECASE)
ROLES = {"href": "link_target", "alt": "alt", "title": "title"}


class Aside(NamedTuple):
    """text[start:end] is seen or followed, but no part of the running text: its role."""

    start: int
    end: int
    role: str


AnySpan = TypeVar("AnySpan", Edit, Aside)


class Inline(Frozen):
    """The markup of a piece of text: what it reads as, and what stands aside. Both in order and apart."""

    edits: list[Edit]
    asides: list[Aside]


def inline(text: str, span: Span, definitions: Mapping[str, Span]) -> Inline:
    """Return the markup of text[start:end]; `definitions` are the targets that labels stand for."""
    scanner = _Scanner(text, span, definitions)
    scanner.run()
    return Inline(_outermost(scanner.edits), _outermost(scanner.asides))


def _outermost(items: Iterable[AnySpan]) -> list[AnySpan]:
    """Return the items that lie within no other, in order."""
    kept: list[AnySpan] = []
    for item in sorted(items, key=lambda item: (item.start, -item.end)):
        if not kept or item.start >= kept[-1].end:
            kept.append(item)
    return kept


class _Scanner:
    """Goes through a text once; a handler takes what a token begins and returns where to go on."""

    def __init__(self, text: str, span: Span, definitions: Mapping[str, Span]) -> None:
        self.text = text
        self.start, self.end = span
        self.definitions = definitions
        self.edits: list[Edit] = []
        self.asides: list[Aside] = []
        self.brackets: list[Span] = []
        self.openers: dict[str, list[list[int]]] = {"*": [], "_": [], "~": []}
        self.may_hold_comments = True

    def run(self) -> None:
        handlers = {
            "escape": self._escape, "code": self._code, "comment": self._comment, "tag": self._tag,
            "auto": self._auto, "entity": self._entity, "open": self._open, "close": self._close,
            "marks": self._marks,
        }  # fmt: skip
        at = self.start
        while match := TOKEN.search(self.text, at, self.end):
            at = handlers[match.lastgroup or ""](match)

    def _escape(self, match: re.Match[str]) -> int:
        self.edits.append(Edit(match.start(), match.start() + 1))
        return match.end()

    def _code(self, match: re.Match[str]) -> int:
        starts = self._ticks.get(len(match[0]), [])
        index = bisect_left(starts, match.end())
        if index == len(starts):
            return match.end()
        end = starts[index] + len(match[0])
        self.edits.append(Edit(match.start(), end, " "))
        return end

    @cached_property
    def _ticks(self) -> dict[int, list[int]]:
        """Where runs of backticks begin, by their length."""
        found: dict[int, list[int]] = {}
        for match in re.compile("`+").finditer(self.text, self.start, self.end):
            found.setdefault(len(match[0]), []).append(match.start())
        return found

    def _comment(self, match: re.Match[str]) -> int:
        end = self.text.find("-->", match.end(), self.end) if self.may_hold_comments else -1
        self.may_hold_comments = end >= 0
        if end < 0:
            return match.end()
        self.edits.append(Edit(match.start(), end + len("-->")))
        return end + len("-->")

    def _tag(self, match: re.Match[str]) -> int:
        name = match["name"].lower()
        if name not in TAGS:
            return match.start() + 1
        at_line_edge = self._around(match.start() - 1) in "\r\n" or self._around(match.end()) in "\r\n"
        breaks = name in BREAKING_TAGS and not at_line_edge
        self.edits.append(Edit(*match.span(), "\n" if breaks else ""))
        for found in ATTRIBUTE.finditer(self.text, *match.span()):
            group = 3 if found[2] is None else 2
            self.asides.append(Aside(*found.span(group), ROLES[found[1].lower()]))
        return match.end()

    def _around(self, at: int) -> str:
        """Return the character at an offset; beyond the ends a line end."""
        return self.text[at] if self.start <= at < self.end else "\n"

    def _auto(self, match: re.Match[str]) -> int:
        self.edits += Edit(match.start(), match.start() + 1), Edit(match.end() - 1, match.end())
        return match.end()

    def _entity(self, match: re.Match[str]) -> int:
        meant = html.unescape(match[0])
        if meant != match[0]:
            self.edits.append(Edit(*match.span(), meant))
        return match.end()

    def _open(self, match: re.Match[str]) -> int:
        self.brackets.append(match.span())
        return match.end()

    def _close(self, match: re.Match[str]) -> int:
        if not self.brackets:
            return match.end()
        opening = self.brackets.pop()
        target = TARGET.match(self.text, match.end(), self.end)
        end = target.end() if target else self._label_end(opening[1], match.span())
        if end is None:
            return match.end()
        is_image = self.text[opening[0]] == "!"
        if target:
            self.asides += _asides(target, is_image)
        if is_image:
            self.edits.append(Edit(opening[0], end))
            self.asides.append(Aside(opening[1], match.start(), "alt"))
        else:
            self.edits += Edit(*opening), Edit(match.start(), end)
        return end

    def _label_end(self, start: int, closing: Span) -> int | None:
        """Return where a link ends that names its target by a label; None if no such target is defined."""
        label = LABEL.match(self.text, closing[1], self.end)
        name = label[1].strip() if label else ""
        if not name and closing[0] - start <= MAX_LABEL:
            name = self.text[start : closing[0]]
        if normal_label(name) not in self.definitions:
            return None
        return label.end() if label else closing[1]

    def _marks(self, match: re.Match[str]) -> int:
        """Take marks of emphasis; what is left over waits for marks that close it."""
        before, after, char = self._around(match.start() - 1), self._around(match.end()), match[0][0]
        inside_word = char == "_" and before.isalnum() and after.isalnum()
        at, end = match.span()
        openers = self.openers[char]
        while not before.isspace() and not inside_word and openers and at < end:
            opener = openers[-1]
            count = min(opener[1] - opener[0], end - at)
            self.edits += Edit(opener[1] - count, opener[1]), Edit(at, at + count)
            at += count
            opener[1] -= count
            if opener[0] == opener[1]:
                openers.pop()
        if at < end and not after.isspace() and not inside_word:
            openers.append([at, end])
        return match.end()


def _asides(target: re.Match[str], is_image: bool) -> list[Aside]:
    roles = {"double": "title", "single": "title"}
    if not is_image:
        roles |= {"angle": "link_target", "plain": "link_target"}
    return [Aside(*target.span(group), role) for group, role in roles.items() if target[group]]
