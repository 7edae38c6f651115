"""Where the parts of a form stand word for word, right or in a known wrong form."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from msglint.packs.model import Form, Part
from msglint.packs.phrases import Phrase
from msglint.statements.outcome import SIGNAL_MISSING, Setting
from msglint.statements.search import occurrences
from msglint.statements.wording import Wording, is_plain, readings, weight
from msglint.statements.words import Range

Place = tuple[Range, Wording]


@dataclass(frozen=True, slots=True)
class Candidates:
    """A part in one language: its wordings and their places, and the places of known errors with their codes.

    `foreign` are telling words of its wordings in other languages alone.
    """

    part: Part
    wordings: tuple[Wording, ...]
    foreign: frozenset[str]
    exact: tuple[Place, ...]
    wrong: tuple[tuple[Range, Wording, str], ...]


def active_parts(form: Form, lang: str, setting: Setting) -> list[Part]:
    """Return the parts that the form needs in a language: those whose condition surely holds."""
    return [part for part in form.parts if lang in part.wordings and setting.decide(part.when) is True]


def is_signal(part: Part) -> bool:
    """Whether the part is the statement's signal word."""
    return part.code == SIGNAL_MISSING


def candidates(part: Part, lang: str, setting: Setting) -> Candidates:
    """Return where a part stands in a document."""
    phrases = part.wordings[lang]
    own = vocabulary(phrases)
    others = vocabulary(phrase for code, many in part.wordings.items() if code != lang for phrase in many)
    foreign = frozenset(word for word in others - own if weight(word) == 1.0 and not word[0].isdecimal())
    wrong = wrong_places(part.instead, setting)
    return Candidates(part, plain(phrases), foreign, tuple(places(phrases, setting)), wrong)


def vocabulary(phrases: Iterable[Phrase]) -> set[str]:
    """Return the words of all readings of some phrases."""
    return {word for wording in plain(phrases) for word in wording.words}


def plain(phrases: Iterable[Phrase]) -> tuple[Wording, ...]:
    """Return the readings of all phrases that are made of words alone."""
    return tuple(wording for phrase in phrases if is_plain(phrase) for wording in readings(phrase))


def places(phrases: Iterable[Phrase], setting: Setting) -> list[Place]:
    """Return where one of the phrases stands, in order."""
    listed = tuple(phrases)
    found = occurrences(setting.words, plain(listed))
    for phrase in listed:
        if not is_plain(phrase):
            found += [(span, Wording(phrase.source, (), ())) for span in setting.find(phrase)]
    return sorted(found, key=lambda place: place[0])


def wrong_places(
    instead: Mapping[str, tuple[Phrase, ...]], setting: Setting
) -> tuple[tuple[Range, Wording, str], ...]:
    """Return where texts stand that are known to be wrong, with the codes they earn."""
    found = [
        (span, wording, code)
        for code, phrases in instead.items()
        for span, wording in places(phrases, setting)
    ]
    return tuple(sorted(found, key=lambda place: (place[0], place[2])))
