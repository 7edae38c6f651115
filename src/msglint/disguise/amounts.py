"""Amounts of money with pictures or letters in them: `💰20`, `10💰`, `$l0`, `1O$`."""

from __future__ import annotations

from collections.abc import Iterator

from msglint.disguise.plain import Change, Plain, Rewrite
from msglint.text.patterns import lazy_pattern

MONEY = "💰💵💴💶💷🤑"
PICTURED = lazy_pattern(
    rf"[{MONEY}]\ ?(?P<behind>[0-9]{{1,4}})(?![0-9a-z%]|\.[0-9]|(?!到账|返|奖|红包|现金)[\u3400-\u9fff])"
    rf"|(?<![0-9a-z.])(?P<before>[0-9]{{1,4}})\ ?[{MONEY}]"
)
LETTERED = lazy_pattern(
    r"(?<=[$€£¥])\ ?(?=[0-9oli]{0,3}[0-9])(?=[0-9]{0,3}[oli])[0-9oli]{2,4}(?![a-z0-9.])"
    r"|(?<![a-z0-9.])(?=[oli]{0,3}[0-9])(?=[0-9]{1,3}[oli])[0-9oli]{2,4}(?=\ ?(?:[$€£¥元块]|usd|eur|dollars))"
)
DIGITS = str.maketrans("oli", "011")


def amounts(plain: Plain) -> Iterator[Rewrite]:
    """Yield the amounts, to be written in digits and with their currency."""
    if not plain.text.isascii():
        for match in PICTURED.finditer(plain.text):
            new = f"{match['behind'] or match['before']}元"
            yield Rewrite(match.start(), match.end(), (Change(*match.span(), new),), ("emoji",))
    for match in LETTERED.finditer(plain.text):
        new = match[0].translate(DIGITS)
        yield Rewrite(match.start(), match.end(), (Change(*match.span(), new),), ("leet",))
