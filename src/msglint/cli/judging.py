"""From chosen files to judged documents: the loop of `check`."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

import click

from msglint.cli import crash
from msglint.cli.check_options import CheckOptions
from msglint.cli.inputs import Input
from msglint.cli.linters import Linters
from msglint.cli.suppressions import Suppressions
from msglint.config.context import ContextLayer
from msglint.config.model import NAME, Config
from msglint.config.resolve import FileSettings, resolve
from msglint.document import Document, PhysicalText, Place, Segment, TextOrigin
from msglint.errors import InvalidFileError, MsglintError, Problem
from msglint.linter import Linter
from msglint.packs.model import Ruleset
from msglint.reports.fingerprint import Fingerprints
from msglint.reports.model import Judged, Reported
from msglint.sources import Failure, ReadSettings, read, read_path
from msglint.suppress.apply import FileSuppressions
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
    _suppressions: Suppressions = field(init=False)
    _count: int = 0
    _broken: set[Problem] = field(default_factory=set)

    def __post_init__(self) -> None:
        self._linters = Linters(self.options)
        as_of = self.layer.values.get("as_of")
        self._suppressions = Suppressions(self.options, as_of if isinstance(as_of, date) else date.today())

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
            suppressions = self._suppressions.of_file(item.config, item.path)
        except InvalidFileError as error:
            yield from self._news(error.problems, item.config)
            return
        own = resolve(item.config, item.path)
        yield from (_failure(problem, "bad-context") for problem in own.problems)
        for found, is_last in _with_last(self._read(item, own)):
            if isinstance(found, Failure):
                yield found
            else:
                yield from self._document(item, linter, found, suppressions, is_last=is_last)

    def configurations(self) -> Iterator[Judged]:
        """Yield, once all files are judged, the configurations whose suppressions are over or unused."""
        for config, violations in self._suppressions.notices(self._linters.of):
            source = str(config.source)
            document = Document((Segment("", TextOrigin(PhysicalText(source, ""))),), source=source)
            reported = [
                Reported(violation, mark) for violation, mark in self._marked(document, violations, NAME)
            ]
            yield self._numbered(document, reported, self._linters.of(config).ruleset, config)

    @property
    def gone(self) -> int:
        """How many entries of the baselines stand for violations that the checked files no longer hold."""
        return len(self._suppressions.gone())

    def _read(self, item: Input, own: FileSettings) -> Iterator[Document | Failure]:
        settings = ReadSettings(
            self.options.encoding or own.encoding,
            own.unit,
            own.layers,
            (self.layer,),
            columns=own.columns,
            keys=own.keys,
            limits=item.config.bounds,
            dpi=self.options.dpi,
        )
        if item.is_stdin:
            return read(sys.stdin.buffer.read(), item.source, settings)
        return read_path(item.path, item.source, settings)

    def _document(
        self,
        item: Input,
        linter: Linter,
        document: Document,
        suppressions: FileSuppressions,
        *,
        is_last: bool,
    ) -> Iterator[Judged | Failure]:
        try:
            judgement = linter.judge(document)
        except Exception as error:  # one record must not hide what is wrong in the others
            yield self._crashed(item, error)
            return
        self.has_copy |= bool(document.unread) or any(segment.text.strip() for segment in document.segments)
        suppressions.read(document)
        reported = [
            Reported(violation, mark, suppressions.of(violation, mark))
            for violation, mark in self._marked(document, judgement.violations, suppressions.path)
        ]
        if is_last:
            own = self._suppressions.of_comments(suppressions, linter)
            reported += [
                Reported(violation, mark, suppressions.of(violation, mark))
                for violation, mark in self._marked(document, own, suppressions.path)
            ]
        yield self._numbered(document, reported, linter.ruleset, item.config)
        for rule in judgement.timeouts:
            yield Failure(item.source, _place(document), "timeout", f"{rule} did not finish in time")

    def _marked(
        self, document: Document, violations: Sequence[Violation], path: str
    ) -> Iterator[tuple[Violation, str]]:
        """Return violations with their fingerprints."""
        return zip(violations, self._fingerprints.of(document, violations, path), strict=True)

    def _numbered(
        self, document: Document, reported: Sequence[Reported], ruleset: Ruleset, config: Config
    ) -> Judged:
        self._count += 1
        return Judged(self._count - 1, document, reported, ruleset, self._fail_on(config))

    def _fail_on(self, config: Config) -> Severity:
        given = self.options.fail_on
        return Severity[given.upper()] if given else config.fail_on or Severity.ERROR

    def _news(self, problems: Iterable[Problem], config: Config) -> Iterator[Failure]:
        """Yield the problems of a configuration or pack that were not told before."""
        for problem in problems:
            if problem not in self._broken:
                self._broken.add(problem)
                yield _failure(
                    problem, "bad-config" if problem.source in (config.source, *config.bases) else "bad-pack"
                )

    def _crashed(self, item: Input, error: Exception) -> Failure:
        where = crash.describe(error)
        self.crashes.append(where)
        return Failure(item.source, None, "internal-error", f"msglint failed here: {where}")


def _with_last(items: Iterator[Document | Failure]) -> Iterator[tuple[Document | Failure, bool]]:
    """Yield each item, and whether it is the last."""
    held = next(items, None)
    while held is not None:
        following = next(items, None)
        yield held, following is None
        held = following


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
