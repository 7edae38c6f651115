"""What a shape is, and what goes along while one reads a file."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from msglint.errors import InvalidFileError, Problem
from msglint.messages import Message
from msglint.packs.nearest import quoted
from msglint.packs.yaml import ListNode, MapNode, Node, ScalarNode, problem

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)

JsonSchema = dict[str, Any]


class UnreadableError(Exception):
    """A value that has no meaning; what is wrong with it is recorded already."""


@dataclass(slots=True)
class Reading:
    """The problems found in a file so far, and the `scope` in which its names mean something."""

    problems: list[Problem] = field(default_factory=list)
    scope: Any = None

    def wrong(self, node: Node, message: str) -> UnreadableError:
        """Record a problem at a node; returns the exception for the caller to raise."""
        self.problems.append(problem(node, message))
        return UnreadableError(message)


class Shape(Generic[T_co]):
    """What a value may be.

    `expected` is what an author should have written, for messages. `accepts` says whether a node has this
    form at first sight, whatever stands in it. `read` returns what a node says, or raises UnreadableError
    once its problems are recorded. `schema` returns the JSON Schema; it puts named shapes into the
    definitions it is given and refers to them. `keys` tell a mapping of this shape from others.
    """

    keys: tuple[str, ...] = ()

    def __init__(
        self,
        expected: str,
        accepts: Callable[[Node], bool],
        read: Callable[[Node, Reading], T_co],
        schema: Callable[[JsonSchema], JsonSchema],
    ) -> None:
        self.expected = expected
        self.accepts = accepts
        self.read = read
        self.schema = schema

    def mismatch(self, node: Node, reading: Reading) -> UnreadableError:
        """Record that a node is something else than expected; returns the exception to raise."""
        return reading.wrong(node, Message("expected {}, found {}", self.expected, describe(node)))


def describe(node: Node) -> str:
    """Return what stands at a node, for messages."""
    match node:
        case ScalarNode(value=None):
            return Message("nothing")
        case ScalarNode(value=bool(), text=text):
            return Message("{} without quotes", text)
        case ScalarNode(text=text):
            return quoted(text)
        case ListNode():
            return Message("a list")
        case MapNode():
            return Message("a mapping")


def read(shape: Shape[T], node: Node | None, problems: Iterable[Problem] = (), scope: Any = None) -> T:
    """Return what a composed file says.

    `node` and `problems` are what `yaml.compose` returned. Raises InvalidFileError with all that is wrong.
    """
    reading = Reading(list(problems), scope)
    if node is not None:
        with suppress(UnreadableError):
            value = shape.read(node, reading)
            if not reading.problems:
                return value
    raise InvalidFileError(reading.problems)


def document_schema(shape: Shape[Any], title: str) -> JsonSchema:
    """Return a whole JSON Schema (draft 2020-12) for files of a shape."""
    definitions: JsonSchema = {}
    body = shape.schema(definitions)
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": title}
    return head | body | ({"$defs": dict(sorted(definitions.items()))} if definitions else {})


def define(name: str, definitions: JsonSchema, make: Callable[[], JsonSchema]) -> JsonSchema:
    """Return a reference to the definition `name`, made on first use; recursion is welcome."""
    if name not in definitions:
        definitions[name] = {}
        definitions[name].update(make())
    return {"$ref": f"#/$defs/{name}"}
