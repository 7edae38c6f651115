"""Chinese words written with other characters, letters, emoji or parts of characters: `薇信`, `hao评`.

Every character of a word may be replaced by one that sounds like it, by its pinyin, or as the rules' tables
say. Patterns are made of sounds, so that a text is scanned once, whatever homophone stands in it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, cached_property
from itertools import islice, product
from typing import TYPE_CHECKING

from ahocorasick_rs import AhoCorasick, MatchKind

from msglint.disguise.companions import stands_beside, stands_between
from msglint.disguise.plain import Change, Rewrite, around
from msglint.disguise.sounds import SOUNDS
from msglint.frozen import Frozen
from msglint.text.scripts import is_spaced
from msglint.text.words import default_segmenter

if TYPE_CHECKING:
    from msglint.packs.model import SpelledWord, Spellings

StandsAlone = Callable[[str, int, int], bool]

TONED = {
    char: plain
    for plain, row in {"a": "āáǎà", "e": "ēéěè", "i": "īíǐì", "o": "ōóǒò", "u": "ūúǔùüǖǘǚǜ"}.items()
    for char in row
}
PLAIN_TONES = str.maketrans(TONED)
MIN_LATIN = 3
"""Letters of a form that is looked for in texts without Chinese."""

AROUND = 64
"""Characters on either side that show whether a word is torn."""

FIRST_SOUND = 0xE100
"""Code point, for private use, that stands for the first of the sounds."""


@cache
def characters() -> Mapping[str, str]:
    """Return the characters of each syllable."""
    parted = ([char.isascii() for char in group].index(False) for group in SOUNDS.split())
    return {group[:end]: group[end:] for group, end in zip(SOUNDS.split(), parted, strict=True)}


@cache
def syllables() -> Mapping[str, str]:
    """Return the syllable of each character."""
    return {char: syllable for syllable, chars in characters().items() for char in chars}


class Part(Frozen):
    """How one character is written: as `text`, or (None) as any character of its sound."""

    char: str
    text: str | None
    means: str

    @property
    def shown(self) -> str:
        """The text, or the character for all that sound like it."""
        return self.char if self.text is None else self.text


class Form(Frozen):
    """A way to write a word; `sure` forms need no companion if a character of the word is left."""

    word: SpelledWord
    parts: tuple[Part, ...]
    sure: bool = True


class _Scanner:
    """Finds the patterns of forms in a text."""

    def __init__(self, forms: Mapping[str, Sequence[Form]]) -> None:
        self._forms = list(forms.values())
        self._automaton = AhoCorasick(list(forms), matchkind=MatchKind.Standard) if forms else None

    def find(self, text: str) -> Iterator[tuple[int, int, Sequence[Form]]]:
        """Yield where a pattern stands, and the forms that have it."""
        if self._automaton is not None:
            for index, start, end in self._automaton.find_matches_as_indexes(text, overlapping=True):
                yield start, end, self._forms[index]


class SpelledWords:
    """Finds disguised words; immutable once built."""

    def __init__(self, spellings: Spellings, stands_alone: StandsAlone) -> None:
        self._spellings = spellings
        self._stands_alone = stands_alone
        self._words = {item.word for item in spellings.words}

    @cached_property
    def _table(self) -> Mapping[int, str | int]:
        """What a text is translated by before it is scanned: signs for sounds in the place of characters."""
        chars = {char for item in self._spellings.words for char in item.word}
        sounds = sorted({syllables()[char] for char in chars if char in syllables()})
        heard = {
            char: chr(FIRST_SOUND + index)
            for index, sound in enumerate(sounds)
            for char in characters()[sound]
        }
        return PLAIN_TONES | str.maketrans(heard)

    @cached_property
    def _all(self) -> _Scanner:
        return _Scanner(self._by_pattern(self._table, _is_any))

    @cached_property
    def _latin(self) -> _Scanner:
        """What finds the forms that a text without Chinese can hold."""
        forms = self._by_pattern(PLAIN_TONES, _is_latin)
        return _Scanner({text: found for text, found in forms.items() if len(text) >= MIN_LATIN})

    def _by_pattern(
        self, table: Mapping[int, str | int], is_meant: Callable[[Part], bool]
    ) -> Mapping[str, Sequence[Form]]:
        """Return the forms made of parts that are meant, by the text that shows them."""
        forms: dict[str, list[Form]] = defaultdict(list)
        for word in self._spellings.words:
            for form in _forms(word, self._spellings, is_meant):
                forms["".join(part.shown for part in form.parts).translate(table)].append(form)
        return forms

    def find(self, text: str) -> Iterator[Rewrite]:
        """Yield the disguised words of a folded text that may be taken for such."""
        yield from self._find(text, ((0, len(text)),))

    def find_over(self, text: str, seams: Sequence[int]) -> Iterator[Rewrite]:
        """Yield those that reach over one of the ascending offsets."""
        yield from self._find(text, around((seam, seam) for seam in seams), seams)

    def find_near(self, text: str, spans: Iterable[tuple[int, int]]) -> Iterator[Rewrite]:
        """Yield those that stand near one of the ascending spans."""
        yield from self._find(text, around(spans))

    def _find(
        self, text: str, stretches: Iterable[tuple[int, int]], seams: Sequence[int] | None = None
    ) -> Iterator[Rewrite]:
        latin = text.isascii()
        scanner, table = (self._latin, {}) if latin else (self._all, self._table)
        for low, high in stretches:
            for start, end, forms in scanner.find(text[low:high].translate(table)):
                if seams is None or bisect_right(seams, low + start) < bisect_left(seams, low + end):
                    read = (self._read(text, low + start, low + end, form) for form in forms)
                    yield from islice(filter(None, read), 1)

    def _is_whole(self, text: str, start: int, end: int, form: Form) -> bool:
        """Whether no word is torn.

        Beside a character that is left, a listed form counts as the word it stands for: `wei信号` as 微信号.
        """
        if self._stands_alone(text, start, end):
            return True
        homophones = any(part.text is None for part in form.parts if part.char not in text[start:end])
        before = text[max(0, start - AROUND) : start]
        plain, behind = f"{before}{form.word.word}", text[end : end + AROUND]
        if homophones or not self._stands_alone(plain + behind, len(before), len(plain)):
            return False
        first, last = text[start] == form.word.word[0], text[end - 1] == form.word.word[-1]
        # Digits may follow letters if companions of the word stand on both sides: `好评fx10元`.
        last = last or (before.endswith(form.word.before) and behind.startswith(form.word.behind))
        return (first or _is_open(text, start, start, end)) and (last or _is_open(text, end, start, end))

    def _read(self, text: str, start: int, end: int, form: Form) -> Rewrite | None:
        changes, position, kept = [], start, False
        means = set()
        for part in form.parts:
            length = 1 if part.text is None else len(part.text)
            written = text[position : position + length]
            if written == part.char:
                kept = True
            else:
                if part.text is not None and written.translate(PLAIN_TONES) != part.text:
                    return None
                changes.append(Change(position, position + length, part.char))
                means.add(part.means)
            position += length
        if not changes or text[start:end] in self._words:
            return None
        doubtful = not (form.sure and kept) or _is_word(text[start:end], form.word)
        if doubtful and not stands_beside(text, start, end, form.word):
            return None
        if not stands_between(text, start, end, form.word) and not self._is_whole(text, start, end, form):
            return None
        return Rewrite(start, end, tuple(changes), tuple(sorted(means)))


def _is_open(text: str, edge: int, start: int, end: int) -> bool:
    """Whether neither a Latin word nor, by the dictionary, a Chinese one reaches over an edge."""
    latin = 0 < edge < len(text) and is_spaced(text[edge - 1]) and is_spaced(text[edge])
    return not latin and not default_segmenter().is_torn(text, edge, start, end)


def _is_word(written: str, word: SpelledWord) -> bool:
    return written in word.innocent or default_segmenter().is_word(written)


def _is_any(_: Part) -> bool:
    return True


def _is_latin(part: Part) -> bool:
    return part.shown.translate(PLAIN_TONES).isascii()


def _forms(word: SpelledWord, spellings: Spellings, is_meant: Callable[[Part], bool]) -> Iterator[Form]:
    """Yield the ways to write a word of which every part is meant."""
    if not word.word.isascii():
        alternatives = [list(filter(is_meant, _parts(char, spellings))) for char in word.word]
        for parts in product(*alternatives):
            yield Form(word, parts)
        if spaced := _spaced_pinyin(word):
            yield spaced
    for means, written in word.written:
        part = Part(word.word, written, means)
        if is_meant(part):
            yield Form(word, (part,), sure=False)


def _parts(char: str, spellings: Spellings) -> Iterator[Part]:
    yield Part(char, None, "homophone")
    if char in syllables():
        yield Part(char, syllables()[char], "pinyin")
    for means, written in spellings.characters.get(char, ()):
        yield Part(char, written, means)


def _spaced_pinyin(word: SpelledWord) -> Form | None:
    sounds = [syllables().get(char) for char in word.word]
    if len(sounds) < 2 or None in sounds:
        return None
    written = " ".join(sound for sound in sounds if sound)
    return Form(word, (Part(word.word, written, "pinyin"),), sure=False)
