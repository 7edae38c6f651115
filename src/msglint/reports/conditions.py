"""Conditions in words: short, and near to how a pack writes them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from msglint.packs.markets import EEA
from msglint.packs.model import ALWAYS, AllOf, AnyOf, Condition, Contains, InRange, Not, OneOf
from msglint.reports.words import say

if TYPE_CHECKING:
    from msglint.document import Value


def in_words(condition: Condition, lang: str) -> str:
    """Return a condition as lines that must all hold, such as `platform: amazon`."""
    if condition == ALWAYS:
        return say(lang, "condition.always")
    return "\n".join(_text(part, lang) for part in _flat(condition, AllOf))


def _text(condition: Condition, lang: str, *, inner: bool = False) -> str:
    match condition:
        case AllOf():
            return _joined(_flat(condition, AllOf), say(lang, "condition.and"), lang, inner=inner)
        case AnyOf():
            return _joined(_flat(condition, AnyOf), say(lang, "condition.or"), lang, inner=inner)
        case Not(part):
            return say(lang, "condition.not", n=_text(part, lang, inner=True))
        case OneOf(name, (True,)):
            return name
        case OneOf(name, values):
            return f"{name}: {', '.join(_values(values))}"
        case InRange():
            return _range(condition)
        case Contains(phrases, statement):
            held = [statement] if statement else [f"“{phrase.source}”" for phrase in phrases]
            return say(lang, "condition.contains", n=", ".join(held))


def _flat(condition: Condition, kind: type[AllOf] | type[AnyOf]) -> list[Condition]:
    """Return what is joined by one word, whatever the depth at which it was written."""
    if not isinstance(condition, kind):
        return [condition]
    return [item for part in condition.parts for item in _flat(part, kind)]


def _joined(parts: Iterable[Condition], joint: str, lang: str, *, inner: bool) -> str:
    texts = [_text(part, lang, inner=True) for part in parts]
    text = joint.join(texts)
    return f"({text})" if inner and len(texts) > 1 else text


def _values(values: tuple[Value, ...]) -> list[str]:
    """Return values as a pack writes them; the countries of the EU and the EEA are one."""
    names = [str(value).lower() if isinstance(value, bool) else str(value) for value in values]
    if not set(EEA) <= set(names):
        return names
    return [*(name for name in names if name not in EEA), "EU"]


def _range(condition: InRange) -> str:
    low = _bound(condition.minimum, "≤") or _bound(condition.above, "<")
    high = _bound(condition.maximum, "≤") or _bound(condition.below, "<")
    left = f"{low[0]} {low[1]} " if low else ""
    right = f" {high[1]} {high[0]}" if high else ""
    return f"{left}{condition.attribute}{right}"


def _bound(value: float | date | None, sign: str) -> tuple[str, str] | None:
    if value is None:
        return None
    return (f"{value:g}" if isinstance(value, int | float) else str(value)), sign
