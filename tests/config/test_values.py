"""What people write for a value of a context means one thing, or is an error that helps."""

from __future__ import annotations

from typing import Any

import pytest

from msglint.config.values import ALIASES, context_value, is_text_encoding, record_value
from msglint.errors import MsglintError

EEA = 30


@pytest.mark.parametrize(
    ("name", "written", "meant"),
    [
        ("channel", "insert", "insert"),
        ("channel", " Message ", "message"),
        ("channel", "Card", "insert"),
        ("channel", "站内信", "message"),
        ("platform", "TikTok", "tiktok-shop"),
        ("platform", "亚马逊", "amazon"),
        ("market", "us", ("US",)),
        ("market", "UK, DE", ("GB", "DE")),
        ("market", ["US", "US", "UK"], ("US", "GB")),
        ("market", "美国、德国", ("US", "DE")),
        ("market", ["英国"], ("GB",)),
        ("lang", "zh-Hant_TW", "zh"),
        ("lang", "EN", "en"),
        ("lang", "中文", "zh"),
        ("product.is_toy", "true", True),
        ("product.is_toy", False, False),
        ("product.age_min_months", "36", 36),
        ("product.age_min_months", 36, 36),
        ("message.proactive", True, True),
    ],
)
def test_what_is_written_is_understood(name: str, written: Any, meant: Any) -> None:
    assert context_value(name, written) == meant


def test_eu_is_the_eu_and_the_eea() -> None:
    countries = context_value("market", "EU")
    assert isinstance(countries, tuple)
    assert (len(countries), {"DE", "NO", "IS", "LI"} <= set(countries), "CH" in countries) == (
        EEA,
        True,
        False,
    )


@pytest.mark.parametrize(
    ("name", "written", "part"),
    [
        ("channel", "mesage", "did you mean “message”?"),
        ("channel", "", "“channel”"),
        ("channel", None, "“channel”"),
        ("platform", "amazn", "did you mean “amazon”?"),
        ("market", "U", "unknown market “U”"),
        ("market", "", "expected market codes"),
        ("lang", "cn", "unknown language “cn”"),
        ("lang", "english", "unknown language"),
        ("product.is_toi", True, "did you mean “is_toy”?"),
        ("product.is_toy", "yes", "expected true or false"),
        ("product.is_toy", [True], "expected true or false"),
        ("product.age_min_months", "3y", "expected a whole number"),
        ("message.is_toy", True, "write it under “product”"),
        ("product.channel", "insert", "write it under “context”"),
    ],
)
def test_what_is_not_understood_is_an_error_that_helps(name: str, written: Any, part: str) -> None:
    with pytest.raises(MsglintError, match="“") as caught:
        context_value(name, written)
    assert part in str(caught.value)


@pytest.mark.parametrize("word", ["true", "TRUE", "yes", "Y", "1", " 是 "])
def test_tables_have_words_for_true(word: str) -> None:
    assert record_value("product.is_toy", word) == {"product.is_toy": True}


@pytest.mark.parametrize("word", ["false", "No", "0", "否"])
def test_tables_have_words_for_false(word: str) -> None:
    assert record_value("message.proactive", word) == {"message.proactive": False}


@pytest.mark.parametrize("name", ["product.colour", "message.is_toy", "product.channel"])
def test_records_may_hold_attributes_that_nobody_knows(name: str) -> None:
    assert record_value(name, "x") == {}


def test_what_is_remembered_is_told_apart_by_type() -> None:
    assert record_value("product.is_toy", "1") == {"product.is_toy": True}
    with pytest.raises(MsglintError):
        record_value("product.is_toy", 1)
    assert record_value("product.age_min_months", "1") == {"product.age_min_months": 1}
    with pytest.raises(MsglintError):
        record_value("product.age_min_months", True)


@pytest.mark.parametrize("value", [{"a": 1}, [], [[]], [{}], ["x", 3], 1e400])
def test_odd_values_are_errors(value: Any) -> None:
    with pytest.raises(MsglintError):
        record_value("channel", value)


@pytest.mark.parametrize("name", list(ALIASES))
def test_every_alias_stands_for_a_valid_value(name: str) -> None:
    for alias in ALIASES[name]:
        assert alias == alias.lower()
        assert context_value(name, alias)


@pytest.mark.parametrize("name", ["gb18030", "GBK", "big5", "cp1252", "utf-16", "latin-1", "shift_jis"])
def test_encodings_of_text(name: str) -> None:
    assert is_text_encoding(name)


@pytest.mark.parametrize("name", ["gb1830", "", "rot13", "base64", "unicode_escape", "idna", "a\0b", "utf 9"])
def test_what_is_no_encoding_of_text(name: str) -> None:
    assert not is_text_encoding(name)
