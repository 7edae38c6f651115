from __future__ import annotations

from pathlib import Path

import yaml

from msglint.config.file import load

from .conftest import Run, Write

FILES = ("msglint.yaml", ".pre-commit-config.yaml", ".github/workflows/msglint.yml")


def test_a_new_project_gets_three_files_that_work(run: Run, write: Write, shop: Path) -> None:
    assert run("init", "--lang", "zh").exit_code == 0
    config = load(shop / "msglint.yaml")
    assert [entry.layer.values["channel"] for entry in config.files or ()] == ["message", "insert"]
    for name in FILES:
        assert yaml.safe_load((shop / name).read_text("utf-8"))
    write("messages/note.txt", "Your order is on its way.")
    assert run("check").exit_code == 0


def test_nothing_is_ever_overwritten(run: Run, write: Write, shop: Path) -> None:
    for name in FILES:
        write(name, "mine\n")
    result = run("init")
    assert result.exit_code == 0
    assert all((shop / name).read_text("utf-8") == "mine\n" for name in FILES)
    assert ".pre-commit-config.yaml: exists and is left as it is. Add to it:\n    repos:\n" in result.stdout


def test_a_second_run_changes_nothing(run: Run, shop: Path) -> None:
    run("init")
    before = {name: (shop / name).read_bytes() for name in FILES}
    run("init")
    assert {name: (shop / name).read_bytes() for name in FILES} == before


def test_a_folder_that_cannot_be_written_is_2(run: Run, write: Write) -> None:
    write(".github", "a file in the way")
    result = run("init")
    assert result.exit_code == 2
    assert "cannot write" in result.stderr
