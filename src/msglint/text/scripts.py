"""Which script a character belongs to, as far as word edges need to know."""

from __future__ import annotations

from msglint.text.patterns import lazy_pattern

SPACED_WORD = lazy_pattern(r"[^\W々\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0010ffff]{2,}")
"""Characters in a row that are all `is_spaced`."""


def is_han(char: str) -> bool:
    """Whether `char` is a Han character (CJK unified ideograph or 々)."""
    return (
        "\u4e00" <= char <= "\u9fff" or "\u3400" <= char <= "\u4dbf" or char == "々" or char >= "\U00020000"
    )


def is_katakana(char: str) -> bool:
    """Whether `char` is katakana or the long vowel mark."""
    return "\u30a1" <= char <= "\u30ff" and char != "・"


def is_kana(char: str) -> bool:
    """Whether `char` is hiragana or katakana."""
    return "\u3041" <= char <= "\u30ff" and char != "・"


def is_dense(char: str) -> bool:
    """Whether `char` is of a script without blanks between words; the empty string is not."""
    return char > "\u3000" and (is_han(char) or is_kana(char))


def is_spaced(char: str) -> bool:
    """Whether `char` is a letter or digit of a script that puts blanks between words."""
    return (char.isalnum() and not is_han(char) and not is_kana(char)) or char == "_"


def is_seam(left: str, right: str) -> bool:
    """Whether Han meets letters or digits here: typographers set a blank there, most writers none."""
    return (is_han(left) and is_spaced(right)) or (is_spaced(left) and is_han(right))


def insides(text: str) -> bytearray:
    """Return for each offset of a text, its end included, 1 if `is_spaced` holds on both sides, else 0."""
    inside = bytearray(len(text) + 1)
    for word in SPACED_WORD.finditer(text):
        first, last = word.start() + 1, word.end()
        inside[first:last] = b"\1" * (last - first)
    return inside
