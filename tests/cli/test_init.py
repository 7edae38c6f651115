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


def test_the_names_of_folders_tell_what_copy_is(run: Run, write: Write, shop: Path) -> None:
    write("marketing/amazon/messages/us/hello.txt", "Hi")
    write("marketing/amazon/messages/us/later/bye.txt", "Bye")
    write("marketing/小卡片/a.md", "Hi")
    write("ebay/mails/uk/a.csv", "text\nHi\n")
    write("notes/a.txt", "Hi")
    assert run("init", "--yes").exit_code == 0
    entries = load(shop / "msglint.yaml").files or ()
    told = [(str(next(iter(entry.paths.patterns))), dict(entry.layer.values)) for entry in entries]
    assert told == [
        ("ebay/mails/uk/**", {"channel": "message", "platform": "ebay", "market": ("GB",)}),
        ("marketing/amazon/messages/us/**", {"channel": "message", "platform": "amazon", "market": ("US",)}),
        ("marketing/小卡片/**", {"channel": "insert", "platform": "amazon"}),
        ("notes/**", {"platform": "amazon"}),
    ]


def test_a_repository_on_gitlab_gets_a_gitlab_job(run: Run, write: Write, shop: Path) -> None:
    write(".git/config", '[remote "origin"]\nurl = git@gitlab.com:shop/copy.git\n')
    run("init", "--yes")
    assert (
        "codequality"
        in yaml.safe_load((shop / ".gitlab-ci.yml").read_text())["msglint"]["artifacts"]["reports"]
    )
    assert not (shop / ".github").exists()


def test_a_table_in_pyproject_is_the_configuration(run: Run, write: Write, shop: Path) -> None:
    write("pyproject.toml", "[tool.msglint]\npacks = ['demo']\n")
    result = run("init", "--yes")
    assert result.exit_code == 0
    assert "pyproject.toml: exists and is left as it is. Add to it:" in result.stdout
    assert not (shop / "msglint.yaml").exists(), "it would stand before the table"
