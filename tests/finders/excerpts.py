from __future__ import annotations

from collections.abc import Iterable

from msglint.finders import TYPES
from msglint.text.fold import fold


def excerpts(text: str, spans: Iterable[tuple[int, int]]) -> list[str]:
    """Return what the author wrote at spans of the folded text."""
    view = fold(text)
    originals = (view.offsets.span(start, end) for start, end in spans)
    return [text[start:end] for start, end in originals]


def typed(name: str, text: str, markets: tuple[str, ...] = ()) -> list[str]:
    """Return what the author wrote where the finder of a type finds something."""
    return excerpts(text, TYPES[name](fold(text).text, markets))
