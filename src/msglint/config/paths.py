"""Questions about paths that are answered without errors, whatever a path holds.

`os.path` says no where `pathlib` raises (no permission, odd characters), and keeps symbolic links.
"""
# ruff: noqa: PTH100, PTH110, PTH112, PTH113, PTH207

from __future__ import annotations

import os
from pathlib import Path


def absolute(path: Path) -> Path:
    """Return the path from the root, without `..`, symbolic links as they are."""
    return Path(os.path.abspath(path))


def relative(path: Path, folder: Path | None = None) -> str:
    """Return the path from a folder (None: the working folder), POSIX."""
    return Path(os.path.relpath(path, folder)).as_posix()


def is_folder(path: Path) -> bool:
    """Whether there is a folder."""
    return os.path.isdir(path)


def is_file(path: Path) -> bool:
    """Whether there is a regular file."""
    return os.path.isfile(path)


def exists(path: Path) -> bool:
    """Whether there is anything."""
    return os.path.exists(path)


def matching(pattern: str) -> list[Path]:
    """Return what a shell's pattern matches, sorted; `**` spans folders, nothing hidden is matched."""
    from glob import glob

    return [Path(name) for name in sorted(glob(pattern, recursive=True))]


def shown(path: Path) -> str:
    """Return a path as reports name it: POSIX, with escapes for what is no UTF-8 in its name."""
    return os.fsencode(path.as_posix()).decode("utf-8", "backslashreplace")
