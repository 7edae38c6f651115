"""Which configuration counts for a file: the nearest one above it."""

from __future__ import annotations

from pathlib import Path

from msglint.config.model import NAME, PYPROJECT, Config
from msglint.config.paths import absolute, exists, is_file
from msglint.errors import InvalidFileError


class Configs:
    """Finds and remembers configurations; `given` is a file that counts for every path instead."""

    def __init__(self, given: Path | None = None) -> None:
        self.given = given
        self._loaded: dict[Path | None, Config | InvalidFileError] = {}
        self._found: dict[Path, Path | None] = {}

    def of(self, path: Path) -> Config:
        """Return what counts for a file or folder. Raises InvalidFileError if that configuration is wrong."""
        file = self.given or self._nearest(absolute(path).parent)
        if file not in self._loaded:
            try:
                self._loaded[file] = _load(file) if file else Config(Path.cwd())
            except InvalidFileError as error:
                self._loaded[file] = error
        loaded = self._loaded[file]
        if isinstance(loaded, InvalidFileError):
            raise loaded
        return loaded

    def _nearest(self, folder: Path) -> Path | None:
        """Return the nearest file above; the search ends at the top of a git repository."""
        if folder not in self._found:
            here = configuration_in(folder)
            if here:
                self._found[folder] = here
            elif exists(folder / ".git") or folder == folder.parent:
                self._found[folder] = None
            else:
                self._found[folder] = self._nearest(folder.parent)
        return self._found[folder]


def _load(file: Path) -> Config:
    from msglint.config.file import load  # Reading YAML is much code, and most runs need none of it.

    return load(file)


def configuration_in(folder: Path) -> Path | None:
    """Return the configuration in a folder; msglint.yaml stands before pyproject.toml."""
    if is_file(folder / NAME):
        return folder / NAME
    return folder / PYPROJECT if is_file(folder / PYPROJECT) and _configures(folder / PYPROJECT) else None


def _configures(pyproject: Path) -> bool:
    try:
        data = pyproject.read_bytes()
    except OSError:
        return False
    if b"msglint" not in data:
        return False
    from msglint.config.toml import has_table

    return has_table(data)
