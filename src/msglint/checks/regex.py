"""The `regex` check: a pattern on the folded text, within a time limit."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

import regex

from msglint.checks.match import Match
from msglint.matching.spans import Span

if TYPE_CHECKING:
    from msglint.matching.document import DocumentReading
    from msglint.packs.model import RegexCheck, Rule

SECONDS = 1.0
"""Time that one pattern may take on one segment."""


class PatternTimeoutError(Exception):
    """A pattern did not end in time; names the rule."""


@cache
def _compiled(pattern: str) -> regex.Pattern[str]:
    return regex.compile(pattern, regex.IGNORECASE | regex.V0)


def find(check: RegexCheck, rule: Rule, document: DocumentReading) -> Iterator[Match]:
    """Yield every match that is not empty; raises PatternTimeoutError."""
    for reading in document.readings:
        if check.needs and not any(need in reading.text for need in check.needs):
            continue
        try:
            for match in _compiled(check.pattern).finditer(reading.text, timeout=SECONDS):
                if match.end() > match.start():
                    yield Match.at(reading, Span(*match.span()))
        except TimeoutError as error:
            raise PatternTimeoutError(rule.id) from error
