"""The table [tool.msglint] of pyproject.toml reads as msglint.yaml does, with the same places in errors."""

# ruff: noqa: E501

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from msglint.config.context import ContextLayer
from msglint.config.file import load
from msglint.config.model import RuleSetting
from msglint.config.toml import compose, has_table
from msglint.errors import InvalidFileError
from msglint.packs.yaml import ListNode, MapNode, Node, ScalarNode
from msglint.violation import Severity

WHOLE = '''\
[project]
name = "shop"

[tool.msglint]
packs = ["amazon", "./our-rules.yaml"]
exclude = "drafts/"
fail_on = """warning"""
limits.file_mb = 100  # megabytes

[tool.msglint.rules]
"amazon-messages/emoji" = "off"
'amazon-reviews/stars' = {severity = "info", max = 3}

[[tool.msglint.files]]
paths = [
    "messages/**",
]
channel = "message"

[[tool.msglint.files]]
paths = "cards/**"
channel = "insert"
product = {is_toy = true, age_min_months = 36}

[[tool.msglint.suppress]]
rule = "off-platform/bare-url"
paths = "cards/manual.md"
reason = "已确认"
until = 2027-10-01
'''


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def written(text: str) -> Path:
    path = Path("pyproject.toml")
    path.write_text(text, encoding="utf-8")
    return path


def test_everything_it_says_is_understood_and_has_its_line(tmp_path: Path) -> None:
    config = load(written(WHOLE))
    assert config.packs == ("amazon", str(tmp_path / "our-rules.yaml"))
    assert (config.fail_on, config.bounds.file_mb) == (Severity.WARNING, 100)
    assert config.excluding("drafts/") == "drafts/"
    assert config.rules == {
        "amazon-messages/emoji": RuleSetting(off=True),
        "amazon-reviews/stars": RuleSetting(Severity.INFO, parameters={"max": 3}),
    }
    assert [(rule.line, rule.column) for rule in config.rules] == [(11, 1), (12, 1)]
    assert config.files is not None
    assert [entry.layer for entry in config.files] == [
        ContextLayer({"channel": "message"}, "pyproject.toml:14"),
        ContextLayer(
            {"channel": "insert", "product.is_toy": True, "product.age_min_months": 36}, "pyproject.toml:20"
        ),
    ]
    assert config.files[0].paths.match("messages/a.txt") == "messages/**"
    assert [(item.reason, str(item.until), item.place) for item in config.suppress] == [
        ("已确认", "2027-10-01", "pyproject.toml:26")
    ]
    assert config.origins["limits.file_mb"] == "pyproject.toml:8"
    assert config.origins["packs"] == "pyproject.toml:5"
    assert config.origins["files"] == "pyproject.toml:14"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("[tool.msglint]\npack = 'a'\n", ["2:1: unknown key “pack”: did you mean “packs”?"]),
        ("tool.msglint.fail_on = 'fatal'\n", ["1:24: unknown severity “fatal”: expected one of error, info, warning"]),
        ("[tool.msglint]\nlimits = { file_mb = 0,\tpages = 1 }\n", ["2:22: expected a whole number of at least 1, found “0”"]),
        ("[tool.msglint]\npacks = ['a',\n  # why\n  3.5,\n  {x = 1}]\n", ["5:3: expected text, found a mapping"]),
        ("[[tool.msglint.files]]\npaths = 'a'\n[[tool.msglint.files]]\nchannel = 'card'\n[tool.msglint.files.product]\nis_toi = true\n",
         ["3:16: the key “paths” is missing: which files, as in .gitignore", "6:1: unknown attribute “is_toi”: did you mean “is_toy”?"]),
        ("[tool.msglint]\n\"fail\\u005fon\" = 'x'\n", ["2:18: unknown severity “x”: expected one of error, info, warning"]),
        ("[tool.msglint]\npacks = \n", ["2:9: this is not valid TOML: invalid value"]),
        ("[tool.msglint]\npacks = ['a'", ["2:13: this is not valid TOML: unclosed array"]),
        ("[tool.msglint]\nrules.'a/b' = 'on'\n", ["2:15: unknown word “on”: expected one of off"]),
        ("[tool]\nother = 1\n", [" this file holds no table [tool.msglint]"]),
    ],
)  # fmt: skip
def test_what_is_wrong_has_its_place(text: str, found: list[str]) -> None:
    with pytest.raises(InvalidFileError) as caught:
        load(written(text))
    assert [str(problem) for problem in caught.value.problems] == [f"pyproject.toml:{item}" for item in found]


@pytest.mark.parametrize("depth", [30, 150, 400, 5000])
def test_deep_nesting_ends_in_a_problem(depth: int) -> None:
    node, problems = compose(f"[tool.msglint]\npacks = {'[' * depth}{']' * depth}\n", "pyproject.toml")
    assert (node is None) == bool(problems)
    if problems:
        assert str(problems[0]).startswith("pyproject.toml: this TOML cannot be read: ")


def test_only_a_file_with_the_table_is_a_configuration() -> None:
    assert has_table(WHOLE.encode())
    assert has_table(b"[ tool . msglint ]\npacks = ")
    assert has_table(b"tool = {msglint = {}}")
    assert not has_table(b"[project]\ndependencies = ['msglint']\n")
    assert not has_table(b"# [tool.msglint]\n")
    assert not has_table(b"[broken\ndependencies = ['msglint']\n")


def plain(node: Node | None) -> Any:
    match node:
        case MapNode():
            return {key.text: plain(value) for key, value in node.pairs}
        case ListNode():
            return [plain(item) for item in node.items]
        case ScalarNode():
            return node.value


TEXTS = st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=6)
VALUES = st.recursive(
    TEXTS | st.booleans(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
)


def toml(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
    if isinstance(value, list):
        return "[" + ", ".join(map(toml, value)) + "]"
    return "{" + ", ".join(f"{toml(key)} = {toml(item)}" for key, item in value.items()) + "}"


@given(st.dictionaries(TEXTS, VALUES, max_size=4))
def test_each_place_is_where_its_value_stands(table: dict[str, Any]) -> None:
    text = "[tool.msglint]\n" + "".join(f"{toml(key)} = {toml(value)}\n" for key, value in table.items())
    node, problems = compose(text, "x")
    assert problems == []
    assert plain(node) == table

    def check(node: Node) -> None:
        lines = text.splitlines(keepends=True)
        here = "".join(lines[node.mark.line - 1 :])[node.mark.column - 1 :]
        assert here.startswith(toml(plain(node)))
        for key, value in node.pairs if isinstance(node, MapNode) else ():
            check(key)
            check(value)
        for item in node.items if isinstance(node, ListNode) else ():
            check(item)

    assert isinstance(node, MapNode)
    for key, value in node.pairs:
        check(key)
        check(value)
