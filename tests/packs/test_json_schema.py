"""The JSON Schemas say the same as the loader."""

import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from msglint.errors import MsglintError
from msglint.packs.schema import schema
from msglint.shipped import rules_folder
from tests.packs.files import FACTS, pack, read, rule
from tests.packs.test_loader import HEAD, RULES


class Core(yaml.SafeLoader):
    """YAML 1.2 as editors read it: only true and false are booleans, dates are text."""


Core.yaml_implicit_resolvers = {
    sign: [pair for pair in pairs if pair[0].endswith((":int", ":float", ":null", ":merge"))]
    for sign, pairs in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
Core.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("(true|false)$"), list("tf"))


def parsed(text: str) -> Any:
    return yaml.load(text, Core)


@cache
def validator(kind: str) -> Draft202012Validator:
    return Draft202012Validator(schema(kind))


@pytest.mark.parametrize("kind", ["pack", "lexicons", "facts"])
def test_schemas_are_schemas(kind: str) -> None:
    Draft202012Validator.check_schema(schema(kind))
    assert schema(kind)["title"] == f"msglint {kind}"


@pytest.mark.parametrize("kind", ["pack", "lexicons", "facts"])
def test_every_key_is_described(kind: str) -> None:
    for name, definition in schema(kind)["$defs"].items():
        for key, value in definition.get("properties", {}).items():
            assert value.get("description") or key in ("by", "ranges"), (name, key)


def test_an_unknown_kind() -> None:
    with pytest.raises(MsglintError, match="unknown kind of file “packs”: did you mean “pack”"):
        schema("packs")


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("pack", pack(rule("phrases: bad word"))),
        ("pack", pack(*RULES, head=HEAD)),
        (
            "pack",
            pack(rule("regex: x", "when: {as_of: {since: 2027-01-01}, not: {platform: [amazon, ebay]}}")),
        ),
        ("pack", pack(rule("contact: {kind: email}", "when: some_name", "message: {zh: 不}"))),
        ("lexicons", "lexicons: {a.en: [x, {literal: '$'}], b: {entries: x, gap: 3}}\n"),
        ("lexicons", "zones: {a: {prefix: '>'}}\nconditions: {c: {is_toy: false}}\n"),
        (
            "lexicons",
            "tables: {t: {by: height_in, ranges: [{below: 2, value: 1}, {min: 2, value: 2}]}, u: 5}\n",
        ),
        ("facts", FACTS),
    ],
)
def test_what_is_sound_is_valid(tmp_path: Path, kind: str, text: str) -> None:
    shared = (
        "conditions: {some_name: {market: US}}\n" if "some_name" in text else "zones: {zz: {prefix: '>'}}\n"
    )
    read(tmp_path, {"own.yaml": text, "shared.yaml": shared})
    assert [error.message for error in validator(kind).iter_errors(parsed(text))] == []


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("pack", "title: x\n"),
        ("pack", pack(rule("phrases: x", "mesage: y"))),
        ("pack", pack(rule("phrases: x", "severity: eror"))),
        ("pack", pack(rule("phrases: x", "when: {markt: US}"))),
        ("pack", pack(rule("phrases: x", "when: {is_toy: 'yes'}"))),
        ("pack", pack(rule("phrases: x", "when: {age_min_months: {min: three}}"))),
        ("pack", pack(rule("phrases: x", "message: {fr: y}"))),
        ("pack", pack(rule("phrases: {al: [x, y]}"))),
        ("pack", pack(rule("link: {kind: shrt}"))),
        ("pack", pack(rule("phrases: x", "examples: {flag: [a, b], pass: [a, b, c]}"))),
        ("lexicons", "lexicons: {A: [x]}\n"),
        ("lexicons", "lexicons: {a: {entires: [x]}}\n"),
        ("facts", FACTS.replace("level: info", "level: inf")),
    ],
)
def test_what_is_broken_is_invalid(kind: str, text: str) -> None:
    assert not validator(kind).is_valid(parsed(text))


SHIPPED = sorted(path for path in rules_folder().rglob("*.yaml") if path.name != "attributes.yaml")


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_shipped_files_are_valid(path: Path) -> None:
    data = parsed(path.read_text(encoding="utf-8"))
    kind = {"pack": "pack", "facts": "facts", "spellings": "spellings"}.get(next(iter(data)), "lexicons")
    if next(iter(data)) != "not_checkable":
        assert [error.message for error in validator(kind).iter_errors(data)] == []
