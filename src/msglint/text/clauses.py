"""Where clauses end inside sentences: at commas, colons, semicolons, dashes, and before “but”."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msglint.text.abbreviations import SIGNAL_WORDS
from msglint.text.patterns import lazy_pattern
from msglint.text.sentences import CLOSING
from msglint.text.tables import INVISIBLE

LETTER = r"[^\W\d_\u2e80-\U0010ffff]"
STOP = lazy_pattern(
    rf"""(?P<stop> (?<!\d)[,;:，；：]|[,;:，；：](?!\d) | [—―]+ | --+ | (?<=\S[^\S\n])[–−-](?=\s) )
         {CLOSING}*+ [\s{INVISIBLE}]*+""",
    re.VERBOSE,
)
# In French “ma” is “my”; the Italian “but” is known by what follows.
AFTER_MA = "non|il|la|lo|i|gli|le|se|anche|è|ci|si|solo|per|in|con|questo|ti|vi|ne|mi|un"
CONTRAST = lazy_pattern(
    rf"""(?=[abhmpABHMP但不然]) (?:
         (?<!{LETTER})(?<!(?i:nothing)\ )(?<!(?i:anything)\ )(?i:but|however|aber|mais|pero)(?!{LETTER})
       | (?<!{LETTER})(?i:ma)(?=\s+(?i:{AFTER_MA})(?!{LETTER}))
       | (?<![不非岂豈])但(?![愿願凡])
       | (?<!只)(?<![再最]好)不[过過](?![期敏时時分量去来來])
       | 然而 )""",
    re.VERBOSE,  # Ignoring case throughout would take 20 ms to compile, for the ranges in LETTER.
)
LAST_WORD = lazy_pattern(r"[^\W\d_]+\s?\Z")
NO_END_BEFORE = "/\\"


def clause_ends(text: str) -> Iterator[int]:
    """Yield the offsets at which clauses begin within sentences, in no order.

    Web addresses and placeholders must have been masked.
    """
    for match in STOP.finditer(text):
        if match.end() < len(text) and not _goes_on(text, match):
            yield match.end()
    for match in CONTRAST.finditer(text):
        yield match.start()


def _goes_on(text: str, match: re.Match[str]) -> bool:
    """Say whether a colon belongs to a path (`C:/`) or to the signal word of a warning (`WARNING:`)."""
    if match["stop"] not in ":：":
        return False
    if text[match.end("stop")] in NO_END_BEFORE:
        return True
    before = LAST_WORD.search(text, max(0, match.start() - 20), match.start())
    return before is not None and before[0].strip().lower() in SIGNAL_WORDS
