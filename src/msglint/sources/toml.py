"""TOML: validated by the standard library, located by a scan of what it has found valid."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterator

from msglint.document import Document, PhysicalText
from msglint.messages import Message
from msglint.sources.derive import Edit, derive
from msglint.sources.entries import Broken, Entry, Path, documents
from msglint.sources.model import Failure, TextFile

BLANKS = re.compile(r"(?:[ \t\r\n]+|#[^\n]*)*")
BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")
STRING = re.compile(
    r'"""(?:\r?\n)?(?P<long>(?:[^"\\]++|\\.|"{1,2}(?!"))*+"{0,2})"""'
    r"|'''(?:\r?\n)?(?P<raw>(?:[^']++|'{1,2}(?!'))*+'{0,2})'''"
    r'|"(?P<short>(?:[^"\\]++|\\.)*+)"'
    r"|'(?P<literal>[^']*+)'",
    re.DOTALL,
)
BARE_VALUE = re.compile(r"[^,\]}#\r\n]+")
ESCAPE = re.compile(
    r"\\(?:[ \t]*\r?\n[ \t\r\n]*|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|.)", re.DOTALL
)
ESCAPES = {"b": "\b", "t": "\t", "n": "\n", "f": "\f", "r": "\r", "e": "\x1b"}
PLACE = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")


def read(file: TextFile) -> Iterator[Document | Failure]:
    """Yield the documents of a file, or a failure where it is no TOML."""
    return documents(file, entries(file.text))


def entries(text: str) -> Iterator[Entry | Broken]:
    """Yield the values in the order of the file, or what is wrong with it."""
    try:
        tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        yield _broken(text, str(error))
    except (RecursionError, ValueError) as error:
        yield Broken(Message("this TOML cannot be read: {}", error), 0)
    else:
        yield from _Scan(text).run()


def _broken(text: str, reason: str) -> Broken:
    place = PLACE.search(reason)
    offset = len(text)
    if place and place[1]:
        starts = PhysicalText("", text).line_starts
        offset = starts[min(int(place[1]), len(starts)) - 1] + int(place[2]) - 1
    what = PLACE.sub("", reason)
    return Broken(Message("this is not valid TOML: {}{}", what[:1].lower(), what[1:]), offset)


class _Scan:
    """Walks through a valid text; `lists` counts the tables of each list of tables."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.lists: Counter[Path] = Counter()

    def run(self) -> Iterator[Entry]:
        table: Path = ()
        self._blanks()
        while self.at < len(self.text):
            if self._takes("[["):
                name = self._within(self._key())
                self.lists[name] += 1
                table = (*name, self.lists[name] - 1)
                self._takes("]]")
            elif self._takes("["):
                table = self._within(self._key(), itself=True)
                self._takes("]")
            else:
                path = (*table, *self._key())
                self._takes("=")
                yield from self._value(path)
            self._blanks()

    def _within(self, key: Path, *, itself: bool = False) -> Path:
        """Return the path of a table; of a list on the way to it the last item is meant."""
        path: Path = ()
        for index, name in enumerate(key):
            path = (*path, name)
            if self.lists[path] and (itself or index < len(key) - 1):
                path = (*path, self.lists[path] - 1)
        return path

    def _key(self) -> Path:
        names: list[str] = []
        while True:
            self._blanks()
            bare = BARE_KEY.match(self.text, self.at)
            if bare:
                names.append(bare[0])
                self.at = bare.end()
            else:
                start, end, edits = self._string()
                names.append(derive(self.text, start, end, edits)[0])
            self._blanks()
            if not self._takes("."):
                return tuple(names)

    def _value(self, path: Path) -> Iterator[Entry]:
        self._blanks()
        if self._takes("["):
            yield from self._list(path)
        elif self._takes("{"):
            yield from self._table(path)
        elif self.text[self.at] in "\"'":
            start, end, edits = self._string()
            yield Entry(path, derive(self.text, start, end, edits)[0], start, end, edits)
        else:
            bare = BARE_VALUE.match(self.text, self.at)
            value = bare[0].rstrip() if bare else ""
            yield Entry(path, value, self.at, self.at + len(value), is_text=False)
            self.at += max(1, len(value))

    def _list(self, path: Path) -> Iterator[Entry]:
        index = 0
        self._blanks()
        while not self._takes("]"):
            yield from self._value((*path, index))
            index += 1
            self._blanks()
            self._takes(",")
            self._blanks()

    def _table(self, path: Path) -> Iterator[Entry]:
        self._blanks()
        while not self._takes("}"):
            key = self._key()
            self._takes("=")
            yield from self._value((*path, *key))
            self._blanks()
            self._takes(",")
            self._blanks()

    def _string(self) -> tuple[int, int, tuple[Edit, ...]]:
        """Return where the content of the string that begins here stands, and its edits."""
        match = STRING.match(self.text, self.at)
        if match is None:
            raise AssertionError("a valid text has a string here")
        self.at = match.end()
        kind = str(match.lastgroup)
        start, end = match.span(kind)
        return start, end, tuple(_escapes(self.text, start, end)) if kind in ("long", "short") else ()

    def _blanks(self) -> None:
        match = BLANKS.match(self.text, self.at)
        self.at = match.end() if match else self.at

    def _takes(self, sign: str) -> bool:
        found = self.text.startswith(sign, self.at)
        self.at += len(sign) if found else 0
        return found


def _escapes(text: str, start: int, end: int) -> Iterator[Edit]:
    for match in ESCAPE.finditer(text, start, end):
        raw = match[0]
        if raw[1] in " \t\r\n":
            meant = ""
        elif len(raw) > 2:
            meant = chr(int(raw[2:], 16))
        else:
            meant = ESCAPES.get(raw[1], raw[1])
        yield Edit(*match.span(), meant)
