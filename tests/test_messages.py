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

SPOKEN = ("advice", "expected", "message", "reason", "has", "wanted")
"""Names of variables that hold texts."""

PACKAGE = Path(msglint.__file__).parent

TELLING = {
    "Message": 0, "wrong": 1, "problem": 1, "at": 1, "complaint": 1, "Problem": 3, "MsglintError": 0,
    "PhraseError": 0, "_stop": 1, "_report": 1, "Text": 0, "Value": 0, "Reference": 1, "TableOf": 0,
}  # fmt: skip
"""Calls that make an error text or a part of one, and the position of the text."""


NAMED = ("value", "pack", "lexicon", "statement", "zone", "fact", "type", "group", "text")
"""Kinds of words that stand alone."""


def spoken() -> Iterator[tuple[str, str]]:
    """Yield every text of packs and config that an error may hold, with its file."""
    more = (PACKAGE / "prove.py", PACKAGE / "cli" / "linters.py")
    for path in sorted([*PACKAGE.glob("packs/**/*.py"), *PACKAGE.glob("config/*.py"), *more]):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            for text in texts(node):
                yield text, path.name


def texts(node: ast.AST) -> Iterator[str]:
    match node:
        case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name), args=args) if name in TELLING:
            yield from constants(args[TELLING[name] : TELLING[name] + 1])
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
        text: file for text, file in EVERYTHING.items() if re.search("[a-z]{2}", re.sub("“.*?”", "", text))
    }
    assert {text: file for text, file in words.items() if text not in CHINESE} == {}


def test_texts_in_tables_are_said_in_chinese() -> None:
    tables = [*(advice for _, advice in ADVICE), *ASCII_CLASSES.values(), *EXPECTED.values(), *NAMED]
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
