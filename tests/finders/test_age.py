from __future__ import annotations

import pytest

from msglint.finders import TYPES
from msglint.finders.age import Bound, bound_at, parse_age
from msglint.text.fold import fold


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("三岁", 36),
        ("3岁", 36),
        ("36个月", 36),
        ("三十六个月", 36),
        ("three years", 36),
        ("3 yrs.", 36),
        ("3-year-old", 36),
        ("3", 36),
        ("1.5岁", 18),
        ("一岁半", 18),
        ("半岁", 6),
        ("tres años", 36),
        ("36 monaten", 36),
        ("十八个月", 18),
        ("几岁", None),
        ("abc", None),
        ("", None),
        ("岁", None),
        ("3岁以下", None),
    ],
)
def test_parse_age(text: str, months: int | None) -> None:
    assert parse_age(text) == months


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("3岁以下", Bound.UNDER),
        ("未满3岁", Bound.UNDER),
        ("3岁及以下", Bound.UP_TO),
        ("3岁(含)以下", Bound.UP_TO),
        ("3岁（含）以下", Bound.UP_TO),
        ("3岁以上", Bound.FROM),
        ("3岁及以上", Bound.FROM),
        ("under 3 years", Bound.UNDER),
        ("children under the age of 3", Bound.UNDER),
        ("3 years and under", Bound.UP_TO),
        ("3 and under", Bound.UP_TO),
        ("up to 3 years", Bound.UP_TO),
        ("ages 3+", Bound.FROM),
        ("3 years and up", Bound.FROM),
        ("over 3 years", Bound.OVER),
        ("unter 3 Jahren", Bound.UNDER),
        ("ab 3 Jahren", Bound.FROM),
        ("moins de 3 ans", Bound.UNDER),
        ("menores de 3 años", Bound.UNDER),
        ("meno di 3 anni", None),
        ("3岁", None),
        ("3 years warranty", None),
        ("wonder 3 years", None),
    ],
)
def test_bound_at(text: str, bound: Bound | None) -> None:
    view = fold(text).text
    ((start, end),) = TYPES["age"](view, ())
    assert bound_at(view, start, end) is bound
