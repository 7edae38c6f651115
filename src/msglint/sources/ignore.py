"""What git ignores, as the .gitignore files from the top of the repository down to a folder say."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from msglint.config.globs import compiled
from msglint.config.paths import is_folder

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec


class GitIgnores:
    """Reads .gitignore files once each."""

    def __init__(self) -> None:
        self._specs: dict[Path, GitIgnoreSpec | None] = {}
        self._chains: dict[Path, tuple[Path, ...]] = {}

    def ignores(self, path: Path) -> bool:
        """Whether an absolute path is ignored, given that the folder it lies in is not.

        The .gitignore nearest to it decides, and in it the last pattern that fits.
        """
        ending = "/" if is_folder(path) else ""
        for folder in self._chain(path.parent):
            spec = self._spec(folder)
            found = spec and spec.check_file(path.relative_to(folder).as_posix() + ending)
            if found and found.include is not None:
                return found.include
        return False

    def _chain(self, folder: Path) -> tuple[Path, ...]:
        """Return the folders whose .gitignore counts, the nearest first: up to the top of the repository."""
        if folder not in self._chains:
            is_top = (folder / ".git").exists() or folder == folder.parent
            self._chains[folder] = (folder, *(() if is_top else self._chain(folder.parent)))
        return self._chains[folder]

    def _spec(self, folder: Path) -> GitIgnoreSpec | None:
        if folder not in self._specs:
            file = folder / ".gitignore"
            lines = file.read_text("utf-8", "replace").splitlines() if file.is_file() else []
            self._specs[folder] = compiled(lines) if lines else None
        return self._specs[folder]
