"""Shapes of ranges, by the type of the attribute."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from msglint.packs.shapes import (
    Date,
    Field,
    Integer,
    Number,
    Reading,
    Record,
    Shape,
    Values,
)


def range_bounds(values: Values, reading: Reading) -> dict[str, Any]:
    """Return the bounds of a range as parameters of InRange."""
    bounds = {BOUNDS[key]: value for key, value in values.items()}
    lower = [value for name, value in bounds.items() if name in ("minimum", "above")]
    upper = [value for name, value in bounds.items() if name in ("maximum", "below")]
    if not bounds or len(lower) > 1 or len(upper) > 1:
        raise reading.wrong(values.node, "expected one lower bound, one upper bound, or both")
    touching = lower == upper and not {"above", "below"} & bounds.keys()
    if lower and upper and not (lower < upper or touching):
        raise reading.wrong(
            values.node, "nothing lies in this range: its lower bound is above its upper bound"
        )
    return bounds


BOUNDS: Mapping[str, str] = {
    "min": "minimum",
    "above": "above",
    "max": "maximum",
    "below": "below",
    "since": "minimum",
    "until": "maximum",
}


NUMBER_BOUNDS = {
    "min": "lowest value, included",
    "above": "lowest value, excluded",
    "max": "highest value, included",
    "below": "highest value, excluded",
}

DATE_BOUNDS = {"since": "first day, included", "until": "last day, included"}


def _fields(shape: Shape[Any], bounds: Mapping[str, str]) -> dict[str, Field[Any]]:
    return {key: Field(shape, about) for key, about in bounds.items()}


RANGE_FIELDS: Mapping[str, Mapping[str, Field[Any]]] = {
    "integer": _fields(Number(), NUMBER_BOUNDS),
    "number": _fields(Number(), NUMBER_BOUNDS),
    "set": _fields(Integer(0), NUMBER_BOUNDS),
    "date": _fields(Date(), DATE_BOUNDS),
}
"""Bounds that each type of attribute knows; of a set, the number of its elements counts."""

RANGES: Mapping[str, Shape[dict[str, Any]]] = {
    kind: Record(f"{kind}_range", fields, range_bounds) for kind, fields in RANGE_FIELDS.items()
}
