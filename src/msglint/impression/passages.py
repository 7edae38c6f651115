"""Cutting a text into passages of the length that an impression is made of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

PASSAGE = 1000
"""Code points after which a passage ends with its sentence: the judged copy is seldom longer."""


def passages(sentence_starts: Sequence[int], length: int) -> Iterator[tuple[int, int]]:
    """Yield the passages of a text, as offsets: whole sentences."""
    start = 0
    for begin in sentence_starts:
        if begin - start >= PASSAGE:
            yield start, begin
            start = begin
    if start < length:
        yield start, length
