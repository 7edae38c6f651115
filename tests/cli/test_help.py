"""The command line speaks Chinese: every help text, and what is said of wrong uses."""

from __future__ import annotations

import ast
import gettext
import inspect
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from babel.messages.pofile import read_po

from msglint.cli import COMMANDS, main
from msglint.cli.speech import DOMAIN, LOCALE

from .conftest import Run

SOURCES = Path(__file__).parents[2] / "src" / "msglint"
CATALOGUE = LOCALE / "zh" / "LC_MESSAGES" / f"{DOMAIN}.mo"


def helps(command: click.Command) -> Iterator[str]:
    """Yield the help texts of a command, its options and its commands."""
    options = (param.help for param in command.params if isinstance(param, click.Option))
    yield from (inspect.cleandoc(text) for text in (command.help, *options) if text)
    for inner in command.commands.values() if isinstance(command, click.Group) else ():
        yield from helps(inner)


def errors() -> Iterator[str]:
    """Yield the texts in the code that are given to gettext."""
    for path in SOURCES.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "_":
                yield from (str(arg.value) for arg in node.args if isinstance(arg, ast.Constant))


def loaded(name: str) -> click.Command:
    return __import__(f"msglint.cli.{name}", fromlist=["command"]).command  # type: ignore[no-any-return]


def test_no_text_is_missing() -> None:
    with CATALOGUE.open("rb") as file:
        known = gettext.GNUTranslations(file)
    texts = [text for command in (main, *map(loaded, COMMANDS)) for text in helps(command)]
    missing = [text for text in (*texts, *errors()) if known.gettext(text) == text]
    assert missing == []


def test_the_catalogue_is_compiled() -> None:
    with CATALOGUE.with_suffix(".po").open("rb") as file:
        messages = [message for message in read_po(file) if isinstance(message.id, str) and message.id]
    with CATALOGUE.open("rb") as file:
        known = gettext.GNUTranslations(file)
    changed = [message.id for message in messages if known.gettext(str(message.id)) != message.string]
    assert changed == [], "run scripts/make_catalogue.py"


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("--help",), "用法: msglint [OPTIONS] COMMAND"),
        (("--help",), "检查文案"),
        (("check", "--help"), "自动修复可安全修复的问题"),
        (("pack", "--help"), "列出规则包，或说明两个版本之间的变化。"),
        (("chek",), "没有命令“chek”：是否想写“check”？"),
        (("check", "--formt", "json"), "没有选项 '--formt'"),
        (("check", "--format", "jsn"), "'--format' 的值无效：“jsn”：是否想写“json”？"),
        (("check", "--fix", "--diff"), "--fix 与 --diff 不能同时使用"),
        (("check", "--product", "x"), "应写成 NAME=VALUE"),
        (("explain",), "缺少参数 'RULE'"),
    ],
)
def test_chinese(run: Run, monkeypatch: pytest.MonkeyPatch, args: tuple[str, ...], said: str) -> None:
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    assert said in run(*args).output


def test_the_option_decides_over_the_locale(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "没有规则" in run("explain", "nonsense", "--lang", "zh").output
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    assert "Error: no rule “nonsense”" in run("explain", "nonsense", "--lang=en").output
