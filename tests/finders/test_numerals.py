from __future__ import annotations

import pytest

from msglint.finders.numerals import value_of


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("3", 3),
        ("3.5", 3.5),
        ("3,5", 3.5),
        ("1,299", 1299),
        ("1,299.00", 1299),
        ("1.299,50", 1299.5),
        ("三", 3),
        ("十", 10),
        ("十二", 12),
        ("三十六", 36),
        ("一百零五", 105),
        ("两千", 2000),
        ("一万二千", 12000),
        ("二〇二四", 2024),
        ("半", 0.5),
        ("three", 3),
        ("drei", 3),
        ("thirty-six", 36),
        ("几", None),
        ("万万万", None),
        ("abc", None),
        ("", None),
        ("3.4.5", None),
    ],
)
def test_value_of(text: str, value: float | None) -> None:
    assert value_of(text) == value
