"""Phrases of a pack cut into words once, and remembered for all documents."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Generic, TypeVar

from msglint.frozen import Frozen
from msglint.statements.alike import Forms, forms, traced
from msglint.statements.outcome import BEGUN
from msglint.statements.outlines import Outlines
from msglint.statements.tokens import words_of
from msglint.statements.wording import Wording, is_plain, readings, weight
from msglint.text.fold import fold

if TYPE_CHECKING:
    from msglint.packs.model import Form, Part
    from msglint.packs.phrases import Phrase

K = TypeVar("K")
V = TypeVar("V")

MAX_REMEMBERED = 8192


class ById(Generic[K, V]):
    """A function whose answers are remembered by the identity of what was asked.

    Pack objects live as long as their ruleset and hold mappings, so that they cannot be hashed; what was
    asked is kept beside its answer, so that no other object takes its identity.
    """

    def __init__(self, answer: Callable[[K], V]) -> None:
        self._answer = answer
        self._known: dict[int, tuple[K, V]] = {}

    def __call__(self, asked: K) -> V:
        """Return the answer, found anew if it is not known."""
        known = self._known.get(id(asked))
        if known is None:
            if len(self._known) >= MAX_REMEMBERED:
                self._known.clear()
            known = self._known[id(asked)] = (asked, self._answer(asked))
        return known[1]


class Lexed(Frozen):
    """The wordings of phrases that are made of words alone, and the other phrases.

    `vocabulary` are all words of the wordings, `by_trace` the same by what tells of them; `most` is
    what a word may weigh in a wording, `least` what a wording weighs at least, `longest` how many words one
    has at most; `outlines` compares all wordings at once.
    """

    wordings: tuple[Wording, ...]
    mixed: tuple[Phrase, ...]
    vocabulary: frozenset[str]
    forms: frozenset[str]
    by_trace: Mapping[str, frozenset[str]]
    most: Mapping[str, float]
    least: float
    longest: int
    outlines: Outlines

    def answered_by(self, traces: frozenset[str]) -> set[str]:
        """Return the words of the wordings that occur, or words like them, among `traces`."""
        return {word for trace in traces.intersection(self.by_trace) for word in self.by_trace[trace]}

    def is_begun(self, traces: frozenset[str]) -> bool:
        """Whether enough words of one of the wordings occur, or words like them, among `traces`."""
        return self.outlines.reached(BEGUN, self.answered_by(traces))

    def telling(self, tokens: Iterable[str]) -> list[Forms]:
        """Return those of some words that are like a word of the wordings, by what they are compared by."""
        found = map(forms, tokens)
        return [form for form in found if not self.forms.isdisjoint(form)]


def _lexed(phrases: tuple[Phrase, ...]) -> Lexed:
    wordings = tuple(wording for phrase in phrases if is_plain(phrase) for wording in readings(phrase))
    mixed = tuple(phrase for phrase in phrases if not is_plain(phrase))
    vocabulary = frozenset(word for wording in wordings for word in wording.words)
    compared = frozenset(form for word in vocabulary for form in forms(word))
    by_trace: defaultdict[str, set[str]] = defaultdict(set)
    for wording in wordings:
        for trace, word in traced(wording.words):
            by_trace[trace].add(word)
    most: defaultdict[str, float] = defaultdict(float)
    for wording in wordings:
        for word, count in Counter(wording.words).items():
            most[word] = max(most[word], count * weight(word))
    least = min((wording.weight for wording in wordings), default=0.0)
    longest = max((len(wording.words) for wording in wordings), default=1)
    frozen = {trace: frozenset(words) for trace, words in by_trace.items()}
    return Lexed(wordings, mixed, vocabulary, compared, frozen, most, least, longest, Outlines(wordings))


lexed: ById[tuple[Phrase, ...], Lexed] = ById(_lexed)


def _groups(form: Form) -> Iterable[tuple[Phrase, ...]]:
    for part in form.parts:
        yield from part.wordings.values()
        yield from part.instead.values()
    yield from form.instead.values()


vocabulary: ById[Form, frozenset[str]] = ById(
    lambda form: frozenset().union(*(lexed(group).vocabulary for group in _groups(form)))
)
"""Every word that a form may need, in all languages."""


def _cut(texts: Iterable[str]) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(word for word, _, _ in words_of(fold(text).text)) for text in texts)


kept_terms: ById[Part, tuple[tuple[str, ...], ...]] = ById(lambda part: _cut(part.keep))
"""The terms of a part that may not change, in words."""

idle_words: ById[Part, frozenset[str]] = ById(
    lambda part: frozenset(word for term in _cut(part.unfilled_by) for word in term)
)
"""Words that do not fill a part's blank."""
