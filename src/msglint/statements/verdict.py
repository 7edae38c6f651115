"""Judging a statement in the languages that are wanted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from msglint.statements.candidates import is_signal
from msglint.statements.judge import form_text, has_signal, is_possible, judge_form
from msglint.statements.outcome import (
    LANGUAGE_MISSING,
    LANGUAGE_WRONG,
    MISSING,
    PART_MISSING,
    Flaw,
    Outcome,
    Setting,
)  # fmt: skip

if TYPE_CHECKING:
    from msglint.packs.model import Form, Statement
    from msglint.statements.languages import Wanted

STARTED = 0.5
"""Share of the parts from which on a statement counts as begun, if its signal word stands there too."""

ATTEMPT = 5
"""Words of a statement that show what is meant, though most of it is absent."""


def judge(statement: Statement, wanted: Wanted, setting: Setting) -> list[Flaw]:
    """Return what is wrong with a statement that must stand in a document; nothing if all is well.

    Languages for which the statement has no words are not judged.
    """
    outcomes = {code: best_form(statement, code, setting) for code in _known(statement, wanted.codes)}
    if not outcomes:
        return []
    if not wanted.is_all:
        outcomes = dict([max(outcomes.items(), key=lambda item: _merit(item[1]))])
    begun = [outcome for outcome in outcomes.values() if outcome.is_begun]
    absent = [code for code, outcome in outcomes.items() if not outcome.is_begun]
    flaws = [flaw for outcome in begun for flaw in outcome.flaws]
    if absent:
        codes = absent if wanted.is_all else _known(statement, wanted.codes)
        flaws += _absent(statement, codes, begun, setting)
    return flaws


def judge_started(statement: Statement, codes: Iterable[str], setting: Setting) -> list[Flaw]:
    """Return what is wrong with a statement that was begun in one of the languages; nobody need begin it."""
    outcomes = [
        best_form(statement, code, setting)
        for code in codes
        if any(may_be_started(form, code, setting) for form in statement.forms)
    ]
    if any(outcome.is_complete for outcome in outcomes):
        return []
    best = max(outcomes, key=_merit, default=None)
    return list(best.flaws) if best and _is_started(best) else []


def holds(statement: Statement, setting: Setting) -> bool:
    """Whether the statement stands complete in a document, in any language."""
    return any(best_form(statement, code, setting).is_complete for code in languages(statement))


def best_form(statement: Statement, lang: str, setting: Setting) -> Outcome:
    """Return how the statement's best form fares in a language."""
    outcomes = [
        _with_expiry(outcome, setting)
        for form in statement.forms
        if (outcome := judge_form(form, lang, setting))
        and (outcome.is_begun or setting.decide(form.when) is not False)
    ]
    return max(outcomes, key=_merit, default=Outcome(statement.forms[0], lang))


def text(statement: Statement, codes: Iterable[str], setting: Setting) -> str:
    """Return the text to paste: the first permitted form, one line a language."""
    form = _permitted(statement, setting)
    return "\n".join(line for code in _known(statement, codes) if (line := form_text(form, code, setting)))


def languages(statement: Statement) -> list[str]:
    """Return the languages in which the statement has words; a mere signal word says nothing."""
    parts = [part for form in statement.forms for part in form.parts]
    bodies = [part for part in parts if not is_signal(part)]
    return list({code: None for part in bodies for code in part.wordings})


def _permitted(statement: Statement, setting: Setting) -> Form:
    allowed = [form for form in statement.forms if setting.decide(form.when) is not False]
    return (allowed or list(statement.forms))[0]


def _known(statement: Statement, codes: Iterable[str]) -> list[str]:
    known = languages(statement)
    return [code for code in codes if code in known]


def may_be_started(form: Form, lang: str, setting: Setting) -> bool:
    """Whether enough words of a form stand in a document for it to count as begun."""
    return is_possible(form, lang, setting, STARTED if has_signal(form, lang, setting) else 1.0)


def _merit(outcome: Outcome) -> tuple[bool, float, int]:
    return outcome.is_complete, outcome.share, -len(outcome.flaws)


def _is_started(outcome: Outcome) -> bool:
    announced = any(is_signal(item.part) for item in outcome.found)
    return outcome.share >= STARTED and (announced or outcome.share == 1.0)


def _is_attempted(outcome: Outcome) -> bool:
    """Whether more than a word or two of a statement was found."""
    bodies = [item.span for item in outcome.found if not is_signal(item.part)]
    announced = bool(bodies) and len(bodies) < len(outcome.found)
    return announced or sum(span.last - span.first for span in bodies) >= ATTEMPT


def _with_expiry(outcome: Outcome, setting: Setting) -> Outcome:
    """Return the outcome of a form, with its code if the form is no longer (or not yet) permitted."""
    form = outcome.form
    if not outcome.is_begun or setting.decide(form.when) is not False:
        return outcome
    code = form.otherwise or PART_MISSING
    place = outcome.place
    found = setting.words.excerpt(place) if place else ""
    flaw = Flaw(code, outcome.lang, (form.id,), form_text(form, outcome.lang, setting), found, place=place)
    return replace(outcome, flaws=(flaw,))


def _absent(statement: Statement, codes: list[str], begun: list[Outcome], setting: Setting) -> Iterator[Flaw]:
    """Yield what absent languages mean: others stand there instead, or beside them, or nothing does."""
    expected = text(statement, codes, setting)
    if begun:
        yield Flaw(LANGUAGE_MISSING, ",".join(codes), (), expected, place=begun[0].place)
        return
    others = [code for code in languages(statement) if code not in codes]
    best = max((best_form(statement, code, setting) for code in others), key=_merit, default=None)
    if best is None or not (_is_started(best) or _is_attempted(best)):
        yield Flaw(MISSING, ",".join(codes), (), expected)
        return
    found = setting.words.excerpt(best.place) if best.place else ""
    yield Flaw(LANGUAGE_WRONG, ",".join(codes), (), expected, found, place=best.place)
    yield from (flaw for flaw in best.flaws if flaw.code == PART_MISSING)
