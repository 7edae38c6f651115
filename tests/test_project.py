"""What the project promises of itself: its commands, its imports, its packages."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


def run(code: str, tmp_path: Path) -> str:
    """Run Python code with an empty cache; return what it prints."""
    environment = {**os.environ, "MSGLINT_CACHE_DIR": str(tmp_path)}
    command = [sys.executable, "-c", code]
    return subprocess.run(command, env=environment, check=True, capture_output=True, text=True).stdout


def test_the_readme_commands_are_those_of_the_ci() -> None:
    commands = re.findall(r"^.*\.venv/bin.*$", (ROOT / "README.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert len(commands) == 2
    script = (ROOT / ".ci/run").read_text(encoding="utf-8")
    assert all(command in script for command in commands)


def test_the_output_in_the_readme_is_real() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    block = re.search(r"```\n\$ msglint (.*)\n((?:.*\n)*?)```", readme)
    assert block
    command = [sys.executable, "-m", "msglint", *block[1].split(), "--lang", "en"]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8")
    assert (result.stdout, result.returncode) == (block[2], 1)


def test_the_version_needs_neither_packs_nor_jieba(tmp_path: Path) -> None:
    code = """
import sys
from msglint.cli import main
try:
    main(["--version"])
except SystemExit:
    pass
print(sorted({"jieba", "yaml", "regex", "msglint.packs.loader"} & sys.modules.keys()))
"""
    assert run(code, tmp_path).splitlines()[-1] == "[]"


@pytest.mark.parametrize(
    ("text", "loaded"),
    [
        ("Leave a five star review for a gift card! Questions? Reply to this message.", False),
        ("友好评价，往返现场", True),
    ],
)
def test_english_text_never_loads_the_words_of_chinese(text: str, loaded: bool, tmp_path: Path) -> None:
    code = f"""
import sys
from msglint import Linter
Linter.from_packs().check({text!r}, channel="message", market="US")
print("jieba" in sys.modules, "marisa_trie" in sys.modules)
"""
    assert run(code, tmp_path).strip() == f"False {loaded}"


def test_the_hooks_are_the_commands_that_exist() -> None:
    hooks = (ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")
    assert re.findall(r"entry: (.*)", hooks) == ["msglint check", "msglint test"]
