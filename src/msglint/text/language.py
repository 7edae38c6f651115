"""Which language a text is written in: by its script, and within Latin letters by its frequent words."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from functools import cache, lru_cache

from msglint.text.fold import fold
from msglint.text.language_words import ONLY_JAPANESE, SPOKEN, WORDS
from msglint.text.patterns import lazy_pattern
from msglint.text.placeholders import find_placeholders
from msglint.text.units import unit_starts

ASCII_RUN = lazy_pattern(r"[!-~]+")
NO_WORDS = lazy_pattern(r"\d|@|://|www\.")
HAN = lazy_pattern(r"[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
# Without の and ノ, with which Chinese shops like to dress their names.
HIRAGANA = lazy_pattern(r"[\u3041-\u306d\u306f-\u3096]")
KATAKANA = lazy_pattern(r"[\u30a1-\u30cd\u30cf-\u30fa]")
LATIN_WORD = lazy_pattern(r"(?:[^\W\d_\u0370-\U0010ffff]|[\u0300-\u036f])+'?")
ASCII_WORD = lazy_pattern("[a-zA-Z]+'?")
"""Finds in a text of ASCII alone what LATIN_WORD finds; that and its kin take milliseconds to compile."""

OTHER_LETTER = lazy_pattern(r"[\u0370-\u1dff\ua000-\ud7ff]")
LETTERS = {"ñ": "es", "ß": "de", "ä": "de", "ö": "de", "œ": "fr", "ê": "fr", "ã": "pt", "õ": "pt", "å": "sv",
           "ø": "da", "ł": "pl", "ę": "pl", "ż": "pl", "ğ": "tr", "ı": "tr", "ş": "tr"}  # fmt: skip
ENDINGS = {"ung": "de", "keit": "de", "lich": "de", "zione": "it", "ità": "it", "ción": "es", "dad": "es",
           "ing": "en", "eux": "fr", "ment": "fr"}  # fmt: skip
MOSTLY, SOME = 0.3, 0.05
"""Shares of Japanese signs: katakana alone may be a product's name, hiragana is grammar."""

LEAD = 1.2
"""How far the best language must be ahead of the next."""

HINT = 0.4
"""What a letter or an ending says, measured by a word that only one language has."""


def detect(text: str) -> str | None:
    """Return `zh`, `en`, `de`, `fr`, `it`, `es`, `ja`, or None for another language or too little text.

    In mixed text the larger share counts, a Han or kana character for half a word. Placeholders, addresses
    and whatever holds digits say nothing.
    """
    opaque = [(found.start, found.end) for found in find_placeholders(text)]
    plain = ASCII_RUN.sub(lambda run: " " if NO_WORDS.search(run[0]) else run[0], fold(text, opaque).text)
    if plain.isascii():
        return _latin(ASCII_WORD.findall(plain))
    words = LATIN_WORD.findall(plain)
    asian, characters = _asian(plain)
    others = len(OTHER_LETTER.findall(plain))
    if others > max(characters, sum(map(len, words))):
        return None
    if len(words) <= characters / 2:
        return asian
    return _latin(words) or asian


def languages_by_sentence(text: str) -> list[tuple[int, int, str | None]]:
    """Return start, end (code points) and language of each sentence of a text, in order."""
    opaque = [(found.start, found.end) for found in find_placeholders(text)]
    starts = unit_starts(text, "sentence", opaque)
    spans = zip(starts, [*starts[1:], len(text)], strict=True)
    return [(start, end, detect(text[start:end])) for start, end in spans]


def _asian(text: str) -> tuple[str | None, int]:
    """Return Chinese or Japanese (None if a single character is all there is) and how many characters."""
    han, hiragana, katakana = (pattern.findall(text) for pattern in (HAN, HIRAGANA, KATAKANA))
    total = len(han) + len(hiragana) + len(katakana)
    if total < 2:
        return None, total
    grammar = len(hiragana) + sum(char in ONLY_JAPANESE for char in han)
    share = (grammar + len(katakana)) / total
    return "ja" if share >= MOSTLY or (grammar and share >= SOME) else "zh", total


def _latin(words: list[str]) -> str | None:
    """Return the language of Latin words if one is clearly ahead."""
    scores: defaultdict[str, float] = defaultdict(float)
    for word, count in Counter(words).items():
        for language, weight in _weights(word).items():
            scores[language] += weight * count
    first, second, *_ = [*sorted(scores, key=lambda name: -scores[name]), "", ""]
    clear = scores[first] >= max(1, LEAD * scores[second])
    return first if clear and first in SPOKEN else None


@lru_cache(maxsize=4096)
def _weights(word: str) -> Mapping[str, float]:
    known = _languages().get(word) or _languages().get(word.rstrip("'"))
    if known:
        return dict.fromkeys(known, 1 / len(known))
    hints = [language for letter, language in LETTERS.items() if letter in word]
    hints += [language for ending, language in ENDINGS.items() if word.endswith(ending)]
    return dict.fromkeys(hints, HINT)


@cache
def _languages() -> Mapping[str, frozenset[str]]:
    """Return the languages of each frequent word."""
    languages: defaultdict[str, set[str]] = defaultdict(set)
    for language, words in WORDS.items():
        for word in words.split():
            languages[word].add(language)
    return {word: frozenset(names) for word, names in languages.items()}
