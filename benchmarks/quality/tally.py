"""The arithmetic: what was found, what was missed, what was a false alarm, and how sure that is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from math import sqrt

from labelled import Labelled
from msglint import Severity, Violation

Z = 1.959964
"""Half width of the 95 % interval of the normal distribution, in standard deviations."""


@dataclass(frozen=True, slots=True)
class Share:
    """`hits` of `total`."""

    hits: int
    total: int

    @property
    def value(self) -> float:
        """The share, 0 to 1; of nothing it is 0."""
        return self.hits / self.total if self.total else 0.0

    def interval(self) -> tuple[float, float]:
        """Return Wilson's 95 % interval of the share."""
        if not self.total:
            return 0.0, 1.0
        n, p = self.total, self.value
        middle = (p + Z * Z / (2 * n)) / (1 + Z * Z / n)
        half = Z * sqrt(p * (1 - p) / n + Z * Z / (4 * n * n)) / (1 + Z * Z / n)
        return max(0.0, middle - half), min(1.0, middle + half)


@dataclass(frozen=True, slots=True)
class Outcome:
    """A labelled text and what the linter said of it."""

    record: Labelled
    violations: tuple[Violation, ...]

    def at_least(self, severity: Severity) -> tuple[Violation, ...]:
        """Return the violations that are at least so severe."""
        return tuple(violation for violation in self.violations if violation.severity >= severity)

    @property
    def missed(self) -> tuple[tuple[str, ...], ...]:
        """Expectations that no violation at or above warning meets."""
        found = {violation.category for violation in self.at_least(Severity.WARNING)}
        return tuple(entry for entry in self.record.expect if not found & set(entry))


Rows = dict[tuple[str, ...], Share]


def recall(outcomes: Iterable[Outcome], key: Callable[[Outcome, str], tuple[str, ...]]) -> Rows:
    """Return, by `key` of outcome and expected category, how many expectations were met."""
    pairs = (
        (key(outcome, entry[0]), entry not in outcome.missed)
        for outcome in outcomes
        for entry in outcome.record.expect
    )
    return _shares(pairs)


def false_alarms(
    outcomes: Iterable[Outcome], severity: Severity, key: Callable[[Outcome], tuple[str, ...]]
) -> Rows:
    """Return, by `key`, how many innocent texts got a violation of at least `severity`."""
    innocent = (outcome for outcome in outcomes if not outcome.record.expect)
    return _shares((key(outcome), bool(outcome.at_least(severity))) for outcome in innocent)


def _shares(pairs: Iterator[tuple[tuple[str, ...], bool]] | Iterable[tuple[tuple[str, ...], bool]]) -> Rows:
    counts: defaultdict[tuple[str, ...], list[bool]] = defaultdict(list)
    for key, hit in pairs:
        counts[key].append(hit)
    return {key: Share(sum(hits), len(hits)) for key, hits in sorted(counts.items())}
