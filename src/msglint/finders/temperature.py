"""Temperatures: `60 °c`, `-10~45℃`, `120 °f`, `60摄氏度`, `60 degrees celsius`."""

from __future__ import annotations

from collections.abc import Iterable

import regex

from msglint.finders.numerals import DIGITS
from msglint.text.patterns import lazy_regex

UNIT = r"""
    (?:°\ ?[cf]|º\ ?[cf]|[℃℉]|摄氏度|华氏度
    |(?:degrees?|deg\.?|grad|degrés?|grados?|gradi)\ ?(?:celsius|fahrenheit|centigrade|c|f)(?!\p{Latin}))
"""
TEMPERATURE = lazy_regex(
    rf"""
    (?<![\p{{Latin}}\p{{N}}_])(?<![0-9][.,])
    (?: (?:(?<![0-9]\ ?)-\ ?)?{DIGITS}\ ?(?:{UNIT})?\ ?(?:[~至到-]|to|bis|à|a)\ ? )?
    (?:-\ ?)?{DIGITS}\ ?{UNIT}(?![\p{{Latin}}])
    | [摄华]氏\ ?{DIGITS}\ ?度
    """,
    regex.VERBOSE,
)
SIGNS = ("°", "º", "℃", "℉", "氏", "deg", "grad", "grados")


def find(text: str, _markets: tuple[str, ...] = ()) -> Iterable[tuple[int, int]]:
    """Yield the spans of the temperatures in folded text, with their unit; a range is one."""
    if not any(sign in text for sign in SIGNS):
        return ()
    return (match.span() for match in TEMPERATURE.finditer(text))
