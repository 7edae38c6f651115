"""Blanks of a wording: were they filled in?"""

from __future__ import annotations

import regex

from msglint.statements.lexed import idle_words
from msglint.statements.outcome import UNFILLED, Found
from msglint.statements.tokens import BLANK
from msglint.statements.wording import LITTLE_WORDS, Wording
from msglint.statements.words import Range, Words

PLACEHOLDER = regex.compile(r"[\[\]<>{}_…]|\.\.\.|^\(.*\)[\s.,;]*$|\b[xX]{3,}\b")


def unfilled(found: Found, words: Words) -> str | None:
    """Return the code of a blank that holds nothing, or a mere placeholder; None if all is well."""
    if BLANK not in found.wording.words:
        return None
    span = _filling(found.wording, found.span)
    tokens = words.tokens[span.first : span.last]
    if BLANK in tokens or PLACEHOLDER.search(_with_signs(words, span)):
        return UNFILLED
    idle = LITTLE_WORDS | idle_words(found.part)
    return found.part.code if all(token in idle for token in tokens) else None


def _filling(wording: Wording, span: Range) -> Range:
    """Return the words that fill the wording's blank; none if the text is shorter than the wording."""
    blank = wording.words.index(BLANK)
    first = min(span.first + blank, span.last)
    return Range(first, max(first, span.last - (len(wording.words) - 1 - blank)))


def _with_signs(words: Words, span: Range) -> str:
    """Return what fills a blank together with the signs around it."""
    if span.first == span.last:
        return words.behind(span.first - 1).strip() if span.first else ""
    before = words.between(span.first - 1, span.first) if span.first else ""
    return before.lstrip() + words.excerpt(span) + words.behind(span.last - 1).rstrip()
