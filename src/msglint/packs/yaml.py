"""YAML that says where everything stands and means no more than it shows.

Only `true`, `false` and `null` (also `~` and nothing) are special; `NO`, `off`, `8:00`, `1.10` and dates
stay text, for the shapes to convert. Tags, several documents, duplicate keys and alias bombs are problems.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from msglint.document import PhysicalText
from msglint.errors import Problem
from msglint.messages import Message
from msglint.packs.nodes import ListNode, MapNode, Mark, Node, ScalarNode, problem
from msglint.packs.yaml_advice import explain
from msglint.text.patterns import lazy_pattern

__all__ = ["ListNode", "MapNode", "Mark", "Node", "ScalarNode", "compose", "decode", "problem"]

MAX_BYTES = 8_000_000
"""Bytes of a YAML file."""

MAX_NODES = 200_000
"""Values of a file, each alias counted as what it stands for."""

MAX_DEPTH = 32
"""Lists and mappings inside each other."""

UNPRINTABLE = lazy_pattern("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

WORDS: dict[str, bool | None] = {"true": True, "false": False, "null": None, "~": None, "": None}


def decode(data: bytes, source: str) -> tuple[str, list[Problem]]:
    """Return the text of a UTF-8 file without its BOM, and what is wrong with its bytes."""
    if len(data) > MAX_BYTES:
        return "", [
            Problem(source, 0, 0, Message("the file is larger than {} MB: split it", MAX_BYTES // 1_000_000))
        ]
    try:
        return data.decode("utf-8-sig"), []
    except UnicodeDecodeError as error:
        sound = error.object[: error.start].decode("utf-8-sig")
        line, column = PhysicalText(source, sound).position(len(sound))
        advice = "this is not UTF-8 text: save the file as UTF-8"
        return "", [Problem(source, line, column, advice)]


def compose(text: str, source: str, first_line: int = 1) -> tuple[Node | None, list[Problem]]:
    """Return the tree of a YAML text and what is wrong with it.

    `first_line` is the line of the file at which the text begins (for front matter). An empty text is a
    scalar without a value; the tree is None if the text cannot be read to its end.
    """
    physical = PhysicalText(source, text)
    bad = UNPRINTABLE.search(text)
    if bad:
        line, column = physical.position(bad.start())
        message = Message("the character U+{:04X} is not allowed here: remove it", ord(bad[0]))
        return None, [Problem(source, line + first_line - 1, column, message)]
    return _Composer(physical, first_line - 1).run()


class _StopError(Exception):
    """The text cannot be read any further; the problem is recorded."""


@dataclass(slots=True)
class _Open:
    """A list or mapping being read; `size` counts all values in it, `height` the levels below it."""

    mark: Mark
    is_map: bool
    anchor: str | None
    items: list[Node] = field(default_factory=list)
    size: int = 1
    height: int = 1

    def close(self, problems: list[Problem]) -> Node:
        if not self.is_map:
            return ListNode(self.mark, tuple(self.items))
        return MapNode(self.mark, tuple(_pairs(self.items, problems)))


def _pairs(items: list[Node], problems: list[Problem]) -> list[tuple[ScalarNode, Node]]:
    """Return the pairs of a mapping from its keys and values in turn; duplicate keys are problems."""
    found: dict[str, tuple[ScalarNode, Node]] = {}
    for key, value in zip(items[::2], items[1::2], strict=True):
        if not isinstance(key, ScalarNode) or key.value is None:
            problems.append(problem(key, "a key must be text"))
        elif key.text in found:
            first = found[key.text][0].mark.line
            problems.append(
                problem(key, Message("the key “{}” stands twice: first in line {}", key.text[:80], first))
            )
        else:
            found[key.text] = (key, value)
    return list(found.values())


class _Anchored(NamedTuple):
    node: Node
    size: int
    height: int


class _Composer:
    """Builds the tree from the parser's events, without recursion, however deep the text is nested."""

    def __init__(self, physical: PhysicalText, lines_before: int) -> None:
        self.physical = physical
        self.lines_before = lines_before
        self.problems: list[Problem] = []
        self.open: list[_Open] = []
        self.anchors: dict[str, _Anchored] = {}
        self.count = 0
        self.documents = 0
        self.root: Node | None = None

    def run(self) -> tuple[Node | None, list[Problem]]:
        import yaml

        loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        try:
            for event in yaml.parse(self.physical.text, Loader=loader):
                handler = HANDLERS.get(type(event).__name__)
                if handler:
                    handler(self, event)
        except _StopError:
            return None, self.problems
        except yaml.MarkedYAMLError as error:
            self._report(self._culprit(error), explain(error.problem or ""))
            return None, self.problems
        nothing = ScalarNode(Mark(self.physical.source, 1 + self.lines_before, 1), "", None)
        return self.root or nothing, self.problems

    def _culprit(self, error: Any) -> Any:
        """Return where to look: at the end of the text, what was opened and never closed."""
        mark = error.problem_mark
        at_end = mark is None or mark.index >= len(self.physical.text.rstrip())
        return (error.context_mark or mark) if at_end else mark

    def document(self, event: Any) -> None:
        self.documents += 1
        if self.documents > 1:
            self._stop(event.start_mark, "a second document begins here: expected only one, without “---”")

    def scalar(self, event: Any) -> None:
        self._refuse_tag(event)
        plain = not event.style and event.tag is None
        value = WORDS.get(event.value, event.value) if plain else event.value
        node = ScalarNode(self._mark(event.start_mark), event.value, value)
        self._add(_Anchored(node, 1, 0), event.anchor, event)

    def begin(self, event: Any) -> None:
        self._refuse_tag(event)
        is_map = type(event).__name__ == "MappingStartEvent"
        self.open.append(_Open(self._mark(event.start_mark), is_map, event.anchor))
        self._check_depth(len(self.open), event)

    def end(self, event: Any) -> None:
        done = self.open.pop()
        self._add(_Anchored(done.close(self.problems), done.size, done.height), done.anchor, event)

    def alias(self, event: Any) -> None:
        anchored = self.anchors.get(event.anchor)
        if anchored is None:
            known = any(item.anchor == event.anchor for item in self.open)
            reason = (
                "stands inside what it names"
                if known
                else "names nothing; put a text that begins with “*” in quotes"
            )
            self._stop(event.start_mark, Message("the alias “*{}” {}", event.anchor[:80], reason))
        else:
            self._check_depth(len(self.open) + anchored.height, event)
            self.count += anchored.size - 1
            self._add(anchored, None, event)

    def _add(self, done: _Anchored, anchor: str | None, event: Any) -> None:
        self.count += 1
        if self.count > MAX_NODES:
            self._stop(event.start_mark, Message("the file holds more than {} values: split it", MAX_NODES))
        if anchor:
            self.anchors[anchor] = done
        if self.open:
            parent = self.open[-1]
            parent.items.append(done.node)
            parent.size += done.size
            parent.height = max(parent.height, done.height + 1)
        else:
            self.root = done.node

    def _refuse_tag(self, event: Any) -> None:
        if event.tag is not None:
            tag = event.tag.replace("tag:yaml.org,2002:", "!!")[:80]
            self._report(event.start_mark, Message("the tag “{}” is not allowed: write the plain value", tag))

    def _check_depth(self, depth: int, event: Any) -> None:
        if depth > MAX_DEPTH:
            self._stop(
                event.start_mark, Message("nested more than {} levels deep: write it flatter", MAX_DEPTH)
            )

    def _stop(self, mark: Any, message: str) -> None:
        self._report(mark, message)
        raise _StopError

    def _report(self, mark: Any, message: str) -> None:
        self.problems.append(Problem(*self._mark(mark), message))

    def _mark(self, mark: Any) -> Mark:
        line, column = self.physical.position(min(mark.index, len(self.physical.text)) if mark else 0)
        return Mark(self.physical.source, line + self.lines_before, column)


HANDLERS: dict[str, Callable[[_Composer, Any], None]] = {
    "DocumentStartEvent": _Composer.document,
    "ScalarEvent": _Composer.scalar,
    "SequenceStartEvent": _Composer.begin,
    "MappingStartEvent": _Composer.begin,
    "SequenceEndEvent": _Composer.end,
    "MappingEndEvent": _Composer.end,
    "AliasEvent": _Composer.alias,
}
