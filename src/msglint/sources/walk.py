"""Which files are checked: paths, folders and globs, less what is excluded and what is no copy."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import field
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING

from msglint.config.globs import Globs
from msglint.config.paths import absolute, exists, is_file, is_folder, matching, relative, shown
from msglint.errors import InvalidFileError, Problem
from msglint.frozen import Frozen
from msglint.messages import Message
from msglint.packs.model import SourceText
from msglint.sources import suffix_of
from msglint.sources.copy import LATER_SUFFIXES, is_binary, is_copy_suffix, why_never_copy
from msglint.sources.ignore import GitIgnores

if TYPE_CHECKING:
    from msglint.config.discovery import Configs
    from msglint.config.model import Config

NOTHING_HERE = "nothing to check is found here{}: put copy here, name other paths, or add --allow-empty"


class Selected(Frozen):
    """A file to check: where it is, its name in reports, the configuration that counts for it."""

    path: Path
    source: str
    config: Config


class Skipped(Frozen):
    """A path that was asked for, or looks like copy, and is not checked; and who said so."""

    source: str
    reason: str

    def __str__(self) -> str:
        return f"{self.source}: {self.reason}"


class Selection(Frozen):
    """The files to check, in order and once each; what was left out; and what ends in exit status 2."""

    files: list[Selected] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def select(
    paths: Iterable[str], configs: Configs, *, exclude: Sequence[str] = (), allow_empty: bool = False
) -> Selection:
    """Return the files that paths, folders and globs name, in their order, those of a folder sorted.

    `exclude` holds patterns from the working folder, beside those of the configurations. A path that does
    not exist is a problem, and so is a folder or glob without copy unless `allow_empty`.
    """
    selector = _Selector(configs, Globs(tuple(exclude)), allow_empty)
    for path in paths:
        selector.add(path)
    return selector.selection


class Means(Enum):
    """How a file came to be looked at: the less it was meant, the more it must look like copy."""

    NAME = "name"
    GLOB = "glob"
    WALK = "walk"


class _Selector:
    def __init__(self, configs: Configs, exclude: Globs, allow_empty: bool) -> None:
        self.configs = configs
        self.exclude = exclude
        self.allow_empty = allow_empty
        self.ignores = GitIgnores()
        self.selection = Selection()
        self.seen: set[Path] = set()

    def add(self, given: str) -> None:
        path = Path(given)
        if is_folder(path):
            reason = self._why_excluded(path, self._config(path / "*"), ending="/")
            if reason:
                self.selection.skipped.append(Skipped(shown(path), reason))
            else:
                self._add_all(path, self._walked(path), Means.WALK)
        elif exists(path):
            self._add_file(path, Means.NAME)
        elif any(sign in given for sign in "*?["):
            self._add_all(path, self._globbed(given), Means.GLOB)
        else:
            self._problem(path, "there is no such file or folder: check the path")

    def _add_all(self, given: Path, paths: Iterable[Path], means: Means) -> None:
        before = len(self.selection.skipped)
        found = [self._add_file(path, means) for path in paths]
        if not any(found) and not self.allow_empty:
            left_out = self.selection.skipped[before:]
            example = [Message("{}: {}", item.source, item.reason) for item in left_out[:1]]
            because = Message(" ({} left out, such as {})", len(left_out), *example) if example else ""
            self._problem(given, Message(NOTHING_HERE, because))

    def _add_file(self, path: Path, means: Means) -> bool:
        """Select a file, or note why not; False if it is left out."""
        config = self._config(path)
        if config is None:
            return True
        reason = self._why_skipped(path, config, means)
        if reason is None and absolute(path) not in self.seen:
            self.seen.add(absolute(path))
            self.selection.files.append(Selected(path, shown(path), config))
        elif reason:
            self.selection.skipped.append(Skipped(shown(path), reason))
        return reason is None

    def _why_skipped(self, path: Path, config: Config, means: Means) -> str | None:
        """Return why a file is not checked: None if it is, an empty text if that goes without saying."""
        below = config.relative(path)
        excluded, never = self._why_excluded(path, config), why_never_copy(path, below)
        if excluded or never:
            return excluded or (never if means is Means.NAME else "")
        if config.files is not None and not any(entry.paths.match(below) for entry in config.files):
            speaks = means is Means.NAME or is_copy_suffix(path)
            return Message("no entry of “files” matches it ({})", config.files[0].place) if speaks else ""
        if means is Means.WALK and config.files is None and not is_copy_suffix(path):
            suffix = suffix_of(path)
            return Message("msglint cannot read {} files", suffix) if suffix in LATER_SUFFIXES else ""
        guessed = means is not Means.NAME and not is_copy_suffix(path)
        return "it is binary" if guessed and is_binary(path) else None

    def _why_excluded(self, path: Path, config: Config | None, ending: str = "") -> str | None:
        pattern = self.exclude.match(relative(path) + ending)
        if pattern is None and config is not None:
            pattern = config.excluding(config.relative(path) + ending)
        if pattern is None:
            return None
        place = f" ({pattern.source}:{pattern.line})" if isinstance(pattern, SourceText) else ""
        return Message("“{}” excludes it{}", pattern, place)

    def _config(self, path: Path) -> Config | None:
        """Return the configuration that counts for a path; None, and its problems once, if it is broken."""
        try:
            return self.configs.of(path)
        except InvalidFileError as error:
            known = self.selection.problems
            known += [problem for problem in error.problems if problem not in known]
            return None

    def _walked(self, folder: Path) -> Iterator[Path]:
        """Yield the files below a folder, sorted; without what is hidden, ignored by git or excluded."""
        waiting = [folder]
        while waiting:
            path = waiting.pop()
            if is_folder(path):
                waiting += sorted(self._inside(path), reverse=True)
            elif is_file(path) or not exists(path):
                yield path

    def _inside(self, folder: Path) -> Iterator[Path]:
        """Yield what is worth a look in a folder."""
        try:
            paths = list(folder.iterdir())
        except OSError as error:
            self._problem(folder, Message("the folder cannot be read: {}", error.strerror))
            return
        for path in paths:
            if path.name.startswith(".") or self.ignores.ignores(absolute(path)):
                continue
            if not is_folder(path) or not (path.is_symlink() or self._skips_folder(path)):
                yield path

    def _skips_folder(self, folder: Path) -> bool:
        reason = self._why_excluded(folder, self._config(folder), ending="/")
        if reason:
            self.selection.skipped.append(Skipped(shown(folder), reason))
        return reason is not None

    def _globbed(self, pattern: str) -> Iterator[Path]:
        """Yield the files that a pattern names, but for those that git ignores."""
        for path in matching(pattern):
            if is_file(path) and not self.ignores.ignores(absolute(path)):
                yield path

    def _problem(self, path: Path, message: str) -> None:
        self.selection.problems.append(Problem(shown(path), 0, 0, message))
