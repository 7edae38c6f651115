"""Shapes of phrases, patterns and units."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msglint.messages import Message
from msglint.packs.model import UNITS, SourceText, Together, Unit
from msglint.packs.phrases import SIGNS, Choice, Gap, Phrase, PhraseError, parse
from msglint.packs.shapes import Field, ListOf, Mapped, OneOf, Reading, Record, Shape, Text, into

if TYPE_CHECKING:
    from msglint.packs.yaml import Node


def _phrase(text: SourceText, node: Node, reading: Reading) -> Phrase:
    try:
        phrase = parse(text)
        for option in options(phrase):
            if any(isinstance(item.node, Gap) for item in parse(option).items):
                raise PhraseError(
                    Message("“{}” holds a gap: an alternative cannot, write two phrases", option)
                )
    except PhraseError as error:
        raise reading.wrong(node, error.message) from error
    return phrase


def options(phrase: Phrase) -> list[str]:
    """Return the alternatives of a phrase that hold more than plain words."""
    choices = [item.node for item in phrase.items if isinstance(item.node, Choice)]
    return [option for choice in choices for option in choice.options if SIGNS.search(option)]


def _unit(text: SourceText, *_: object) -> Unit:
    count, __, kind = text.rpartition(" ")
    return Unit(kind.removesuffix("s") if count else kind, int(count or 1))


UNIT: Shape[Unit] = Mapped(
    Text(
        Message("a unit: {}, or several, such as “2 sentences”", ", ".join(UNITS)),
        f"(?:{'|'.join(UNITS)})|[1-9] (?:{'|'.join(UNITS)})s?",
    ),
    _unit,
)

LITERAL: Shape[Phrase] = Record(
    "literal",
    {"literal": Field(Text(), "text that is meant as it stands, whatever signs it holds", required=True)},
    lambda values, _: Phrase.literal(values["literal"]),
    told_by=("literal",),
)

PHRASE: Shape[Phrase] = OneOf(Mapped(Text("a phrase"), _phrase), LITERAL, expected="a phrase")

PHRASES = ListOf(PHRASE, single=True)

TOGETHER: Shape[Together] = Record(
    "together",
    {
        "all": Field(ListOf(PHRASE, least=2), "phrases that must all be found, in any order", required=True),
        "within": Field(UNIT, "the unit they must share (sentence)"),
    },
    into(Together, {"all": "phrases"}),
    told_by=("all",),
)

PATTERN: Shape[Phrase | Together] = OneOf(TOGETHER, PHRASE, expected="a phrase, or {all: [...]} of several")

PATTERNS = ListOf(PATTERN, single=True)
