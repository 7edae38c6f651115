"""Readings in brackets behind a character, as copied text has them: `關(guān)注`, `好（hǎo）评`."""

from __future__ import annotations

from collections.abc import Iterator

from msglint.disguise.plain import Change, Plain, Rewrite
from msglint.disguise.spellings import PLAIN_TONES, characters
from msglint.text.patterns import lazy_pattern

GLOSS = lazy_pattern(r"(?<=[\u3400-\u9fff]) ?[(\[【]([a-zāáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜ]{1,6})[)\]】]")


def glosses(plain: Plain) -> Iterator[Rewrite]:
    """Yield the bracketed syllables behind Han characters, to be left out."""
    for match in GLOSS.finditer(plain.text):
        if match[1].translate(PLAIN_TONES) in characters():
            start, end = match.span()
            # The character before belongs to the window, so that what follows it touches the disguise.
            yield Rewrite(start - 1, end, (Change(start, end, ""),), ("gloss",))
