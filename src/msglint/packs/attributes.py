"""The attributes that contexts give and conditions ask for, and how their values are read."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path

from msglint import cache
from msglint.document import Value
from msglint.errors import MsglintError
from msglint.frozen import Frozen
from msglint.messages import Message
from msglint.packs.markets import expand
from msglint.packs.nearest import hint, quoted
from msglint.shipped import rules_folder
from msglint.violation import Template

KIND = "attributes"
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


@functools.cache
def attributes() -> Mapping[str, Attribute]:
    """Return the known attributes by name, as `rules/attributes.yaml` lists them.

    They come from the cache if `keep` was called for the file as it is: reading YAML takes longer.
    """
    data = _file().read_bytes()
    kept = cache.load(KIND, _key(data))
    if kept is not None:
        found = [
            Attribute(name, kind, group, Template(texts), values) for name, kind, group, texts, values in kept
        ]
    else:
        from msglint.packs.attribute_file import read

        found = list(read(data))
    return {attribute.name: attribute for attribute in found}


def keep() -> None:
    """Put the known attributes into the cache."""
    rows = [
        (
            str(item.name),
            str(item.type),
            str(item.group),
            _texts(item.description),
            tuple(map(str, item.values)),
        )
        for item in attributes().values()
    ]
    cache.store(KIND, _key(_file().read_bytes()), rows)


def _texts(template: Template) -> dict[str, str]:
    return {str(lang): str(text) for lang, text in template.texts.items()}


def _file() -> Path:
    return rules_folder() / "attributes.yaml"


def _key(data: bytes) -> bytes:
    code = (Path(__file__).with_name(name) for name in ("attributes.py", "attribute_file.py"))
    return cache.key_of([data, cache.states(map(str, code))])


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
    from msglint.packs.shapes.values import parse_date

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
