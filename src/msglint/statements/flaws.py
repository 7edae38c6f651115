"""What is wrong with the parts of a statement, found or absent."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from msglint.statements.blanks import unfilled
from msglint.statements.diff import diff, written
from msglint.statements.outcome import CASE, Flaw, Found, Setting
from msglint.statements.wording import Wording, readings

if TYPE_CHECKING:
    from msglint.packs.model import Part
    from msglint.statements.words import Range, Words


def canonical(part: Part, lang: str) -> str:
    """Return the text that a part should have in a language."""
    phrase = part.wordings[lang][0]
    read = readings(phrase)
    return written(read[0]) if read else phrase.source


def joined(texts: Iterable[str]) -> str:
    """Join texts as sentences: with a blank, but none behind a dash or next to Chinese."""
    whole = ""
    for text in texts:
        tight = not whole or whole[-1] in "-–—" or ord(whole[-1]) > 0x2E7F or ord(text[0]) > 0x2E7F
        whole += text if tight else f" {text}"
    return whole


def missing_parts(parts: Sequence[Part], lang: str, place: Range | None) -> Iterator[Flaw]:
    """Yield one flaw for each code that absent parts earn."""
    for code in dict.fromkeys(part.code for part in parts):
        those = [part for part in parts if part.code == code]
        expected = " / ".join(canonical(part, lang) for part in those)
        own = [part.severity.get(code) for part in those]
        severity = max((item for item in own if item is not None), default=None) if all(own) else None
        names = tuple(part.id for part in those)
        yield Flaw(code, lang, names, expected, place=place, severity=severity)


def part_flaws(found: Found, lang: str, setting: Setting) -> Iterator[Flaw]:
    """Yield what is wrong with one part that was found."""
    if found.code:
        yield _flaw(found, found.code, lang, setting)
        return
    code = unfilled(found, setting.words)
    if code:
        yield _flaw(found, code, lang, setting)
    elif found.part.as_written and not setting.any_case and _lost_capitals(found, setting.words):
        yield _flaw(found, CASE, lang, setting)


def _flaw(found: Found, code: str, lang: str, setting: Setting) -> Flaw:
    words, span, part = setting.words, found.span, found.part
    shown = shown_difference(found.wording, words, span) if found.wording.words else ""
    severity = part.severity.get(code)
    return Flaw(code, lang, (part.id,), written(found.wording), words.excerpt(span), shown, span, severity)


def shown_difference(wording: Wording, words: Words, span: Range) -> str:
    """Return the wording with what the words of a document have instead."""
    return diff(wording, words.tokens[span.first : span.last], words.originals(span))


def _lost_capitals(found: Found, words: Words) -> bool:
    """Whether a word that the wording has in capitals is not so in the text."""
    wording, originals = found.wording, words.originals(found.span)
    if len(originals) != len(wording.words):
        return False
    pairs = enumerate(originals)
    return any(wording.capitals(index) and word != word.upper() for index, word in pairs)
