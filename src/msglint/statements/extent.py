"""How far a begun part reaches, and where a sentence ends between two words."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msglint.statements.align import STOP, Pair, Window
from msglint.statements.marks import marks
from msglint.statements.protected_terms import COMPARATOR, MODALITY, NEGATION
from msglint.statements.words import Range, Words
from msglint.text.patterns import lazy_regex

SENTENCE_END = lazy_regex(r"[!?;|。！？；•·▪●]|\.(?!\s*[\p{Ll}\d])|\n\s*\n")
PART_END = lazy_regex(r"[!?;:|。！？：；•·▪●\n]|\.(?!\s*[\p{Ll}\d])|\s[-–—]+\s|[–—]|--")
NO_BREAK = lazy_regex(r"\.?\s*[\p{L}\p{N}+]?")
REACH = 3
"""Words behind a part among which a comparator or a hedge still belongs to it (“3 yrs. and up”)."""

Free = Callable[[int], bool]


def window(words: Words, span: Range, free: Free) -> Window:
    """Return the words of a stretch for alignment; words that are not free cannot be used."""
    tokens: list[str | None] = []
    numbers: list[int] = []
    for number in range(span.first, span.last):
        tokens.append(words.tokens[number] if free(number) else None)
        numbers.append(number)
        if number + 1 < span.last and _ends_sentence(words, number):
            tokens.append(STOP)
            numbers.append(number)
    return Window(tuple(tokens), tuple(numbers))


def _ends_sentence(words: Words, number: int) -> bool:
    if words.adjoin(number):
        return False
    key = (SENTENCE_END, number)
    if key not in words.memory:
        words.memory[key] = SENTENCE_END.search(words.joint(number)) is not None
    return bool(words.memory[key])


def extent(words: Words, pairs: Sequence[Pair], length: int, free: Free) -> Range:
    """Return the words that answer a wording of `length` words, of which `pairs` were found.

    Words that were changed at its ends are taken in, and so is a negation in front or a comparator behind.
    """
    (lead, first), (tail, last) = pairs[0], pairs[-1]
    first = _leftwards(words, first, lead, free)
    first -= negations_before(words, first, free)
    last = _rightwards(words, last, length - 1 - tail, free)
    return Range(first, last + 1 + _qualifier(words, last, free))


def negations_before(words: Words, number: int, free: Free) -> int:
    """Return 1 if a negation stands directly before a word, else 0."""
    before = number - 1
    if before < 0 or not free(before) or words.between(before, number).strip():
        return 0
    return int(any(mark.kind == NEGATION for mark in marks(words.tokens[before:number])))


def _leftwards(words: Words, number: int, steps: int, free: Free) -> int:
    while steps and number and free(number - 1) and not PART_END.search(words.joint(number - 1)):
        number, steps = number - 1, steps - 1
    return number


def _rightwards(words: Words, number: int, steps: int, free: Free) -> int:
    while steps and _goes_on(words, number, free):
        number, steps = number + 1, steps - 1
    return number


def _qualifier(words: Words, number: int, free: Free) -> int:
    """Return how many words behind `number` belong to a comparator or hedge that follows."""
    end = number
    while end - number < REACH and _goes_on(words, end, free) and NO_BREAK.fullmatch(words.joint(end)):
        end += 1
    tail = words.tokens[number + 1 : end + 1]
    return max((mark.last for mark in marks(tail) if mark.kind in (COMPARATOR, MODALITY)), default=0)


def _goes_on(words: Words, number: int, free: Free) -> bool:
    following = number + 1
    return following < len(words) and free(following) and not PART_END.search(words.joint(number))
