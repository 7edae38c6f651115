"""Shell completion, as bash, zsh and fish ask for it."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest


def completed(instruction: str, **environment: str) -> str:
    command = [sys.executable, "-c", "from msglint.cli import main; main(prog_name='msglint')"]
    environment = {**os.environ, "_MSGLINT_COMPLETE": instruction, **environment}
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False).stdout


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_script_of_each_shell(shell: str) -> None:
    assert "_MSGLINT_COMPLETE" in completed(f"{shell}_source")


@pytest.mark.parametrize(
    ("words", "number", "expected"),
    [("msglint ba", "1", "baseline"), ("msglint check --fo", "2", "--format")],
)
@pytest.mark.parametrize("shell", ["bash", "zsh"])
def test_commands_and_options_complete(shell: str, words: str, number: str, expected: str) -> None:
    assert expected in completed(f"{shell}_complete", COMP_WORDS=words, COMP_CWORD=number)


def test_values_complete_in_fish() -> None:
    said = completed("fish_complete", COMP_WORDS="msglint check --format sa", COMP_CWORD="sa")
    assert "sarif" in said
