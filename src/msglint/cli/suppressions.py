"""What suppresses in a run: baselines by configuration, what was used, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from msglint.document import Place
from msglint.errors import InvalidFileError
from msglint.reserved import STALE_FACT
from msglint.suppress import baseline, notices
from msglint.suppress.apply import FileSuppressions, Used
from msglint.suppress.baseline import Baseline, Entry

if TYPE_CHECKING:
    from msglint.cli.check_options import CheckOptions
    from msglint.config.model import Config
    from msglint.linter import Linter
    from msglint.violation import Violation

NOTHING = Baseline("")


class Suppressions:
    """The suppressions of all files of a run; `today` is the day on which they are judged."""

    def __init__(self, options: CheckOptions, today: date) -> None:
        self.options = options
        self.today = today
        self._baselines: dict[Path, Baseline | InvalidFileError] = {}
        self._used: dict[str | None, Used] = {}
        self._configs: dict[str, Config] = {}
        self._paths: dict[Path, set[str]] = {}

    def of_file(self, config: Config, path: Path) -> FileSuppressions:
        """Return what suppresses in the file at `path`. Raises InvalidFileError for a broken baseline."""
        relative = config.relative(path)
        where = baseline_path(self.options, config)
        self._paths.setdefault(where, set()).add(relative)
        used = self._used.setdefault(config.source, Used())
        if config.source:
            self._configs[config.source] = config
        return FileSuppressions(config, relative, self._baseline(where), self.today, used)

    def unused(self, config: Config, path: Path) -> FileSuppressions:
        """Return the same, as of a run of its own: what it suppresses counts for nothing here."""
        file = baseline_path(self.options, config)
        return FileSuppressions(config, config.relative(path), self._baseline(file), self.today, Used())

    def of_comments(self, suppressions: FileSuppressions, linter: Linter) -> list[Violation]:
        """Return what is wrong with the comments of a file all of whose documents are judged."""
        return list(notices.of_file(suppressions, linter.overrides, whole=self._asks_all_rules))

    def notices(self, linter_of: Callable[[Config], Linter]) -> Iterator[tuple[Config, list[Violation]]]:
        """Yield the configurations whose entries are over or, where everything was checked, unused.

        Where everything was checked they are told of stale facts too.
        """
        whole = self._asks_all_rules and not self.options.paths
        for source, config in self._configs.items():
            linter = linter_of(config)
            found = notices.of_config(config, self._used[source], linter.overrides, self.today, whole=whole)
            if violations := [*found, *(self._stale(config, linter) if whole else ())]:
                yield config, violations

    def _stale(self, config: Config, linter: Linter) -> Iterator[Violation]:
        """Yield what is to say about the age of the facts behind the rules of a configuration."""
        from msglint import stale

        settings = (setting for rule, setting in config.rules.items() if rule == STALE_FACT.id)
        numbers = next((setting.parameters for setting in settings), {})
        place = Place(str(config.source), 1, 1)
        return stale.of_rules(linter.ruleset, place, numbers, linter.overrides, self.today)

    def gone(self) -> list[Entry]:
        """Return the entries of the baselines that the files of this run no longer give rise to."""
        seen = {mark for used in self._used.values() for mark in used.fingerprints}
        loaded = ((item, self._paths[path]) for path, item in self._baselines.items())
        return [
            entry
            for item, paths in loaded
            if isinstance(item, Baseline) and self._asks_all_rules
            for entry in item.gone(paths, seen)
        ]

    @property
    def _asks_all_rules(self) -> bool:
        return not (self.options.select or self.options.ignore or self.options.packs)

    def _baseline(self, path: Path) -> Baseline:
        if self.options.no_baseline or (not self.options.baseline and not path.exists()):
            return NOTHING
        if path not in self._baselines:
            try:
                self._baselines[path] = baseline.load(path)
            except InvalidFileError as error:
                self._baselines[path] = error
        found = self._baselines[path]
        if isinstance(found, InvalidFileError):
            raise found
        return found


def baseline_path(options: CheckOptions, config: Config) -> Path:
    """Return where the baseline of a configuration is, or would be."""
    return options.baseline or config.baseline or config.folder / baseline.NAME
