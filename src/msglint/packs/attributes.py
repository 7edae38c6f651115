"""The attributes that contexts give and conditions ask for, and how their values are read."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from msglint.document import Value
from msglint.errors import InvalidFileError, MsglintError
from msglint.frozen import Frozen
from msglint.messages import Message
from msglint.packs import shapes, yaml
from msglint.packs.markets import expand
from msglint.packs.nearest import hint, quoted
from msglint.packs.shapes.values import parse_date
from msglint.shipped import rules_folder

if TYPE_CHECKING:
    from msglint.violation import Template

GROUPS = ("context", "product", "message")

Values = Value | tuple[Value, ...]


class Attribute(Frozen):
    """Something that may be known about a document.

    `type` is boolean, integer, number, text, choice (one of `values`), set (many texts), date or market;
    `group` is where contexts give it: context, product or message.
    """

    name: str
    type: str
    group: str
    description: Template
    values: tuple[str, ...] = ()


def convert(attribute: Attribute, value: object) -> Values:
    """Return a value as conditions compare it, from text or from a value of YAML, JSON or Python.

    A market becomes a tuple of ISO codes, a set a tuple of texts. Raises MsglintError saying what was
    expected.
    """
    converted = CONVERTERS[attribute.type](attribute, value)
    if converted is None:
        raise MsglintError(
            Message("“{}”: expected {}, found {}", attribute.name, expected(attribute), _found(value))
        )
    return converted


def expected(attribute: Attribute) -> str:
    """Return what a value of the attribute looks like, for messages."""
    return EXPECTED.get(attribute.type) or Message("one of {}", ", ".join(attribute.values))


def find(name: str, group: str | None = None) -> Attribute:
    """Return the attribute called `name`, of `group` if given.

    Raises MsglintError naming the nearest attribute, or the group where it belongs.
    """
    known = attributes()
    attribute = known.get(name)
    if attribute is None:
        alike = [item.name for item in known.values() if group in (None, item.group)]
        raise MsglintError(Message("unknown attribute {}: {}", quoted(name), hint(name, alike)))
    if group not in (None, attribute.group):
        raise MsglintError(
            Message("“{}” is no {} attribute: write it under “{}”", name, group, attribute.group)
        )
    return attribute


@cache
def attributes() -> Mapping[str, Attribute]:
    """Return the known attributes by name, as `rules/attributes.yaml` lists them."""
    path = rules_folder() / "attributes.yaml"
    text, problems = yaml.decode(path.read_bytes(), "rules/attributes.yaml")
    if problems:
        raise InvalidFileError(problems)
    found = shapes.read(FILE, *yaml.compose(text, "rules/attributes.yaml"))
    return {attribute.name: attribute for attribute in found}


def _boolean(_: Attribute, value: object) -> bool | None:
    if isinstance(value, str):
        return {"true": True, "false": False}.get(value.strip().lower())
    return value if isinstance(value, bool) else None


def _integer(_: Attribute, value: object) -> int | None:
    if isinstance(value, str) and re.fullmatch("[+-]?[0-9]{1,15}", value.strip()):
        return int(value)
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def _number(_: Attribute, value: object) -> float | None:
    if isinstance(value, str) and re.fullmatch(r"[+-]?[0-9]{1,15}(?:\.[0-9]{1,15})?", value.strip()):
        return float(value)
    return float(value) if isinstance(value, int | float) and not isinstance(value, bool) else None


def _text(_: Attribute, value: object) -> str | None:
    return (str(value).strip() or None) if isinstance(value, str) else None


def _choice(attribute: Attribute, value: object) -> str | None:
    known = {option.lower(): option for option in attribute.values}
    if not isinstance(value, str):
        return None
    chosen = known.get(value.strip().lower())
    if chosen is None:
        raise MsglintError(
            Message("“{}” cannot be {}: {}", attribute.name, quoted(value), hint(value, attribute.values))
        )
    return str(chosen)


def _set(_: Attribute, value: object) -> tuple[str, ...] | None:
    items = re.split("[,;|，；、]", value) if isinstance(value, str) else value
    if not isinstance(items, Sequence) or not all(isinstance(item, str) for item in items):
        return None
    return tuple(dict.fromkeys(item.strip() for item in items if item.strip()))


def _date(_: Attribute, value: object) -> date | None:
    return value if isinstance(value, date) else parse_date(value.strip()) if isinstance(value, str) else None


def _market(attribute: Attribute, value: object) -> tuple[str, ...] | None:
    codes = _set(attribute, value)
    return expand(codes) if codes else None


def _found(value: object) -> str:
    return quoted(str(value)) if isinstance(value, str | int | float) else "something else"


CONVERTERS: Mapping[str, Callable[[Attribute, object], Values | None]] = {
    "boolean": _boolean,
    "integer": _integer,
    "number": _number,
    "text": _text,
    "choice": _choice,
    "set": _set,
    "date": _date,
    "market": _market,
}

EXPECTED: Mapping[str, str] = {
    "boolean": "true or false",
    "integer": "a whole number",
    "number": "a number, such as 12 or 0.5",
    "text": "text",
    "set": "a list of texts",
    "date": "a date, such as 2027-10-01",
    "market": "market codes, such as US, DE or EU",
}


def _build(values: shapes.Values, _: shapes.Reading) -> dict[str, object]:
    return dict(values)


def _listed(
    table: dict[str, dict[str, object]], node: yaml.Node, reading: shapes.Reading
) -> tuple[Attribute, ...]:
    wrong = [name for name, item in table.items() if (item["type"] == "choice") != ("values" in item)]
    if wrong:
        raise reading.wrong(
            node, Message("“{}”: “values” belong to the type “choice”, and only to it", wrong[0])
        )
    return tuple(Attribute(name, **item) for name, item in table.items())  # type: ignore[arg-type]


ATTRIBUTE = shapes.Record(
    "attribute",
    {
        "type": shapes.Field(
            shapes.Enum(tuple(CONVERTERS), "type"), "what kind of value it has", required=True
        ),
        "group": shapes.Field(shapes.Enum(GROUPS, "group"), "where contexts give it", required=True),
        "values": shapes.Field(shapes.ListOf(shapes.Text()), "the words that a choice knows"),
        "description": shapes.Field(shapes.LOCALIZED, "what it says of a document", required=True),
    },
    _build,
)

FILE = shapes.Record(
    "attributes",
    {
        "attributes": shapes.Field(
            shapes.Mapped(shapes.MapOf(shapes.NAME, ATTRIBUTE), _listed), "attributes by name", required=True
        )
    },
    lambda values, _: values["attributes"],
)
