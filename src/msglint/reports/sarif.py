"""SARIF 2.1.0: one run, with the rules that were violated, their help in Markdown, and every result.

Code scanning services take at most 25,000 results of a run; what lies beyond is left out, and a notification
says how many.
"""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from msglint import __version__
from msglint.document import Place
from msglint.reports.jsonl import dump
from msglint.reports.places import Region, placed, region, within
from msglint.reports.rulepage import RulePage, describe, markdown
from msglint.reports.spool import Spool
from msglint.reports.words import fix_key, say
from msglint.reserved import RULES
from msglint.suppress.model import IN_SOURCE, Suppressed
from msglint.violation import Fix, Severity, Violation

if TYPE_CHECKING:
    from msglint.packs.model import Rule, Ruleset
    from msglint.reports.model import Judged, Reported, Style, Summary, Write
    from msglint.sources import Failure

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
FINGERPRINT = "msglint/v1"
LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
MOST_RESULTS = 25_000


class Report:
    """Writes everything when it is closed."""

    def __init__(self, write: Write, style: Style) -> None:
        self._write = write
        self._lang = style.lang
        self._results = Spool(",")
        self._left_out = 0
        self._notifications: list[dict[str, Any]] = []
        self._rules: dict[str, dict[str, Any]] = {}
        self._numbers: dict[str, int] = {}

    def add(self, judged: Judged) -> None:
        """Keep a result for each violation, suppressed ones too."""
        for item in judged.reported:
            if self._results.count >= MOST_RESULTS:
                self._left_out += 1
            else:
                self._results.add("\n" + dump(self._result(item, judged)))

    def fail(self, failure: Failure) -> None:
        """Keep a notification of what could not be read or judged."""
        place = failure.place or Place(failure.source)
        self._notifications.append(
            {
                "level": "error",
                "descriptor": {"id": f"msglint/{failure.code}"},
                "message": {"text": placed(failure.message, place, self._lang)},
                "locations": [_location(place, "", self._lang)],
            }
        )

    def close(self, summary: Summary) -> None:
        """Write the log."""
        if self._left_out:
            text = say(self._lang, "cut.report", n=self._left_out)
            self._notifications.append({"level": "warning", "message": {"text": text}})
        driver = {
            "name": "msglint",
            "semanticVersion": __version__,
            "rules": list(self._rules.values()),
        }
        invocation = {
            "executionSuccessful": summary.exit_status < 2,
            "exitCode": summary.exit_status,
            "toolExecutionNotifications": self._notifications,
        }
        self._write(f'{{"version": "2.1.0", "$schema": {dump(SCHEMA)}, "runs": [{{\n')
        self._write(f'"tool": {dump({"driver": driver})},\n"invocations": [{dump(invocation)}],\n')
        self._write('"columnKind": "unicodeCodePoints",\n"results": [')
        for chunk in self._results.drain():
            self._write(chunk)
        self._write("\n]}]}\n")

    def _result(self, item: Reported, judged: Judged) -> dict[str, Any]:
        found = item.violation
        text = placed(found.message.render(self._lang, found.arguments), found.place, self._lang)
        if found.suggestion:
            text += "\n" + found.suggestion.render(self._lang, found.arguments)
        result: dict[str, Any] = {
            "ruleId": found.rule,
            "ruleIndex": self._index(found, judged.ruleset),
            "level": LEVELS[found.severity],
            "message": {"text": text},
            "locations": [_location(found.place, found.excerpt, self._lang)],
            "partialFingerprints": {FINGERPRINT: item.fingerprint},
            "properties": _properties(found),
        }
        if found.related:
            result["relatedLocations"] = [_location(place, "", self._lang) for place in found.related]
        if found.fix:
            result["fixes"] = [_fix(found.fix, self._lang)]
        if item.suppression:
            result["suppressions"] = [_suppression(item.suppression)]
        return result

    def _index(self, found: Violation, ruleset: Ruleset) -> int:
        """Return the number of a rule among those described, and describe it when it is first met."""
        if found.rule not in self._numbers:
            rules = (*ruleset.rules, *RULES.values())
            rule = next(rule for rule in rules if rule.id == found.rule)
            self._numbers[found.rule] = len(self._numbers)
            self._rules[found.rule] = _described(rule, ruleset, self._lang)
        return self._numbers[found.rule]


def _described(rule: Rule, ruleset: Ruleset, lang: str) -> dict[str, Any]:
    page = describe(rule, ruleset, lang)
    return {
        "id": rule.id,
        "shortDescription": {"text": page.why},
        "fullDescription": {"text": " ".join(filter(None, (page.why, page.fix)))},
        "help": {"text": page.fix or page.why, "markdown": markdown(page)},
        **_address(page),
        "defaultConfiguration": {"level": LEVELS[rule.severity]},
        "properties": {
            "category": rule.category,
            "facts": list(rule.facts),
            "tags": [rule.category],
            **({"extends": list(rule.extends)} if rule.extends else {}),
        },
    }


def _address(page: RulePage) -> dict[str, str]:
    urls = [source["url"] for source in page.sources if "url" in source]
    return {"helpUri": urls[0]} if urls else {}


def _fix(fix: Fix, lang: str) -> dict[str, Any]:
    """Return a fix, whose edits are all in one file."""
    replacements = [
        {"deletedRegion": _region(at, ""), "insertedContent": {"text": edit.text}}
        for edit in fix.edits
        if (at := region(edit.place))
    ]
    artifact = {"uri": _uri(fix.edits[0].place.source)}
    changes = [{"artifactLocation": artifact, "replacements": replacements}]
    return {"description": {"text": say(lang, fix_key(fix))}, "artifactChanges": changes}


def _suppression(suppression: Suppressed) -> dict[str, str]:
    kind = "inSource" if suppression.kind == IN_SOURCE else "external"
    return {"kind": kind, "justification": suppression.reason}


def _properties(found: Violation) -> dict[str, Any]:
    given = {
        "category": found.category,
        "code": found.code,
        "disguise": list(found.disguise),
        "assumed": list(found.assumed),
        "also": list(found.also),
        "markets": list(found.markets),
    }
    return {name: value for name, value in given.items() if value}


def _location(place: Place, excerpt: str, lang: str) -> dict[str, Any]:
    physical: dict[str, Any] = {"artifactLocation": {"uri": _uri(place.source)}}
    at = region(place)
    if at:
        physical["region"] = _region(at, excerpt)
    location: dict[str, Any] = {"physicalLocation": physical}
    if inside := within(place, lang):
        location["logicalLocations"] = [{"fullyQualifiedName": inside}]
    return location


def _region(at: Region, excerpt: str) -> dict[str, Any]:
    found: dict[str, Any] = {
        "startLine": at.line,
        "startColumn": at.column,
        "endLine": at.end_line,
        "endColumn": at.end_column,
    }
    if excerpt:
        found["snippet"] = {"text": excerpt}
    return found


def _uri(source: str) -> str:
    path = PurePath(source)
    return path.as_uri() if path.is_absolute() else quote(source, errors="surrogatepass")
