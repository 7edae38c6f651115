"""Disguises for the metamorphic test: each rewrites words of a text and tells where its characters went."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from msglint.disguise.spellings import characters, syllables
from msglint.packs.model import Spellings
from msglint.text.words import default_segmenter

Write = Callable[[str], str | None]
"""How a word is written in disguise; None if the disguise has no form of it."""

CYRILLIC = str.maketrans("aceopxyACEHKMOPTX", "асеорхуАСЕНКМОРТХ")
LEET = {"o": "0", "e": "3", "i": "1", "a": "@", "s": "$", "t": "7"}
LATIN_WORD = re.compile(r"(?<![\w@.-])[A-Za-z]{5,}(?![\w@'’]|[.-]\w)")


@dataclass(frozen=True)
class Disguised:
    """A text in disguise; `places` holds, for each word written otherwise, its span before and after."""

    text: str
    places: tuple[tuple[int, int, int, int], ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return where start:end of the plain text stands now, at least."""
        return self._moved(start, last=False), self._moved(end, last=True)

    def _moved(self, offset: int, *, last: bool) -> int:
        shift = 0
        for first, behind, new_first, new_behind in self.places:
            if offset >= behind:
                shift = new_behind - behind
            elif offset > first:
                return new_behind if last else new_first
        return offset + shift


def disguised(text: str, words: Iterator[tuple[int, int]], write: Write) -> Disguised | None:
    """Return the text with its words written otherwise; None if that leaves it as it is."""
    parts: list[str] = []
    places = []
    position = length = 0
    for start, end in words:
        new = write(text[start:end])
        if new is None or start < position:
            continue
        parts += text[position:start], new
        length += start - position
        places.append((start, end, length, length + len(new)))
        length += len(new)
        position = end
    return Disguised("".join((*parts, text[position:])), tuple(places)) if places else None


def latin_words(text: str, known: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Yield the words of five letters or more that rules look for."""
    return (match.span() for match in LATIN_WORD.finditer(text) if match[0].lower() in known)


def han_words(text: str, spellings: Spellings) -> Iterator[tuple[int, int]]:
    """Yield the words that the table of spellings lists, the longest first at each place."""
    listed = sorted((item.word for item in spellings.words if not item.word.isascii()), key=len, reverse=True)
    return (match.span() for match in re.finditer("|".join(map(re.escape, listed)), text))


def leet(word: str) -> str | None:
    """Put one digit or sign for a letter inside a word."""
    for index in range(1, len(word) - 1):
        if word[index].lower() in LEET:
            return word[:index] + LEET[word[index].lower()] + word[index + 1 :]
    return None


LATIN: Mapping[str, Write] = {
    "invisible": lambda word: f"{word[:2]}\u200b{word[2:]}",
    "soft hyphen": lambda word: f"{word[:3]}\u00ad{word[3:]}",
    "width": lambda word: "".join(chr(ord(char) + 0xFEE0) for char in word),
    "mathematical": lambda word: "".join(_bold(char) for char in word),
    "circled": lambda word: "".join(chr(ord("Ⓐ") + ord(char.upper()) - ord("A")) for char in word),
    "lookalike": lambda word: after if (after := word.translate(CYRILLIC)) != word else None,
    "leet": leet,
    "blanks": lambda word: " ".join(word),
    "dots": lambda word: ".".join(word),
    "hyphens": lambda word: "-".join(word),
    "hearts": lambda word: "♥".join(word),
    "one sign": lambda word: f"{word[:2]}*{word[2:]}",
    "lines": lambda word: "\n".join(word),
}


def _bold(char: str) -> str:
    first, base = ("a", 0x1D41A) if char.islower() else ("A", 0x1D400)
    return chr(base + ord(char) - ord(first))


def homophone(word: str, innocent: frozenset[str]) -> str | None:
    """Put another character of the same sound for the last one; words that mean something else stay out."""
    for index in range(len(word) - 1, -1, -1):
        for alike in reversed(
            characters().get(syllables().get(word[index], ""), "").replace(word[index], "")
        ):
            written = word[:index] + alike + word[index + 1 :]
            if written not in innocent and not default_segmenter().is_word(written):
                return written
    return None


def pinyin(word: str) -> str | None:
    """Put its reading for the first character."""
    sound = syllables().get(word[0])
    return sound + word[1:] if sound else None


def gloss(word: str) -> str | None:
    """Add its reading behind the first character."""
    sound = syllables().get(word[0])
    return f"{word[0]}({sound}){word[1:]}" if sound else None


def listed(means: str, spellings: Spellings) -> Write:
    """Return the disguise that writes one character as the table lists it."""
    innocent = {form for item in spellings.words for form in item.innocent}

    def write(word: str) -> str | None:
        for index, char in enumerate(word):
            forms = [form for name, form in spellings.characters.get(char, ()) if name == means]
            for form in forms:
                if (written := word[:index] + form + word[index + 1 :]) not in innocent:
                    return written
        return None

    return write


def han(spellings: Spellings) -> Mapping[str, Write]:
    """Return the disguises of Chinese words."""
    innocent = frozenset(form for item in spellings.words for form in item.innocent)
    return {
        "invisible": "\u200b".join,
        "dots": ".".join,
        "hyphens": "-".join,
        "blanks": " ".join,
        "hearts": "♥".join,
        "lines": "\n".join,
        "homophone": lambda word: homophone(word, innocent),
        "pinyin": pinyin,
        "gloss": gloss,
        **{means: listed(means, spellings) for means in ("lookalike", "split", "emoji")},
    }
