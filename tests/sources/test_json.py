"""A JSON file is a list of records, or one value whose strings are copy."""

from __future__ import annotations

import pytest

from tests.sources.helpers import documents, everything, failures, texts, where


def test_items_of_a_list_are_records() -> None:
    found = documents('[\n  {"id": "a", "text": "x\\ny"},\n  {"text": "好"}\n]\n', "m.json")
    assert [(item.id, item.segments[0].text, where(item.segments[0])) for item in found] == [
        ("a", "x\ny", (2, 24, 2, 28)),
        (None, "好", (3, 13, 3, 14)),
    ]
    assert [item.segments[0].origin.place(0, 0).record for item in found] == [1, 2]


def test_an_object_may_be_a_record_or_hold_strings() -> None:
    assert texts('{"text": "a", "b": "c"}', "m.json") == [[("body", "a")]]
    assert texts('{"a": {"b": "c"}, "d": ["e"]}', "m.json") == [[("body", "c")], [("body", "e")]]


@pytest.mark.parametrize("text", ["", " \n", "[]", "[ ]\n", "{}"])
def test_nothing_holds_nothing(text: str) -> None:
    assert everything(text, "m.json") == []


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ('[{"text": "a"},\n {"text": "b" x]', (2, 15, 2, 16)),
        ('[{"text": "a"}', (1, 15, 1, 15)),
        ('[{"text": "a"},', (1, 16, 1, 16)),
        ('[{"text": "a"}] x', (1, 17, 1, 18)),
        ('[{"text": "a"} 5]', (1, 16, 1, 17)),
        ('"a": 1', (1, 4, 1, 5)),
    ],
)
def test_what_stands_before_an_error_is_judged(text: str, place: tuple[int, ...]) -> None:
    [(code, found, _)] = failures(text, "m.json")
    assert (code, found) == ("bad-record", place)
    assert len(everything(text, "m.json")) == 2
