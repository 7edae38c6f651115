"""Applying what suppresses to the violations of one file, and noticing suppressions that do nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from msglint.suppress.comments import BadDirective, Directive, directives, physical_of
from msglint.suppress.model import BASELINE, CONFIGURED, IN_SOURCE, Suppressed, is_named

if TYPE_CHECKING:
    from msglint.config.model import Config
    from msglint.document import Document, PhysicalText
    from msglint.suppress.baseline import Baseline
    from msglint.violation import Violation


class Used:
    """What suppressed something in a run: entries of configurations by place, accepted fingerprints."""

    def __init__(self) -> None:
        self.entries: set[str] = set()
        self.fingerprints: set[str] = set()


@dataclass(slots=True)
class FileSuppressions:
    """What suppresses in one file. `path` is the file's as the configuration sees it."""

    config: Config
    path: str
    baseline: Baseline
    today: date
    used: Used
    physical: PhysicalText | None = None
    _directives: dict[Directive, bool] = field(default_factory=dict)
    bad: list[BadDirective] = field(default_factory=list)

    def of(self, violation: Violation, fingerprint: str) -> Suppressed | None:
        """Return what suppresses a violation: a comment before the configuration before the baseline."""
        by_comment = self._comment(violation)
        return by_comment or self._configured(violation) or self._accepted(fingerprint)

    def unused(self) -> Iterator[Directive]:
        """Yield the comments that suppressed nothing, once all documents of the file are judged."""
        return (item for item, is_used in self._directives.items() if not is_used and not self.is_over(item))

    def expired(self) -> Iterator[Directive]:
        """Yield the comments whose day is over."""
        return filter(self.is_over, self._directives)

    def is_over(self, item: Directive) -> bool:
        """Whether a comment counts no longer."""
        return item.until is not None and item.until < self.today

    def read(self, document: Document) -> None:
        """Take in the comments of the file that a document comes from."""
        if self.physical is not None:
            return
        self.physical = physical_of(document)
        for item in directives(self.physical) if self.physical else ():
            if isinstance(item, Directive):
                self._directives[item] = False
            else:
                self.bad.append(item)

    def _comment(self, violation: Violation) -> Suppressed | None:
        for item in self._directives:
            if not self.is_over(item) and is_named(violation, item.names) and _covers(item, violation):
                self._directives[item] = True
                return Suppressed(IN_SOURCE, f"{violation.place.source}:{item.line}", item.reason, item.until)
        return None

    def _configured(self, violation: Violation) -> Suppressed | None:
        for entry in self.config.suppress:
            is_over = entry.until is not None and entry.until < self.today
            is_meant = entry.rule in (violation.rule, *violation.extends)
            if is_meant and not is_over and entry.paths.match(self.path):
                self.used.entries.add(entry.place)
                return Suppressed(CONFIGURED, entry.place, entry.reason, entry.until)
        return None

    def _accepted(self, fingerprint: str) -> Suppressed | None:
        entry = self.baseline.entries.get(fingerprint)
        if entry is None:
            return None
        self.used.fingerprints.add(fingerprint)
        by = f"{self.baseline.source}:{self.baseline.lines[fingerprint]}"
        return Suppressed(BASELINE, by, f"accepted on {entry.accepted}")


def _covers(item: Directive, violation: Violation) -> bool:
    """Whether a comment counts for the place of a violation; a duty has none but the whole file."""
    if item.first is None or item.last is None:
        return True
    first, last = violation.place.line, violation.place.end_line
    if (violation.start is None and violation.element is None) or first is None:
        return False
    return first <= item.last and (last or first) >= item.first
