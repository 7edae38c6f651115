"""The nearest msglint.yaml above a file counts for it, within its repository."""

from __future__ import annotations

from pathlib import Path

import pytest

from msglint.config.discovery import Configs
from msglint.errors import InvalidFileError


def grow(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("")


def test_the_nearest_file_above_counts(tmp_path: Path) -> None:
    grow(tmp_path, "msglint.yaml", "a/b/msglint.yaml", "a/b/c/x.txt", "a/x.txt", "a/msglint.yaml/x.txt")
    configs = Configs()
    assert configs.of(tmp_path / "a/b/c/x.txt").folder == tmp_path / "a/b"
    assert configs.of(tmp_path / "a/b/../x.txt").folder == tmp_path
    assert configs.of(tmp_path / "not/there.txt").folder == tmp_path
    assert configs.of(tmp_path / "a/b/c/x.txt") is configs.of(tmp_path / "a/b/y.txt")


def test_the_search_ends_at_the_top_of_a_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    grow(tmp_path, "msglint.yaml", "repo/.git/HEAD", "repo/a/x.txt", "work/.git", "work/msglint.yaml")
    monkeypatch.chdir(tmp_path / "repo/a")
    found = Configs().of(Path("x.txt"))
    assert (found.source, found.folder) == (None, tmp_path / "repo/a")
    assert Configs().of(tmp_path / "work/x.txt").folder == tmp_path / "work"


def test_a_given_file_counts_for_all(tmp_path: Path) -> None:
    grow(tmp_path, "msglint.yaml", "own.yaml", "a/msglint.yaml")
    configs = Configs(tmp_path / "own.yaml")
    assert str(configs.of(tmp_path / "a/x.txt").source).endswith("own.yaml")


def test_a_broken_file_is_an_error_each_time(tmp_path: Path) -> None:
    (tmp_path / "msglint.yaml").write_text("pack: x")
    configs = Configs()
    for name in ("a.txt", "b.txt"):
        with pytest.raises(InvalidFileError, match="unknown key “pack”"):
            configs.of(tmp_path / name)
