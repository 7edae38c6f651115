from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from msglint import __version__
from msglint.cli import COMMANDS

from .conftest import Run

MODULES = (
    "import sys; from msglint.cli import main\ntry: main(%r)\nfinally: print(*sys.modules, file=sys.stderr)"
)


def python(*args: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *args], capture_output=True, text=True, encoding="utf-8", check=False
    )


def test_the_version_needs_no_packs() -> None:
    result = python("-c", MODULES % (["--version"],))
    assert (result.returncode, result.stdout) == (0, f"msglint {__version__}\n")
    loaded = set(result.stderr.split())
    assert not {"jieba", "yaml", "regex", "msglint.packs.loader", "msglint.linter"} & loaded


def test_help_names_every_command(run: Run) -> None:
    result = run("--help")
    assert result.exit_code == 0
    assert all(f"  {name} " in result.stdout for name in COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help(run: Run, name: str) -> None:
    result = run(name, "-h")
    assert result.exit_code == 0
    assert result.stdout.startswith(f"Usage: msglint {name}")


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (("chek",), "no command “chek”: did you mean “check”?"),
        (("--versoin",), "--version"),
        (("schema", "reprt"), "did you mean “report”?"),
        (("explain",), "Missing argument"),
    ],
)
def test_usage_errors_are_2(run: Run, args: tuple[str, ...], message: str) -> None:
    result = run(*args)
    assert result.exit_code == 2
    assert message in result.stderr


def test_python_m_ends_with_the_exit_status(tmp_path: Path) -> None:
    note = tmp_path / "note.txt"
    note.write_text("Leave a five-star review and get a $10 gift card!\n", "utf-8")
    result = python("-m", "msglint", "check", str(note), "--lang", "zh")
    assert result.returncode == 1
    assert "退出状态 1" in result.stdout


def test_a_closed_output_is_2_without_a_word() -> None:
    reader, writer = os.pipe()
    os.close(reader)
    process = subprocess.Popen(
        [sys.executable, "-m", "msglint", "schema", "report"], stdout=writer, stderr=subprocess.PIPE
    )
    os.close(writer)
    assert process.stderr is not None
    assert process.stderr.read() == b""
    assert process.wait() == 2
    process.stderr.close()


def test_output_is_utf_8_whatever_the_machine_prefers(tmp_path: Path) -> None:
    result = subprocess.run(
        [sys.executable, "-m", "msglint", "init", "--lang", "zh"],
        capture_output=True, check=False, cwd=tmp_path,
        env={**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"},
    )  # fmt: skip
    assert result.returncode == 0
    assert "msglint.yaml：已写入" in result.stdout.decode("utf-8")
