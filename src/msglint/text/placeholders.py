"""Placeholders of message templates: `{{name}}`, `[[order-id]]`, `%s`. They are text without meaning."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from msglint.frozen import Frozen
from msglint.text.patterns import lazy_pattern

DEFAULT_PATTERNS = ("{{{*}}}", "{{*}}", "{*}", "${*}", "#{*}", "[[*]]", "%(*)s", "%(*)d", "%s", "%d")
"""Notations of placeholders; `*` stands for the name."""

# Letters, digits, underscores (of any script), hyphens, full stops and blanks that do not end a line.
NAME = r"(?P<name{}>[\w\-. \u00a0\u3000]{{0,40}})"
SEPARATORS = lazy_pattern(r"[_\-.\s]+")
ORDER_ID = lazy_pattern(
    r"""(?:^|your|my|amazon|amz|buyer|customer|client|shop|store|seller|original|sales|the)
        order(?:id|no|nr|num|number|code|ref|reference)$
      | (?:订单|訂單)(?:号|號|号码|號碼|编号|編號|id|no)$
      | (?:bestell|auftrags)(?:ung)?(?:id|nr|nummer)$
      | (?:id|no|num|n[uú]m|num[eé]ro|n[uú]mero)(?:de|do|della?|d)?(?:la|l)?(?:commande|pedido|ordine)$
      | ^commandeid$ | ^ordineid$ | ^pedidoid$
      | (?:注文|オーダー)(?:番号|id)$
    """,
    re.VERBOSE,
)


class Placeholder(Frozen):
    """A placeholder in a text: code points from `start` to `end` (exclusive), and its bare name."""

    start: int
    end: int
    name: str = ""


def find_placeholders(text: str, patterns: Sequence[str] = DEFAULT_PATTERNS) -> list[Placeholder]:
    """Return the placeholders of a text in order, without overlaps, the longest notation at each place.

    A name has at most 40 letters, digits, `_`, `-`, `.` or blanks; anything else in brackets is text.
    """
    if not patterns:
        return []
    return [
        Placeholder(match.start(), match.end(), (match[match.lastgroup] if match.lastgroup else "").strip())
        for match in _compiled(tuple(patterns)).finditer(text)
    ]


def is_order_id(name: str) -> bool:
    """Say whether a placeholder's name says that it holds an order number (`order_id`, `订单号`, ...)."""
    return bool(ORDER_ID.search(SEPARATORS.sub("", name.lower())))


@lru_cache(maxsize=16)
def _compiled(patterns: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(dict.fromkeys(patterns), key=len, reverse=True)
    return re.compile("|".join(_alternatives(longest_first)))


def _alternatives(patterns: Iterable[str]) -> Iterable[str]:
    for number, pattern in enumerate(patterns):
        before, star, after = pattern.partition("*")
        named = NAME.format(number) if star else ""
        # “50%short” and “%%s” hold no placeholder.
        left = r"(?<![\d%])" if before.startswith("%") else ""
        right = r"(?![a-zA-Z])" if pattern[-1:].isalpha() else ""
        yield left + re.escape(before) + named + re.escape(after) + right
