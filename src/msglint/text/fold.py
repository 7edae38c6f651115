"""Folding: one spelling for what readers see as the same text, with the way back to every original character.

Case, width, style (circled, mathematical, superscript letters), blanks, dashes, quotes, accents written as
two characters, traditional characters, ligatures and unseen characters are made alike. One pass replaces
characters one by one; where a text holds runs that grow or shrink, another pass rewrites those and notes them
as edits of the offset map. Letters of other scripts inside Latin words become Latin (`text/lookalikes.py`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from unicodedata import normalize

from msglint.frozen import Frozen
from msglint.offsets import IDENTITY, Edit, OffsetMap, Offsets
from msglint.text.lookalikes import LIGATURES, OTHER, latinised
from msglint.text.patterns import lazy_pattern
from msglint.text.tables import COMPOSED, INVISIBLE, MARKS, NEW, OLD

Spans = Sequence[tuple[int, int]]

OPAQUE = "\ue000"
"""What stands in a view for each character of a placeholder."""

TABLE = str.maketrans(OLD, NEW)
# Unseen characters beyond U+FFFF become an unseen one below, so that the patterns can keep to bitmaps.
for beyond in (range(0x1BCA0, 0x1BCA4), range(0x1D173, 0x1D17B), range(0xE0000, 0xE1000)):
    TABLE.update(dict.fromkeys(beyond, 0x200B))
TABLE[0x20E3] = 0x200B  # The keycap around a digit.

BLANKS = " \n\r\u2029"
# What the table leaves to do: runs of blanks, unseen characters, characters with marks behind them.
RUN_OF_BLANKS = rf"[{BLANKS}](?:(?<! )|(?=[{INVISIBLE}]*+[{BLANKS}]))(?:[{INVISIBLE}]*+[{BLANKS}])*+"
BLANK_RUN = lazy_pattern(RUN_OF_BLANKS)
ANY_RUN = lazy_pattern(
    rf"{RUN_OF_BLANKS}|[^{BLANKS}{INVISIBLE}](?:[{INVISIBLE}]*+[{MARKS}])++|[{COMPOSED}ﬀ-ﬆ]|[{INVISIBLE}]++"
)
ODD = lazy_pattern(f"[{INVISIBLE}{MARKS}{COMPOSED}ﬀ-ﬆ{OTHER}]")
UNSEEN = lazy_pattern(f"[{INVISIBLE}]+")
LINE_END = lazy_pattern(r"\r\n|[\r\n]")
MAX_MARKS = 30  # Sorting marks takes quadratic time, and no language piles up that many.
DOTTED_I = lazy_pattern("i\u0307+")


class View(Frozen):
    """A folded text; `offsets` maps its code points to those of the text that was folded.

    In a view the only blanks are a space and, where there was a blank line, two line ends.
    """

    text: str
    offsets: Offsets = IDENTITY


def fold(text: str, opaque: Spans = ()) -> View:
    """Return the view of a text.

    `opaque` are ascending spans (code points, end exclusive) of characters without meaning: each becomes
    OPAQUE. Folding a view's text again changes nothing.
    """
    if not opaque and text.isascii() and text.isprintable() and "  " not in text:
        return View(text.lower())
    masked = mask(text, opaque)
    even = masked.translate(TABLE)
    if even.isascii() or not ODD.search(even):
        return _rewritten(even, BLANK_RUN)
    return _rewritten(latinised(masked, even), ANY_RUN)


def mask(text: str, opaque: Spans) -> str:
    """Return `text` with OPAQUE for each character of the spans (ascending, end exclusive)."""
    parts: list[str] = []
    position = 0
    for start, end in opaque:
        parts += text[position:start], OPAQUE * (end - start)
        position = end
    return "".join((*parts, text[position:]))


def _rewritten(text: str, pattern: re.Pattern[str]) -> View:
    """Return the view in which the runs that a pattern finds are rewritten, and all else is as in `text`."""
    parts: list[str] = []
    edits: list[Edit] = []
    position = length = 0
    for match in pattern.finditer(text):
        old, new = match[0], _folded_run(match[0])
        if new == old:
            continue
        start, end = match.span()
        parts += text[position:start], new
        length += start - position
        if len(old) != 1 or len(new) != 1:
            edits.append((length, length + len(new), start, end))
        length += len(new)
        position = end
    # Not OffsetMap.of, which joins neighbours: each run keeps a span of its own.
    offsets = OffsetMap(*map(tuple, zip(*edits, strict=True))) if edits else IDENTITY
    return View("".join((*parts, text[position:])), offsets)


def _folded_run(run: str) -> str:
    seen = UNSEEN.sub("", run).translate(LIGATURES)
    if run[0] not in BLANKS:
        return seen if len(seen) > MAX_MARKS else normalize("NFC", DOTTED_I.sub("i", normalize("NFC", seen)))
    lines = len(LINE_END.findall(seen)) + 2 * seen.count("\u2029")
    return "\n\n" if lines > 1 else " "
