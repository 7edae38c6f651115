"""Which statements a text may have begun, told by its single words: most texts hold too few of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from msglint.statements.alike import forms
from msglint.statements.candidates import is_signal
from msglint.statements.lexed import Lexed, lexed
from msglint.statements.outcome import BEGUN
from msglint.statements.outlines import ROUNDING

if TYPE_CHECKING:
    from msglint.packs.model import Part, Statement
    from msglint.packs.phrases import Phrase

WHOLE = 1.0


class Openings(NamedTuple):
    """Groups of wordings, by number; plain data.

    `meant` says of which statement, in which languages, a group makes a part; `least` what the words of a
    group have to weigh together; `needed` the words without which no wording of it stands, each with all that
    it is compared by; `worths` which traces of words count for which groups, and how much at most. Of what is
    in `always`, some wording is more than words.
    """

    always: set[tuple[str, str]]
    meant: list[tuple[str, tuple[str, ...]]]
    least: list[float]
    needed: list[tuple[tuple[str, ...], ...]]
    worths: dict[str, list[tuple[int, float]]]

    def begun(self, traces: frozenset[str]) -> set[tuple[str, str]]:
        """Return which statements may be begun in which languages in a text with these traces of words."""
        found: defaultdict[int, float] = defaultdict(float)
        for trace in traces.intersection(self.worths):
            for group, worth in self.worths[trace]:
                found[group] += worth
        return self.always | {
            (statement, lang)
            for group, worth in found.items()
            if worth >= self.least[group] and not any(map(traces.isdisjoint, self.needed[group]))
            for statement, languages in [self.meant[group]]
            for lang in languages
        }


def openings(statements: Iterable[Statement]) -> Openings:
    """Return what tells which of these statements may be begun."""
    made = Openings(set(), [], [], [], {})
    for statement in statements:
        parts = (part for form in statement.forms for part in form.parts if not is_signal(part))
        for part in parts:
            for phrases, languages, share in _groups(part):
                _add(made, statement.id, phrases, languages, share)
    return made


def _groups(part: Part) -> Iterator[tuple[tuple[Phrase, ...], tuple[str, ...], float]]:
    """Yield the wordings of a part with the languages for which they count and the share that is needed."""
    for lang, phrases in part.wordings.items():
        yield phrases, (str(lang),), BEGUN
    for phrases in part.instead.values():
        yield from (((phrase,), tuple(map(str, part.wordings)), WHOLE) for phrase in phrases)


def _add(
    made: Openings, statement: str, phrases: tuple[Phrase, ...], languages: tuple[str, ...], share: float
) -> None:
    known = lexed(phrases)
    if known.mixed:
        made.always.update((str(statement), lang) for lang in languages)
    group = len(made.meant)
    made.meant.append((str(statement), languages))
    made.least.append(share * known.least - ROUNDING)
    made.needed.append(tuple(map(forms, _in_all(known))) if share == WHOLE else ())
    for trace, words in known.by_trace.items():
        made.worths.setdefault(trace, []).append((group, sum(known.most[word] for word in words)))


def _in_all(known: Lexed) -> list[str]:
    """Return the words that stand in every wording."""
    first, *others = (wording.needs for wording in known.wordings) if known.wordings else [frozenset[str]()]
    return sorted(first.intersection(*others))
