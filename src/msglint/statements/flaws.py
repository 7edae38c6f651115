"""What is wrong with the parts that were found, and with the way they stand."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise

import regex

from msglint.packs.model import Part
from msglint.packs.phrases import Phrase
from msglint.statements.diff import diff, written
from msglint.statements.extent import PART_END
from msglint.statements.outcome import (
    CASE,
    NOT_TOGETHER,
    UNFILLED,
    VERBATIM,
    WORDING,
    Flaw,
    Found,
    Setting,
)  # fmt: skip
from msglint.statements.wording import LITTLE_WORDS, Wording, readings
from msglint.statements.words import BLANK, Range, Words

FEW = 3
"""Foreign words between two parts that are an insertion; more tear the statement apart."""

PLACEHOLDER = regex.compile(r"[\[\]<>{}_…]|\.\.\.|^\s*\(.*\)\s*$|\b[xX]{3,}\b")
ASIDE = regex.compile(r"\s*[/(（]")
"""How a version in another language begins that stands between the parts."""

Explained = Callable[[], frozenset[int]]
"""Returns the words of a document that belong to the statement, in any language."""


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
        severity = max((part.severity[code] for part in those if code in part.severity), default=None)
        names = tuple(part.id for part in those)
        yield Flaw(code, lang, names, expected, place=place, severity=severity)


def part_flaws(found: Found, lang: str, setting: Setting) -> Iterator[Flaw]:
    """Yield what is wrong with one part that was found."""
    if found.code:
        yield _flaw(found, found.code, lang, setting)
        return
    unfilled = _unfilled(found, setting.words)
    if unfilled:
        yield _flaw(found, unfilled, lang, setting)
    elif found.part.as_written and not setting.any_case and _lost_capitals(found, setting.words):
        yield _flaw(found, CASE, lang, setting)


def layout_flaws(found: Sequence[Found], lang: str, setting: Setting, explained: Explained) -> Iterator[Flaw]:
    """Yield what stands between the parts and should not, and parts in the wrong order."""
    ordered = sorted(found, key=lambda item: item.span)
    if setting.match == VERBATIM and [item.part.id for item in ordered] != [item.part.id for item in found]:
        yield _whole(WORDING, ordered, found, lang, setting)
    for first, second in pairwise(ordered):
        code = _gap_code(first, second, setting, explained)
        if code:
            yield _whole(code, [first, second], [first, second], lang, setting)


def _flaw(found: Found, code: str, lang: str, setting: Setting) -> Flaw:
    words, span, part = setting.words, found.span, found.part
    shown = _shown(found.wording, words, span) if found.wording.words else ""
    severity = part.severity.get(code)
    return Flaw(code, lang, (part.id,), written(found.wording), words.excerpt(span), shown, span, severity)


def _shown(wording: Wording, words: Words, span: Range) -> str:
    return diff(wording, words.tokens[span.first : span.last], words.originals(span))


def _whole(code: str, place: Sequence[Found], order: Sequence[Found], lang: str, setting: Setting) -> Flaw:
    span = Range(place[0].span.first, max(item.span.last for item in place))
    severities = [item.part.severity.get(code) for item in order]
    severity = max((s for s in severities if s is not None), default=None) if all(severities) else None
    expected = joined(written(item.wording) for item in order)
    names = tuple(item.part.id for item in order)
    shown = _shown(readings(Phrase.literal(expected))[0], setting.words, span) if code == WORDING else ""
    return Flaw(code, lang, names, expected, setting.words.excerpt(span), shown, span, severity)


def _lost_capitals(found: Found, words: Words) -> bool:
    """Whether a word that the wording has in capitals is not so in the text."""
    wording, originals = found.wording, words.originals(found.span)
    if len(originals) != len(wording.words):
        return False
    pairs = enumerate(originals)
    return any(wording.capitals(index) and word != word.upper() for index, word in pairs)


def filling(wording: Wording, span: Range) -> Range:
    """Return the words that fill the wording's blank."""
    blank = wording.words.index(BLANK)
    return Range(span.first + blank, span.last - (len(wording.words) - 1 - blank))


def _unfilled(found: Found, words: Words) -> str | None:
    if BLANK not in found.wording.words:
        return None
    span = filling(found.wording, found.span)
    tokens = words.tokens[span.first : span.last]
    if BLANK in tokens or PLACEHOLDER.search(_with_signs(words, span)):
        return UNFILLED
    idle = LITTLE_WORDS.union(found.part.unfilled_by)
    return found.part.code if all(token in idle for token in tokens) else None


def _with_signs(words: Words, span: Range) -> str:
    """Return what fills a blank together with the signs around it."""
    before = words.between(span.first - 1, span.first) if span.first else ""
    return before.lstrip() + words.excerpt(span) + words.behind(span.last - 1).rstrip()


def _gap_code(first: Found, second: Found, setting: Setting, explained: Explained) -> str | None:
    words, gap = setting.words, Range(first.span.last, second.span.first)
    if gap.last <= gap.first or _is_aside(words, first, gap):
        return None
    foreign = [number for number in range(*gap) if number not in explained()]
    if not foreign or _is_other_script(words, foreign, first.wording):
        return None
    if setting.match == VERBATIM:
        if len(foreign) > FEW or _stands_apart(words, gap):
            return NOT_TOGETHER
        return None if first.code or second.code else WORDING
    if setting.together is None or len(foreign) <= FEW:
        return None
    kind = setting.together.kind
    (segment, unit), (other_segment, other) = words.unit(kind, gap.first - 1), words.unit(kind, gap.last)
    return None if segment == other_segment and other - unit < setting.together.count else NOT_TOGETHER


def _is_aside(words: Words, first: Found, gap: Range) -> bool:
    return bool(ASIDE.match(words.between(first.span.last - 1, gap.first)))


def _stands_apart(words: Words, gap: Range) -> bool:
    """Whether words between two parts are cut off from both."""
    return all(PART_END.search(words.joint(number)) for number in (gap.first - 1, gap.last - 1))


def _is_other_script(words: Words, numbers: Sequence[int], wording: Wording) -> bool:
    """Whether words are all Chinese or Japanese next to a wording that is not, or the other way round."""
    dense = {_is_dense(words.tokens[number]) for number in numbers if words.tokens[number].isalpha()}
    return dense == {not _is_dense(wording.words[0])} if wording.words else False


def _is_dense(word: str) -> bool:
    return ord(word[0]) > 0x2E7F
