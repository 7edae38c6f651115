"""The signal word: it stands directly in front of the statement, or as its heading."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import regex

from msglint.frozen import Frozen
from msglint.statements.candidates import Place, places, wrong_places
from msglint.statements.lexed import lexed
from msglint.statements.outcome import LANGUAGE_WRONG, VERBATIM, Found, Setting
from msglint.statements.search import first_after, last_ending_by

if TYPE_CHECKING:
    from msglint.packs.model import Part
    from msglint.statements.layout import Explained
    from msglint.statements.wording import Wording
    from msglint.statements.words import Range

NEAR = 6
"""Words that may stand between a signal word and a statement whose wording is free."""

FAR = 200
"""Words behind a signal word within which its statement begins."""

SEPARATED = regex.compile(r"\s*[^\p{L}\p{N}\s]|\s*\n")


class Signals(Frozen):
    """Where signal words stand: right ones, and known wrong or foreign ones with their codes."""

    part: Part
    wording: Wording
    right: tuple[Place, ...]
    wrong: tuple[tuple[Range, str], ...]

    @property
    def taken(self) -> set[int]:
        """The numbers of all words that belong to a signal word."""
        spans = [place for place, _ in self.right] + [place for place, _ in self.wrong]
        return {number for span in spans for number in range(*span)}


def signals(part: Part, lang: str, setting: Setting) -> Signals:
    """Return where signal words stand for a statement in a language."""
    own = part.wordings[lang]
    foreign = [phrases for code, phrases in part.wordings.items() if code != lang]
    right = tuple(places(own, setting))
    wrong = {place: LANGUAGE_WRONG for phrases in foreign for place, _ in places(phrases, setting)}
    wrong |= {place: code for place, _, code in wrong_places(part.instead, setting)}
    for place, _ in right:
        wrong.pop(place, None)
    widest = _widest([*wrong, *(place for place, _ in right)])
    kept = [(place, code) for place, code in sorted(wrong.items()) if place in widest]
    return Signals(part, lexed(own).wordings[0], right, tuple(kept))


def _widest(spans: Iterable[Range]) -> set[Range]:
    """Return the spans that lie in no other."""
    kept: set[Range] = set()
    end = -1
    for span in sorted(spans, key=lambda span: (span.first, -span.last)):
        if span.last > end:
            kept.add(span)
            end = span.last
    return kept


def signal_for(
    found: Signals, bodies: Sequence[Found], explained: Explained, setting: Setting
) -> Found | None:
    """Return the signal word that stands in front of the parts, a wrong one with its code, or None."""
    first = min(item.span.first for item in bodies)
    last = max(item.span.last for item in bodies)
    right = last_ending_by(found.right, first)
    if right and _announces(right[0], first, explained, setting):
        return Found(found.part, *right)
    for span, code in reversed(found.wrong[_since(found.wrong, first - FAR) : _since(found.wrong, first)]):
        if span.last <= first and _announces(span, first, explained, setting):
            return Found(found.part, span, found.wording, code)
    inner = first_after(found.right, first)
    within = inner is not None and inner[0].first < last and setting.match != VERBATIM
    return Found(found.part, *inner) if inner and within else None


def _since(wrong: Sequence[tuple[Range, str]], number: int) -> int:
    return bisect_left(wrong, number, key=lambda item: item[0].first)


def _announces(span: Range, first: int, explained: Explained, setting: Setting) -> bool:
    """Whether the words behind a signal word lead straight to the statement."""
    if span.last == first:
        return True
    if first - span.last > FAR:
        return False
    between = [number for number in range(span.last, first) if number not in explained()]
    if not between:
        return True
    if not SEPARATED.match(setting.words.behind(span.last - 1)):
        return False
    if setting.match == VERBATIM:
        return len(between) <= NEAR
    unit = setting.together.kind if setting.together else "block"
    return len(between) <= NEAR or setting.words.unit(unit, span.first) == setting.words.unit(unit, first)
