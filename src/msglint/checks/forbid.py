"""The `forbid` check: images, links, styles, attachments and code that may not be there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING

from msglint.checks.match import Match
from msglint.packs.conditions import in_range

if TYPE_CHECKING:
    from msglint.document import Element
    from msglint.matching.document import DocumentReading
    from msglint.packs.model import AttributeTest, ForbidCheck


def find(check: ForbidCheck, document: DocumentReading) -> Iterator[Match]:
    """Yield the forbidden elements, and what would have to be known of others."""
    for index, element in enumerate(document.document.elements):
        if element.kind != check.element:
            continue
        verdict = fits(element, check.where)
        if verdict and check.unless:
            excused = fits(element, check.unless)
            verdict = None if excused is None else not excused
        if verdict is None:
            yield Match(document.readings[0], unknown=_missing(element, (*check.where, *check.unless)))
        elif verdict:
            shown = {
                name: f"{value:g}" if isinstance(value, float) else str(value)
                for name, value in element.attributes.items()
            }
            yield Match(document.readings[0], element=index, arguments=shown)


def fits(element: Element, tests: Iterable[AttributeTest]) -> bool | None:
    """Whether an element passes all tests; None if that hangs on an attribute that it lacks."""
    results = [_passes(element, test) for test in tests]
    return False if False in results else None if None in results else True


def _passes(element: Element, test: AttributeTest) -> bool | None:
    value = element.attributes.get(test.name)
    if value is None or isinstance(value, tuple):
        return None
    if test.span:
        return in_range(value, test.span)
    if isinstance(value, str):
        return any(fnmatchcase(value.lower(), str(wanted).lower()) for wanted in test.values)
    return value in test.values


def _missing(element: Element, tests: Iterable[AttributeTest]) -> frozenset[str]:
    names = (test.name for test in tests if test.name not in element.attributes)
    return frozenset(f"{element.kind}.{name}" for name in names)
