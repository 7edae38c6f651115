"""The signal word: it stands directly in front of the statement, or as its heading."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import regex

from msglint.packs.model import Form, Part
from msglint.statements.candidates import Place, is_signal, places, wrong_places
from msglint.statements.flaws import Explained
from msglint.statements.outcome import LANGUAGE_WRONG, VERBATIM, Found, Setting
from msglint.statements.search import last_ending_by
from msglint.statements.wording import Wording, readings
from msglint.statements.words import Range

NEAR = 6
"""Words that may stand between a signal word and a statement whose wording is free."""

FAR = 200
"""Words behind a signal word within which its statement begins."""

SEPARATED = regex.compile(r"\s*[^\p{L}\p{N}\s]|\s*\n")


@dataclass(frozen=True, slots=True)
class Signals:
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


def signals(part: Part, form: Form, lang: str, setting: Setting) -> Signals:
    """Return where signal words stand for a form in a language."""
    own = part.wordings[lang]
    foreign = [
        phrase for other in form.parts if is_signal(other)
        for code, phrases in other.wordings.items() if code != lang
        for phrase in phrases if phrase not in own
    ]  # fmt: skip
    right = tuple(places(own, setting))
    wrong = {place: LANGUAGE_WRONG for place, _ in places(foreign, setting)}
    wrong |= {place: code for place, _, code in wrong_places(part.instead, setting)}
    for place, _ in right:
        wrong.pop(place, None)
    spans = [place for place, _ in right] + list(wrong)
    kept = {span: code for span, code in wrong.items() if not any(_covers(other, span) for other in spans)}
    return Signals(part, readings(own[0])[0], right, tuple(sorted(kept.items())))


def _covers(outer: Range, inner: Range) -> bool:
    return outer != inner and outer.first <= inner.first and inner.last <= outer.last


def signal_for(
    found: Signals, bodies: Sequence[Found], explained: Explained, setting: Setting
) -> Found | None:
    """Return the signal word that stands in front of the parts, a wrong one with its code, or None."""
    first = min(item.span.first for item in bodies)
    last = max(item.span.last for item in bodies)
    right = last_ending_by(found.right, first)
    if right and _announces(right[0], first, explained, setting):
        return Found(found.part, *right)
    for span, code in reversed(found.wrong):
        if span.last <= first and _announces(span, first, explained, setting):
            return Found(found.part, span, found.wording, code)
    inner = [item for item in found.right if first < item[0].first < last]
    return Found(found.part, *inner[0]) if inner and setting.match != VERBATIM else None


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
