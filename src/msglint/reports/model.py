"""What a report gets: judged documents, failures and a summary; and their form in the machine formats."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Protocol

from msglint.frozen import Frozen
from msglint.reserved import NOT_JUDGED
from msglint.suppress.model import BASELINE, Suppressed
from msglint.violation import Fix, Severity, Violation

if TYPE_CHECKING:
    from msglint.document import Document
    from msglint.packs.model import Ruleset
    from msglint.sources import Failure

VERSION = 1
"""Version of the JSON report; grows when a field changes its meaning or goes away."""


class Reported(Frozen):
    """A violation with its fingerprint, and what suppresses it, if something does."""

    violation: Violation
    fingerprint: str
    suppression: Suppressed | None = None


class Judged(Frozen):
    """A document, counted from 0 in the run, with what was found in it.

    `ruleset` holds the rules it was judged by; `fail_on` is the severity from which on a violation fails the
    run.
    """

    index: int
    document: Document
    reported: Sequence[Reported]
    ruleset: Ruleset
    fail_on: Severity = Severity.ERROR

    @property
    def violations(self) -> list[Violation]:
        """The violations that count: those that nothing suppresses."""
        return [item.violation for item in self.reported if item.suppression is None]


class Fixed(Frozen):
    """A file of which `count` violations were put right, and the unified diff that does it."""

    source: str
    count: int
    diff: str


@dataclass(slots=True)
class Summary:
    """What a run came to. `failing` counts the violations that fail it; `crashed`: msglint itself failed.

    `baselined` are suppressed by the baseline; `gone` counts its entries that were not found again.
    `fail_on` is the severity from which on violations fail; the lowest, where configurations differ.
    `fixed` counts the violations that were put right before the copy was judged; `fixable` and
    `fixable_unsafe` those that --fix, or --unsafe-fixes as well, would try to put right.
    `unread` counts the documents of which something could not be read, by what to install for it.
    """

    fail_on: Severity | None = None
    documents: int = 0
    flagged: int = 0
    failing: int = 0
    violations: Counter[Severity] = field(default_factory=Counter)
    unknown: Counter[str] = field(default_factory=Counter)
    not_judged: int = 0
    unread: Counter[str] = field(default_factory=Counter)
    suppressed: int = 0
    baselined: int = 0
    gone: int = 0
    fixed: int = 0
    fixable: int = 0
    fixable_unsafe: int = 0
    errors: int = 0
    crashed: bool = False

    def add(self, judged: Judged) -> None:
        """Count a document, its violations, and which of channel, platform and market it does not say."""
        context, found = judged.document.context, judged.violations
        given = {"channel": context.channel, "platform": context.platform, "market": context.markets}
        if any(segment.text.strip() for segment in judged.document.segments):
            self.unknown.update(name for name, value in given.items() if not value)
        self.unread.update({item.advice for item in judged.document.unread if not item.is_doubt})
        self.fail_on = min(self.fail_on or judged.fail_on, judged.fail_on)
        self.documents += 1
        self.flagged += bool(found)
        self.failing += sum(violation.severity >= judged.fail_on for violation in found)
        self.violations.update(violation.severity for violation in found)
        fixes = [violation.fix.is_safe for violation in found if violation.fix]
        self.fixable += sum(fixes)
        self.fixable_unsafe += len(fixes) - sum(fixes)
        self.not_judged += any(violation.rule == NOT_JUDGED.id for violation in found)
        kinds = Counter(item.suppression.kind for item in judged.reported if item.suppression)
        self.baselined += kinds.pop(BASELINE, 0)
        self.suppressed += kinds.total()

    @property
    def exit_status(self) -> int:
        """3 if msglint failed, 2 if something could not be judged, 1 for violations that fail, else 0."""
        if self.crashed:
            return 3
        return 2 if self.errors else int(self.failing > 0)


class Style(Frozen):
    """How a report is written: language, line width in cells, and, for people, colour and detail."""

    lang: str = "en"
    width: int = 100
    color: bool = False
    quiet: bool = False
    verbose: bool = False
    show_suppressed: bool = False


class Report(Protocol):
    """A format: gets everything in the order of the input, then the summary."""

    def add(self, judged: Judged) -> None:
        """Take a judged document."""

    def fail(self, failure: Failure) -> None:
        """Take a failure: something that could not be read or judged."""

    def close(self, summary: Summary) -> None:
        """Write what is left."""


Write = Callable[[str], object]


def document_dict(judged: Judged) -> dict[str, Any]:
    """Return a document as it stands in the JSON report."""
    document, context = judged.document, judged.document.context
    return {
        "index": judged.index,
        "id": document.id,
        "source": document.source,
        "encoding": document.encoding,
        "channel": context.channel,
        "platform": context.platform,
        "markets": list(context.markets),
        "lang": context.lang,
        "complete": document.complete,
    }


def violation_dicts(judged: Judged, lang: str) -> list[dict[str, Any]]:
    """Return the violations of a document as they stand in the JSON report, sentences in `lang`."""
    return [_violation_dict(item, judged.index, lang) for item in judged.reported]


def _violation_dict(item: Reported, index: int, lang: str) -> dict[str, Any]:
    violation = item.violation
    suggestion = violation.suggestion
    return {
        "rule": violation.rule,
        "category": violation.category,
        "severity": str(violation.severity),
        "code": violation.code,
        "message": violation.message.render(lang, violation.arguments),
        "suggestion": suggestion and suggestion.render(lang, violation.arguments),
        "document": index,
        "segment": violation.segment,
        "place": violation.place.as_dict(),
        "offset": violation.start,
        "end_offset": violation.end,
        "excerpt": violation.excerpt,
        "folded": violation.folded,
        "disguise": list(violation.disguise),
        "assumed": list(violation.assumed),
        "related": [place.as_dict() for place in violation.related],
        "also": list(violation.also),
        "markets": list(violation.markets),
        "facts": list(violation.facts),
        "fingerprint": item.fingerprint,
        "suppressed": item.suppression and _suppression_dict(item.suppression),
        "fixes": [_fix_dict(violation.fix)] if violation.fix else [],
    }


def _suppression_dict(suppression: Suppressed) -> dict[str, str | None]:
    until = suppression.until.isoformat() if suppression.until else None
    return {"by": suppression.by, "reason": suppression.reason, "until": until}


def _fix_dict(fix: Fix) -> dict[str, Any]:
    edits = [
        {"offset": edit.start, "end_offset": edit.end, "text": edit.text, "place": edit.place.as_dict()}
        for edit in fix.edits
    ]
    return {"safe": fix.is_safe, "edits": edits}


def failure_dict(failure: Failure) -> dict[str, Any]:
    """Return a failure as it stands in the JSON report."""
    place = failure.place and failure.place.as_dict()
    return {"source": failure.source, "place": place, "code": failure.code, "message": failure.message}


def summary_dict(summary: Summary) -> dict[str, Any]:
    """Return the summary as it stands in the JSON report."""
    return {
        "documents": summary.documents,
        "violations": {str(severity): summary.violations[severity] for severity in reversed(Severity)},
        "not_judged": summary.not_judged,
        "suppressed": summary.suppressed,
        "baselined": summary.baselined,
        "fixed": summary.fixed,
        "fixable": {"safe": summary.fixable, "unsafe": summary.fixable_unsafe},
        "errors": summary.errors,
    }
