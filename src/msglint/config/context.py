"""Where context comes from: layers of values, each with its origin, the stronger over the weaker."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from msglint.document import Context, Value
from msglint.frozen import Frozen

ContextValue = Value | tuple[Value, ...]

NAMES = ("channel", "platform", "market", "lang", "as_of")
"""What a layer may hold beside attributes, which stand as `product.NAME` and `message.NAME`."""

KINDS = ("product", "message")
"""The two kinds of attributes."""


class ContextLayer(Frozen):
    """Values by name (`channel`, `product.is_toy`, ...) and the place they come from, for people."""

    values: Mapping[str, ContextValue]
    origin: str


class Merged(Frozen):
    """A context, and by name the origin of each of its values."""

    context: Context
    origins: Mapping[str, str]


def merge(layers: Iterable[ContextLayer]) -> Merged:
    """Return what layers say together, weakest first: a later value replaces an earlier one."""
    values: dict[str, ContextValue] = {}
    origins: dict[str, str] = {}
    for layer in layers:
        values |= layer.values
        origins |= dict.fromkeys(layer.values, layer.origin)
    return Merged(_context(values), origins)


def _context(values: Mapping[str, Any]) -> Context:
    as_of = values.get("as_of")
    return Context(
        channel=values.get("channel"),
        platform=values.get("platform"),
        markets=values.get("market", ()),
        lang=values.get("lang"),
        as_of=as_of if isinstance(as_of, date) else None,
        product=_attributes(values, "product."),
        message=_attributes(values, "message."),
    )


def _attributes(values: Mapping[str, Any], prefix: str) -> dict[str, ContextValue]:
    return {name.removeprefix(prefix): value for name, value in values.items() if name.startswith(prefix)}
