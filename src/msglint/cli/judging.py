"""From chosen files to judged documents: the loop of `check`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from datetime import date
from typing import TYPE_CHECKING

import click

from msglint.cli import crash
from msglint.cli.batches import Batch, Crash, Reader, failure_of
from msglint.cli.court import Court, Sentence, Verdict
from msglint.cli.profile import Profile
from msglint.cli.suppressions import Suppressions, baseline_path
from msglint.cli.verdicts import Verdicts
from msglint.config.model import NAME, Config
from msglint.config.paths import shown
from msglint.detached import placed
from msglint.document import Document, PhysicalText, Place, Segment, TextOrigin
from msglint.errors import InvalidFileError, MsglintError, Problem
from msglint.messages import Message
from msglint.reports.fingerprint import Fingerprints
from msglint.reports.model import Fixed, Judged, Reported
from msglint.sources import Failure
from msglint.violation import Severity, Violation

if TYPE_CHECKING:
    from msglint.cli.check_options import CheckOptions
    from msglint.cli.fixing import Fixing
    from msglint.cli.inputs import Input
    from msglint.cli.linters import Linters
    from msglint.config.context import ContextLayer
    from msglint.packs.model import Ruleset
    from msglint.suppress.apply import FileSuppressions

TOO_SLOW = (
    "judging this document takes more than {} seconds, and not all rules were asked: "
    "split it, or raise limits.seconds in msglint.yaml"
)

LOST = "a process of msglint that ended unexpectedly"


class Judging:
    """Judges inputs one after another.

    `has_copy` says whether any document held text, `crashes` where msglint itself failed.
    `layer` is the context that the command line gives, `profile` what took how long.
    """

    def __init__(self, options: CheckOptions, layer: ContextLayer) -> None:
        self.options = options
        self.layer = layer
        self.profile = Profile()
        self.has_copy = False
        self.crashes: list[str] = []
        self._fingerprints = Fingerprints()
        self._reader = Reader(options, layer)
        self._court = Court(self._reader)
        as_of = layer.values.get("as_of")
        self._suppressions = Suppressions(options, as_of if isinstance(as_of, date) else date.today())
        self._count = 0
        self._broken: set[Problem] = set()

    def judge(
        self, inputs: Iterable[Input], done: Callable[[], object] = lambda: None
    ) -> Iterator[Judged | Failure | Fixed]:
        """Yield what the inputs hold, in their order, judged; and what could not be read or judged.

        `done` is called for each input of which everything is told.
        """
        batches = (batch for item in inputs for batch in self._batches(item))
        with closing(Verdicts(self._court, self.options.jobs).of(batches)) as judged:
            for batch, found in judged:
                if batch.error is not None:
                    raise batch.error
                try:
                    yield from self._told(batch, found)
                except (click.ClickException, MsglintError):
                    raise
                except Exception as error:  # one file must not hide what is wrong in the others
                    yield self._crashed(batch.item, crash.describe(error))
                if batch.is_last:
                    done()

    def _batches(self, item: Input) -> Iterator[Batch]:
        try:
            self._linters.of(item.config)
            suppressions = self._suppressions.of_file(item.config, item.path)
        except InvalidFileError as error:
            yield Batch(item, list(self._news(error.problems, item.config)))
        except (click.ClickException, MsglintError) as error:
            yield Batch(item, error=error)
        else:
            if self.options.fix or self.options.diff:
                yield Batch(item, list(self._fixing(item).made()), suppressions, is_last=False)
            yield from self._reader.batches(item, suppressions)

    def _fixing(self, item: Input) -> Fixing:
        from msglint.cli.fixing import Fixing

        linter, suppressions = self._linters.of(item.config), self._suppressions
        return Fixing(
            self.options,
            item,
            linter,
            lambda data: self._reader.found(item, data),
            lambda: suppressions.unused(item.config, item.path),
        )

    @property
    def _linters(self) -> Linters:
        return self._court.linters

    def _told(self, batch: Batch, found: Sentence | None) -> Iterator[Judged | Failure | Fixed]:
        if found is None:
            yield self._crashed(batch.item, LOST)
            return
        self.profile.add(batch.item.source, found)
        entries = found.entries if batch.entries is None else batch.entries
        verdicts = iter(found.verdicts)
        for index, entry in enumerate(entries or (), 1):
            if isinstance(entry, Failure | Fixed):
                yield entry
            elif isinstance(entry, Crash):
                yield self._crashed(batch.item, entry.where)
            else:
                is_last = batch.is_last and index == len(entries or ())
                yield from self._document(batch, entry, next(verdicts), is_last=is_last)

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

    def _document(
        self, batch: Batch, document: Document, verdict: Verdict, *, is_last: bool
    ) -> Iterator[Judged | Failure]:
        item, suppressions = batch.item, batch.suppressions
        if isinstance(verdict, Crash) or suppressions is None:
            yield self._crashed(item, verdict.where if isinstance(verdict, Crash) else LOST)
            return
        linter = self._linters.of(item.config)
        judgement = placed(verdict, document)
        self.has_copy |= bool(document.unread) or any(segment.text.strip() for segment in document.segments)
        suppressions.read(document)
        reported = self._reported(document, judgement.violations, suppressions)
        if is_last:
            own = self._suppressions.of_comments(suppressions, linter)
            reported += self._reported(document, own, suppressions)
        yield self._numbered(document, reported, linter.ruleset, item.config)
        for rule in judgement.timeouts:
            yield Failure(
                item.source, _place(document), "timeout", Message("{} did not finish in time", rule)
            )
        if judgement.is_cut:
            reason = Message(TOO_SLOW, item.config.bounds.seconds)
            yield Failure(item.source, _place(document), "timeout", reason)

    def _reported(
        self, document: Document, violations: Sequence[Violation], suppressions: FileSuppressions
    ) -> list[Reported]:
        marked = self._marked(document, violations, suppressions.path)
        return [Reported(violation, mark, suppressions.of(violation, mark)) for violation, mark in marked]

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
                yield failure_of(problem, self._code_of(problem.source, config))

    def _code_of(self, source: str, config: Config) -> str:
        if source == shown(baseline_path(self.options, config)):
            return "bad-baseline"
        return "bad-config" if source in (config.source, *config.bases) else "bad-pack"

    def _crashed(self, item: Input, where: str) -> Failure:
        self.crashes.append(where)
        return Failure(item.source, None, "internal-error", Message("msglint failed here: {}", where))


def path_failure(problem: Problem) -> Failure:
    """Return what is wrong with a path, or with the configuration of the files there, as a failure."""
    return failure_of(problem, "bad-config" if problem.line else "no-copy")


def no_copy(source: str) -> Failure:
    """Return the failure of a run that found files and nothing to judge in them."""
    return Failure(source, None, "no-copy", "the given files hold no copy; --allow-empty permits that")


def _place(document: Document) -> Place:
    return document.segments[0].origin.place(0, 0)
