"""Path patterns as in .gitignore, each with the place where it was written."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec


def why_useless(pattern: str) -> str | None:
    """Return why a pattern can match nothing, None if it may match."""
    if pattern.startswith("../"):
        return "paths count from the folder of this file and cannot leave it"
    spec = compiled([pattern])
    if not any(item.include is not None for item in spec.patterns):
        return "expected a path pattern, such as “messages/**” or “*.md”"
    return None


def compiled(patterns: Iterable[str]) -> GitIgnoreSpec:
    """Return the matcher of patterns; those that git refuses match nothing."""
    from pathspec import GitIgnoreSpec

    return GitIgnoreSpec(item for pattern in patterns for item in _one(pattern).patterns)


def _one(pattern: str) -> GitIgnoreSpec:
    from pathspec import GitIgnoreSpec

    try:
        return GitIgnoreSpec.from_lines(["/" + pattern[2:] if pattern.startswith("./") else pattern])
    except ValueError:
        return GitIgnoreSpec.from_lines([""])


@dataclass(frozen=True)
class Globs:
    """Patterns of one list, later ones over earlier ones; `!` takes back what those before it matched.

    `prefix` leads from the folder of the patterns to the folder that paths count from (`shops/de/`).
    """

    patterns: tuple[str, ...] = ()
    prefix: str = ""

    @cached_property
    def _spec(self) -> GitIgnoreSpec:
        return compiled(self.patterns)

    def match(self, path: str) -> str | None:
        """Return the pattern that matches a POSIX path, None if none does.

        The path of a folder ends in `/`.
        """
        is_included, pattern = self.verdict(path)
        return pattern if is_included else None

    def verdict(self, path: str) -> tuple[bool | None, str | None]:
        """Return what the last pattern that speaks of a path says, and which that is; None if none speaks."""
        if not self.patterns:
            return None, None
        result = self._spec.check_file(self._from_patterns(path))
        return result.include, None if result.index is None else self.patterns[result.index]

    def below(self, way: str) -> Globs:
        """Return the same patterns for paths that count from a folder further down, `way` below this one."""
        return replace(self, prefix=f"{self.prefix}{way}/")

    def _from_patterns(self, path: str) -> str:
        if not self.prefix:
            return path
        return posixpath.normpath(self.prefix + path) + "/" * path.endswith("/")


def last_match(lists: Sequence[Globs], path: str) -> str | None:
    """Return the pattern that matches a path, None if none does; later lists stand over earlier ones."""
    for globs in reversed(lists):
        is_included, pattern = globs.verdict(path)
        if is_included is not None:
            return pattern if is_included else None
    return None
