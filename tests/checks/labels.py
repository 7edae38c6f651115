"""The shipped label packs, judged without the other packs."""

from __future__ import annotations

from functools import cache
from typing import Any

from msglint.document import Context, Document
from msglint.engine import Engine
from msglint.packs.files import shipped_files
from msglint.packs.library import read_library
from msglint.packs.markets import expand
from msglint.packs.model import Ruleset
from msglint.text.placeholders import DEFAULT_PATTERNS
from msglint.violation import Violation

SMALL_PARTS = {"is_toy_or_game": True, "contains_small_parts": True, "age_min_months": 36}
IS_BALL = {"is_toy_or_game": True, "is_small_ball": True, "age_min_months": 36}
CONTAINS_BALL = {"is_toy_or_game": True, "contains_small_ball": True, "age_min_months": 36}
IS_MARBLE = {"is_toy_or_game": True, "is_marble": True, "age_min_months": 36}
CONTAINS_MARBLE = {"is_toy_or_game": True, "contains_marble": True, "age_min_months": 36}
BALLOON = {"is_latex_balloon": True}
EU_TOY = {"is_toy": True, "hazardous_under_36m": True, "age_min_months": 36}
FBA_BAG = {"fulfilment": "FBA", "uses_plastic_bag": True, "bag_opening_flat_in": 8.0}
RI_BAG = {"state": "RI", "uses_plastic_bag": True, "bag_thickness_in": 0.0008, "bag_opening_diameter_in": 7.0}
COIN_CELL = {"contains_coin_cell": True}
CN_TOY = {"is_toy": True, "contains_small_parts": True, "age_min_months": 36}

Product = dict[str, Any]


@cache
def ruleset() -> Ruleset:
    return read_library(
        [file for file in shipped_files() if file.collection in ("labels", "facts", "lexicons")]
    )


@cache
def engine() -> Engine:
    return Engine(ruleset(), DEFAULT_PATTERNS, ("amazon",), {})


def judge(
    text: str,
    product: Product,
    market: str | tuple[str, ...] = "US",
    channel: str = "package",
    **context: Any,
) -> list[Violation]:
    """What the label packs report, without the note on what could not be judged."""
    markets = expand((market,) if isinstance(market, str) else market)
    document = Document.from_text(text, Context(channel, markets=markets, product=product, **context))
    return [item for item in engine().judge(document).violations if item.rule != "msglint/not-judged"]


def codes(
    text: str, product: Product, market: str = "US", channel: str = "package", **context: Any
) -> set[str]:
    return {str(item.code) for item in judge(text, product, market, channel, **context)}


def excerpts(text: str, product: Product, market: str = "US", channel: str = "package") -> dict[str, str]:
    return {str(item.code): item.excerpt for item in judge(text, product, market, channel)}
