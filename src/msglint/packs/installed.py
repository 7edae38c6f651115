"""Collections of packs that Python packages bring along: the entry points of the group `msglint.packs`.

An entry point names the package whose folder holds the YAML files: `acme = "acme_copy_rules.packs"`. It is
looked up and never imported, so that no code of a package runs.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from msglint.errors import MsglintError
from msglint.frozen import Frozen
from msglint.messages import Message

GROUP = "msglint.packs"


class Installed(Frozen):
    """A collection, the distribution that brings it, and the module whose folder holds its files."""

    name: str
    distribution: str
    version: str
    module: str

    @property
    def folder(self) -> Path:
        """Where its files are. Raises MsglintError if there is no such folder."""
        top, *parts = self.module.split(".")
        for root in _roots(top):
            folder = Path(root, *parts)
            if folder.is_dir():
                return folder.resolve()
        raise MsglintError(
            Message(
                "the package {} brings the collection “{}”, but no folder for “{}”: install it anew",
                self.distribution,
                self.name,
                self.module,
            )
        )


@cache
def installed() -> Mapping[str, Installed]:
    """Return the collections that packages bring along, by name; of two, that of the first package."""
    from importlib.metadata import entry_points

    found = [
        Installed(point.name, point.dist.name, point.dist.version, point.module)
        for point in entry_points(group=GROUP)
        if point.dist is not None
    ]
    return {item.name: item for item in sorted(found, key=lambda item: item.distribution, reverse=True)}


def _roots(package: str) -> list[str]:
    """Return the folders of a package, without importing it."""
    from importlib.util import find_spec

    try:
        spec = find_spec(package)
    except (ImportError, ValueError):
        return []
    return [os.fspath(folder) for folder in (spec.submodule_search_locations or ())] if spec else []
