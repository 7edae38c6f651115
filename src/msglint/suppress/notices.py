"""Rules of the reserved pack `msglint` about suppressions: unused, expired, or not to be read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from msglint.config.model import Config, Suppression
from msglint.document import PhysicalText, Place, TextOrigin
from msglint.suppress.apply import FileSuppressions, Used
from msglint.violation import Severity, Template, Violation

UNUSED, BAD, EXPIRED = "msglint/unused-suppression", "msglint/bad-directive", "msglint/suppression-expired"
RULES = (UNUSED, BAD, EXPIRED)

MESSAGES = {
    UNUSED: Template(
        {
            "en": "Suppresses nothing: {names} is not found here.",
            "zh": "该豁免没有作用：这里没有发现 {names}。",
        }
    ),
    BAD: Template(
        {
            "en": "This comment suppresses nothing, since it cannot be read: {problem}.",
            "zh": "该注释无法解析，未起任何豁免作用：{problem}。",
        }
    ),
    EXPIRED: Template(
        {
            "en": "The suppression of {names} ended on {until}.",
            "zh": "对 {names} 的豁免已于 {until} 到期。",
        }
    ),
}
SUGGESTIONS = {
    UNUSED: Template({"en": "Delete it.", "zh": "请删除。"}),
    BAD: Template(
        {
            "en": "Write “msglint: ignore[pack/rule] reason”; “until 2027-10-01:” before the reason ends it.",
            "zh": "请写成 “msglint: ignore[规则包/规则] 理由”；有期限时在理由前写 “until 2027-10-01:”。",
        }
    ),
    EXPIRED: Template({"en": "Mend the copy, or renew it.", "zh": "请修改文案，或续期。"}),
}


def of_file(
    found: FileSuppressions, overrides: Mapping[str, Severity | None], *, whole: bool
) -> Iterator[Violation]:
    """Yield what is wrong with the comments of a file, in the order of the text.

    With `whole` all rules were asked, so that a comment which suppressed nothing is known to be unused.
    """
    physical = found.physical
    if physical is None:
        return
    unused = [(i.start, i.end, UNUSED, _named(i.names)) for i in found.unused() if whole]
    expired = [(i.start, i.end, EXPIRED, _ended(i.names, i.until)) for i in found.expired()]
    bad = [(i.start, i.end, BAD, {"problem": i.problem}) for i in found.bad]
    for start, end, rule, arguments in sorted([*unused, *expired, *bad], key=lambda item: item[:3]):
        yield from _violation(rule, _place(physical, start, end), arguments, overrides)


def of_config(
    config: Config, used: Used, overrides: Mapping[str, Severity | None], today: date, *, whole: bool
) -> Iterator[Violation]:
    """Yield what is wrong with the entries of a configuration; with `whole` all its files were checked."""
    for entry in config.suppress:
        if entry.until and entry.until < today:
            yield from _violation(EXPIRED, _at(entry), _ended([entry.rule], entry.until), overrides)
        elif whole and entry.place not in used.entries:
            yield from _violation(UNUSED, _at(entry), _named([entry.rule]), overrides)


def _violation(
    rule: str, place: Place, arguments: Mapping[str, str], overrides: Mapping[str, Severity | None]
) -> Iterator[Violation]:
    severity = overrides.get(rule, Severity.WARNING)
    if severity is not None:
        yield Violation(rule, "tool", severity, MESSAGES[rule], place, SUGGESTIONS[rule], arguments=arguments)


def _named(names: Sequence[str] | frozenset[str]) -> dict[str, str]:
    return {"names": ", ".join(sorted(names))}


def _ended(names: Sequence[str] | frozenset[str], until: date | None) -> dict[str, str]:
    return {**_named(names), "until": str(until)}


def _place(physical: PhysicalText, start: int, end: int) -> Place:
    return TextOrigin(physical).place(start, end)


def _at(entry: Suppression) -> Place:
    return Place(entry.rule.source, entry.rule.line, entry.rule.column)
