"""Path patterns as in .gitignore, each with the place where it was written."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
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
    """Patterns of one list, later ones over earlier ones; `!` takes back what those before it matched."""

    patterns: tuple[str, ...] = ()

    @cached_property
    def _spec(self) -> GitIgnoreSpec:
        return compiled(self.patterns)

    def match(self, path: str) -> str | None:
        """Return the pattern that matches a POSIX path relative to the patterns' folder, None if none does.

        The path of a folder ends in `/`.
        """
        result = self._spec.check_file(path)
        return self.patterns[result.index] if result.include and result.index is not None else None
