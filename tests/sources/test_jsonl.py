"""Each line of JSON Lines is a record; places point at the raw spans of values, escapes included."""

from __future__ import annotations

import json

import pytest

from msglint.document import Context
from msglint.sources import ReadSettings
from tests.sources.helpers import documents, failures, found_at, judged, texts, where

RECORD = {
    "id": 7,
    "channel": "message",
    "platform": "amazon",
    "market": ["UK", "DE"],
    "lang": "en",
    "subject": "Your order",
    "text": "Hello",
    "product": {"is_toy": True, "age_min_months": 36, "colour": "red"},
    "message": {"proactive": True},
    "buyer": {"name": "x"},
}


def test_a_record_is_a_document_with_its_context() -> None:
    [document] = documents(json.dumps(RECORD), "m.jsonl")
    assert document.id == "7"
    assert document.context == Context(
        "message",
        "amazon",
        ("GB", "DE"),
        "en",
        None,
        {"is_toy": True, "age_min_months": 36},
        {"proactive": True},
    )
    assert [(item.role, item.text) for item in document.segments] == [
        ("subject", "Your order"),
        ("body", "Hello"),
    ]


def test_dotted_keys_and_chinese_keys_mean_the_same() -> None:
    record = {"编号": "a", "渠道": "站内信", "站点": "美国", "product.is_toy": "是", "标题": "s", "正文": "t"}
    [document] = documents(json.dumps(record, ensure_ascii=False), "m.ndjson")
    assert (document.id, document.context) == (
        "a",
        Context("message", None, ("US",), product={"is_toy": True}),
    )
    assert [(item.role, item.text) for item in document.segments] == [("subject", "s"), ("body", "t")]


@pytest.mark.parametrize(
    ("raw", "words", "place"),
    [
        (r'"text": "Hello"', "Hello", (1, 11, 1, 16)),
        (r'"text": "a\nb"', "b", (1, 14, 1, 15)),
        (r'"text": "a\nb"', "\n", (1, 12, 1, 14)),
        (r'"text": "\"q\" \\ \/x"', "x", (1, 22, 1, 23)),
        (r'"text": "\"q\" \\ \/x"', "/", (1, 20, 1, 22)),
        (r'"text": "\u597d\u8bc4"', "好评", (1, 11, 1, 23)),
        (r'"text": "\u597d\u8bc4"', "评", (1, 17, 1, 23)),
        (r'"text": "好\u8bc4a"', "a", (1, 18, 1, 19)),
        (r'"text": "\ud83d\ude00b"', "😀", (1, 11, 1, 23)),
        (r'"text": "😀\uD83D\uDE00b"', "b", (1, 24, 1, 25)),
        (r'"text": "\ud83db"', "\ufffdb", (1, 11, 1, 18)),
        (r'"text": "\ude00\ud83d"', "\ufffd\ufffd", (1, 11, 1, 23)),
        (r'"text": "x", "text": "y"', "y", (1, 24, 1, 25)),
        (r'"a\"text": 1, "x": "\"text\": 2", "text" : "y"', "y", (1, 46, 1, 47)),
    ],
)
def test_places_point_at_the_raw_value(raw: str, words: str, place: tuple[int, ...]) -> None:
    [document] = documents("{" + raw + "}", "m.jsonl")
    segment = document.segments[0]
    assert found_at(segment, words) == place
    assert (segment.origin.place(0, 0).record, segment.origin.place(0, 0).key) == (1, "text")


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n"])
def test_lines_end_as_they_may_and_a_bom_counts_nothing(end: str) -> None:
    lines = ['{"text": "a"}', "", '  {"text": "b"}  ', '{"text": "c"}']
    found = documents("\ufeff" + end.join(lines), "m.jsonl")
    assert [where(document.segments[0]) for document in found] == [
        (1, 11, 1, 12),
        (3, 13, 3, 14),
        (4, 11, 4, 12),
    ]
    assert [document.segments[0].origin.place(0, 0).record for document in found] == [1, 2, 3]


