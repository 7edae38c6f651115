from __future__ import annotations

import string

import pytest

from msglint.reports.words import WORDS, preferred_language, say


def slots(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("key", WORDS)
def test_every_sentence_is_there_in_both_languages(key: str) -> None:
    english, chinese = WORDS[key]
    assert english and (chinese or key == "sentences")
    assert slots(english) == slots(chinese)


@pytest.mark.parametrize("key", WORDS)
def test_english_forms_have_the_same_slots(key: str) -> None:
    one, *other = WORDS[key][0].split("|")
    assert all(slots(form) == slots(one) for form in other)
    assert "|" not in WORDS[key][1]


@pytest.mark.parametrize("key", [key for key, (_, chinese) in WORDS.items() if len(chinese) > 8])
def test_chinese_sentences_have_chinese_punctuation(key: str) -> None:
    assert not set(",;?!") & set(WORDS[key][1])


@pytest.mark.parametrize(("n", "text"), [(0, "0 errors"), (1, "1 error"), (2, "2 errors")])
def test_plural(n: int, text: str) -> None:
    assert say("en", "count.error", n=n) == text


def test_braces_in_a_value_stay() -> None:
    assert say("en", "id", n="{order_id}") == "id {order_id}"


def test_an_unknown_language_gets_english() -> None:
    assert say("de", "error") == "error"


@pytest.mark.parametrize(
    ("environment", "lang"),
    [
        ({"LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "zh_TW"}, "zh"),
        ({"LANG": "en_US.UTF-8"}, "en"),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": "C"}, "en"),
        ({"LANG": "en_US", "LC_MESSAGES": "zh_CN"}, "zh"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
    ],
)
def test_preferred_language(environment: dict[str, str], lang: str) -> None:
    assert preferred_language(environment) == lang
