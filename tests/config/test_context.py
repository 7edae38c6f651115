"""Layers of context: the stronger over the weaker, value by value, each with its origin."""

from __future__ import annotations

from datetime import date

import pytest

from msglint.config.context import ContextLayer, merge
from msglint.config.resolve import context_layer
from msglint.document import Context
from msglint.errors import MsglintError


def test_later_layers_override_value_by_value() -> None:
    merged = merge(
        [
            ContextLayer({"channel": "insert", "market": ("US",), "product.is_toy": True}, "a"),
            ContextLayer({"channel": "label", "product.age_min_months": 36, "message.proactive": True}, "b"),
            ContextLayer({"product.is_toy": False, "as_of": date(2027, 1, 1)}, "c"),
        ]
    )
    assert merged.context == Context(
        channel="label",
        markets=("US",),
        as_of=date(2027, 1, 1),
        product={"is_toy": False, "age_min_months": 36},
        message={"proactive": True},
    )
    assert merged.origins == {
        "channel": "b",
        "market": "a",
        "product.is_toy": "c",
        "product.age_min_months": "b",
        "message.proactive": "b",
        "as_of": "c",
    }


def test_no_layers_know_nothing() -> None:
    assert merge([]).context == Context()


def test_a_layer_from_options() -> None:
    values = {"channel": "card", "market": ["UK"], "lang": None, "as_of": "2027-10-01"}
    attributes = {"product.is_toy": "true", "product.age_min_months": "36"}
    layer = context_layer(values | attributes, "command line")
    assert layer == ContextLayer(
        {
            "channel": "insert",
            "market": ("GB",),
            "as_of": date(2027, 10, 1),
            "product.is_toy": True,
            "product.age_min_months": 36,
        },
        "command line",
    )


def test_all_errors_of_options_come_at_once() -> None:
    with pytest.raises(MsglintError) as caught:
        context_layer({"channel": "mesage", "platform": "amazon", "product.is_toi": "true"}, "command line")
    assert str(caught.value).splitlines() == [
        "“channel” cannot be “mesage”: did you mean “message”?",
        "unknown attribute “is_toi”: did you mean “is_toy”?",
    ]
