"""Phone numbers in numerals, words, circled digits, or cut up: `一三八零零…`, `138❤0013❤8000`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from msglint.disguise.plain import Change, Plain, Rewrite
from msglint.finders.phone_words import names_other_number, names_phone
from msglint.text.patterns import lazy_pattern

DIGITS = {
    **{char: str(index) for index, char in enumerate("零一二三四五六七八九")},
    **{char: str(index) for index, char in enumerate("零壹贰叁肆伍陆柒捌玖")},
    **{char: str(index) for index, char in enumerate("⓪①②③④⑤⑥⑦⑧⑨")},
    **{char: str(index) for index, char in enumerate("⓿❶❷❸❹❺❻❼❽❾")},
    **{char: str(index) for index, char in enumerate("⓪➀➁➂➃➄➅➆➇➈")},
    **{char: str(index) for index, char in enumerate("⓿➊➋➌➍➎➏➐➑➒")},
    **{char: str(index) for index, char in enumerate("⁰¹²³⁴⁵⁶⁷⁸⁹")},
    **{char: str(index) for index, char in enumerate("₀₁₂₃₄₅₆₇₈₉")},
    **{char: str(index) for index, char in enumerate("⑴⑵⑶⑷⑸⑹⑺⑻⑼", 1)},
    **{char: str(index) for index, char in enumerate("⓵⓶⓷⓸⓹⓺⓻⓼⓽", 1)},
    **{char: str(index) for index, char in enumerate("㈠㈡㈢㈣㈤㈥㈦㈧㈨", 1)},
    "〇": "0", "○": "0", "◯": "0", "幺": "1", "两": "2", "俩": "2", "仨": "3", "o": "0", "l": "1", "i": "1",
    "洞": "0", "拐": "7", "勾": "9",
}  # fmt: skip
"""Digits as they are written in disguise."""

NUMERALS = "".join(char for char in DIGITS if char not in "oli洞拐勾")
NAMES = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
WORDS = {word: str(index) for index, word in enumerate(NAMES)} | {"oh": "0"}
GAP = r"(?:[^\w\n\ue000,;:。，；：!?！？、|]|_){0,4}"
FIRST = rf"(?:[0-9{NUMERALS}]|(?<![a-z])[oli](?=[0-9oli ]?[0-9]))"
NEXT = rf"(?:[0-9{NUMERALS}]|[oli](?![a-hj-km-np-z]))"
WINDOW = lazy_pattern(rf"{FIRST}(?:(?:{GAP}|[a-z]){NEXT}){{6,15}}(?![0-9{NUMERALS}])")
WORD = rf"(?:{'|'.join(WORDS)})"
WORD_WINDOW = lazy_pattern(
    rf"(?:(?<![\w.-])[0-9]{{1,4}}[ ()-]{{1,3}}){{0,2}}\b{WORD}"
    rf"(?:[ ()-]{{1,3}}(?:{WORD}\b|[0-9]{{1,4}}(?![\w.]))){{2,14}}"
)
SIGN = lazy_pattern(
    rf"[{NUMERALS}][^\w\n]{{0,3}}[0-9{NUMERALS}]|[0-9][ol]{{1,4}}(?:[0-9 ]|$)"
    r"|[0-9](?:[^\w\n ()./+-]|[a-z])[0-9]|[0-9] [0-9] [0-9]"
)
PLAIN_GAP = lazy_pattern(r"[ ()./+-]{0,3}")
MOBILE = lazy_pattern(r"(?:86)?1[3-9][0-9]{9}")
CONTACT_WORD = lazy_pattern(
    r"电话|手机|微信|同号|联系|加我|拨打|致电|短信|扣扣|qq|vx|tel|phone|call|text|whatsapp|sms|号码|wechat"
)
NEAR = 24
MIN_DIGITS = 7


def numbers(plain: Plain) -> Iterator[Rewrite]:
    """Yield the disguised phone numbers and numeric accounts."""
    text = plain.text
    if SIGN.search(text):
        for match in WINDOW.finditer(text):
            if rewrite := _numeral(text, match):
                yield rewrite
    spoken = sum(name in text for name in WORDS) > 1
    for match in WORD_WINDOW.finditer(text) if spoken else ():
        tokens = re.finditer("[a-z]+|[0-9]+", match[0])
        digits = [(token.start(), token.end(), WORDS.get(token[0], token[0])) for token in tokens]
        joined = "".join(digit for *_, digit in digits)
        if len(joined) >= MIN_DIGITS and _is_meant(text, match.start(), match.end(), joined, sure=False):
            yield _rewrite(match.start(), match[0], digits, ("numerals",))


def _numeral(text: str, match: re.Match[str]) -> Rewrite | None:
    window = match[0]
    digits = [
        (index, index + 1, DIGITS.get(char, char))
        for index, char in enumerate(window)
        if char in DIGITS or char.isdecimal()
    ]
    gaps = [window[first[1] : second[0]] for first, second in pairwise(digits)]
    real = [char for char in window if char in NUMERALS or char.isdecimal()]
    numerals = any(char in NUMERALS for char in window)
    signs = any(not PLAIN_GAP.fullmatch(gap) for gap in gaps)
    letters = len(real) < len(digits) or any(gap.isalpha() for gap in gaps)
    single = all(gaps)
    if not (numerals or signs or letters or single) or len(real) < 4:
        return None
    joined = "".join(digit for *_, digit in digits)
    sure = not any(gap.isalpha() for gap in gaps)
    if not _is_meant(text, match.start(), match.end(), joined, sure=sure):
        return None
    tests = {"leet": len(real) < len(digits), "numerals": numerals, "separator": signs or single}
    means = tuple(name for name, holds in tests.items() if holds) or ("separator",)
    return _rewrite(match.start(), window, digits, means)


def _is_meant(text: str, start: int, end: int, digits: str, *, sure: bool) -> bool:
    """Whether the digits are a Chinese mobile number, or words near by say that they are one to call."""
    if names_other_number(text, start):
        return False
    if sure and MOBILE.fullmatch(digits):
        return True
    if len(set(digits)) < 3 or digits in "0123456789012":
        return False
    around = text[max(0, start - NEAR) : start] + "\n" + text[end : end + NEAR // 2]
    return names_phone(text, start) or CONTACT_WORD.search(around) is not None


def _rewrite(start: int, window: str, digits: list[tuple[int, int, str]], means: tuple[str, ...]) -> Rewrite:
    changes, position = [], 0
    for first, last, digit in digits:
        if first > position:
            changes.append(Change(start + position, start + first, ""))
        if window[first:last] != digit:
            changes.append(Change(start + first, start + last, digit))
        position = last
    return Rewrite(start, start + len(window), tuple(changes), means)
