"""Shapes of what packs share: lexicons, statements, zones, conditions, tables."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from msglint.frozen import Frozen
from msglint.messages import Message
from msglint.packs.kinds import INNOCENT_KINDS
from msglint.packs.model import (
    Lexicon,
    LexiconChange,
    SourceText,
    Statement,
    Zone,
)
from msglint.packs.places import at
from msglint.packs.schema.conditions import CONDITION
from msglint.packs.schema.phrases import PHRASES
from msglint.packs.schema.statements import STATEMENTS
from msglint.packs.schema.tables import TABLE
from msglint.packs.shapes import (
    NAME,
    Boolean,
    Enum,
    Field,
    Integer,
    MapOf,
    Mapped,
    OneOf,
    Reading,
    Record,
    Shape,
    Text,
    Values,
)


class Shared(Frozen):
    """What a file of shared pieces holds, or what a pack shares beside its rules.

    `changes` are to lexicons of other files, for the rules of a pack.
    """

    lexicons: tuple[Lexicon, ...] = ()
    statements: tuple[Statement, ...] = ()
    zones: tuple[Zone, ...] = ()
    changes: tuple[LexiconChange, ...] = ()


LEXICON_NAME = Text(
    "the name of a lexicon, such as “review” or “review.en”", r"[a-z][a-z0-9_]*(?:\.[a-z]{2})?"
)

ENTRIES: Shape[Mapping[str, Any]] = OneOf(
    Record(
        "lexicon_change",
        {
            "add": Field(PHRASES, "words and phrases that it holds for the rules of this pack too"),
            "remove": Field(PHRASES, "entries, as they are written there, that do not count for them"),
            "not_inside": Field(PHRASES, "more phrases inside which an entry does not count for them"),
        },
        lambda values, _: dict(values),
        told_by=("add", "remove"),
    ),
    Record(
        "lexicon",
        {
            "entries": Field(PHRASES, "its words and phrases", required=True),
            "not_inside": Field(PHRASES, "longer phrases inside which an entry does not count"),
            "gap": Field(Integer(0), "words that “ ... ” spans at most in its entries (12)"),
        },
        lambda values, _: dict(values),
        told_by=("entries", "not_inside", "gap"),
    ),
    Mapped(PHRASES, lambda entries, _, __: {"entries": entries}),
    expected="a list of phrases, a mapping with “entries”, or with “add” and “remove”",
)


def _lexicons(table: dict[SourceText, Mapping[str, Any]], *_: object) -> tuple[Lexicon | LexiconChange, ...]:
    return tuple(_lexicon(key, item) for key, item in table.items())


def _lexicon(key: SourceText, item: Mapping[str, Any]) -> Lexicon | LexiconChange:
    name, _, lang = key.partition(".")
    place = SourceText.at(name, key.source, key.line, key.column)
    kind = Lexicon if "entries" in item else LexiconChange
    return kind(place, lang or None, **item)


def _zone(values: Values, reading: Reading) -> Mapping[str, Any]:
    if sum(name in values for name in ("starts", "prefix", "reads_like")) != 1:
        raise reading.wrong(values.node, "expected one of “starts”, “prefix” and “reads_like”")
    for key in ("throughout", "quoted"):
        if key in values and "reads_like" not in values:
            raise reading.wrong(values.place(key), Message("“{}” belongs to “reads_like”", key))
    return dict(values)


UNTIL = ("blank_line", "end", "clause", "sentence", "quotation")
BEGINS = ("clause", "sentence", "behind", "quotation")

ZONE = Record(
    "zone",
    {
        "starts": Field(PHRASES, "phrases with which it begins"),
        "prefix": Field(Text(), "sign with which each of its lines begins, such as >"),
        "reads_like": Field(
            Enum(INNOCENT_KINDS, "kind"), "the passages that read, as a whole, like such copy"
        ),
        "throughout": Field(Boolean(), "true: only their sentences that fit in when read alone"),
        "quoted": Field(Boolean(), "true: only what is quoted in them"),
        "until": Field(Enum(UNTIL), "where it ends (blank_line)"),
        "begins": Field(Enum(BEGINS), "with what it begins, if it ends with one (clause)"),
        "goes_on": Field(PHRASES, "phrases with which clauses behind it begin that belong to it"),
        "max_lines": Field(Integer(1), "lines that it has at most"),
        "beside": Field(PHRASES, "phrases of which one must stand in it or in the sentence behind it"),
        "unless": Field(PHRASES, "phrases of which none may stand in it, but in quotations"),
    },
    _zone,
)


def _zones(table: dict[SourceText, Mapping[str, Any]], *_: object) -> tuple[Zone, ...]:
    return tuple(Zone(name, **item) for name, item in table.items())


SHARED_FIELDS: Mapping[str, Field[Any]] = {
    "lexicons": Field(
        Mapped(MapOf(LEXICON_NAME, ENTRIES, "lexicons by name"), _lexicons),
        "word lists, for $name in phrases",
    ),
    "statements": Field(STATEMENTS, "required texts by name"),
    "zones": Field(Mapped(MapOf(NAME, ZONE, "zones by name"), _zones), "named stretches of a document"),
    "conditions": Field(MapOf(NAME, CONDITION, "conditions by name"), "conditions that are written once"),
    "tables": Field(MapOf(NAME, TABLE, "tables by name"), "bounds that depend on an attribute"),
}


def shared_pieces(values: Mapping[str, Any], *_: object) -> Shared:
    """Return what the keys of a file share."""
    lexicons = values.get("lexicons", ())
    return Shared(
        tuple(item for item in lexicons if isinstance(item, Lexicon)),
        values.get("statements", ()),
        values.get("zones", ()),
        tuple(item for item in lexicons if isinstance(item, LexiconChange)),
    )


def _shared_file(values: Values, reading: Reading) -> Shared:
    shared = shared_pieces(values)
    for change in shared.changes:
        message = Message(
            "only a pack can change a lexicon, for its own rules: give “${}” its “entries”", change.name
        )
        reading.problems.append(at(change.name, message))
    return shared


SHARED = Record("shared", SHARED_FIELDS, _shared_file, about="word lists and other pieces that packs share")
