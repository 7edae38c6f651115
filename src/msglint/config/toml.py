"""The table `[tool.msglint]` of pyproject.toml as a tree with places.

The standard library says what the values are; a scan of the text, which by then is known to be valid, says
where keys and values stand.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any

from msglint.document import PhysicalText
from msglint.errors import Problem
from msglint.messages import Message
from msglint.packs.yaml import ListNode, MapNode, Mark, Node, ScalarNode

TABLE = ("tool", "msglint")

Way = tuple[str | int, ...]
"""The keys and positions that lead to a value."""

BLANKS = re.compile(r"(?:[ \t\r\n]+|#[^\n]*)*")
STRING = re.compile(
    r'"""(?:[^"\\]++|\\.|"{1,2}(?!"))*+"{3,5}|\'\'\'(?:[^\']++|\'{1,2}(?!\'))*+\'{3,5}'
    r'|"(?:[^"\\]++|\\.)*+"|\'[^\']*+\'',
    re.DOTALL,
)
BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")
BARE_VALUE = re.compile(r"[^,\]}#\r\n]+")
PLACE = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")


def has_table(data: bytes) -> bool:
    """Whether a pyproject.toml configures msglint; of a broken one, whether it looks so."""
    try:
        return _table(tomllib.loads(data.decode())) is not None
    except (ValueError, RecursionError):
        return re.search(rb"(?m)^\s*\[\s*tool\s*\.\s*msglint\b", data) is not None


def compose(text: str, source: str) -> tuple[Node | None, list[Problem]]:
    """Return the tree of the table and what is wrong with the file; the tree is None if anything is."""
    physical = PhysicalText(source, text)
    try:
        table = _table(tomllib.loads(text))
        if not isinstance(table, dict):
            return None, [Problem(source, 0, 0, "this file holds no table [tool.msglint]")]
        return _Tree(physical, _places(text)).node(table, TABLE), []
    except tomllib.TOMLDecodeError as error:
        return None, [_invalid(physical, str(error))]
    except (RecursionError, ValueError) as error:
        return None, [Problem(source, 0, 0, Message("this TOML cannot be read: {}", error))]


def _places(text: str) -> dict[Way, tuple[int, int]]:
    """Return where the key and the value of each way begin; of a table that is named twice, the first."""
    places: dict[Way, tuple[int, int]] = {}
    for way, place in _Scan(text).run():
        places.setdefault(way, place)
    return places


def _table(document: dict[str, Any]) -> Any:
    tools = document.get(TABLE[0])
    return tools.get(TABLE[1]) if isinstance(tools, dict) else None


def _invalid(physical: PhysicalText, reason: str) -> Problem:
    place, what = PLACE.search(reason), PLACE.sub("", reason)
    line, column = (int(place[1]), int(place[2])) if place and place[1] else (0, 0)
    if place and not place[1]:
        line, column = physical.position(len(physical.text))
    return Problem(
        physical.source, line, column, Message("this is not valid TOML: {}{}", what[:1].lower(), what[1:])
    )


@dataclass(slots=True)
class _Tree:
    """Makes nodes of values; `places` holds by way where its key and its value begin."""

    physical: PhysicalText
    places: dict[Way, tuple[int, int]]

    def node(self, value: Any, way: Way) -> Node:
        mark = self._mark(self.places.get(way, (0, 0))[1])
        match value:
            case dict():
                pairs = ((self._key(way, key), self.node(item, (*way, key))) for key, item in value.items())
                return MapNode(mark, tuple(pairs))
            case list():
                return ListNode(mark, tuple(self.node(item, (*way, at)) for at, item in enumerate(value)))
            case bool():
                return ScalarNode(mark, str(value).lower(), value)
            case date() | datetime() | time():
                return ScalarNode(mark, value.isoformat(), value.isoformat())
            case _:
                return ScalarNode(mark, str(value), str(value))

    def _key(self, way: Way, key: str) -> ScalarNode:
        return ScalarNode(self._mark(self.places.get((*way, key), (0, 0))[0]), key, key)

    def _mark(self, offset: int) -> Mark:
        return Mark(self.physical.source, *self.physical.position(offset))


@dataclass(slots=True)
class _Scan:
    """Walks through a valid text; `lists` counts the tables of each list of tables."""

    text: str
    at: int = 0
    lists: Counter[Way] = field(default_factory=Counter)

    def run(self) -> Iterator[tuple[Way, tuple[int, int]]]:
        """Yield the way to each key and item, and where its key and its value begin."""
        table: Way = ()
        self._skip()
        while self.at < len(self.text):
            is_list = self._takes("[[")
            if is_list or self._takes("["):
                for table, start in self._header(list(self._names()), opens=is_list):
                    yield table, (start, start)
                self._takes("]]" if is_list else "]")
            else:
                yield from self._pair(table)
            self._skip()

    def _header(self, names: list[tuple[str, int]], *, opens: bool) -> Iterator[tuple[Way, int]]:
        """Yield the way to each table that a header names; of a list on the way, its last item is meant."""
        way: Way = ()
        for index, (name, start) in enumerate(names):
            way = (*way, name)
            yield way, start
            if opens and index == len(names) - 1:
                self.lists[way] += 1
            if self.lists[way]:
                way = (*way, self.lists[way] - 1)
                yield way, start

    def _names(self) -> Iterator[tuple[str, int]]:
        while True:
            self._skip()
            start = self.at
            match = BARE_KEY.match(self.text, start) or STRING.match(self.text, start)
            self.at = match.end() if match else len(self.text)
            raw = self.text[start : self.at]
            yield next(iter(tomllib.loads(f"{raw}=1"))), start
            self._skip()
            if not self._takes("."):
                return

    def _pair(self, table: Way) -> Iterator[tuple[Way, tuple[int, int]]]:
        *outer, (last, start) = self._names()
        way = table
        for name, at in outer:
            way = (*way, name)
            yield way, (at, at)
        way = (*way, last)
        self._takes("=")
        self._skip()
        yield way, (start, self.at)
        yield from self._value(way)

    def _value(self, way: Way) -> Iterator[tuple[Way, tuple[int, int]]]:
        if self._takes("["):
            yield from self._items(way)
        elif self._takes("{"):
            self._skip()
            while not self._takes("}"):
                yield from self._pair(way)
                self._skip()
                self._takes(",")
                self._skip()
        else:
            match = STRING.match(self.text, self.at) or BARE_VALUE.match(self.text, self.at)
            self.at = match.end() if match else self.at + 1

    def _items(self, way: Way) -> Iterator[tuple[Way, tuple[int, int]]]:
        index = 0
        self._skip()
        while not self._takes("]"):
            yield (*way, index), (self.at, self.at)
            yield from self._value((*way, index))
            index += 1
            self._skip()
            self._takes(",")
            self._skip()

    def _skip(self) -> None:
        match = BLANKS.match(self.text, self.at)
        self.at = match.end() if match else self.at

    def _takes(self, sign: str) -> bool:
        found = self.text.startswith(sign, self.at)
        self.at += len(sign) if found else 0
        return found
