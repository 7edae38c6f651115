"""Chinese words with signs, blanks or line ends between their characters: `微.信`, `好 评`, `V♥信`."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator

from msglint.disguise.plain import Change, Plain, Rewrite, around
from msglint.disguise.spellings import SpelledWords, StandsAlone, characters
from msglint.text.patterns import lazy_pattern
from msglint.text.words import breaks_word

HAN = r"\u3400-\u9fff"
NO_JOINT = r"\w\n\ue000，。；：！？、,;:!?…《》"
SIGNS, LATIN = rf"(?:[^{NO_JOINT} ]|_){{1,4}}", "[a-z0-9]"
JOINT = lazy_pattern(
    rf"(?<=[{HAN}])(?:[^{NO_JOINT}]|_){{1,4}}(?=[{HAN}])|(?<=[{HAN}]){SIGNS}(?={LATIN})|(?<={LATIN}){SIGNS}(?=[{HAN}])"
)
"""What stands between two characters and is neither a letter nor punctuation that ends a clause."""

SYLLABLE = lazy_pattern(rf"(?:(?<=[{HAN}])( )|(?<![a-z0-9 ]))([a-z]{{2,6}})(?:( )(?=[{HAN}])|(?=[{HAN}]))")
Window = tuple[int, int, range]
"""Start and end of a word in a text, and the numbers of the joints inside it."""

Spans = Callable[[str], Iterable[tuple[int, int]]]


def separated(
    plain: Plain, spans: Spans, words: SpelledWords, stands_alone: StandsAlone
) -> Iterator[Rewrite]:
    """Yield the words that are found once all joints of a text are closed, with the joints inside them."""
    text = plain.text
    joints = [] if text.isascii() else list(_joints(text, words))
    if not joints:
        return
    closed = (Rewrite(start, end, (Change(start, end, ""),), ()) for start, end in joints)
    joined = Plain(text).rewritten(closed)
    starts = [start for start, _ in joints]
    seams = [joined.offsets.derived(start) for start, _ in joints]
    hits = {(item.start, item.end) for item in words.find_over(joined.text, seams)}
    for low, high in around((seam, seam) for seam in seams):
        hits.update((low + start, low + end) for start, end in spans(joined.text[low:high]))
    windows: list[Window] = []
    for start, end in hits:
        first, last = joined.offsets.span(start, end)
        inner = range(bisect_left(starts, first), bisect_left(starts, last))
        parts = [joints[index] for index in inner]
        if parts and _is_meant(text, first, last, parts) and stands_alone(joined.text, start, end):
            windows.append((first, last, inner))
    for start, end, inner in _merged(_extended(text, joints, windows)):
        changes = tuple(Change(*joint, "") for joint in joints[inner.start : inner.stop])
        yield Rewrite(start, end, changes, ("separator",))


def _joints(text: str, words: SpelledWords) -> Iterator[tuple[int, int]]:
    """Yield the joints; an emoji that stands for a character is none, unless that character follows it."""
    found = sorted({*(match.span() for match in JOINT.finditer(text)), *_seams(text)})
    signs = [span for span in found if not text[slice(*span)].isspace()]
    pictures = {
        (change.start, change.end)
        for rewrite in words.find_near(text, signs)
        for change in rewrite.changes
        if len(rewrite.changes) == 1
        and change.new not in (text[change.end : change.end + 1], text[change.start - 1])
    }
    yield from (span for span in found if span not in pictures)


def _seams(text: str) -> Iterator[tuple[int, int]]:
    """Yield the blanks that set off a syllable from Chinese characters: `hao 评`."""
    for match in SYLLABLE.finditer(text):
        if match[2] in characters():
            yield from (match.span(group) for group in (1, 3) if match[group])


def _merged(windows: list[Window]) -> Iterator[Window]:
    """Yield one window for those that overlap."""
    kept: Window | None = None
    for start, end, inner in sorted(windows, key=lambda item: item[:2]):
        if kept is None or start >= kept[1]:
            if kept:
                yield kept
            kept = start, end, inner
        else:
            kept = kept[0], max(kept[1], end), range(kept[2].start, max(kept[2].stop, inner.stop))
    if kept:
        yield kept


def _extended(text: str, joints: list[tuple[int, int]], windows: list[Window]) -> list[Window]:
    """Return the windows, as far as the same sign goes on parting characters around each."""
    firsts = list(range(len(joints)))
    for index in range(1, len(joints)):
        if _goes_on(text, joints[index - 1], joints[index]):
            firsts[index] = firsts[index - 1]
    lasts = list(range(len(joints)))
    for index in range(len(joints) - 2, -1, -1):
        if firsts[index + 1] == firsts[index]:
            lasts[index] = lasts[index + 1]
    found = set()
    for start, end, inner in windows:
        low, high = firsts[inner.start], lasts[inner.stop - 1]
        found.add((min(start, joints[low][0] - 1), max(end, joints[high][1] + 1), range(low, high + 1)))
    return list(found)


def _goes_on(text: str, first: tuple[int, int], second: tuple[int, int]) -> bool:
    sign = text[slice(*first)]
    return sign == text[slice(*second)] and second[0] - first[1] <= (1 if sign.isspace() else 2)


def _is_meant(text: str, start: int, end: int, inner: list[tuple[int, int]]) -> bool:
    """Whether no word is torn at the outer edges, and a blank alone parts one character from the rest."""
    edges = [start, *(edge for joint in inner for edge in joint), end]
    pieces = list(zip(edges[::2], edges[1::2], strict=True))
    blank = all(text[low:high].isspace() for low, high in inner)
    if blank and all(high - low > 1 for low, high in pieces):
        return False
    return not any(breaks_word(text, low, high) for low, high in (pieces[0], pieces[-1]))
