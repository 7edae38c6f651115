"""The table `[tool.msglint]` of pyproject.toml as a tree with places."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from msglint.document import PhysicalText
from msglint.errors import Problem
from msglint.packs.yaml import ListNode, MapNode, Mark, Node, ScalarNode
from msglint.text.toml import Way, problem, scan

TABLE = ("tool", "msglint")


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
    except (RecursionError, ValueError) as error:
        return None, [_invalid(physical, error)]


def _places(text: str) -> dict[Way, tuple[int, int]]:
    """Return where the key and the value of each way begin; of a table that is named twice, the first."""
    places: dict[Way, tuple[int, int]] = {}
    for item in scan(text):
        places.setdefault(item.way, (item.key, item.value))
    return places


def _table(document: dict[str, Any]) -> Any:
    tools = document.get(TABLE[0])
    return tools.get(TABLE[1]) if isinstance(tools, dict) else None


def _invalid(physical: PhysicalText, error: ValueError | RecursionError) -> Problem:
    what, place = problem(error)
    if place is None and isinstance(error, tomllib.TOMLDecodeError):
        place = physical.position(len(physical.text))
    return Problem(physical.source, *(place or (0, 0)), what)


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
