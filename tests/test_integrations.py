"""What CI services read is valid for them: the action, and the files that `msglint init` writes."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from msglint.cli.init import GITLAB, WORKFLOW

ROOT = Path(__file__).parents[1]


def check(schema: str, path: Path) -> None:
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, str(path)]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(
    ("schema", "text"), [("vendor.github-workflows", WORKFLOW), ("vendor.gitlab-ci", GITLAB)]
)
def test_the_ci_steps_are_valid(tmp_path: Path, schema: str, text: str) -> None:
    path = tmp_path / "step.yml"
    path.write_text(text, "utf-8")
    check(schema, path)


def test_the_action_is_valid() -> None:
    check("vendor.github-actions", ROOT / "action.yml")
