"""Shapes: one definition reads a YAML value, with places for what is wrong, and yields its JSON Schema."""

from msglint.packs.shapes.base import (
    JsonSchema,
    Reading,
    Shape,
    UnreadableError,
    define,
    describe,
    document_schema,
    read,
)
from msglint.packs.shapes.groups import ListOf, MapOf, Mapped, OneOf, Reference
from msglint.packs.shapes.records import Field, Record, Values, into
from msglint.packs.shapes.values import (
    CODE,
    LANGUAGE,
    LOCALIZED,
    NAME,
    SLUG,
    Boolean,
    Date,
    Enum,
    Integer,
    Number,
    Text,
)

__all__ = [
    "CODE",
    "LANGUAGE",
    "LOCALIZED",
    "NAME",
    "SLUG",
    "Boolean",
    "Date",
    "Enum",
    "Field",
    "Integer",
    "JsonSchema",
    "ListOf",
    "MapOf",
    "Mapped",
    "Number",
    "OneOf",
    "Reading",
    "Record",
    "Reference",
    "Shape",
    "Text",
    "UnreadableError",
    "Values",
    "define",
    "describe",
    "document_schema",
    "into",
    "read",
]
