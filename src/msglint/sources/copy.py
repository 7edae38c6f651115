"""Which files can be copy, by name and first bytes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from msglint.config.globs import Globs
from msglint.config.model import NAME
from msglint.sources import BINARY_READERS, READERS, suffix_of
from msglint.sources.formats import STRING_SUFFIXES

COPY_SUFFIXES = frozenset((*READERS, *BINARY_READERS)) - STRING_SUFFIXES
"""Files that are copy wherever they lie; strings in other formats only where someone says so."""

LATER_SUFFIXES = frozenset((".msg", ".pptx", ".odt", ".rtf"))
"""Documents that are copy but have no reader."""

NEVER: Mapping[str, Globs] = {
    "it configures msglint": Globs((NAME, "*.msglint.yaml", ".msglint-baseline.jsonl")),
    "it configures GitHub": Globs((".github/",)),
    "it is a lock file": Globs(("*.lock", "*-lock.json", "*-lock.yaml")),
    "it is a licence": Globs(("license", "license.*", "licence", "licence.*", "copying", "copying.*")),
}
"""Names, in lower case, of files that are no copy, whoever asks; and why."""

HEAD = 4096
"""Bytes that are looked at."""

REPORT = re.compile(rb'\{\s*"type": "report"|\{\s*"version": \d+,\s*"documents"')
TEXT_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")


def is_copy_suffix(path: Path) -> bool:
    """Whether a file is copy wherever it lies."""
    return suffix_of(path) in COPY_SUFFIXES


def why_never_copy(path: Path, relative: str) -> str | None:
    """Return why a file is no copy, None if it may be; `relative` is its path from its configuration."""
    named = next((reason for reason, globs in NEVER.items() if globs.match(relative.lower())), None)
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
