"""Amazon order ids: 3, 7 and 7 digits, with or without blanks around the dashes."""

from __future__ import annotations

from collections.abc import Iterable

from msglint.text.patterns import lazy_pattern

ORDER_ID = lazy_pattern(r"[0-9]{3}(?<![0-9]{4})(?<![0-9]-[0-9]{3}) ?- ?[0-9]{7} ?- ?[0-9]{7}(?!-?[0-9])")


def find(text: str, _markets: tuple[str, ...] = ()) -> Iterable[tuple[int, int]]:
    """Yield the spans of the order ids in folded text; placeholders for one are found elsewhere."""
    return (match.span() for match in ORDER_ID.finditer(text))
