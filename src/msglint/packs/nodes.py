"""The tree of a YAML text: values with their places."""

from __future__ import annotations

from typing import NamedTuple

from msglint.errors import Problem
from msglint.frozen import Frozen


class Mark(NamedTuple):
    """A place in a file: line and column in code points, from 1."""

    source: str
    line: int
    column: int


class ScalarNode(Frozen):
    """A single value: `text` as written, `value` the same text, or a boolean, or None for nothing."""

    mark: Mark
    text: str
    value: str | bool | None


class ListNode(Frozen):
    """A list."""

    mark: Mark
    items: tuple[Node, ...]


class MapNode(Frozen):
    """A mapping; each key stands once, in the order of the file."""

    mark: Mark
    pairs: tuple[tuple[ScalarNode, Node], ...]

    def get(self, key: str) -> Node | None:
        """Return the value of `key`, None if it is absent."""
        return next((value for name, value in self.pairs if name.text == key), None)


Node = ScalarNode | ListNode | MapNode


def problem(node: Node, message: str) -> Problem:
    """Return a problem at the place of a node."""
    return Problem(*node.mark, message)
