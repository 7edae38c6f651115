"""The shape of `fix`: how what a rule finds is put right without a person."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from msglint.messages import Message
from msglint.packs.model import LimitCheck, LinkCheck, Repair
from msglint.packs.shapes import Enum, Field, MapOf, Mapped, OneOf, Reading, Record, Shape, Text, Values

KINDS: Mapping[str, str] = {
    "https": "http:// of the link becomes https://",
    "blank_lines": "line breaks beyond the limit are taken out",
    "zero_width": "zero-width characters inside words are taken out",
    "delete": "what was found is taken out",
    "replace": "words of what was found become others",
}
"""What a repair can do; `require` rules repair by themselves."""

MEASURED = {"blank_lines": "consecutive_line_breaks", "zero_width": "zero_width_characters"}
"""Kinds that take out what a measure counts."""

PLAIN_KINDS = tuple(kind for kind in KINDS if kind != "replace")

REPLACEMENT: Shape[Repair] = Record(
    "fix",
    {
        "replace": Field(
            MapOf(Text(), Text(), "a mapping of what is found to what to write"),
            "words to look for in what was found, and what to write instead",
            required=True,
        )
    },
    lambda values, _: Repair("replace", values["replace"]),
)

REPAIR: Shape[Repair] = OneOf(
    Mapped(Enum(PLAIN_KINDS, "fix"), lambda kind, _, __: Repair(str(kind))),
    REPLACEMENT,
    expected=Message("one of {}, or {{replace: {{found: instead}}}}", ", ".join(PLAIN_KINDS)),
)


def prove_repair(values: Values, reading: Reading) -> None:
    """Record a repair that cannot work on what the rule's check finds."""
    repair: Repair | None = values.get("fix")
    if repair is None:
        return
    measure = MEASURED.get(repair.kind)
    if repair.kind == "https" and not _checks(values, LinkCheck):
        reading.wrong(values.place("fix"), "“https” mends links: the rule needs a “link” check")
    elif measure and not any(item.measure == measure for item in _checks(values, LimitCheck)):
        reading.wrong(
            values.place("fix"), Message("“{}” needs “limit: {{measure: {}}}”", repair.kind, measure)
        )


def _checks(values: Values, kind: type[Any]) -> list[Any]:
    return [value for value in values.values() if isinstance(value, kind)]
