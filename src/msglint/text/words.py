"""Whether a hit in Chinese text tears a word apart: 好评 in 友好评价 does, in 五星好评 it does not.

The verdict is jieba's (without its hidden Markov model) on the block that jieba would cut in one piece. A
dictionary lookup comes first; only if a word really spans an edge of the hit is the block cut.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Collection
from functools import lru_cache
from itertools import accumulate
from threading import Lock
from typing import TypeVar

from msglint.text.cut import BLOCK, FIRST_HAN, LAST_HAN, words_of
from msglint.text.dictionary import Dictionary, open_dictionary

SHORT = 100
"""Characters of a block that is short: nearly all, since signs and blanks part them."""

SHORT_BLOCKS, LONG_BLOCKS = 8192, 4
"""Blocks whose words are remembered."""

T = TypeVar("T")


class Segmenter:
    """Cuts Chinese into words. Threads may share one; it loads nothing before the first doubt.

    `extra` are folded words that jieba's dictionary may lack.
    """

    def __init__(self, extra: Collection[str] = ()) -> None:
        self._extra = frozenset(extra)
        self._lock = Lock()
        self._dictionary: Dictionary | None = None
        self._last: tuple[str, list[int], list[str]] = ("", [], [])
        self._inside_words = remembered(self._edges_inside_words)
        self._ends = remembered(self._ends_of_words)

    def breaks_word(self, text: str, start: int, end: int) -> bool:
        """Return True if a word reaches over an edge of text[start:end] (folded) without holding all of it.

        A hit of one character must be a word of its own. Only an edge between two Han characters can lie
        inside a word.
        """
        return self.is_torn(text, start, start, end) or self.is_torn(text, end, start, end)

    def is_word(self, text: str) -> bool:
        """Whether jieba's own dictionary holds a folded text as a word; the extra words do not count."""
        return text not in self._extra and self._open().get(text) is not None

    def cut(self, block: str) -> list[str]:
        """Return the words of a text, as jieba cuts them without its hidden Markov model."""
        return list(words_of(block, self._open()))

    def is_torn(self, text: str, edge: int, start: int, end: int) -> bool:
        """Whether a word reaches over one edge of text[start:end] without holding all of it."""
        if not _between_han(text, edge):
            return False
        block_start, block = self._block(text, edge)
        offset = edge - block_start
        if offset not in self._inside_words(block):
            return False
        ends = self._ends(block)
        index = bisect_left(ends, offset)
        first, last = block_start + (ends[index - 1] if index else 0), block_start + ends[index]
        holds = end - start > 1 and first <= start and end <= last
        return first < edge < last and not holds

    def _open(self) -> Dictionary:
        with self._lock:
            if self._dictionary is None:
                self._dictionary = open_dictionary(self._extra)
            return self._dictionary

    def _block(self, text: str, edge: int) -> tuple[int, str]:
        """Return where the block begins that holds an edge, and the block."""
        known, starts, blocks = self._last
        if known is not text:
            found = list(BLOCK.finditer(text))
            starts, blocks = [match.start() for match in found], [match[0] for match in found]
            self._last = (text, starts, blocks)
        index = bisect_right(starts, edge) - 1
        return starts[index], blocks[index]

    def _edges_inside_words(self, block: str) -> frozenset[int]:
        """Return the offsets in a block that lie inside a word of the dictionary, however it is cut."""
        words_at = self._open().words_at
        return frozenset(
            offset
            for start in range(len(block) - 1)
            for word in words_at(block, start)[-1:]
            for offset in range(start + 1, start + len(word))
        )

    def _ends_of_words(self, block: str) -> list[int]:
        return list(accumulate(map(len, self.cut(block))))


def remembered(found: Callable[[str], T]) -> Callable[[str], T]:
    """Return a function of a block that remembers what it found: of short ones many, of long ones few."""
    short, long = lru_cache(SHORT_BLOCKS)(found), lru_cache(LONG_BLOCKS)(found)
    return lambda block: short(block) if len(block) <= SHORT else long(block)


@lru_cache(maxsize=1)
def default_segmenter() -> Segmenter:
    """Return the segmenter that knows the words of all shipped packs, whichever are selected."""
    from msglint.shipped import rules_folder

    words = rules_folder() / "words.txt"
    return Segmenter(words.read_text("utf-8").split() if words.is_file() else ())


def breaks_word(text: str, start: int, end: int) -> bool:
    """Ask the default segmenter; see Segmenter.breaks_word."""
    return default_segmenter().breaks_word(text, start, end)


def _between_han(text: str, edge: int) -> bool:
    return 0 < edge < len(text) and _is_han(text[edge - 1]) and _is_han(text[edge])


def _is_han(char: str) -> bool:
    return FIRST_HAN <= char <= LAST_HAN
