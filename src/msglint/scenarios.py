"""The contexts in which a document is judged, when its own leaves something open."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from msglint.packs.conditions import Scenario

if TYPE_CHECKING:
    from msglint.document import Context, Value

CHANNELS = ("message", "insert")
"""What a document may be when nobody says."""

PLATFORM = "amazon"

PRODUCT_DATES = ("manufacture_date", "placed_on_market_date")
"""Dates that decide between old and new wording."""


def scenarios(context: Context, lang: str | None, platforms: tuple[str, ...] = (PLATFORM,)) -> list[Scenario]:
    """Return one scenario for each market and each assumed channel and platform.

    `lang` is the copy's language; `platforms` are assumed when the context names none. What is judged today
    goes to print today, so that a product of unknown age counts as made on `as_of`.
    """
    channels = (context.channel,) if context.channel else CHANNELS
    chosen = (context.platform,) if context.platform else platforms
    markets = context.markets or (None,)
    assumed = {"channel": context.channel is None, "platform": context.platform is None}
    dates: dict[str, Value] = dict.fromkeys(PRODUCT_DATES, context.as_of) if context.as_of else {}
    assumed |= {name: name not in context.product for name in dates}
    names = frozenset(name for name, is_assumed in assumed.items() if is_assumed)
    shared: dict[str, Value | tuple[Value, ...]] = {**dates, **context.product, **context.message}
    shared |= {"lang": lang} if lang else {}
    shared |= {"as_of": context.as_of} if context.as_of else {}
    return [
        Scenario(shared | _given(channel=channel, platform=platform, market=market), names)
        for market, platform, channel in product(markets, chosen, channels)
    ]


def _given(**values: str | None) -> dict[str, Value | tuple[Value, ...]]:
    return {name: value for name, value in values.items() if value is not None}
