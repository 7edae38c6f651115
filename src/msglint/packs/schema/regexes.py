"""The shape of regular expressions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msglint.messages import Message
from msglint.packs.model import (
    RegexCheck,
    SourceText,
)
from msglint.packs.schema.statements import TEXTS
from msglint.packs.shapes import (
    Field,
    Mapped,
    OneOf,
    Reading,
    Record,
    Shape,
    Text,
    into,
)

if TYPE_CHECKING:
    from msglint.packs.yaml import Node

ASCII_CLASSES = {
    r"\b": r"“\b” knows no edge beside Han characters: write (?<![\p{Latin}\p{N}_]) or (?![\p{Latin}\p{N}_])",
    r"\B": r"“\B” knows no edge beside Han characters: write (?<=[\p{Latin}\p{N}_])",
    r"\w": r"“\w” takes Han characters for letters of a word: write [\p{Latin}\p{N}_]",
    r"\W": r"“\W” takes Han characters for letters of a word: write [^\p{Latin}\p{N}_]",
}
"""What makes a pattern blind in Chinese text, and what to write instead."""


def _pattern(text: SourceText, node: Node, reading: Reading) -> str:
    import regex

    for found in regex.findall(r"\\.", text, regex.DOTALL):
        if found in ASCII_CLASSES:
            raise reading.wrong(node, ASCII_CLASSES[found])
    try:
        matches_nothing = regex.compile(text).search("") is not None
    except regex.error as error:
        raise reading.wrong(node, Message("bad regular expression: {}", error)) from error
    if matches_nothing:
        raise reading.wrong(node, "the regular expression matches the empty text: make one part obligatory")
    return text


PATTERN: Shape[str] = Mapped(Text("a regular expression"), _pattern)

REGEX: Shape[RegexCheck] = OneOf(
    Record(
        "regex",
        {
            "pattern": Field(PATTERN, "regular expression, on the folded text", required=True),
            "needs": Field(TEXTS, "texts of which one must occur for the pattern to be tried"),
        },
        into(RegexCheck),
        told_by=("pattern", "needs"),
    ),
    Mapped(PATTERN, lambda pattern, _, __: RegexCheck(pattern)),
    expected="a regular expression, or {pattern: ..., needs: [...]}",
)
