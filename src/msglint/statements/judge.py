"""How a form of a statement fares in one language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from msglint.statements.candidates import (
    active_parts,
    candidates,
    is_signal,
    may_be_found,
    may_begin,
    places,
    wrong_places,
)
from msglint.statements.flaws import canonical, joined, missing_parts, part_flaws
from msglint.statements.layout import layout_flaws
from msglint.statements.lexed import lexed, vocabulary
from msglint.statements.locate import complete_groups, group_in, with_negations
from msglint.statements.outcome import Flaw, Found, Outcome, Setting, extent_of
from msglint.statements.signal import Signals, signal_for, signals
from msglint.statements.windows import size_for, widest, windows
from msglint.statements.words import Range

if TYPE_CHECKING:
    from msglint.packs.model import Form, Part

HALF = 0.5
"""Share of the parts below which a single one only mentions the matter: nobody misses a signal word there."""


def judge_form(form: Form, lang: str, setting: Setting) -> Outcome | None:
    """Return the best that can be said of a form in a language; None if the pack has no words for it."""
    parts = active_parts(form, lang, setting)
    if not parts:
        return None
    key = (id(form), lang, setting.match, setting.any_case, tuple(part.id for part in parts))
    known: Outcome | None = setting.words.memory.get(key)
    if known is None:
        known = _judged(form, lang, parts, setting)
        setting.words.memory[key] = known
    return known


def _judged(form: Form, lang: str, parts: Sequence[Part], setting: Setting) -> Outcome:
    bodies = [part for part in parts if not is_signal(part)]
    within = _within(bodies, lang)
    begun = any(may_begin(part, lang, setting, within) for part in bodies)
    if not begun and not wrong_places(form.instead, setting):
        return Outcome(form, lang)
    return Judging(form, lang, parts, setting).outcome()


def is_possible(form: Form, lang: str, setting: Setting, share: float) -> bool:
    """Whether a share of the parts that a form needs, the signal word apart, may stand near each other."""
    # What has few wordings is quickly ruled out.
    bodies = sorted(_bodies(form, lang, setting), key=lambda part: len(lexed(part.wordings[lang]).wordings))
    spare = len(bodies) * (1 - share)

    def enough(traces: frozenset[str]) -> bool:
        absent = (part for part in bodies if not may_be_found(part, lang, setting, traces))
        return sum(1 for _ in islice(absent, int(spare) + 1)) <= spare

    words = setting.words
    return bool(bodies) and enough(words.traces) and any(map(enough, words.nearby(_within(bodies, lang))))


def has_signal(form: Form, lang: str, setting: Setting) -> bool:
    """Whether a signal word of a form, in any language, right or wrong, stands in a document."""
    return any(is_signal(part) and _is_announced(part, setting) for part in active_parts(form, lang, setting))


def _bodies(form: Form, lang: str, setting: Setting) -> list[Part]:
    return [part for part in active_parts(form, lang, setting) if not is_signal(part)]


def _within(bodies: Iterable[Part], lang: str) -> int:
    """Return within how many words all that is found of a part stands."""
    return widest(size_for(lexed(part.wordings[lang]).longest for part in bodies))


def _is_announced(part: Part, setting: Setting) -> bool:
    key = ("announced", id(part))
    if key not in setting.words.memory:
        stands = any(places(phrases, setting) for phrases in part.wordings.values())
        setting.words.memory[key] = stands or bool(wrong_places(part.instead, setting))
    return bool(setting.words.memory[key])


def form_text(form: Form, lang: str, setting: Setting) -> str:
    """Return the text of a form to be pasted."""
    return joined(canonical(part, lang) for part in active_parts(form, lang, setting))


class Judging:
    """One form, one language, one document: the places of its parts and what can be made of them."""

    def __init__(self, form: Form, lang: str, parts: Sequence[Part], setting: Setting) -> None:
        self.form, self.lang, self.setting = form, lang, setting
        self.parts = parts
        setting.words.positions(vocabulary(form) & setting.words.seen)
        self.bodies = [candidates(part, lang, setting) for part in parts if not is_signal(part)]
        self.signals: list[Signals] = [signals(part, lang, setting) for part in parts if is_signal(part)]
        self._own: frozenset[int] | None = None
        self.blocked = {number for item in self.signals for number in item.taken}

    def outcome(self) -> Outcome:
        """Return the best of all attempts: most parts, then fewest flaws, then first in the text."""
        best = Outcome(self.form, self.lang)
        for found in self._groups():
            attempt = self._outcome(with_negations(found, self.bodies, self.blocked, self.setting))
            if attempt.is_complete:
                return attempt
            if _rank(attempt) > _rank(best):
                best = attempt
        return self._in_place_of(best) or best

    def _groups(self) -> Iterator[list[Found]]:
        if not self.bodies:
            return
        yield from complete_groups(self.bodies)
        for window in self._windows():
            yield group_in(self.bodies, window, self.blocked, self.setting)

    def _windows(self) -> list[Range]:
        """Return where most of the statement's words stand, or its parts that are no mere words."""
        words = self.setting.words
        known = {word for body in self.bodies for wording in body.wordings for word in wording.words}
        size = size_for(body.known.longest for body in self.bodies)
        if known:
            return windows(words, known, size)
        firsts = [body.exact[0][0].first for body in self.bodies if body.exact]
        return [Range(max(first - size, 0), min(first + size, len(words))) for first in firsts]

    def _outcome(self, bodies: list[Found]) -> Outcome:
        order = {part.id: index for index, part in enumerate(self.parts)}
        bodies = sorted(bodies, key=lambda item: order[item.part.id])
        signal = list(self._signal(bodies)) if bodies else []
        if not self._is_meant(bodies, signal):
            return Outcome(self.form, self.lang)
        found = [*signal, *bodies]
        share = len(bodies) / len(self.bodies)
        known = {item.part.id for item in found}
        absent = [part for part in self.parts if part.id not in known]
        if share < HALF and len(bodies) == 1:
            absent = [part for part in absent if not is_signal(part)]
        flaws = [
            *missing_parts(absent, self.lang, extent_of(found)),
            *(flaw for item in found for flaw in part_flaws(item, self.lang, self.setting)),
            *layout_flaws(found, self.parts, self.lang, self.setting, self._explained),
        ]
        return Outcome(self.form, self.lang, tuple(found), tuple(flaws), share)

    def _is_meant(self, bodies: Sequence[Found], signal: Sequence[Found]) -> bool:
        """Whether parts show that this statement is meant; known errors alone do only if it has one part."""
        announced = any(item.code is None for item in signal)
        is_all = bool(bodies) and len(self.bodies) == 1
        return announced or is_all or any(not item.is_known_error for item in bodies)

    def _signal(self, bodies: Sequence[Found]) -> Iterator[Found]:
        for item in self.signals:
            found = signal_for(item, bodies, self._explained, self.setting)
            if found:
                yield found

    def _explained(self) -> frozenset[int]:
        """Return the words that belong to this statement in any language."""
        if self._own is None:
            groups = [phrases for part in self.form.parts for phrases in part.wordings.values()]
            spans = [span for phrases in groups for span, _ in places(phrases, self.setting)]
            self._own = frozenset(number for span in spans for number in range(*span))
        return self._own

    def _in_place_of(self, best: Outcome) -> Outcome | None:
        """Return the outcome of a text that is known to be written in place of the whole statement."""
        for span, _, code in wrong_places(self.form.instead, self.setting):
            text = form_text(self.form, self.lang, self.setting)
            flaw = Flaw(code, self.lang, (), text, self.setting.words.excerpt(span), place=span)
            return Outcome(self.form, self.lang, best.found, (flaw,), best.share or 0.01)
        return None


def _rank(outcome: Outcome) -> tuple[float, int, int]:
    return outcome.share, -len(outcome.flaws), -(outcome.place.first if outcome.place else 0)
