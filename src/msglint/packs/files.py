"""The files that packs are read from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from msglint.errors import MsglintError
from msglint.packs.nearest import quoted
from msglint.shipped import rules_folder

SUFFIXES = (".yaml", ".yml")

ATTRIBUTES = "attributes.yaml"
"""The table of attributes, which has its own reader."""


@dataclass(frozen=True, slots=True)
class RuleFile:
    """A YAML file of rules or of what rules share.

    `source` is its name in messages, `collection` the folder it belongs to (empty if it stands alone).
    """

    path: Path
    source: str
    collection: str = ""
    shipped: bool = False

    @property
    def pack(self) -> str:
        """The name that a pack in this file has."""
        return self.path.stem


def shipped_files() -> tuple[RuleFile, ...]:
    """Return the files of the rules that come with msglint, in the order of their names."""
    root = rules_folder()
    return tuple(
        RuleFile(path, f"rules/{path.relative_to(root).as_posix()}", _collection(path, root), shipped=True)
        for path in _yaml_files(root)
        if path != root / ATTRIBUTES
    )


def user_files(written: str) -> tuple[RuleFile, ...]:
    """Return the files that a path names: one file, or those of a folder in the order of their names.

    Shipped files are named as such. Raises MsglintError if there are none.
    """
    path = Path(written)
    shipped = {file.path: file for file in shipped_files()}
    if path.is_file():
        own = RuleFile(path.resolve(), path.as_posix())
        return (shipped.get(own.path, own),)
    root = path.resolve()
    files = [
        RuleFile(found, (path / found.relative_to(root)).as_posix(), _collection(found, root) or root.name)
        for found in (_yaml_files(root) if path.is_dir() else ())
        if found != rules_folder() / ATTRIBUTES
    ]
    if not files:
        raise MsglintError(f"no pack file at {quoted(written)}: expected a .yaml file or a folder of such")
    return tuple(shipped.get(file.path, file) for file in files)


def is_path(written: str) -> bool:
    """Return whether a choice of packs is written as a path rather than as a name."""
    return "/" in written or "\\" in written or written.endswith(SUFFIXES) or written in (".", "..")


def _yaml_files(root: Path) -> Iterator[Path]:
    for path in sorted(root.rglob("*")):
        hidden = any(part.startswith(".") for part in path.relative_to(root).parts)
        if path.suffix in SUFFIXES and path.is_file() and not hidden:
            yield path


def _collection(path: Path, root: Path) -> str:
    parts = path.relative_to(root).parts
    return parts[0] if len(parts) > 1 else ""
