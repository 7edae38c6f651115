"""Where the rules that come with msglint are, and what lies in a folder."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path


def rules_folder() -> Path:
    """Return the folder of the shipped rules: inside the installed package, else that of the source tree."""
    package = Path(__file__).resolve().parent
    installed = package / "rules"
    return installed if installed.is_dir() else package.parents[1] / "rules"


def files_in(folder: str | Path, endings: str | tuple[str, ...], *, deep: bool = True) -> Iterator[str]:
    """Yield the paths in a folder, and with `deep` below it, that end so; nothing that is hidden.

    Links to folders are not followed. This takes a third of the time that `Path.rglob` takes.
    """
    with suppress(PermissionError), os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.startswith("."):
                continue
            if entry.name.endswith(endings):
                yield entry.path
            if deep and entry.is_dir(follow_symlinks=False):
                yield from files_in(entry.path, endings)
