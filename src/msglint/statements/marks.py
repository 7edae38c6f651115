"""Protected terms among the words of a text: numbers with their units, negation, hazards and the like."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

from msglint.frozen import Frozen
from msglint.statements.protected_terms import AGE_UNIT, NUMERALS, TERMS, UNIT
from msglint.statements.tokens import words_of

AGE, NUMBER = "age", "number"

MONTHS = {"years": 12, "months": 1}

MOST_DIGITS = 4
"""Digits of a number that is reckoned with."""


class Mark(Frozen):
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
    if unit in MONTHS and digits.isdecimal() and len(digits) <= MOST_DIGITS:
        return f"{int(digits) * MONTHS[unit]} months"
    return f"{digits} {unit}"


def _term(words: Sequence[str], number: int) -> Mark | None:
    for kind, meaning, length in _entries(words, number):
        return Mark(kind, meaning, number, number + length)
    return None


def _entries(words: Sequence[str], number: int) -> Iterable[tuple[str, str, int]]:
    """Yield the terms that stand here, the longest first."""
    for rest, kind, meaning in terms().get(words[number], ()):
        length = len(rest) + 1
        if tuple(words[number + 1 : number + length]) == rest:
            yield kind, meaning, length


@cache
def terms() -> dict[str, list[tuple[tuple[str, ...], str, str]]]:
    """Return the protected terms by their first word (the rest of the term, kind, meaning), longest first."""
    table: dict[str, list[tuple[tuple[str, ...], str, str]]] = {}
    for kind, meaning, line in TERMS:
        for term in line.split("|" if "|" in line else " "):
            first, *rest = (word for word, _, _ in words_of(term))
            table.setdefault(first, []).append((tuple(rest), kind, meaning))
    for entries in table.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return table
