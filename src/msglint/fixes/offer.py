"""What a rule offers to put right by itself: the changes of the text, before anyone has tried them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING

import regex

from msglint.checks.limit import bound
from msglint.checks.measures import BREAKS, ZERO_WIDTH
from msglint.document import LINE_END, ContainedOrigin, Document, FixedOrigin, JoinedOrigin, TextOrigin
from msglint.fixes.written import located
from msglint.matching.edges import stands_alone
from msglint.packs.model import LimitCheck, RequireCheck, Rule
from msglint.text.fold import fold
from msglint.violation import Change, Fix

if TYPE_CHECKING:
    from msglint.checks.match import Match
    from msglint.packs.conditions import Scenario

EMOJI = regex.compile(
    r"[\p{Emoji_Presentation}\ufe0e\ufe0f\u200d\u20e3\U0001F3FB-\U0001F3FF\U000E0020-\U000E007F]+"
)
"""What goes with an emoji in front of it: what shapes it, and further ones."""

BLANKS = " \t\u3000"
BLANK_RUN = regex.compile(f"[{BLANKS}]*")
BLANK_LINE = regex.compile(rf"(?:\r\n|[\r\n])[{BLANKS}]*(?:\r\n|[\r\n])\Z")
PEEK = 100
"""Characters before a line in which a blank line is looked for."""

UNFILLED = "[…]"
"""A blank in a required text that only a person can fill in."""

NOT_WHOLE = frozenset(
    ("part_missing", "signal_word_missing", "language_wrong", "language_missing", "not_blocked_together")
)
"""Codes of flaws whose expected text is not what should stand in place of the found one."""

FILES = (TextOrigin, FixedOrigin, JoinedOrigin, ContainedOrigin)
"""Origins in a file; a document of others gets its places, and the edits of its fixes, later."""

Changes = Iterator[Change]


def offered(rule: Rule, match: Match, scenario: Scenario, document: Document) -> Fix | None:
    """Return the fix of a match; None if there is none, or its text does not stand plainly in the file."""
    if match.unknown or match.element is not None:
        return None
    kind = rule.fix.kind if rule.fix else "statement" if isinstance(rule.check, RequireCheck) else ""
    changes = tuple(OFFERS[kind](rule, match, scenario, document)) if kind in OFFERS else ()
    if not changes:
        return None
    fix = Fix(changes, bool(rule.fix and rule.fix.is_safe))
    return located(fix, document) if isinstance(document.segments[0].origin, FILES) else fix


def _https(_: Rule, match: Match, __: Scenario, document: Document) -> Changes:
    start, _end = _original(match)
    if document.segments[match.reading.index].text[start : start + 7].lower() == "http://":
        yield Change(match.reading.index, start + 4, start + 4, "s")


def _blank_lines(rule: Rule, match: Match, scenario: Scenario, document: Document) -> Changes:
    limit = bound(rule.check.maximum, scenario) if isinstance(rule.check, LimitCheck) else None
    if limit is None:
        return
    text = document.segments[match.reading.index].text
    for run in BREAKS.finditer(text.rstrip()):
        ends = [run.start() + end.end() for end in LINE_END.finditer(run[0])]
        if len(ends) > limit:
            yield Change(match.reading.index, ends[int(limit) - 1], ends[-1])


def _zero_width(_: Rule, __: Match, ___: Scenario, document: Document) -> Changes:
    for index, segment in enumerate(document.segments):
        for found in ZERO_WIDTH.finditer(segment.text):
            yield Change(index, *found.span())


def _delete(_: Rule, match: Match, __: Scenario, document: Document) -> Changes:
    text = document.segments[match.reading.index].text
    start, end = _original(match)
    joined = EMOJI.match(text, end)
    end = joined.end() if joined else end
    line = _line_alone(text, start, end)
    is_first = start == 0 or text[start - 1] in "\r\n"
    if line:
        start, end = line
    elif is_first and text[end : end + 1] in (*BLANKS,):
        end += 1
    elif not is_first and text[start - 1] in BLANKS and not text[end : end + 1].isalnum():
        start -= 1
    if end > start:
        yield Change(match.reading.index, start, end)


def _line_alone(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return the lines to take out if nothing else stands on the line, so that no blank lines pile up."""
    low, high = len(text[:start].rstrip(BLANKS)), _after_blanks(text, end)
    if (low and text[low - 1] not in "\r\n") or (high < len(text) and text[high] not in "\r\n"):
        return None
    below = _after_line_end(text, high)
    if below == high:
        return len(text[:low].removesuffix("\n").removesuffix("\r")), high
    blank = _after_line_end(text, _after_blanks(text, below))
    is_parted = not low or BLANK_LINE.search(text[max(0, low - PEEK) : low])
    return low, blank if is_parted else below


def _after_blanks(text: str, at: int) -> int:
    found = BLANK_RUN.match(text, at)
    return found.end() if found else at


def _after_line_end(text: str, at: int) -> int:
    """Return where the next line begins if a line ends at `at`, else `at`."""
    found = LINE_END.match(text, at)
    return found.end() if found else at


def _replace(rule: Rule, match: Match, __: Scenario, document: Document) -> Changes:
    """Yield the replacements of what begins in the match: longer words first, then those written so."""
    span, text = match.span, match.reading.text
    if span is None or rule.fix is None:
        return
    taken: list[tuple[int, int]] = []
    written = document.segments[match.reading.index].text
    replacements = rule.fix.replacements.items()
    for found, instead in sorted(replacements, key=lambda pair: (-len(pair[0]), pair[0] not in written)):
        wanted = fold(found).text
        behind = span.end + len(wanted) - 1
        at = text.find(wanted, span.start, behind)
        while at >= 0:
            end = at + len(wanted)
            if stands_alone(text, at, end) and all(end <= low or high <= at for low, high in taken):
                taken.append((at, end))
                yield Change(match.reading.index, *match.reading.original(at, end), instead)
            at = text.find(wanted, end, behind)


def _statement(_: Rule, match: Match, __: Scenario, document: Document) -> Changes:
    """Yield the required text: in place of an altered one, or behind everything else."""
    expected = match.arguments.get("expected", "")
    if match.span is not None:
        if expected and UNFILLED not in expected and match.code not in NOT_WHOLE:
            text, (start, end) = document.segments[match.reading.index].text, _original(match)
            end += text[end : end + 1] == expected[-1] and not expected[-1].isalnum()
            yield Change(match.reading.index, start, end, expected)
        return
    statement = match.arguments.get("statement", "")
    if match.code == "missing" and statement and UNFILLED not in statement:
        index = _body(document)
        end = len(document.segments[index].text.rstrip())
        yield Change(index, end, end, ("\n\n" if end else "") + statement)


def _body(document: Document) -> int:
    bodies = [index for index, segment in enumerate(document.segments) if segment.role == "body"]
    return (bodies or [0])[0]


def _original(match: Match) -> tuple[int, int]:
    return match.reading.original(match.span.start, match.span.end) if match.span else (0, 0)


OFFERS: Mapping[str, Callable[[Rule, Match, Scenario, Document], Changes]] = {
    "https": _https,
    "blank_lines": _blank_lines,
    "zero_width": _zero_width,
    "delete": _delete,
    "replace": _replace,
    "statement": _statement,
}
"""What each kind of repair changes; see `packs/schema/repairs.py`."""
