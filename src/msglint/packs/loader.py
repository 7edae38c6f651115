"""Loading packs: the shipped ones and a user's own, chosen by name or by path."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from msglint.errors import MsglintError
from msglint.messages import Message
from msglint.packs.files import RuleFile, chosen_files, is_path, shipped_files, user_files
from msglint.packs.inheritance import replaced
from msglint.packs.installed import installed
from msglint.packs.library import read_library
from msglint.packs.nearest import hint, quoted
from msglint.packs.places import complaint

if TYPE_CHECKING:
    from msglint.packs.model import Pack, Ruleset


def load(selection: Sequence[str] | None = None) -> Ruleset:
    """Return the chosen packs and all that packs share.

    `selection` holds names of packs or collections, shipped or of installed packages, and paths of pack files
    or folders; None means every shipped pack that is not optional. Raises InvalidFileError with all problems
    of all files, and MsglintError for a name that stands for nothing.
    """
    ruleset = read_library(chosen_files(selection))
    if selection is None:
        return replace(ruleset, packs=tuple(pack for pack in ruleset.packs if not pack.optional))
    chosen: dict[str, Pack] = {}
    for item in selection:
        found = _read_from(user_files(item), ruleset) if is_path(item) else _named(item, ruleset)
        chosen |= {pack.id: pack for pack in found}
    if not chosen:
        raise MsglintError("no pack is chosen: name a pack, a collection or a pack file")
    return replace(ruleset, packs=replaced(chosen.values(), ruleset.packs))


def load_everything() -> Ruleset:
    """Return all shipped packs, the optional ones too."""
    return read_library(shipped_files())


def _read_from(files: Iterable[RuleFile], ruleset: Ruleset) -> list[Pack]:
    names = {file.pack for file in files}
    return [pack for pack in ruleset.packs if pack.id in names]


def _named(name: str, ruleset: Ruleset) -> list[Pack]:
    """Return the pack of a name, or the packs of a collection but for those that are optional."""
    packs = [
        pack for pack in ruleset.packs if name == pack.id or (name in pack.collections and not pack.optional)
    ]
    if not packs:
        known = {known for pack in ruleset.packs for known in (pack.id, *pack.collections)}
        known |= set(installed())
        message = Message(
            "unknown pack or collection {}: {}; write a path as ./name", quoted(name), hint(name, known)
        )
        raise complaint(name, message)
    return packs
