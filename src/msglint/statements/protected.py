"""What a change of protected words does: numbers, negation, modality, hazards and scope are no style."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from msglint.statements.protected_terms import (
    AGE_UNIT,
    COMPARATOR,
    HAZARD,
    MODALITY,
    NEGATION,
    NUMERALS,
    SCOPE,
    TERMS,
    UNIT,
)
from msglint.statements.words import words_of

AGE, NUMBER = "age", "number"

MONTHS = {"years": 12, "months": 1}

MEANING, AGE_ALTERED, NUMBER_ALTERED, NUMBER_MISSING = (
    "meaning_altered", "age_altered", "number_altered", "number_missing",
)  # fmt: skip
WORDING = "wording_altered"


@dataclass(frozen=True, slots=True)
class Mark:
    """A protected term in a text: its kind, what it means, and the words it takes."""

    kind: str
    meaning: str
    first: int
    last: int


def marks(words: Sequence[str]) -> list[Mark]:
    """Return the protected terms among some words, in order, the longest at each place."""
    found: list[Mark] = []
    number = 0
    while number < len(words):
        mark = _numeric(words, number) or _term(words, number)
        if mark:
            found.append(mark)
        number = mark.last if mark else number + 1
    return found


def canonical(word: str) -> str:
    """Return the word by which a numeral or a unit of time is compared (`yrs` and `years` are one)."""
    if word in NUMERALS:
        return NUMERALS[word]
    kind, meaning, length = next(iter(_terms().get(word, ())), ("", "", 0))
    return meaning if kind == AGE_UNIT and length == 1 else word


def change(expected: Sequence[str], found: Sequence[str], keep: Iterable[str] = ()) -> str | None:
    """Return the code of the gravest protected change between two rows of words; None if there is none."""
    lost, added = _differences(marks(expected), marks(found))
    kinds = {mark.kind for mark in (*lost, *added)}
    if kinds & {NEGATION, MODALITY, SCOPE}:
        return MEANING
    if kinds & {AGE, NUMBER, COMPARATOR}:
        return _number_code(lost, added, is_age=AGE in {mark.kind for mark in marks(expected)})
    if any(word in expected and word not in found for word in keep):
        return MEANING
    return WORDING if HAZARD in kinds else None


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
    return number.isdecimal() and age in {f"{int(number)} months", f"{int(number) * 12} months"}


def _numeric(words: Sequence[str], number: int) -> Mark | None:
    """Return the number that stands here, with its unit if it has one."""
    digits = NUMERALS.get(words[number], words[number])
    if not digits[0].isdecimal():
        return None
    unit = _term(words, number + 1) if number + 1 < len(words) else None
    if unit is None or unit.kind not in (AGE_UNIT, UNIT):
        plain = words[number] == digits
        return Mark(NUMBER, digits, number, number + 1) if plain else None
    if unit.kind == UNIT:
        return Mark(NUMBER, f"{digits} {unit.meaning}", number, unit.last)
    return Mark(AGE, _age(digits, unit.meaning), number, unit.last)


def _age(digits: str, unit: str) -> str:
    if unit in MONTHS and digits.isdecimal() and len(digits) < 5:
        return f"{int(digits) * MONTHS[unit]} months"
    return f"{digits} {unit}"


def _term(words: Sequence[str], number: int) -> Mark | None:
    for kind, meaning, length in _entries(words, number):
        return Mark(kind, meaning, number, number + length)
    return None


def _entries(words: Sequence[str], number: int) -> Iterable[tuple[str, str, int]]:
    """Yield the terms that stand here, the longest first."""
    for rest, kind, meaning in _table().get(words[number], ()):
        length = len(rest) + 1
        if tuple(words[number + 1 : number + length]) == rest:
            yield kind, meaning, length


@cache
def _terms() -> dict[str, list[tuple[str, str, int]]]:
    return {
        first: [(kind, meaning, len(rest) + 1) for rest, kind, meaning in reversed(entries)]
        for first, entries in _table().items()
    }


@cache
def _table() -> dict[str, list[tuple[tuple[str, ...], str, str]]]:
    """The terms by their first word, the longest first."""
    table: dict[str, list[tuple[tuple[str, ...], str, str]]] = {}
    for kind, meaning, line in TERMS:
        for term in line.split("|" if "|" in line else " "):
            first, *rest = (word for word, _, _ in words_of(term))
            table.setdefault(first, []).append((tuple(rest), kind, meaning))
    for entries in table.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return table
