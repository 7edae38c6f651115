"""The words of Chinese, as jieba knows them: a trie in a file of the cache folder, mapped into memory.

jieba's own dictionary takes a second and 80 MB to load; the trie of the same words opens in milliseconds.
The file is plain data, named after the hash of all that went into it, and checked before use.
"""

from __future__ import annotations

import hashlib
import mmap
import struct
from collections.abc import Collection, Iterable
from contextlib import suppress
from dataclasses import field
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from msglint.cache import cache_folder, replace
from msglint.frozen import Frozen

FORMAT = b"msglint words 1\n"
HEADER = struct.Struct("<16s32s32sQQ")
"""Format, hash of the sources, hash of the trie, sum of all frequencies, length of the longest word."""

RECORD = "<I"
KNOWN_PAIRS = 50_000
"""Pairs of characters whose words are remembered; Chinese text of one kind uses some ten thousand."""

EXTRA_FREQUENCY = 500
"""How often a word of the packs is taken to occur: kept whole, yet not torn out of other words."""


class Dictionary(Frozen):
    """Words with their frequencies. `memory` keeps the mapped file open as long as the trie needs it.

    `known` holds the words of pairs of characters that were looked up. Threads may share a dictionary.
    """

    trie: Any
    total: int
    longest: int
    memory: mmap.mmap | None = None
    known: dict[str, list[str]] = field(default_factory=dict)

    def words_at(self, text: str, start: int) -> list[str]:
        """Return the words that stand in a text at `start`, shortest first."""
        return [word for word in self._beginning(text[start : start + 2]) if text.startswith(word, start)]

    def _beginning(self, pair: str) -> list[str]:
        """Return the first character of a pair, if it is a word, and the words that begin with the pair.

        They are remembered: a pair costs the trie less than its words at each place would.
        """
        words = self.known.get(pair)
        if words is None:
            if len(self.known) >= KNOWN_PAIRS:
                self.known.clear()
            longer = sorted(self.trie.keys(pair), key=len) if len(pair) > 1 else []
            words = self.known[pair] = [*(pair[:1] if pair[:1] in self.trie else ""), *longer]
        return words

    def get(self, word: str, default: int | None = None) -> int | None:
        """Return the frequency of a word."""
        records = self.trie.get(word)
        return records[0][0] if records else default


def open_dictionary(extra: Collection[str] = ()) -> Dictionary:
    """Return jieba's words and `extra`, from the cache folder if it has them, else built and stored there.

    Raises FileNotFoundError if jieba's dictionary is not installed. An unwritable folder is no error.
    """
    source = jieba_dictionary().read_bytes()
    extra = sorted(set(extra))
    key = hashlib.sha256(b"\n".join((FORMAT, source, "\n".join(extra).encode()))).digest()
    path = cache_folder() / f"words-{key.hex()}.trie"
    return _stored(path, key) or _built(path, key, source, extra)


def jieba_dictionary() -> Path:
    """Return the path of jieba's dictionary; jieba itself is not imported."""
    spec = find_spec("jieba")
    if spec is None or spec.origin is None:
        raise FileNotFoundError("the package jieba is not installed")
    return Path(spec.origin).with_name("dict.txt")


def _stored(path: Path, key: bytes) -> Dictionary | None:
    """Return the dictionary of a file, or None if there is none or it is not what it should be."""
    try:
        with path.open("rb") as file:
            memory = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    except (OSError, ValueError):
        return None
    if len(memory) < HEADER.size:
        return None
    form, sources, digest, total, longest = HEADER.unpack_from(memory)
    content = memoryview(memory)[HEADER.size :]
    if (form, sources, digest) != (FORMAT, key, hashlib.sha256(content).digest()):
        return None
    try:
        return Dictionary(_trie().map(content), total, longest, memory)
    except RuntimeError:
        return None


def _built(path: Path, key: bytes, source: bytes, extra: list[str]) -> Dictionary:
    frequencies, total = _frequencies(source, extra)
    trie = _trie(((word, (count,)) for word, count in frequencies.items()))
    longest = max(map(len, frequencies))
    data = trie.tobytes()
    with suppress(OSError):
        replace(path, HEADER.pack(FORMAT, key, hashlib.sha256(data).digest(), total, longest) + data)
    return Dictionary(trie, total, longest)


def _trie(records: Iterable[tuple[str, tuple[int]]] = ()) -> Any:
    from marisa_trie import RecordTrie

    return RecordTrie(RECORD, records)


def _frequencies(source: bytes, extra: list[str]) -> tuple[dict[str, int], int]:
    """Return each word's frequency and the sum over all lines, counted as jieba counts them."""
    frequencies: dict[str, int] = {}
    total = 0
    for line in source.decode().strip().split("\n"):
        word, count = line.split(" ")[:2]
        frequencies[word] = int(count)
        total += int(count)
    missing = [word for word in extra if not frequencies.get(word)]
    frequencies.update(dict.fromkeys(missing, EXTRA_FREQUENCY))
    return {word: count for word, count in frequencies.items() if count}, total + EXTRA_FREQUENCY * len(
        missing
    )
