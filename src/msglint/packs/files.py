"""The files that packs are read from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from msglint.frozen import Frozen
from msglint.messages import Message
from msglint.packs.installed import Installed, installed
from msglint.packs.nearest import quoted
from msglint.packs.places import complaint
from msglint.shipped import files_in, rules_folder

SUFFIXES = (".yaml", ".yml")

ATTRIBUTES = "attributes.yaml"
"""The table of attributes, which has its own reader; a folder that holds it is a whole set of rules."""

IMPRESSIONS = "impressions.json"
"""The weights by which copy is told that reads like a violation; the shipped ones serve all packs."""


class RuleFile(Frozen):
    """A YAML file of rules or of what rules share.

    `source` is its name in messages, `collection` the folder it belongs to (empty if it stands alone). Of two
    files with the same `key` the later stands in for the earlier, as in a working copy of the shipped rules.
    `origin` is the package that brings it, such as `acme-rules 1.2`; empty for files of the user's own.
    """

    path: Path
    source: str
    collection: str = ""
    shipped: bool = False
    key: str = ""
    origin: str = ""

    @property
    def pack(self) -> str:
        """The name that a pack in this file has."""
        return self.path.stem


def shipped_files() -> tuple[RuleFile, ...]:
    """Return the files of the rules that come with msglint, in the order of their names."""
    root = rules_folder()
    return tuple(
        _of_set(path, root, f"rules/{path.relative_to(root).as_posix()}") for path in _rules_in(root)
    )


def user_files(written: str) -> tuple[RuleFile, ...]:
    """Return the files that a path names: one file, or those of a folder in the order of their names.

    Files of a working copy of the shipped rules count as shipped. Raises MsglintError if there are none.
    """
    path = Path(written)
    root = path.resolve()
    found = [root] if path.is_file() else list(_rules_in(root)) if path.is_dir() else []
    if not found:
        message = Message("no pack file at {}: expected a .yaml file or a folder of such", quoted(written))
        raise complaint(written, message)
    whole = next((folder for folder in (root, *root.parents) if _is_whole(folder)), None)
    near = _from_here(path)
    named = {
        file: near.as_posix() if path.is_file() else (near / file.relative_to(root)).as_posix()
        for file in found
    }
    if whole:
        return tuple(_of_set(file, whole, source) for file, source in named.items())
    collection = "" if path.is_file() else root.name
    return tuple(
        RuleFile(file, source, _collection(file, root) or collection, key=str(file))
        for file, source in named.items()
    )


def _from_here(path: Path) -> Path:
    """Return a path as messages name it: from the working folder, if it lies below it."""
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path


def _is_whole(folder: Path) -> bool:
    return folder == rules_folder() or (folder / ATTRIBUTES).is_file()


def package_files(name: str) -> tuple[RuleFile, ...]:
    """Return the files of the installed collection of a name, or of that which holds the pack of a name.

    There are none if no package brings it. Raises MsglintError for a package without its files.
    """
    for item in installed().values():
        if name == item.name or any(path.stem == name for path in _rules_in(item.folder)):
            return tuple(_of_package(path, item) for path in _rules_in(item.folder))
    return ()


def _of_package(path: Path, item: Installed) -> RuleFile:
    source = f"{item.name}:{path.relative_to(item.folder).as_posix()}"
    return RuleFile(path, source, item.name, key=source, origin=f"{item.distribution} {item.version}")


def merged(*groups: Iterable[RuleFile]) -> tuple[RuleFile, ...]:
    """Return the files of all groups; a later one stands in for an earlier one with its key."""
    return tuple({file.key: file for group in groups for file in group}.values())


def _of_set(path: Path, root: Path, source: str) -> RuleFile:
    key = path.relative_to(root).as_posix()
    return RuleFile(path, source, _collection(path, root), shipped=True, key=key, origin="msglint")


def chosen_files(selection: Iterable[str] | None) -> tuple[RuleFile, ...]:
    """Return the shipped files, and those that a choice of packs names by path or from packages.

    A name that msglint itself uses never means a package's. Raises MsglintError for a path without files.
    """
    shipped = shipped_files()
    known = {name for file in shipped for name in (file.pack, file.collection)}
    groups = (
        user_files(item) if is_path(item) else package_files(item)
        for item in selection or ()
        if item not in known
    )
    return merged(shipped, *groups)


def set_files(written: str) -> tuple[RuleFile, ...]:
    """Return the whole set of rules that a path belongs to; none if it is a user's own file or folder."""
    root = Path(written).resolve()
    whole = next((folder for folder in (root, *root.parents) if _is_whole(folder)), None)
    return tuple(_of_set(path, whole, path.as_posix()) for path in _rules_in(whole)) if whole else ()


def is_path(written: str) -> bool:
    """Return whether a choice of packs is written as a path rather than as a name."""
    return "/" in written or "\\" in written or written.endswith(SUFFIXES) or written in (".", "..")


def _rules_in(root: Path) -> Iterator[Path]:
    for path in sorted(map(Path, files_in(root, SUFFIXES))):
        configures = path.name == "msglint.yaml" or path.name.endswith(".msglint.yaml")
        if path != root / ATTRIBUTES and not configures and path.is_file():
            yield path


def _collection(path: Path, root: Path) -> str:
    parts = path.relative_to(root).parts
    return parts[0] if len(parts) > 1 else ""
