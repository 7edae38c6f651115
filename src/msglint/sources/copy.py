"""Which files can be copy, by name and first bytes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from msglint.config.model import NAME
from msglint.frozen import Frozen
from msglint.sources import BINARY_READERS, READERS, suffix_of
from msglint.sources.formats import STRING_SUFFIXES
from msglint.text.patterns import lazy_pattern

COPY_SUFFIXES = frozenset((*READERS, *BINARY_READERS)) - STRING_SUFFIXES
"""Files that are copy wherever they lie; strings in other formats only where someone says so."""

LATER_SUFFIXES = frozenset((".msg", ".pptx", ".odt", ".rtf"))
"""Documents that are copy but have no reader."""


class Names(Frozen):
    """Names of files or folders, in lower case: whole ones, and what others begin or end with.

    `folders` are names of folders alone.
    """

    whole: tuple[str, ...] = ()
    beginnings: tuple[str, ...] = ()
    endings: tuple[str, ...] = ()
    folders: tuple[str, ...] = ()

    def lead_to(self, path: str) -> bool:
        """Whether a file or one of the folders above it, in a POSIX path in lower case, has such a name."""
        *folders, name = path.split("/")
        return any(map(self._has, (*folders, name))) or any(folder in self.folders for folder in folders)

    def _has(self, name: str) -> bool:
        return name in self.whole or name.startswith(self.beginnings) or name.endswith(self.endings)


LICENCES = ("license", "licence", "copying")

NEVER: Mapping[str, Names] = {
    "it configures msglint": Names((NAME, ".msglint-baseline.jsonl"), endings=(".msglint.yaml",)),
    "it configures GitHub": Names(folders=(".github",)),
    "it is a lock file": Names(endings=(".lock", "-lock.json", "-lock.yaml")),
    "it is a licence": Names(LICENCES, tuple(f"{name}." for name in LICENCES)),
}
"""Files that are no copy, and folders of such, whoever asks; and why."""

HEAD = 4096
"""Bytes that are looked at."""

REPORT = lazy_pattern(rb'\{\s*"type": "report"|\{\s*"version": \d+,\s*"documents"')
TEXT_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")


def is_copy_suffix(path: Path) -> bool:
    """Whether a file is copy wherever it lies."""
    return suffix_of(path) in COPY_SUFFIXES


def why_never_copy(path: Path, relative: str) -> str | None:
    """Return why a file is no copy, None if it may be; `relative` is its path from its configuration."""
    named = next((reason for reason, names in NEVER.items() if names.lead_to(relative.lower())), None)
    if named:
        return named
    if suffix_of(path) in (".json", ".jsonl") and REPORT.match(_head(path)):
        return "it is a report of msglint"
    return "it is a rule pack" if suffix_of(path) in (".yaml", ".yml") and _is_pack(_head(path)) else None


def is_binary(path: Path) -> bool:
    """Whether a file is no text at first sight."""
    head = _head(path)
    return b"\0" in head and not head.startswith(TEXT_MARKS)


def _is_pack(head: bytes) -> bool:
    from msglint.packs.schema import FIRST_KEYS

    first = re.search(rb"^([a-z_]+):", head, re.MULTILINE)
    return first is not None and first[1].decode() in FIRST_KEYS


def _head(path: Path) -> bytes:
    """Return the first bytes of a file; nothing where it cannot be read, for its reader to report."""
    try:
        with path.open("rb") as stream:
            return stream.read(HEAD)
    except OSError:
        return b""
