"""`msglint baseline`: accept the violations of today, so that only new ones fail."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from msglint.cli import options
from msglint.errors import Problem
from msglint.reports.words import preferred_language, say

if TYPE_CHECKING:
    from msglint.cli.check_options import CheckOptions
    from msglint.cli.inputs import Input
    from msglint.suppress.baseline import Baseline, Entry

RESERVED = "msglint/"
"""Rules about what could not be judged: nothing to accept."""


@dataclass(slots=True)
class Run:
    """What one judging of files gives: by baseline file the paths that were checked and what was found."""

    paths: dict[Path, set[str]] = field(default_factory=dict)
    found: dict[Path, dict[str, Entry]] = field(default_factory=dict)
    errors: list[Problem] = field(default_factory=list)


@click.command(name="baseline")
@click.argument("paths", nargs=-1)
@click.option("--update", is_flag=True, help="Only take out what is gone from the checked files.")
@options.config
@options.lang
def command(paths: tuple[str, ...], update: bool, config: Path | None, lang: str | None) -> int:
    """Accept today's violations in PATHS (without PATHS, those of the whole project).

    They are kept in .msglint-baseline.jsonl beside msglint.yaml, without any text of the copy, and `check`
    reports only others. `msglint baseline stats` says how many there are and how old they are.
    """
    from msglint.cli.check_options import CheckOptions

    lang = lang or preferred_language()
    if paths == ("stats",):
        return _stats(CheckOptions(config=config), lang)
    run = _run(CheckOptions(paths=paths, config=config, no_baseline=True))
    for error in run.errors:
        click.echo(error.said(lang), err=True)
    for path in run.paths:
        click.echo(_updated(run, path, lang) if update else _written(run, path, lang))
    return 2 if run.errors else 0


def _run(chosen: CheckOptions) -> Run:
    from msglint.cli.inputs import inputs, layer
    from msglint.cli.judging import Judging

    run = Run()
    judging = Judging(chosen, layer(chosen))
    found = inputs(chosen)
    run.errors += found.problems
    for item in found.chosen:
        _add(run, judging.judge([item]), item, chosen)
    return run


def _add(run: Run, results: Iterable[object], item: Input, chosen: CheckOptions) -> None:
    from msglint.cli.suppressions import baseline_path
    from msglint.reports.model import Judged
    from msglint.sources import Failure
    from msglint.suppress.baseline import Entry

    where, path = baseline_path(chosen, item.config), item.config.relative(item.path)
    found = run.found.setdefault(where, {})
    run.paths.setdefault(where, set()).add(path)
    for result in results:
        if isinstance(result, Failure):
            run.errors.append(Problem(result.source, 0, 0, result.message))
        elif isinstance(result, Judged):
            for reported in result.reported:
                rule = reported.violation.rule
                if reported.suppression is None and not rule.startswith(RESERVED):
                    mark = reported.fingerprint
                    found[mark] = Entry(path, rule, mark, date.today().isoformat())


def _written(run: Run, path: Path, lang: str) -> str:
    """Write a baseline anew; what was accepted before keeps its day, other files keep their entries."""
    from msglint.config.paths import shown
    from msglint.suppress import baseline

    old = _old(path)
    elsewhere = {mark: e for mark, e in old.entries.items() if e.path not in run.paths[path]}
    found = {mark: old.entries.get(mark, entry) for mark, entry in run.found[path].items()}
    baseline.save(path, {**elsewhere, **found}.values())
    return say(lang, "baseline.written", source=shown(_near(path)), n=len(found))


def _updated(run: Run, path: Path, lang: str) -> str:
    """Take out of a baseline what the checked files no longer hold."""
    from msglint.config.paths import shown
    from msglint.suppress import baseline

    source = shown(_near(path))
    if not path.exists():
        return say(lang, "baseline.none", source=source)
    old = _old(path)
    gone = {entry.fingerprint for entry in old.gone(run.paths[path], run.found[path])}
    kept = [entry for mark, entry in old.entries.items() if mark not in gone]
    baseline.save(path, kept)
    return say(lang, "baseline.updated", source=source, n=len(gone), kept=len(kept))


def _stats(chosen: CheckOptions, lang: str) -> int:
    from collections import Counter

    from msglint.cli.layout import columns
    from msglint.cli.suppressions import baseline_path
    from msglint.config.discovery import Configs
    from msglint.config.paths import shown

    path = baseline_path(chosen, Configs(chosen.config).of(Path("-")))
    source = shown(_near(path))
    entries = list(_old(path).entries.values())
    if not entries:
        click.echo(say(lang, "baseline.none", source=source))
        return 0
    days = sorted(entry.accepted for entry in entries)
    click.echo(say(lang, "baseline.stats", source=source, n=len(entries), oldest=days[0], newest=days[-1]))
    oldest = {entry.rule: entry.accepted for entry in sorted(entries, key=lambda e: e.accepted, reverse=True)}
    counts = Counter(entry.rule for entry in entries)
    rows = [(str(count), rule, _age(oldest[rule], lang)) for rule, count in counts.most_common()]
    click.echo("\n".join(f"  {line}" for line in columns(rows)))
    return 0


def _age(accepted: str, lang: str) -> str:
    days = (date.today() - date.fromisoformat(accepted)).days
    return f"{accepted} ({say(lang, 'days', n=days)})"


def _old(path: Path) -> Baseline:
    from msglint.suppress import baseline

    return baseline.load(path) if path.exists() else baseline.Baseline(str(path))


def _near(path: Path) -> Path:
    """Return a path from the working folder, if it lies below it."""
    from msglint.config.paths import relative

    below = relative(path)
    return path if below.startswith("../") else Path(below)
