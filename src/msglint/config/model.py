"""What msglint.yaml says, as typed data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from msglint.config.globs import Globs, last_match
from msglint.config.limits import Limits
from msglint.config.paths import relative
from msglint.frozen import Frozen

if TYPE_CHECKING:
    from msglint.config.context import ContextLayer
    from msglint.packs.model import SourceText
    from msglint.violation import Severity

NAME = "msglint.yaml"

PYPROJECT = "pyproject.toml"
"""May hold a configuration too, as its table `[tool.msglint]`."""

UNITS = ("file", "record", "cell", "string")
"""What one document can be."""


class FilesEntry(Frozen):
    """What holds for the files that its globs match; `place` is where it begins, `msglint.yaml:7`.

    `columns` says what columns and keys mean, `keys` are patterns of the key paths whose strings are copy.
    """

    paths: Globs
    layer: ContextLayer
    unit: str | None = None
    encoding: str | None = None
    columns: Mapping[str, str] = field(default_factory=dict)
    keys: tuple[str, ...] = ()

    @property
    def place(self) -> str:
        """Where the entry stands, for people."""
        return self.layer.origin


class RuleSetting(Frozen):
    """How a rule is used: with its own severity (None), with another, or not at all.

    `parameters` replace numbers of its check: `max`, `min` or `count`.
    """

    severity: Severity | None = None
    off: bool = False
    parameters: Mapping[str, float] = field(default_factory=dict)


class Suppression(Frozen):
    """A rule that does not count in some files, why, and until when (the day included; None: for good)."""

    rule: SourceText
    paths: Globs
    reason: str
    until: date | None = None

    @property
    def place(self) -> str:
        """Where the entry stands, for people."""
        return f"{self.rule.source}:{self.rule.line}"


class Config(Frozen):
    """A configuration; `source` is its path for people, None if there is no file.

    Globs and the paths of packs count from `folder`. None means that nothing was said. `bases` are the files
    that it extends, the weakest first; `origins` says by key where each value stands (`msglint.yaml:3`).
    """

    folder: Path
    source: str | None = None
    packs: tuple[SourceText, ...] | None = None
    placeholders: tuple[str, ...] | None = None
    encoding: str | None = None
    fail_on: Severity | None = None
    exclude: tuple[Globs, ...] = ()
    files: tuple[FilesEntry, ...] | None = None
    rules: Mapping[SourceText, RuleSetting] = field(default_factory=dict)
    suppress: tuple[Suppression, ...] = ()
    limits: Mapping[str, int] = field(default_factory=dict)
    baseline: Path | None = None
    bases: tuple[str, ...] = ()
    origins: Mapping[str, str] = field(default_factory=dict)

    def relative(self, path: Path) -> str:
        """Return a path as the globs see it: POSIX, from the configuration's folder."""
        return relative(path, self.folder)

    def excluding(self, path: str) -> str | None:
        """Return the pattern that excludes a path (as the globs see it), None if none does."""
        return last_match(self.exclude, path)

    @property
    def bounds(self) -> Limits:
        """What a single file may cost."""
        return Limits(**self.limits)
