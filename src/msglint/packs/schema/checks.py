"""Shapes of the checks, by the key that a rule writes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from msglint.messages import Message
from msglint.packs.attributes import find
from msglint.packs.kinds import KINDS
from msglint.packs.model import (
    AtMostCheck,
    ContactCheck,
    LimitCheck,
    LinkCheck,
    NothingButCheck,
    PhrasesCheck,
    PrintSizeCheck,
    ReadsLikeCheck,
    ReportCheck,
    RequireCheck,
    SourceText,
)
from msglint.packs.schema.context import checked
from msglint.packs.schema.elements import FORBID
from msglint.packs.schema.links import CONTACT, LINK
from msglint.packs.schema.phrases import PATTERNS, PHRASES
from msglint.packs.schema.regexes import REGEX
from msglint.packs.schema.statements import SEVERITIES
from msglint.packs.schema.tables import TABLE
from msglint.packs.shapes import (
    LANGUAGE,
    NAME,
    SLUG,
    Boolean,
    Enum,
    Field,
    Integer,
    ListOf,
    Mapped,
    OneOf,
    Reading,
    Record,
    Shape,
    Values,
    into,
)

if TYPE_CHECKING:
    from msglint.packs.yaml import Node

# Counts -----------------------------------------------------------------------------------------


MEASURES: Mapping[str, str] = {
    "characters": "code points of the body as written; a line end counts once",
    "subject_characters": "code points of the subject as written",
    "words": "words of the body as written; a run of Han characters counts one",
    "consecutive_line_breaks": "the longest run of line breaks in the body as written",
    "zero_width_characters": "unseen characters between two Latin or two Han letters, as written",
    "links": "links in the rendered text",
    "order_ids": "order ids in the rendered text",
    "placeholders": "placeholders in the text as written",
    "font_sizes": "sizes of letters that are shown",
    "attachments": "attached files, without the images of an HTML part",
}
"""What can be measured, and on what."""

ABOUT_MEASURES = "; ".join(f"{name}: {about}" for name, about in MEASURES.items())


def _limit(values: Values, reading: Reading) -> LimitCheck:
    if "max" not in values and "min" not in values:
        raise reading.wrong(values.node, "expected “max”, “min” or both")
    return LimitCheck(values["measure"], values.get("max"), values.get("min"))


LIMIT: Shape[LimitCheck] = Record(
    "limit",
    {
        "measure": Field(Enum(tuple(MEASURES), "measure"), ABOUT_MEASURES, required=True),
        "max": Field(TABLE, "highest permitted value"),
        "min": Field(TABLE, "lowest permitted value"),
    },
    _limit,
)


def _counter(text: SourceText, node: Node, reading: Reading) -> str:
    attribute = checked(node, reading, lambda: find(text))
    if attribute.type != "integer":
        raise reading.wrong(
            node, Message("“{}” is no count: expected an attribute that holds a whole number", text)
        )
    return text


AT_MOST: Shape[AtMostCheck] = Record(
    "at_most",
    {
        "count": Field(Integer(0), "how often it may be said in a document", required=True),
        "phrases": Field(PHRASES, "what is counted", required=True),
        "earlier": Field(
            Mapped(NAME, _counter), "attribute that adds to the count, such as earlier_requests"
        ),
    },
    into(AtMostCheck),
)

# Duties -----------------------------------------------------------------------------------------

LANGUAGES: Shape[tuple[str, ...]] = OneOf(
    ListOf(LANGUAGE, single=True),
    Mapped(Enum(("market", "text"), "language"), lambda text, _, __: (text,)),
    expected="“market”, “text” or a list of language codes",
)


def _require(values: Values, _: Reading) -> RequireCheck:
    return RequireCheck(
        any_case=values.pop("case", None) == "any",
        only_if_started=values.pop("only_if", None) == "started",
        **values,
    )


REQUIRE: Shape[RequireCheck] = Record(
    "require",
    {
        "statement": Field(SLUG, "the required statement", required=True),
        "match": Field(
            Enum(("verbatim", "equivalent", "elements"), "match"),
            "how exactly the words must be those of the statement (equivalent)",
        ),
        "languages": Field(
            LANGUAGES, "market: those of the market; text: that of the copy; or a list (market)"
        ),
        "case": Field(Enum(("any", "as_written")), "any: capitals are free"),
        "only_if": Field(Enum(("started",)), "started: no duty, only alterations of a begun statement count"),
        "severity": Field(SEVERITIES, "by code, a severity other than the rule's"),
    },
    _require,
)


PRINT_SIZE: Shape[PrintSizeCheck] = Record(
    "print_size",
    {
        "statements": Field(ListOf(SLUG), "the statements that are measured where they stand", required=True),
        "measure": Field(
            Enum(("type", "x_height", "capitals")),
            "type: size of the type; x_height: height of an x; capitals: height of a capital",
            required=True,
        ),
        "unit": Field(Enum(("pt", "mm", "in")), "points, millimetres or inches", required=True),
        "min": Field(TABLE, "the smallest permitted size", required=True),
    },
    lambda values, _: PrintSizeCheck(
        tuple(values["statements"]), values["measure"], values["unit"], values["min"]
    ),
)


def _report(value: bool, node: Node, reading: Reading) -> ReportCheck:
    if not value:
        raise reading.wrong(node, "expected true: the context alone is the error")
    return ReportCheck()


CHECKS: Mapping[str, Field[Any]] = {
    "phrases": Field(
        Mapped(PATTERNS, lambda found, _, __: PhrasesCheck(found)), "fires where one of the phrases is found"
    ),
    "regex": Field(REGEX, "fires where a regular expression matches"),
    "link": Field(Mapped(LINK, lambda test, _, __: LinkCheck(test)), "fires on links that pass the test"),
    "contact": Field(
        Mapped(CONTACT, lambda test, _, __: ContactCheck(test)), "fires on contacts that pass the test"
    ),
    "limit": Field(LIMIT, "fires where a measure is out of bounds"),
    "nothing_but": Field(
        Mapped(PHRASES, lambda found, _, __: NothingButCheck(found)),
        "fires when every sentence matches one of the phrases and nothing else is said",
    ),
    "at_most": Field(AT_MOST, "fires on every hit beyond a count"),
    "reads_like": Field(
        Mapped(Enum(KINDS, "kind"), lambda kind, _, __: ReadsLikeCheck(str(kind))),
        "fires on copy that reads, as a whole, like copy that was judged to be of this kind",
    ),
    "report": Field(Mapped(Boolean(), _report), "true: fires on every document for which `when` holds"),
    "forbid": Field(FORBID, "fires on elements: images, links, styles, attachments, code"),
    "require": Field(REQUIRE, "fires when a statement is missing or altered"),
    "print_size": Field(
        PRINT_SIZE, "fires where a statement is printed too small, in PDF files and pictures"
    ),
}
"""The checks; a rule has exactly one."""
