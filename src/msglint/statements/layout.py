"""How the parts of a statement stand: in order, and together."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

import regex

from msglint.packs.phrases import Phrase
from msglint.statements.diff import written
from msglint.statements.flaws import joined, shown_difference
from msglint.statements.outcome import NOT_TOGETHER, VERBATIM, WORDING, Flaw, Found, Setting, extent_of
from msglint.statements.wording import Wording, readings
from msglint.statements.words import Range, Words

if TYPE_CHECKING:
    from msglint.packs.model import Part

FEW = 3
"""Foreign words between two parts that are an insertion; more tear the statement apart."""

ASIDE = regex.compile(r"\s*[/(（]")
"""How a version in another language begins that stands between the parts."""

RUNNING = regex.compile(r"[ \t]*[\p{L}\p{N}]")
"""What stands between two words that run on."""

Explained = Callable[[], frozenset[int]]
"""Returns the words of a document that belong to the statement, in any language."""


def layout_flaws(
    found: Sequence[Found], parts: Sequence[Part], lang: str, setting: Setting, explained: Explained
) -> Iterator[Flaw]:
    """Yield what stands between the parts and should not, and parts in the wrong order.

    What stands where a part is absent counts as that part's absence alone.
    """
    ordered = sorted(found, key=lambda item: item.span)
    if setting.match == VERBATIM and [item.part.id for item in ordered] != [item.part.id for item in found]:
        yield _whole(WORDING, ordered, found, lang, setting)
    for first, second in pairwise(ordered):
        code = _gap_code(first, second, setting, explained)
        if code and not _has_absent_between(first.part, second.part, parts, found):
            yield _whole(code, [first, second], [first, second], lang, setting)


def _has_absent_between(first: Part, second: Part, parts: Sequence[Part], found: Sequence[Found]) -> bool:
    names = [part.id for part in parts]
    known = {item.part.id for item in found}
    return any(name not in known for name in names[names.index(first.id) : names.index(second.id)])


def _whole(code: str, place: Sequence[Found], order: Sequence[Found], lang: str, setting: Setting) -> Flaw:
    span = extent_of(place)
    severities = [item.part.severity.get(code) for item in order]
    severity = max((s for s in severities if s is not None), default=None) if all(severities) else None
    expected = joined(written(item.wording) for item in order)
    names = tuple(item.part.id for item in order)
    shown = (
        shown_difference(readings(Phrase.literal(expected))[0], setting.words, span)
        if code == WORDING
        else ""
    )
    return Flaw(code, lang, names, expected, setting.words.excerpt(span), shown, span, severity)


def _gap_code(first: Found, second: Found, setting: Setting, explained: Explained) -> str | None:
    words, gap = setting.words, Range(first.span.last, second.span.first)
    if gap.last <= gap.first or _is_aside(words, first, gap):
        return None
    foreign = [number for number in range(*gap) if number not in explained()]
    if not foreign or _is_other_script(words, foreign, first.wording):
        return None
    if setting.match == VERBATIM:
        if len(foreign) > FEW or _stands_apart(words, gap):
            return NOT_TOGETHER
        return None if first.code or second.code else WORDING
    if setting.together is None or len(foreign) <= FEW:
        return None
    kind = setting.together.kind
    (segment, unit), (other_segment, other) = words.unit(kind, gap.first - 1), words.unit(kind, gap.last)
    return None if segment == other_segment and other - unit < setting.together.count else NOT_TOGETHER


def _is_aside(words: Words, first: Found, gap: Range) -> bool:
    return bool(ASIDE.match(words.between(first.span.last - 1, gap.first)))


def _stands_apart(words: Words, gap: Range) -> bool:
    """Whether words between two parts are cut off from both, not run on from or into one of them."""
    return not any(RUNNING.fullmatch(words.joint(number)) for number in (gap.first - 1, gap.last - 1))


def _is_other_script(words: Words, numbers: Sequence[int], wording: Wording) -> bool:
    """Whether words are all Chinese or Japanese next to a wording that is not, or the other way round."""
    dense = {_is_dense(words.tokens[number]) for number in numbers if words.tokens[number].isalpha()}
    return dense == {not _is_dense(wording.words[0])} if wording.words else False


def _is_dense(word: str) -> bool:
    return ord(word[0]) > 0x2E7F
