"""Shapes of single values."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Any, TypeVar

from msglint.messages import Message
from msglint.packs.model import SourceText
from msglint.packs.nearest import hint, quoted
from msglint.packs.shapes.base import JsonSchema, Reading, Shape
from msglint.packs.yaml import MapNode, Node, ScalarNode
from msglint.violation import Template

T = TypeVar("T")

REPORT_LANGUAGES = ("en", "zh")
"""Languages in which reports speak."""

MAX_DIGITS = 15
"""Digits of a number before the point, and after it."""


class Value(Shape[T]):
    """A scalar that `parse` turns into a value; None means that it is none of this shape."""

    def __init__(self, expected: str, parse: Callable[[ScalarNode], T | None], schema: JsonSchema) -> None:
        def parsed(node: Node) -> T | None:
            return parse(node) if isinstance(node, ScalarNode) and node.value is not None else None

        def read(node: Node, reading: Reading) -> T:
            value = parsed(node)
            if value is None:
                raise self.mismatch(node, reading)
            return value

        super().__init__(expected, lambda node: parsed(node) is not None, read, lambda _: dict(schema))


class Text(Value[SourceText]):
    """A text that knows its place; `pattern`, if given, must fit the whole of it."""

    def __init__(self, expected: str = Message("text"), pattern: str | None = None) -> None:
        fits = re.compile(pattern, re.ASCII).fullmatch if pattern else str.strip

        def parse(node: ScalarNode) -> SourceText | None:
            return source_text(node) if isinstance(node.value, str) and fits(node.value) else None

        schema = {"pattern": f"^(?:{pattern})$"} if pattern else {"pattern": r"\S"}
        super().__init__(expected, parse, {"type": "string"} | schema)


class Integer(Value[int]):
    """A whole number, at least `least`."""

    def __init__(self, least: int | None = None) -> None:
        def parse(node: ScalarNode) -> int | None:
            known = re.fullmatch(rf"[+-]?[0-9]{{1,{MAX_DIGITS}}}", node.text)
            return int(node.text) if known and (least is None or int(node.text) >= least) else None

        bound = "" if least is None else Message(" of at least {}", least)
        schema = {} if least is None else {"minimum": least}
        super().__init__(Message("a whole number{}", bound), parse, {"type": "integer"} | schema)


class Number(Value[float]):
    """A number with or without decimals."""

    def __init__(self) -> None:
        def parse(node: ScalarNode) -> float | None:
            digits = f"[0-9]{{1,{MAX_DIGITS}}}"
            return float(node.text) if re.fullmatch(rf"[+-]?{digits}(?:\.{digits})?", node.text) else None

        super().__init__("a number, such as 12 or 0.5", parse, {"type": "number"})


class Boolean(Value[bool]):
    """true or false, in no other spelling."""

    def __init__(self) -> None:
        def parse(node: ScalarNode) -> bool | None:
            return node.value if isinstance(node.value, bool) else None

        super().__init__("true or false", parse, {"type": "boolean"})


class Date(Value[date]):
    """A day, written 2027-10-01."""

    def __init__(self) -> None:
        schema = {"type": "string", "format": "date"}
        super().__init__("a date, such as 2027-10-01", lambda node: parse_date(node.text), schema)


class Enum(Shape[SourceText]):
    """One of a few words; `what` names the kind of word for messages."""

    def __init__(self, options: tuple[str, ...], what: str = "value") -> None:
        def accepts(node: Node) -> bool:
            return isinstance(node, ScalarNode) and isinstance(node.value, str)

        def read(node: Node, reading: Reading) -> SourceText:
            if not isinstance(node, ScalarNode) or not accepts(node):
                raise self.mismatch(node, reading)
            if node.text not in options:
                raise reading.wrong(
                    node,
                    Message("unknown {} {}: {}", Message(what), quoted(node.text), hint(node.text, options)),
                )
            return source_text(node)

        expected = Message("one of {}", ", ".join(options)) if len(options) > 1 else f"“{options[0]}”"
        super().__init__(expected, accepts, read, lambda _: {"enum": list(options)})


class Localized(Shape[Template]):
    """A sentence for people: one text, or one for each language of the reports."""

    def __init__(self) -> None:
        text, language = Text(), Enum(REPORT_LANGUAGES, "language")

        def read(node: Node, reading: Reading) -> Template:
            if not isinstance(node, MapNode) or not node.pairs:
                return Template({"en": plain.read(node, reading)})
            return Template(
                {language.read(key, reading): text.read(value, reading) for key, value in node.pairs}
            )

        def schema(definitions: JsonSchema) -> JsonSchema:
            each: dict[str, Any] = {name: text.schema(definitions) for name in REPORT_LANGUAGES}
            by_language = {
                "type": "object",
                "properties": each,
                "additionalProperties": False,
                "minProperties": 1,
            }
            return {"anyOf": [text.schema(definitions), by_language]}

        plain = Text("text, or a text for each language: {en: ..., zh: ...}")
        super().__init__(
            plain.expected, lambda node: isinstance(node, MapNode) or text.accepts(node), read, schema
        )


def source_text(node: ScalarNode) -> SourceText:
    """Return the text of a scalar with its place."""
    return SourceText.at(node.text, *node.mark)


def parse_date(text: str) -> date | None:
    """Return the day that a text such as 2027-10-01 names, None if it names none."""
    try:
        return date.fromisoformat(text) if re.fullmatch("[0-9]{4}-[0-9]{2}-[0-9]{2}", text) else None
    except ValueError:
        return None


SLUG = Text("lower-case words joined by hyphens, such as “review-incentive”", "[a-z0-9]+(?:-[a-z0-9]+)*")
NAME = Text("lower-case words joined by “_”, such as “ask_review”", "[a-z][a-z0-9_]*")
CODE = Text("a code in lower case, such as “part_missing”", "[a-z][a-z0-9_-]*")
LANGUAGE = Text("a language code, such as “en” or “zh”", "[a-z]{2,3}(?:-[A-Za-z]{2,4})?")
LOCALIZED = Localized()
