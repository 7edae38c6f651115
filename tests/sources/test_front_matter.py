"""Front matter gives context; only its subject is judged, and its errors have places."""

from __future__ import annotations

import pytest

from msglint.config.context import ContextLayer
from msglint.document import Context
from msglint.sources import ReadSettings
from tests.sources.helpers import documents, failures, found_at, texts, where

BLOCK = """---
channel: message
platform: amazon
market: [UK, US]
lang: zh-CN
product: {is_toy: true, age_min_months: 36}
subject: Your order
---
Hello
"""


def test_it_gives_the_context() -> None:
    [document] = documents(BLOCK, "note.txt")
    product = {"is_toy": True, "age_min_months": 36}
    assert document.context == Context("message", "amazon", ("GB", "US"), "zh", product=product)


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n"])
def test_text_and_subject_keep_their_places(end: str) -> None:
    [document] = documents("\ufeff" + BLOCK.replace("\n", end), "note.txt")
    subject, body = document.segments
    assert (subject.role, subject.text, where(subject)) == ("subject", "Your order", (7, 10, 7, 20))
    assert (body.role, body.text.strip(), found_at(body, "Hello")) == ("body", "Hello", (9, 1, 9, 6))


@pytest.mark.parametrize(
    ("written", "text", "place"),
    [
        ("'Hi you'", "Hi you", (2, 11, 2, 17)),
        ('"好评 😀"', "好评 😀", (2, 11, 2, 15)),
        ('"a \\u597d"', "a 好", (2, 10, 2, 20)),
    ],
)
def test_quoted_subjects_point_into_the_file(written: str, text: str, place: tuple[int, ...]) -> None:
    segment = documents(f"---\nsubject: {written}\n---\n", "note.md")[0].segments[0]
    assert (segment.text, where(segment)) == (text, place)


def test_a_folded_subject_points_at_its_first_line() -> None:
    segment = documents("---\nsubject: >\n  one\n  two\n---\nBody", "note.md")[0].segments[0]
    assert segment.text == "one two\n"
    assert where(segment)[:2] == (2, 10)


def test_it_is_stronger_than_the_configuration_and_weaker_than_the_command_line() -> None:
    below = ContextLayer({"channel": "insert", "platform": "ebay", "product.is_toy": True}, "msglint.yaml:1")
    above = ContextLayer({"channel": "label"}, "command line")
    settings = ReadSettings(below=(below,), above=(above,))
    [document] = documents("---\nchannel: message\nplatform: amazon\n---\nHi", "note.txt", settings)
    assert document.context == Context("label", "amazon", product={"is_toy": True})


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("---\nHello\n---\nHi", "note.txt"),
        ("---\nNote: leave a review\n---\nHi", "note.txt"),
        ("---\n- a\n---\nHi", "note.md"),
        ("---\nchannel: message\nHi", "note.txt"),
        ("\n---\nchannel: message\n---\nHi", "note.txt"),
        ("--- \nTo: you: all\n---\nHi", "note.txt"),
        ("----\nchannel: message\n----\n", "note.txt"),
    ],
)
def test_anything_else_between_such_lines_is_text(text: str, name: str) -> None:
    [document] = documents(text, name)
    assert document.context == Context()
    assert len(document.segments[0].text) >= len(text) - 8


def test_markdown_may_hold_keys_of_other_tools() -> None:
    assert texts("---\ntitle: Free gift\ntags: [a]\n---\nHi", "note.md") == [[("body", "Hi")]]


def test_an_empty_block_says_nothing() -> None:
    assert texts("---\nlang: en\n...\nHi", "note.txt") == [[("body", "Hi")]]


def test_all_errors_come_at_once_and_the_rest_is_kept() -> None:
    text = "---\nchannel: mesage\nplatform: amazon\nchanel: x\nproduct: {is_toi: true, is_game: 3}\n---\nHi"
    assert [(place and place[:2], message) for _, place, message in failures(text, "note.txt")] == [
        ((2, 10), "“channel” cannot be “mesage”: did you mean “message”?"),
        ((4, 1), "unknown key “chanel”: did you mean “channel”?"),
        ((5, 11), "unknown attribute “is_toi”: did you mean “is_toy”?"),
        ((5, 25), "unknown attribute “is_game”: did you mean “is_toy_or_game”?"),
    ]


def test_broken_yaml_is_an_error_with_its_line_and_the_body_is_judged() -> None:
    [(code, place, message)] = failures('---\nchannel: "message\nlang: en\n---\nHi', "note.txt")
    assert (code, place and place[0]) == ("bad-front-matter", 2)
    assert "not valid YAML" in message
