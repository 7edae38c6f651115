"""Where the parts of a form stand word for word, right or in a known wrong form."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from msglint.frozen import Frozen
from msglint.statements.lexed import ById, Lexed, lexed
from msglint.statements.outcome import SIGNAL_MISSING, Setting
from msglint.statements.search import occurrences
from msglint.statements.wording import Wording, weight
from msglint.statements.words import Range

if TYPE_CHECKING:
    from msglint.packs.model import Form, Part
    from msglint.packs.phrases import Phrase

Place = tuple[Range, Wording]


class Candidates(Frozen):
    """A part in one language: its wordings, their places, and the places of known errors with their codes.

    `foreign` are telling words of its wordings in other languages alone.
    """

    part: Part
    known: Lexed
    foreign: frozenset[str]
    exact: tuple[Place, ...]
    wrong: tuple[tuple[Range, Wording, str], ...]

    @property
    def wordings(self) -> tuple[Wording, ...]:
        """The wordings that are made of words alone."""
        return self.known.wordings


def active_parts(form: Form, lang: str, setting: Setting) -> list[Part]:
    """Return the parts that the form needs in a language: those whose condition surely holds."""
    return [part for part in form.parts if lang in part.wordings and setting.decide(part.when) is True]


def is_signal(part: Part) -> bool:
    """Whether the part is the statement's signal word."""
    return part.code == SIGNAL_MISSING


def candidates(part: Part, lang: str, setting: Setting) -> Candidates:
    """Return where a part stands in a document."""
    phrases = part.wordings[lang]
    exact = tuple(places(phrases, setting))
    return Candidates(part, lexed(phrases), _foreign(part)[lang], exact, wrong_places(part.instead, setting))


def may_begin(part: Part, lang: str, setting: Setting, within: int) -> bool:
    """Whether enough words of a part occur `within` so many words of a document for it to have been begun."""
    known, words = lexed(part.wordings[lang]), setting.words
    return bool(known.mixed) or (
        known.is_begun(words.traces) and any(map(known.is_begun, words.nearby(within)))
    )


def may_be_found(part: Part, lang: str, setting: Setting, traces: frozenset[str]) -> bool:
    """Whether a part may be begun where these traces of words are, or stands in the document as known."""
    return lexed(part.wordings[lang]).is_begun(traces) or _stands(part, lang, setting)


def _stands(part: Part, lang: str, setting: Setting) -> bool:
    key = ("stands", id(part), lang)
    if key not in setting.words.memory:
        stands = places(part.wordings[lang], setting) or wrong_places(part.instead, setting)
        setting.words.memory[key] = bool(stands)
    return bool(setting.words.memory[key])


def places(phrases: tuple[Phrase, ...], setting: Setting) -> list[Place]:
    """Return where one of the phrases stands, in order."""
    known = lexed(phrases)
    present = known.vocabulary & setting.words.seen
    found = occurrences(setting.words, known.outlines.possible(present) if present else ())
    for phrase in known.mixed:
        found += [(span, Wording(phrase.source, (), ())) for span in setting.find(phrase)]
    return sorted(found, key=lambda place: place[0]) if known.mixed else found


def wrong_places(
    instead: Mapping[str, tuple[Phrase, ...]], setting: Setting
) -> tuple[tuple[Range, Wording, str], ...]:
    """Return where texts stand that are known to be wrong, with the codes they earn."""
    if not instead:
        return ()
    key = ("wrong", id(instead))
    if key not in setting.words.memory:
        setting.words.memory[key] = _wrong_places(instead, setting)
    known: tuple[tuple[Range, Wording, str], ...] = setting.words.memory[key]
    return known


def _wrong_places(
    instead: Mapping[str, tuple[Phrase, ...]], setting: Setting
) -> tuple[tuple[Range, Wording, str], ...]:
    found = [
        (span, wording, code)
        for code, phrases in instead.items()
        for span, wording in places(phrases, setting)
    ]
    return tuple(sorted(found, key=lambda place: (place[0], place[2])))


def _foreign_words(part: Part) -> Mapping[str, frozenset[str]]:
    words = {lang: lexed(phrases).vocabulary for lang, phrases in part.wordings.items()}
    telling = {word for many in words.values() for word in many if weight(word) == 1.0 and word.isalpha()}
    return {lang: frozenset(telling - own) for lang, own in words.items()}


_foreign: ById[Part, Mapping[str, frozenset[str]]] = ById(_foreign_words)
