from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from msglint import results
from msglint.cache import cache_folder
from msglint.cli import main

RULES = Path(__file__).parent / "rules"

Run = Callable[..., Result]
Write = Callable[..., Path]


@pytest.fixture(autouse=True)
def shop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in an empty folder, with a few small packs in place of the shipped ones and English spoken."""
    monkeypatch.setattr("msglint.packs.files.rules_folder", lambda: RULES)
    for name in ("LC_ALL", "LC_MESSAGES", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "en_US.UTF-8")
    shutil.rmtree(cache_folder() / results.FOLDER, ignore_errors=True)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def run() -> Run:
    """Run the program with arguments and standard input."""

    def invoke(*args: str, input: str | bytes | None = None) -> Result:
        return CliRunner().invoke(main, args, input=input)

    return invoke


@pytest.fixture
def write(shop: Path) -> Write:
    """Write a file below the folder."""

    def put(name: str, text: str | bytes) -> Path:
        path = shop / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode() if isinstance(text, str) else text)
        return path

    return put


@pytest.fixture
def check_json(run: Run) -> Callable[..., Any]:
    """Run `check --format json` and return the report."""
    return lambda *args, **more: json.loads(run("check", "--format", "json", *args, **more).stdout)