@pytest.mark.parametrize(
    ("line", "place", "part"),
    [
        ('{"text": "a"', (2, 13, 2, 13), "not valid JSON"),
        ('{"text": "a\tb"}', (2, 12, 2, 16), "invalid control character"),
        ('{"text": "a} ', (2, 10, 2, 14), "unterminated string"),
        ('{"text": NaN}', (2, 1, 2, 14), "NaN is no JSON value"),
        ('{"text": "a"} {"text": "b"}', (2, 15, 2, 28), "a second value"),
        ("{'text': 'a'}", (2, 2, 2, 14), "property name"),
        ("[" * 100_000, (2, 1, 2, 100_001), "nested too deeply"),
        ('{"n": ' + "1" * 5000 + "}", (2, 1, 2, 5008), "cannot be read"),
        ("42", (2, 1, 2, 3), "expected an object"),
        ('{"text": ["a"]}', (2, 10, 2, 15), "expected text in “text”"),
    ],
)
def test_a_broken_line_does_not_stop_the_others(line: str, place: tuple[int, ...], part: str) -> None:
    text = f'{{"text": "a"}}\n{line}\n{{"text": "b"}}'
    [(code, found, message)] = failures(text, "m.jsonl")
    assert (code, found) == ("bad-record", place)
    assert part in message
    assert [document.segments[0].text for document in judged(text, "m.jsonl")] == ["a", "b"]


def test_bad_context_is_a_failure_and_the_record_is_judged_without_it() -> None:
    line = '{"channel": "mesage", "market": "XX", "product": {"is_toy": "so"}, "lang": "cn", "text": "a"}'
    found = failures(line, "m.jsonl")
    assert [(code, place and place[1:], message.split(":")[0]) for code, place, message in found] == [
        ("bad-context", (14, 1, 20), "“channel” cannot be “mesage”"),
        ("bad-context", (34, 1, 36), "unknown market “XX”"),
        ("bad-context", (62, 1, 64), "“is_toy”"),
        ("bad-context", (77, 1, 79), "unknown language “cn”"),
    ]
    assert [document.context for document in judged(line, "m.jsonl")] == [Context()]


@pytest.mark.parametrize("value", ["null", '""', '"  "'])
def test_an_empty_value_says_nothing(value: str) -> None:
    line = f'{{"id": {value}, "channel": {value}, "product": {{"is_toy": {value}}}, "text": "a"}}'
    [document] = documents(line, "m.jsonl")
    assert (document.id, document.context) == (None, Context())


def test_a_message_without_words_is_a_message() -> None:
    [first, second] = documents('{"text": null}\n{"text": ""}', "m.jsonl")
    assert first.complete
    assert [where(first.segments[0]), where(second.segments[0])] == [(1, 10, 1, 10), (2, 11, 2, 11)]


def test_strings_without_a_text_key_are_incomplete_documents() -> None:
    line = '{"id": "9", "market": "US", "title": "a", "bullets": ["b", {"c": "d"}], "n": 1, "subject": "s"}'
    found = documents(line, "m.jsonl")
    assert [(item.segments[0].origin.place(0, 0).key, item.segments[0].text) for item in found] == [
        ("title", "a"),
        ("bullets[0]", "b"),
        ("bullets[1].c", "d"),
        ("subject", "s"),
    ]
    assert [item.segments[0].role for item in found] == ["body", "body", "body", "subject"]
    assert {(item.complete, item.id, item.context.markets) for item in found} == {(False, "9", ("US",))}


def test_bare_strings_and_lists_are_incomplete_documents() -> None:
    assert texts('"a\\n"\n["b", ["c"]]', "m.jsonl") == [[("body", "a\n")], [("body", "b")], [("body", "c")]]


@pytest.mark.parametrize(
    ("unit", "expected"),
    [
        ("record", [(["b", "a"], True), (["x", "y"], True)]),
        ("string", [(["b"], False), (["a"], False), (["x"], False), (["y"], False)]),
        ("file", [(["b", "a", "x", "y"], True)]),
    ],
)
def test_the_unit_says_what_a_document_is(unit: str, expected: list[tuple[list[str], bool]]) -> None:
    text = '{"subject": "b", "text": "a"}\n{"k": "x", "l": "y"}'
    found = documents(text, "m.jsonl", ReadSettings(unit=unit))
    assert [([item.text for item in document.segments], document.complete) for document in found] == expected
