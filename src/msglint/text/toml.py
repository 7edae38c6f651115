"""Where the keys and values of a TOML text stand: the standard library says what they are, not where.

The text must be one that `tomllib` reads.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from msglint.messages import Message
from msglint.text.patterns import lazy_pattern

Way = tuple[str | int, ...]
"""The keys and positions that lead to a value."""

BLANKS = lazy_pattern(r"(?:[ \t\r\n]+|#[^\n]*)*")
BARE_KEY = lazy_pattern(r"[A-Za-z0-9_-]+")
BARE_VALUE = lazy_pattern(r"[^,\]}#\r\n]+")
STRING = lazy_pattern(
    r'"""(?:\r?\n)?(?P<long>(?:[^"\\]++|\\.|"{1,2}(?!"))*+"{0,2})"""'
    r"|'''(?:\r?\n)?(?P<raw>(?:[^']++|'{1,2}(?!'))*+'{0,2})'''"
    r'|"(?P<short>(?:[^"\\]++|\\.)*+)"'
    r"|'(?P<literal>[^']*+)'",
    re.DOTALL,
)
"""A string; the group that matched is its content, and says how it is written."""

PLACE = lazy_pattern(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")


class Item(NamedTuple):
    """A table or value by its way, with the offsets of its key and of itself; the same if it has no key."""

    way: Way
    key: int
    value: int
    is_scalar: bool = False


def scan(text: str) -> Iterator[Item]:
    """Yield all tables, lists and values in the order of the text."""
    return _Scan(text).run()


def problem(error: ValueError | RecursionError) -> tuple[Message, tuple[int, int] | None]:
    """Return what is wrong and its line and column, from 1.

    Without a place a TOMLDecodeError is about the end of the text, any other error about no place at all.
    """
    if not isinstance(error, tomllib.TOMLDecodeError):
        return Message("this TOML cannot be read: {}", error), None
    reason = str(error)
    place, what = PLACE.search(reason), PLACE.sub("", reason)
    at = (int(place[1]), int(place[2])) if place and place[1] else None
    return Message("this is not valid TOML: {}{}", what[:1].lower(), what[1:]), at


@dataclass(slots=True)
class _Scan:
    """Walks through a text; `lists` counts the tables of each list of tables."""

    text: str
    at: int = 0
    lists: Counter[Way] = field(default_factory=Counter)

    def run(self) -> Iterator[Item]:
        table: Way = ()
        self._skip()
        while self.at < len(self.text):
            is_list = self._takes("[[")
            if is_list or self._takes("["):
                for table, start in self._header(list(self._names()), opens=is_list):
                    yield Item(table, start, start)
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
            bare = BARE_KEY.match(self.text, start)
            match = bare or STRING.match(self.text, start)
            self.at = match.end() if match else len(self.text)
            raw = self.text[start : self.at]
            yield raw if bare else next(iter(tomllib.loads(f"{raw}=1"))), start
            self._skip()
            if not self._takes("."):
                return

    def _pair(self, table: Way) -> Iterator[Item]:
        *outer, (last, start) = self._names()
        way = table
        for name, at in outer:
            way = (*way, name)
            yield Item(way, at, at)
        self._takes("=")
        self._skip()
        yield from self._value((*way, last), start)

    def _value(self, way: Way, key: int) -> Iterator[Item]:
        yield Item(way, key, self.at, is_scalar=self.text[self.at] not in "[{")
        if self._takes("["):
            yield from self._items(way)
        elif self._takes("{"):
            self._skip()
            while not self._takes("}"):
                yield from self._pair(way)
                self._next()
        else:
            match = STRING.match(self.text, self.at) or BARE_VALUE.match(self.text, self.at)
            self.at = match.end() if match else self.at + 1

    def _items(self, way: Way) -> Iterator[Item]:
        index = 0
        self._skip()
        while not self._takes("]"):
            yield from self._value((*way, index), self.at)
            index += 1
            self._next()

    def _next(self) -> None:
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
