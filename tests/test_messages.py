"""Errors of configurations, packs and files speak Chinese too, every one of them."""

from __future__ import annotations

import ast
import pickle
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msglint
from msglint.errors import InvalidFileError, Problem
from msglint.messages import Message, said
from msglint.messages_zh import CHINESE
from msglint.packs.attributes import EXPECTED
from msglint.packs.schema.regexes import ASCII_CLASSES
from msglint.packs.yaml_advice import ADVICE
from msglint.sources.changed import REFUSALS
from msglint.sources.copy import NEVER

SPOKEN = ("advice", "expected", "message", "reason", "has", "wanted")
"""Names of variables that hold texts."""

SPEAKING = ("linters", "inputs", "judging", "fixing", "batches", "outputs", "init", "crash")
"""Modules of the command line that make errors."""

PACKAGE = Path(msglint.__file__).parent

TELLING = {
    "Message": 0, "wrong": 1, "problem": 1, "at": 1, "complaint": 1, "Problem": 3, "MsglintError": 0,
    "PhraseError": 0, "UnreadableError": 1, "UndecodableError": 1, "TooMuchError": 0, "JsonError": 0,
    "UnwritableError": 0, "Broken": 0, "Failure": 3, "failure": 1, "_failure": 0, "_problem": 1,
    "_stop": 1, "_report": 1, "Text": 0, "Value": 0, "Reference": 1, "TableOf": 0,
}  # fmt: skip
"""Calls that make an error text or a part of one, and the position of the text."""


NAMED = ("value", "pack", "lexicon", "statement", "zone", "fact", "type", "group", "text")
"""Kinds of words that stand alone."""


def sources() -> list[Path]:
    """Return the modules that make errors."""
    folders = ("packs/**", "config", "sources", "suppress", "fixes")
    more = (PACKAGE / "prove.py", *(PACKAGE / "cli" / f"{name}.py" for name in SPEAKING))
    return sorted([*more, *(path for folder in folders for path in PACKAGE.glob(f"{folder}/*.py"))])


def spoken() -> Iterator[tuple[str, str]]:
    """Yield every text that an error may hold, with its file."""
    for path in sources():
        for node in ast.walk(parsed(path)):
            for text in texts(node):
                yield text, path.name


def parsed(path: Path) -> ast.Module:
    """Return the tree of a module, in which the texts of its constants stand in the place of their names."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    known = {
        node.targets[0].id: node.value
        for node in tree.body
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            node.args = [known.get(arg.id, arg) if isinstance(arg, ast.Name) else arg for arg in node.args]
    return tree


def texts(node: ast.AST) -> Iterator[str]:
    match node:
        case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name), args=args) if name in TELLING:
            yield from constants(args if name == "Message" else args[TELLING[name] : TELLING[name] + 1])
        case ast.Call(func=ast.Name(id="Field"), args=[_, about, *_], keywords=more) if any(
            item.arg == "required" for item in more
        ):
            yield from constants([about])
        case ast.Call(func=ast.Attribute(attr="__init__"), args=args):
            yield from constants(args[:1])
        case ast.Call(func=ast.Name(id="Enum" | "Named"), args=args):
            yield from constants(args[-1:])
        case ast.Assign(targets=[ast.Name(id=name)], value=value) if name in SPOKEN:
            yield from constants([value])
        case ast.AnnAssign(target=ast.Name(id="ADVICE" | "EXPECTED" | "EDGES"), value=ast.expr() as value):
            yield from (text for text in constants([*ast.walk(value)]) if "“" in text or " " in text)
        case ast.Return(value=ast.Constant(value=str(text))) if " " in text:
            yield text
    if isinstance(node, ast.Call):
        yield from constants([item.value for item in node.keywords if item.arg == "expected"])


def constants(nodes: list[Any]) -> Iterator[str]:
    for node in nodes:
        match node:
            case ast.Constant(value=str(text)):
                yield text
            case ast.IfExp(body=first, orelse=second):
                yield from constants([first, second])


EVERYTHING = dict(spoken())


def test_every_text_is_said_in_chinese() -> None:
    words = {
        text: file
        for text, file in EVERYTHING.items()
        if re.search("[a-z]{2}", re.sub("“.*?”|https://.*", "", text))
    }
    assert {text: file for text, file in words.items() if text not in CHINESE} == {}


def test_no_text_is_filled_before_it_can_be_said() -> None:
    filled = [
        (path.name, ast.unparse(node))
        for path in sources()
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name | ast.Attribute)
        for name in [node.func.id if isinstance(node.func, ast.Name) else node.func.attr]
        if name in TELLING and any(isinstance(arg, ast.JoinedStr) for arg in node.args[TELLING[name] :][:1])
    ]
    assert filled == []


def test_texts_in_tables_are_said_in_chinese() -> None:
    tables = [
        *(advice for _, advice in ADVICE),
        *ASCII_CLASSES.values(),
        *EXPECTED.values(),
        *NAMED,
        *NEVER,
        *REFUSALS.values(),
    ]
    assert [text for text in tables if text not in CHINESE] == []


def test_every_translation_takes_the_values_of_its_text() -> None:
    for text, chinese in CHINESE.items():
        if text in EVERYTHING and "{}" in text:
            values = [str(number) for number in range(text.replace("{{", "").count("{"))]
            assert sorted(re.findall("[0-9]+", chinese.format(*values))) >= values, text


def test_a_message_is_said_again_with_its_values() -> None:
    inner = Message("did you mean “{}”?", "pack/{x}")
    message = Message("unknown key {}: {}", "“a list”", inner)
    assert message == "unknown key “a list”: did you mean “pack/{x}”?"
    assert said(message, "zh") == "未知的键“a list”：是否想写“pack/{x}”？"
    assert said(message, "en") == str(message)
    assert said(Message("expected {}, found {}", "a number, such as 12 or 0.5", Message("a list")), "zh") == (
        "应为数字，如 12 或 0.5，实际为列表"
    )
    assert said("no such text", "zh") == "no such text"
    assert said("text", "zh") == "text", "a single word may be the name of a key"
    assert said(pickle.loads(pickle.dumps(message)), "zh") == said(message, "zh")
    problem = Problem("a.yaml", 3, 5, message)
    assert problem.said("zh") == "a.yaml:3:5: 未知的键“a list”：是否想写“pack/{x}”？"
    assert InvalidFileError([problem]).said("zh") == problem.said("zh")
