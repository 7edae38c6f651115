"""`check --changed-since`: only what git says has changed."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from .conftest import Run, Write

BAD = "Your gift card waits.\n"


def git(folder: Path, *arguments: str) -> None:
    identity = ("-c", "user.name=t", "-c", "user.email=t@t.example")
    subprocess.run(["git", *identity, *arguments], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def repository(shop: Path, write: Write) -> Path:
    git(shop, "init", "-b", "main")
    for name in ("old.txt", "edited.txt", "gone.txt", "卡片.txt", "copy/deep.txt"):
        write(name, BAD)
    git(shop, "add", ".")
    git(shop, "commit", "-m", "first")
    return shop


def sources(run: Run, *args: str) -> list[str]:
    lines = run("check", "--format", "concise", "--quiet", *args).stdout.splitlines()
    return [line.split(":")[0] for line in lines if "demo-reviews" in line]


def test_only_what_changed_is_checked(run: Run, write: Write, repository: Path) -> None:
    write("edited.txt", f"Hello. {BAD}")
    write("卡片.txt", f"Hello. {BAD}")
    write("new.txt", BAD)
    (repository / "gone.txt").unlink()
    assert sources(run, "--changed-since", "HEAD") == ["edited.txt", "new.txt", "卡片.txt"]
    assert sources(run, "copy", "--changed-since", "HEAD") == []


def test_what_others_changed_meanwhile_does_not_count(run: Run, write: Write, repository: Path) -> None:
    git(repository, "checkout", "-b", "mine")
    write("copy/deep.txt", f"Hello. {BAD}")
    git(repository, "commit", "-am", "mine")
    git(repository, "checkout", "main")
    write("old.txt", f"Hello. {BAD}")
    git(repository, "commit", "-am", "theirs")
    git(repository, "checkout", "mine")
    assert sources(run, "--changed-since", "main") == ["copy/deep.txt"]


def test_nothing_changed_is_no_error(run: Run, repository: Path) -> None:
    assert repository.is_dir()
    assert run("check", "--changed-since", "HEAD").exit_code == 0


@pytest.mark.parametrize("revision", ["nosuch", "--output=x"])
def test_a_wrong_revision_is_2(run: Run, repository: Path, revision: str) -> None:
    result = run("check", "--changed-since", revision)
    assert (result.exit_code, "--changed-since" in result.stderr) == (2, True)
    assert not (repository / "x").exists()


def test_outside_a_repository_is_2(run: Run, write: Write) -> None:
    write("a.txt", BAD)
    assert run("check", "--changed-since", "HEAD").exit_code == 2
