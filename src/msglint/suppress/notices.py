"""What is wrong with suppressions: unused, expired, or not to be read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from msglint.document import Place, TextOrigin
from msglint.messages import said
from msglint.reserved import BAD_DIRECTIVE, EXPIRED, RULES, UNUSED, finding

if TYPE_CHECKING:
    from msglint.config.model import Config, Suppression
    from msglint.suppress.apply import FileSuppressions, Used
    from msglint.violation import Severity, Violation


def of_file(
    found: FileSuppressions, overrides: Mapping[str, Severity | None], *, whole: bool
) -> Iterator[Violation]:
    """Yield what is wrong with the comments of a file, in the order of the text.

    With `whole` all rules were asked, so that a comment which suppressed nothing is known to be unused.
    """
    physical = found.physical
    if physical is None:
        return
    unused = [(i.start, i.end, UNUSED.id, _named(i.names)) for i in found.unused() if whole]
    expired = [(i.start, i.end, EXPIRED.id, _ended(i.names, i.until)) for i in found.expired()]
    bad = [(i.start, i.end, BAD_DIRECTIVE.id, {"problem": i.problem}) for i in found.bad]
    for start, end, rule, arguments in sorted([*unused, *expired, *bad], key=lambda item: item[:3]):
        for notice in finding(RULES[rule], TextOrigin(physical).place(start, end), arguments, overrides):
            yield replace(notice, message=notice.message.filled(arguments, said))


def of_config(
    config: Config, used: Used, overrides: Mapping[str, Severity | None], today: date, *, whole: bool
) -> Iterator[Violation]:
    """Yield what is wrong with the entries of a configuration; with `whole` all its files were checked."""
    for entry in config.suppress:
        if entry.until and entry.until < today:
            yield from finding(EXPIRED, _at(entry), _ended([entry.rule], entry.until), overrides)
        elif whole and entry.place not in used.entries:
            yield from finding(UNUSED, _at(entry), _named([entry.rule]), overrides)


def _named(names: Sequence[str] | frozenset[str]) -> dict[str, str]:
    return {"names": ", ".join(sorted(names))}


def _ended(names: Sequence[str] | frozenset[str], until: date | None) -> dict[str, str]:
    return {**_named(names), "until": str(until)}


def _at(entry: Suppression) -> Place:
    return Place(entry.rule.source, entry.rule.line, entry.rule.column)
