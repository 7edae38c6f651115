"""Numbers as people write them: digits, Han numerals, number words; as pattern sources and as values."""

from __future__ import annotations

import re

DIGITS = r"(?:[0-9]{1,3}(?:[,.'][0-9]{3})+(?:[.,][0-9]{1,2})?|[0-9]+(?:[.,][0-9]+)?)(?![0-9]|[.,][0-9])"
HAN = "(?<![零〇一二两三四五六七八九十百千万几半])[零〇一二两三四五六七八九十百千万几半]++"
START = r"(?<![\p{Latin}\p{N}_])(?<![0-9][.,])"
"""No letter or digit stands before, so that `b0` of a model name and the end of a price are no number."""

UP_TO_TWENTY = """
    one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen twenty
"""
ENGLISH = {word: value for value, word in enumerate(UP_TO_TWENTY.split(), 1)} | {
    "thirty": 30,
    "thirty-six": 36,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "hundred": 100,
}
OTHER = {
    word: value
    for row in (
        "zwei drei vier fünf sechs sieben acht neun zehn elf zwölf",
        "deux trois quatre cinq six sept huit neuf dix onze douze",
        "dos tres cuatro cinco seis siete ocho nueve diez once doce",
        "due tre quattro cinque sei sette otto nove dieci undici dodici",
    )
    for value, word in enumerate(row.split(), 2)
}
WORDS = OTHER | ENGLISH

HAN_DIGITS = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
HAN_UNITS = {"十": 10, "百": 100, "千": 1000}
HAN_CHARACTERS = frozenset((*HAN_DIGITS, *HAN_UNITS, "万", "半"))
TEN_THOUSAND = 10_000


def alternatives(words: dict[str, int]) -> str:
    """Return the pattern source of the words, longest first."""
    return "|".join(sorted(words, key=len, reverse=True))


def value_of(text: str) -> float | None:
    """Return the value of a number in digits, Han numerals or words.

    None if `text` is no number, or one without a value (几).
    """
    if text in WORDS:
        return WORDS[text]
    if text[:1].isascii() and text[:1].isdigit():
        return _digits_value(text)
    return _han_value(text)


def _digits_value(text: str) -> float | None:
    grouped = re.fullmatch(r"([0-9]{1,3}(?:[,.'][0-9]{3})+)([.,][0-9]{1,2})?", text)
    whole, fraction = grouped.groups() if grouped else (text, None)
    plain = re.sub(r"[,.']", "", whole) if grouped else whole.replace(",", ".")
    if not re.fullmatch(r"[0-9]+(?:\.[0-9]+)?", plain):
        return None
    return float(plain) + (float("0." + fraction[1:]) if fraction else 0)


def _han_value(text: str) -> float | None:
    if not text or any(char not in HAN_CHARACTERS for char in text):
        return None
    half = 0.5 if text.endswith("半") else 0.0
    text = text.removesuffix("半")
    if "半" in text or not text:
        return half or None
    above, _, below = text.rpartition("万")
    if "万" in above:
        return None
    return (_below_ten_thousand(above) if above else 0) * TEN_THOUSAND + _below_ten_thousand(below) + half


def _below_ten_thousand(text: str) -> int:
    if all(char in HAN_DIGITS for char in text):
        return int("".join(str(HAN_DIGITS[char]) for char in text) or "0")
    total, digit = 0, 0
    for char in text:
        if char in HAN_UNITS:
            total += (digit or 1) * HAN_UNITS[char]
            digit = 0
        else:
            digit = HAN_DIGITS[char]
    return total + digit
