"""Whether a hit in Chinese text tears a word apart: 好评 in 友好评价 does, in 五星好评 it does not.

The verdict is jieba's (without its hidden Markov model) on the block that jieba would cut in one piece. A
dictionary lookup comes first; only if a word really spans an edge of the hit is the block cut.
"""

from __future__ import annotations

import warnings
from bisect import bisect_left
from collections.abc import Collection, Iterator
from functools import lru_cache, partial
from itertools import accumulate
from threading import Lock
from typing import Any

from msglint.text.dictionary import Dictionary, open_dictionary

FIRST_HAN, LAST_HAN = "\u4e00", "\u9fd5"
BESIDE_HAN = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+#&._%-")
"""What jieba cuts in one piece together with the Han characters of that range (its `re_han_default`)."""


class Segmenter:
    """Cuts Chinese into words. Threads may share one; it loads nothing before the first doubt.

    `extra` are folded words that jieba's dictionary may lack.
    """

    def __init__(self, extra: Collection[str] = ()) -> None:
        self._extra = frozenset(extra)
        self._lock = Lock()
        self._dictionary: Dictionary | None = None
        self._tokenizer: Any = None
        self._last: tuple[str, int, list[int]] = ("", 0, [0])
        self._looked_up: tuple[str, dict[int, list[int]]] = ("", {})

    def breaks_word(self, text: str, start: int, end: int) -> bool:
        """Return True if a word reaches over an edge of text[start:end] (folded) without holding all of it.

        A hit of one character must be a word of its own. Only an edge between two Han characters can lie
        inside a word.
        """
        return any(self.is_torn(text, edge, start, end) for edge in (start, end))

    def is_word(self, text: str) -> bool:
        """Whether jieba's own dictionary holds a folded text as a word; the extra words do not count."""
        with self._lock:
            return text not in self._extra and self._open().get(text) is not None

    def cut(self, block: str) -> list[str]:
        """Return the words of a text, as jieba cuts them without its hidden Markov model."""
        with self._lock:
            if self._tokenizer is None:
                self._tokenizer = _tokenizer(self._open())
        return list(self._tokenizer.cut(block, HMM=False))

    def _open(self) -> Dictionary:
        """Return the dictionary; to be called under the lock."""
        if self._dictionary is None:
            self._dictionary = open_dictionary(self._extra)
        return self._dictionary

    def is_torn(self, text: str, edge: int, start: int, end: int) -> bool:
        """Whether a word reaches over one edge of text[start:end] without holding all of it."""
        if not _between_han(text, edge):
            return False

        def tears(first: int, last: int) -> bool:
            holds = end - start > 1 and first <= start and end <= last
            return first < edge < last and not holds

        doubtful = any(tears(*span) for span in self._words_near(text, edge))
        return doubtful and tears(*self._word_before(text, edge))

    def _words_near(self, text: str, edge: int) -> Iterator[tuple[int, int]]:
        """Yield start and end of the dictionary's words that begin before an edge and near it."""
        with self._lock:
            dictionary = self._open()
        for first in range(edge - 1, max(-1, edge - dictionary.longest), -1):
            if not _is_in_block(text[first]):
                return
            for last in self._ends_at(text, first, dictionary):
                yield first, last

    def _ends_at(self, text: str, first: int, dictionary: Dictionary) -> list[int]:
        """Return where the dictionary's words that begin at `first` end; remembered for the last text."""
        known, ends = self._looked_up
        if known is not text:
            ends = {}
            self._looked_up = (text, ends)
        if first not in ends:
            ends[first] = [first + len(word) for word in dictionary.words_at(text, first)]
        return ends[first]

    def _word_before(self, text: str, edge: int) -> tuple[int, int]:
        """Return start and end of the word, as the text is cut, that holds the character before an edge."""
        known, block_start, ends = self._last
        if known is not text or not block_start < edge < ends[-1]:
            block_start, block_end = _block(text, edge)
            lengths = map(len, self.cut(text[block_start:block_end]))
            ends = [block_start + length for length in accumulate(lengths)]
            self._last = (text, block_start, ends)
        index = bisect_left(ends, edge)
        return ends[index - 1] if index else block_start, ends[index]


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


def _is_in_block(char: str) -> bool:
    return FIRST_HAN <= char <= LAST_HAN or char in BESIDE_HAN


def _block(text: str, offset: int) -> tuple[int, int]:
    """Return the bounds of the characters around an offset that jieba cuts in one piece."""
    first = last = offset
    while first > 0 and _is_in_block(text[first - 1]):
        first -= 1
    while last < len(text) and _is_in_block(text[last]):
        last += 1
    return first, last


def _tokenizer(dictionary: Dictionary) -> Any:
    """Return jieba's tokenizer on our dictionary: it loads no other, and no file of the temporary folder."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import jieba

    tokenizer = jieba.Tokenizer()
    tokenizer.FREQ = dictionary
    tokenizer.total = dictionary.total
    tokenizer.get_DAG = partial(_graph, dictionary)
    tokenizer.initialized = True
    return tokenizer


def _graph(dictionary: Dictionary, block: str) -> dict[int, list[int]]:
    """Return for each offset of a block the last offsets of the words that begin there, like `get_DAG`."""
    return {
        first: [first + len(word) - 1 for word in dictionary.words_at(block, first)] or [first]
        for first in range(len(block))
    }
