"""Amounts of money in disguise, and numbers beside pictures that are none."""

import pytest

from msglint.disguise.amounts import amounts
from msglint.disguise.plain import Plain


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("截图=💰20", "截图=20元"),
        ("拿10💰", "拿10元"),
        ("💵5到账", "5元到账"),
        ("get $l0 off", "get $10 off"),
        ("get 1o$ back", "get 10$ back"),
        ("💰20枚硬币", "💰20枚硬币"),
        ("💰20.5", "💰20.5"),
        ("$10 off", "$10 off"),
        ("$oil", "$oil"),
    ],
)
def test_amounts_are_written_plainly(text: str, plain: str) -> None:
    before = Plain(text)
    assert before.rewritten(amounts(before)).text == plain
