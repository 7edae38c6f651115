"""Shapes: what they read, what they report and where, and the JSON Schema they yield."""

# ruff: noqa: E501  (a row of a table is one line)

from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from msglint.errors import InvalidFileError
from msglint.packs import shapes
from msglint.packs.shapes import (
    LANGUAGE,
    LOCALIZED,
    NAME,
    SLUG,
    Boolean,
    Date,
    Enum,
    Field,
    Integer,
    ListOf,
    MapOf,
    Mapped,
    Number,
    OneOf,
    Record,
    Reference,
    Shape,
    Text,
    document_schema,
    into,
)
from msglint.packs.yaml import compose
from msglint.violation import Template


def read(shape: Shape[Any], text: str) -> Any:
    return shapes.read(shape, *compose(text, "f.yaml"))


def problems(shape: Shape[Any], text: str) -> list[str]:
    with pytest.raises(InvalidFileError) as caught:
        read(shape, text)
    return [str(problem) for problem in caught.value.problems]


@dataclass(frozen=True)
class Card:
    title: str
    size: int = 1
    inside: "tuple[Card, ...]" = ()


CARD: Shape[Card] = Record(
    "card",
    {
        "title": Field(Text(), "what it says", required=True),
        "size": Field(Integer(1), "how large it is"),
        "in": Field(ListOf(Reference("card", "a card", lambda: CARD)), "cards inside it"),
    },
    into(Card, {"in": "inside"}),
)


@pytest.mark.parametrize(
    ("shape", "text", "value"),
    [
        (Text(), "NO", "NO"),
        (Text(), "12", "12"),
        (Text(), "'true'", "true"),
        (SLUG, "ask-for-5-stars", "ask-for-5-stars"),
        (NAME, "ask_review", "ask_review"),
        (LANGUAGE, "zh-Hant", "zh-Hant"),
        (Integer(), "-12", -12),
        (Integer(3), "3", 3),
        (Number(), "0.001", 0.001),
        (Number(), "12", 12.0),
        (Boolean(), "false", False),
        (Date(), "2028-02-29", date(2028, 2, 29)),
        (Enum(("a", "b")), "b", "b"),
        (ListOf(Text()), "[a, b]", ("a", "b")),
        (ListOf(Text(), single=True), "a", ("a",)),
        (ListOf(Text(), least=0), "[]", ()),
        (MapOf(NAME, Integer()), "{a: 1, b: 2}", {"a": 1, "b": 2}),
        (OneOf(Integer(), Text()), "12", 12),
        (OneOf(Integer(), Text()), "x12", "x12"),
        (Mapped(Text(), lambda text, *_: text.upper()), "a", "A"),
        (LOCALIZED, "{en: Hello, zh: 你好}", Template({"en": "Hello", "zh": "你好"})),
        (LOCALIZED, "Hello", Template({"en": "Hello"})),
        (CARD, "{title: a, in: [{title: b, size: 2}]}", Card("a", 1, (Card("b", 2),))),
    ],
)
def test_what_is_read(shape: Shape[Any], text: str, value: object) -> None:
    assert read(shape, text) == value


def test_a_text_knows_its_place() -> None:
    (_, second) = read(ListOf(Text()), "- a\n- 好评\n")
    assert (second.source, second.line, second.column) == ("f.yaml", 2, 3)


@pytest.mark.parametrize(
    ("shape", "text", "wrong"),
    [
        (Text(), "[a]", "1:1: expected text, found a list"),
        (Text(), "true", "1:1: expected text, found true without quotes"),
        (Text(), "", "1:1: expected text, found nothing"),
        (Text(), "' '", "1:1: expected text, found “”"),
        (Integer(), "1.5", "1:1: expected a whole number, found “1.5”"),
        (Integer(1), "0", "1:1: expected a whole number of at least 1, found “0”"),
        (Integer(), "9" * 5000, f"1:1: expected a whole number, found “{'9' * 60}…”"),
        (Integer(), "１２", "1:1: expected a whole number, found “１２”"),
        (Number(), ".inf", "1:1: expected a number, such as 12 or 0.5, found “.inf”"),
        (Boolean(), "yes", "1:1: expected true or false, found “yes”"),
        (Boolean(), "True", "1:1: expected true or false, found “True”"),
        (Date(), "2027-02-29", "1:1: expected a date, such as 2027-10-01, found “2027-02-29”"),
        (Date(), "20271001", "1:1: expected a date, such as 2027-10-01, found “20271001”"),
        (Enum(("error", "warning"), "severity"), "eror", "1:1: unknown severity “eror”: did you mean “error”?"),
        (Enum(("on", "off")), "x", "1:1: unknown value “x”: expected one of off, on"),
        (ListOf(Text()), "a", "1:1: expected a list of: text, found “a”"),
        (ListOf(Text()), "[]", "1:1: expected at least 1 in this list, found 0"),
        (ListOf(Integer(), single=True), "x", "1:1: expected a whole number, found “x”"),
        (MapOf(NAME, Text()), "{A B: c}", "1:2: expected lower-case words joined by “_”, such as “ask_review”, found “A B”"),
        (OneOf(Integer(), ListOf(Text())), "x", "1:1: expected a whole number or a list of: text, found “x”"),
        (LOCALIZED, "{fr: x}", "1:2: unknown language “fr”: expected one of en, zh"),
        (LOCALIZED, "{}", "1:1: expected text, or a text for each language: {en: ..., zh: ...}, found a mapping"),
        (CARD, "x", "1:1: expected a mapping with “title”, “size”, “in”, found “x”"),
        (CARD, "{size: 2}", "1:1: the key “title” is missing: what it says"),
        (CARD, "{titel: a, title: b}", "1:2: unknown key “titel”: did you mean “title”?"),
        (CARD, "{xyz: a, title: b}", "1:2: unknown key “xyz”: expected one of in, size, title"),
        (CARD, "title: a\nin:\n  - title: b\n    size: 0\n", "4:11: expected a whole number of at least 1, found “0”"),
    ],
)  # fmt: skip
def test_what_is_wrong_and_where(shape: Shape[Any], text: str, wrong: str) -> None:
    assert problems(shape, text) == [f"f.yaml:{wrong}"]


def test_all_problems_at_once_in_order_of_place() -> None:
    text = "sice: 1\nsize: x\nin: [{}, {title: a, size: b}]\nsize: 3\n"
    assert [problem.split(": ")[0].removeprefix("f.yaml:") for problem in problems(CARD, text)] == [
        "1:1", "1:1", "2:7", "3:6", "3:27", "4:1",
    ]  # fmt: skip


def test_a_misspelt_telling_key_is_named() -> None:
    told: Shape[Any] = Record("told", {"literal": Field(Text(), "text")}, into(dict), told_by=("literal",))
    assert problems(OneOf(told, Text()), "{literl: x}") == [
        "f.yaml:1:2: unknown key “literl”: did you mean “literal”?"
    ]


def test_the_schema_is_recursive_and_described() -> None:
    schema = document_schema(CARD, "card")
    Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["$defs"]["card"]["properties"]["size"] == {
        "type": "integer",
        "minimum": 1,
        "description": "how large it is",
    }
    validator = Draft202012Validator(schema)
    assert validator.is_valid({"title": "a", "in": [{"title": "b", "size": 2}]})
    assert not validator.is_valid({"title": "a", "in": [{"size": 2}]})
    assert not validator.is_valid({"title": "a", "sice": 2})
