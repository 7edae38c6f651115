"""YAML: messages, and templates or translations whose strings are copy where someone says so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from msglint.messages import Message
from msglint.packs.yaml import UNPRINTABLE
from msglint.packs.yaml_advice import explain
from msglint.sources.entries import Broken, Entry, Path, documents
from msglint.sources.yaml_scalars import located

if TYPE_CHECKING:
    from msglint.document import Document
    from msglint.sources.model import Failure, TextFile

MAX_DEPTH = 100
"""Lists and mappings inside each other."""

NOTHING = re.compile(r"(?:~|null|Null|NULL)?")
NO_TEXT = re.compile(
    r"[-+]?[0-9][0-9._:eE+-]*|true|false|True|False|TRUE|FALSE|[-+]?\.(?:inf|nan)", re.IGNORECASE
)


def read(file: TextFile) -> Iterator[Document | Failure]:
    """Yield the documents of a file, and a failure where it cannot be read any further."""
    return documents(file, entries(file.text))


def entries(text: str) -> Iterator[Entry | Broken]:
    """Yield the values in the order of the file, what an alias repeats left out; then what is wrong."""
    import yaml

    bad = UNPRINTABLE.search(text)
    if bad:
        yield Broken(
            Message("the character U+{:04X} is not allowed here: remove it", ord(bad[0])), bad.start()
        )
        return
    walk = _Walk(text)
    try:
        for event in yaml.parse(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
            yield from walk.take(event)
            if len(walk.open) > MAX_DEPTH:
                yield Broken(
                    Message("nested more than {} levels deep: write it flatter", MAX_DEPTH),
                    _offset(event.start_mark, text),
                )
                return
    except yaml.MarkedYAMLError as error:
        reason = Message("this is not valid YAML: {}", explain(error.problem or ""))
        yield Broken(reason, _offset(error.problem_mark or error.context_mark, text))
    except (yaml.YAMLError, RecursionError) as error:
        yield Broken(Message("this is not valid YAML: {}", error), 0)


def _offset(mark: Any, text: str) -> int:
    return min(mark.index, len(text)) if mark else len(text)


@dataclass(slots=True)
class _Open:
    """A list or mapping being read; `at` is where its next value belongs, None where a key is expected."""

    path: Path
    is_map: bool
    at: str | int | None
    is_key: bool


@dataclass(slots=True)
class _Walk:
    text: str
    open: list[_Open] = field(default_factory=list)
    documents: int = 0

    def take(self, event: Any) -> Iterator[Entry]:
        """Take an event of the parser; yield the value that it is, if it is one."""
        name = type(event).__name__
        if name == "ScalarEvent":
            if self._expects_key():
                self.open[-1].at = event.value
                return
            start, end, edits = located(self.text, event)
            is_plain = not event.style
            value = None if is_plain and NOTHING.fullmatch(event.value) else event.value.rstrip("\n")
            is_text = not (is_plain and NO_TEXT.fullmatch(event.value))
            if not any(item.is_key for item in self.open):
                yield Entry(self._path(), value, start, end, edits, is_text)
            self._step()
        elif name == "AliasEvent":
            if self._expects_key():
                self.open[-1].at = f"*{event.anchor}"
            else:
                self._step()
        elif name in ("MappingStartEvent", "SequenceStartEvent"):
            is_map = name == "MappingStartEvent"
            self.open.append(_Open(self._path(), is_map, None if is_map else 0, self._expects_key()))
        elif name in ("MappingEndEvent", "SequenceEndEvent"):
            if self.open.pop().is_key:
                self.open[-1].at = "?"
            else:
                self._step()

    def _expects_key(self) -> bool:
        return bool(self.open) and self.open[-1].at is None

    def _path(self) -> Path:
        if not self.open:
            return ()
        top = self.open[-1]
        return (*top.path, "?" if top.at is None else top.at)

    def _step(self) -> None:
        if self.open:
            top = self.open[-1]
            top.at = None if top.is_map else int(top.at or 0) + 1
