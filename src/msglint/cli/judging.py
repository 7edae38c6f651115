"""From chosen files to judged documents: the loop of `check`."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

import click

from msglint.cli import crash
from msglint.cli.check_options import CheckOptions
from msglint.cli.inputs import Input
from msglint.cli.linters import Linters
from msglint.config.context import ContextLayer
from msglint.config.model import Config, Suppression
from msglint.config.resolve import resolve
from msglint.document import Document, Place
from msglint.errors import InvalidFileError, MsglintError, Problem
from msglint.linter import Linter
from msglint.packs.model import Ruleset
from msglint.reports.fingerprint import Fingerprints
from msglint.reports.model import Judged, Reported
from msglint.sources import Failure, ReadSettings, read, read_path
from msglint.violation import Severity, Violation


@dataclass(slots=True)
class Judging:
    """Judges inputs one after another.

    `has_copy` says whether any document held text, `crashes` where msglint itself failed.
    `layer` is the context that the command line gives.
    """

    options: CheckOptions
    layer: ContextLayer
    has_copy: bool = False
    crashes: list[str] = field(default_factory=list)
    _fingerprints: Fingerprints = field(default_factory=Fingerprints)
    _linters: Linters = field(init=False)
    _count: int = 0
    _broken: set[Problem] = field(default_factory=set)

    def __post_init__(self) -> None:
        self._linters = Linters(self.options)

    def judge(self, inputs: Iterable[Input]) -> Iterator[Judged | Failure]:
        """Yield what the inputs hold, in their order, judged; and what could not be read or judged."""
        for item in inputs:
            try:
                yield from self._file(item)
            except (click.ClickException, MsglintError):
                raise
            except Exception as error:  # one file must not hide what is wrong in the others
                yield self._crashed(item, error)

    def _file(self, item: Input) -> Iterator[Judged | Failure]:
        try:
            linter = self._linters.of(item.config)
        except InvalidFileError as error:
            yield from self._news(error.problems, item.config)
            return
        for found in self._read(item):
            yield from [found] if isinstance(found, Failure) else self._document(item, linter, found)

    def _read(self, item: Input) -> Iterator[Document | Failure]:
        own = resolve(item.config, item.path)
        settings = ReadSettings(
            self.options.encoding or own.encoding,
            own.unit,
            own.layers,
            (self.layer,),
            columns=own.columns,
            keys=own.keys,
            limits=item.config.limits,
        )
        if item.is_stdin:
            return read(sys.stdin.buffer.read(), item.source, settings)
        return read_path(item.path, item.source, settings)

    def _document(self, item: Input, linter: Linter, document: Document) -> Iterator[Judged | Failure]:
        try:
            judgement = linter.judge(document)
        except Exception as error:  # one record must not hide what is wrong in the others
            yield self._crashed(item, error)
            return
        yield self._judged(item, document, judgement.violations, linter.ruleset)
        for rule in judgement.timeouts:
            yield Failure(item.source, _place(document), "timeout", f"{rule} did not finish in time")

    def _judged(
        self, item: Input, document: Document, violations: Iterable[Violation], ruleset: Ruleset
    ) -> Judged:
        self.has_copy |= bool(document.unread) or any(segment.text.strip() for segment in document.segments)
        found, path = list(violations), item.config.relative(item.path)
        prints = self._fingerprints.of(document, found, path)
        reported = [
            Reported(violation, mark, self._suppression(violation, item.config, path))
            for violation, mark in zip(found, prints, strict=True)
        ]
        self._count += 1
        return Judged(self._count - 1, document, reported, ruleset, self._fail_on(item.config))

    def _suppression(self, violation: Violation, config: Config, path: str) -> Suppression | None:
        """Return the entry of a configuration that suppresses a violation, unless it has expired."""
        entries = (entry for entry in config.suppress if entry.rule == violation.rule)
        valid = (entry for entry in entries if not (entry.until and entry.until < self._today))
        return next((entry for entry in valid if entry.paths.match(path)), None)

    @property
    def _today(self) -> date:
        as_of = self.layer.values.get("as_of")
        return as_of if isinstance(as_of, date) else date.today()

    def _fail_on(self, config: Config) -> Severity:
        given = self.options.fail_on
        return Severity[given.upper()] if given else config.fail_on or Severity.ERROR

    def _news(self, problems: Iterable[Problem], config: Config) -> Iterator[Failure]:
        """Yield the problems of a configuration or pack that were not told before."""
        for problem in problems:
            if problem not in self._broken:
                self._broken.add(problem)
                yield _failure(problem, "bad-config" if problem.source == config.source else "bad-pack")

    def _crashed(self, item: Input, error: Exception) -> Failure:
        where = crash.describe(error)
        self.crashes.append(where)
        return Failure(item.source, None, "internal-error", f"msglint failed here: {where}")


def path_failure(problem: Problem) -> Failure:
    """Return what is wrong with a path, or with the configuration of the files there, as a failure."""
    return _failure(problem, "bad-config" if problem.line else "no-copy")


def no_copy(source: str) -> Failure:
    """Return the failure of a run that found files and nothing to judge in them."""
    return Failure(source, None, "no-copy", "the given files hold no copy; --allow-empty permits that")


def _failure(problem: Problem, code: str) -> Failure:
    place = Place(problem.source, problem.line, problem.column) if problem.line else None
    return Failure(problem.source, place, code, problem.message)


def _place(document: Document) -> Place:
    return document.segments[0].origin.place(0, 0)
