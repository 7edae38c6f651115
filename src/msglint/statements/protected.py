"""What a change of protected words does: numbers, negation, modality, hazards and scope are no style."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from msglint.statements.marks import AGE, MOST_DIGITS, NUMBER, Mark, marks
from msglint.statements.outcome import MEANING, WORDING
from msglint.statements.protected_terms import (
    AGE_UNIT,
    COMPARATOR,
    HAZARD,
    MODALITY,
    NEGATION,
    SCOPE,
    UNIT,
)

Term = tuple[str, ...]

AGE_ALTERED, NUMBER_ALTERED, NUMBER_MISSING = "age_altered", "number_altered", "number_missing"


def change(expected: Sequence[str], found: Sequence[str], keep: Iterable[Term] = ()) -> str | None:
    """Return the code of the gravest protected change between two rows of words; None if there is none.

    `keep` are further terms, in words, that may not be lost.
    """
    lost, added = _differences(marks(expected), marks(found))
    kinds = {mark.kind for mark in (*lost, *added)}
    if kinds & {NEGATION, MODALITY, SCOPE}:
        return MEANING
    if kinds & {AGE, NUMBER, COMPARATOR}:
        return _number_code(lost, added, is_age=AGE in {mark.kind for mark in marks(expected)})
    if any(_holds(expected, term) and not _holds(found, term) for term in keep):
        return MEANING
    return WORDING if HAZARD in kinds else None


def _holds(words: Sequence[str], term: Term) -> bool:
    starts = range(len(words) - len(term) + 1)
    return any(tuple(words[start : start + len(term)]) == term for start in starts)


def _number_code(lost: list[Mark], added: list[Mark], *, is_age: bool) -> str:
    numbers = {AGE, NUMBER}
    if any(mark.kind in numbers for mark in lost) and not any(mark.kind in numbers for mark in added):
        return NUMBER_MISSING
    return AGE_ALTERED if is_age else NUMBER_ALTERED


def _differences(expected: list[Mark], found: list[Mark]) -> tuple[list[Mark], list[Mark]]:
    """Return what only one side has; a bare number stands for an age of as many years or months."""
    lost, added = _minus(expected, found), _minus(found, expected)
    for mark in [mark for mark in added if mark.kind == NUMBER]:
        same = next((age for age in lost if age.kind == AGE and _could_be(mark.meaning, age.meaning)), None)
        if same:
            lost.remove(same)
            added.remove(mark)
    return lost, added


def _minus(these: list[Mark], others: list[Mark]) -> list[Mark]:
    spare = Counter((mark.kind, mark.meaning) for mark in others)
    kept = []
    for mark in these:
        spare[mark.kind, mark.meaning] -= 1
        if spare[mark.kind, mark.meaning] < 0 and mark.kind not in (UNIT, AGE_UNIT):
            kept.append(mark)
    return kept


def _could_be(number: str, age: str) -> bool:
    if not number.isdecimal() or len(number) > MOST_DIGITS:
        return False
    return age in {f"{int(number)} months", f"{int(number) * 12} months"}
