"""Chinese words with signs, blanks or line ends between their characters: `微.信`, `好 评`, `V♥信`."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator

from msglint.disguise.plain import Change, Plain, Rewrite
from msglint.disguise.spellings import SpelledWords, StandsAlone
from msglint.text.words import breaks_word

HAN = r"\u3400-\u9fff"
NO_JOINT = r"\w\n\ue000，。；：！？、,;:!?…"
SIGNS, LATIN = rf"(?:[^{NO_JOINT} ]|_){{1,4}}", "[a-z0-9]"
JOINT = re.compile(
    rf"(?<=[{HAN}])(?:[^{NO_JOINT}]|_){{1,4}}(?=[{HAN}])|(?<=[{HAN}]){SIGNS}(?={LATIN})|(?<={LATIN}){SIGNS}(?=[{HAN}])"
)
"""What stands between two characters and is neither a letter nor punctuation that ends a clause."""

Spans = Callable[[str], Iterable[tuple[int, int]]]


def separated(
    plain: Plain, spans: Spans, words: SpelledWords, stands_alone: StandsAlone
) -> Iterator[Rewrite]:
    """Yield the words that are found once all joints of a text are closed, with the joints inside them."""
    text = plain.text
    joints = [] if text.isascii() else [match.span() for match in JOINT.finditer(text)]
    if not joints:
        return
    joined = Plain(text).rewritten(
        Rewrite(start, end, (Change(start, end, ""),), ()) for start, end in joints
    )
    starts = [start for start, _ in joints]
    hits = {*spans(joined.text), *((item.start, item.end) for item in words.find(joined.text))}
    for start, end in sorted(hits):
        first, last = joined.offsets.span(start, end)
        inner = joints[bisect_left(starts, first) : bisect_left(starts, last)]
        if inner and _is_meant(text, first, last, inner) and stands_alone(joined.text, start, end):
            yield Rewrite(first, last, tuple(Change(low, high, "") for low, high in inner), ("separator",))


def _is_meant(text: str, start: int, end: int, inner: list[tuple[int, int]]) -> bool:
    """Whether no word is torn at the outer edges, and a blank alone parts one character from the rest."""
    edges = [start, *(edge for joint in inner for edge in joint), end]
    pieces = list(zip(edges[::2], edges[1::2], strict=True))
    blank = all(text[low:high].isspace() for low, high in inner)
    if blank and all(high - low > 1 for low, high in pieces):
        return False
    return not any(breaks_word(text, low, high) for low, high in (pieces[0], pieces[-1]))
