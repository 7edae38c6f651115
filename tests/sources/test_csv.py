"""Rows of a table with message columns are records; other tables are cells."""

from __future__ import annotations

import pytest

from msglint.document import Context, Document, Place
from msglint.sources import Failure, ReadSettings
from msglint.sources.csv_text import address, delimiter_of
from tests.sources.helpers import documents, everything, failures, found_at, judged, texts, where

TABLE = """id,channel,platform,market,lang,subject,text,product.is_toy,message.proactive,colour
7,message,amazon,"UK, DE",en,Your order,Hello,TRUE,0,red
,,,,,,"Two
""lines"", 好评",,,
"""


def test_a_row_is_a_document_with_its_context() -> None:
    first, second = documents(TABLE, "m.csv")
    assert first.id == "7"
    assert first.context == Context(
        "message", "amazon", ("GB", "DE"), "en", None, {"is_toy": True}, {"proactive": False}
    )
    assert [(item.role, item.text) for item in first.segments] == [
        ("subject", "Your order"),
        ("body", "Hello"),
    ]
    assert (second.id, second.context) == (None, Context())
    assert second.segments[1].text == 'Two\n"lines", 好评'


def test_places_point_into_the_cell() -> None:
    first, second = documents(TABLE, "m.csv")
    place = first.segments[1].origin.place(0, 5)
    assert (place.record, place.key, place.cell) == (1, "text", "G2")
    assert where(first.segments[1]) == (2, 41, 2, 46)
    body = second.segments[1]
    assert found_at(body, "lines") == (4, 3, 4, 8)
    assert found_at(body, '"') == (4, 1, 4, 3)
    assert found_at(body, "好评") == (4, 12, 4, 14)
    assert where(body) == (3, 8, 4, 14)
    assert body.origin.place(0, 0).cell == "G3"


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_delimiters_and_line_ends_are_found_out(end: str, delimiter: str) -> None:
    rows = [["编号", "文案"], ["a", f'"好{end}评""{delimiter}x"'], [], ["b", "😀y"]]
    text = "\ufeff" + end.join(delimiter.join(row) for row in rows) + end
    first, second = documents(text, "m.csv")
    assert (first.id, first.segments[0].text) == ("a", f'好{end}评"{delimiter}x')
    assert found_at(first.segments[0], "x") == (3, 5, 3, 6)
    assert (second.id, found_at(second.segments[0], "y")) == ("b", (5, 4, 5, 5))
    assert (second.segments[0].origin.place(0, 0).record, second.segments[0].origin.place(0, 0).cell) == (
        2,
        "B4",
    )


@pytest.mark.parametrize(
    ("text", "source", "delimiter"),
    [
        ("id,text\n1,a;b", "m.csv", ","),
        ("id;text, long\n1;a", "m.csv", ";"),
        ("a,b\tid\ttext", "m.csv", "\t"),
        ("a;b;c", "m.csv", ";"),
        ("a;b,c", "m.csv", ","),
        ("a,b\tc", "m.tsv", "\t"),
        ("text\na,b", "m.csv", "\0"),
        ("", "m.csv", ","),
        ('"a,b";c', "m.csv", ";"),
    ],
)
def test_the_delimiter_yields_most_names_then_most_values(text: str, source: str, delimiter: str) -> None:
    assert delimiter_of(text, source) == delimiter


def test_a_single_column_needs_no_quotes() -> None:
    [document] = documents('Text\nHello, "you"; all\n', "m.csv")
    assert document.segments[0].text == 'Hello, "you"; all'


def test_names_of_columns_are_free_in_case_and_blanks() -> None:
    [document] = documents(" ID , TEXT , Product.IS_TOY\n1, Hi ,是\n", "m.csv")
    assert (document.id, document.segments[0].text) == ("1", " Hi ")
    assert document.context.product == {"is_toy": True}


def test_text_behind_a_closing_quote_belongs_to_the_cell() -> None:
    [document] = documents('id,text\n1,"a"b""c\n', "m.csv")
    assert document.segments[0].text == 'ab""c'
    assert found_at(document.segments[0], "b") == (2, 6, 2, 7)


def test_blank_rows_are_no_records_and_short_rows_lack_values() -> None:
    found = documents("text,channel\n\na\n,\n  ,\nb,label", "m.csv")
    assert [(item.segments[0].text, item.context.channel) for item in found] == [("a", None), ("b", "label")]
    assert [item.segments[0].origin.place(0, 0).record for item in found] == [1, 2]
    assert [item.segments[0].origin.place(0, 0).cell for item in found] == ["A3", "A6"]


def test_a_row_without_text_is_an_empty_message() -> None:
    [document] = documents("id,text\n1,\n", "m.csv")
    assert (document.segments[0].text, where(document.segments[0])) == ("", (2, 3, 2, 3))


def test_surplus_cells_are_a_failure_and_the_row_is_judged() -> None:
    text = "id,text\n1,Hello, dear buyer\n2,b,,\n"
    assert failures(text, "m.csv") == [
        (
            "bad-record",
            (2, 9, 2, 20),
            "3 cells, but 2 columns: put a text that holds the delimiter in quotes",
        )
    ]
    assert [document.segments[0].text for document in judged(text, "m.csv")] == ["Hello", "b"]


def test_a_quote_that_is_never_closed_costs_one_line() -> None:
    text = 'id,text\n1,a\n2,"b\n3,c\n'
    [(code, place, message)] = failures(text, "m.csv")
    assert (code, place) == ("bad-record", (3, 3, 3, 5))
    assert "never closed" in message
    assert [document.id for document in judged(text, "m.csv")] == ["1", "3"]


def test_bad_context_names_its_cell() -> None:
    failure, document = everything("channel,text\nmesage,Hi\n", "m.csv")
    assert isinstance(failure, Failure)
    assert failure.place == Place("m.csv", 2, 1, 2, 7, record=1, key="channel", cell="A2")
    assert failure.message.startswith("“channel” cannot be “mesage”")
    assert isinstance(document, Document)
    assert document.context == Context()


def test_without_a_text_column_each_cell_is_an_incomplete_document() -> None:
    found = documents('标题,卖点\n玩具,"安全,\n耐用"\n ,x\n', "m.csv")
    assert [(item.segments[0].text, item.segments[0].origin.place(0, 0).cell) for item in found] == [
        ("标题", "A1"),
        ("卖点", "B1"),
        ("玩具", "A2"),
        ("安全,\n耐用", "B2"),
        ("x", "B3"),
    ]
    assert not any(item.complete for item in found)
    assert where(found[3].segments[0]) == (2, 5, 3, 3)


@pytest.mark.parametrize(
    ("unit", "text", "expected"),
    [
        ("record", "a,b\nc,d", [(["a", "b"], True), (["c", "d"], True)]),
        ("cell", "id,text\n1,x", [(["id"], False), (["text"], False), (["1"], False), (["x"], False)]),
        ("file", "id,text\n1,x\n2,y", [(["x", "y"], True)]),
        ("file", "a,b", [(["a", "b"], True)]),
    ],
)
def test_the_unit_says_what_a_document_is(
    unit: str, text: str, expected: list[tuple[list[str], bool]]
) -> None:
    found = documents(text, "m.csv", ReadSettings(unit=unit))
    assert [([item.text for item in document.segments], document.complete) for document in found] == expected


@pytest.mark.parametrize("text", ["", "\n\n", ",,\n", "id,text\n", "text"])
def test_nothing_holds_nothing(text: str) -> None:
    assert texts(text, "m.csv") == []


@pytest.mark.parametrize(
    ("row", "index", "name"), [(1, 0, "A1"), (12, 1, "B12"), (3, 25, "Z3"), (3, 26, "AA3"), (9, 702, "AAA9")]
)
def test_cells_are_called_as_in_a_spreadsheet(row: int, index: int, name: str) -> None:
    assert address(row, index) == name


def test_columns_may_be_named_in_the_configuration() -> None:
    settings = ReadSettings(columns={"nachricht": "text", "alter": "product.age_min_months"})
    (found,) = documents("Nachricht;Alter;Notiz\nHallo;36;x\n", "a.csv", settings)
    assert [item.text for item in found.segments] == ["Hallo"]
    assert found.context.product == {"age_min_months": 36}


def test_a_text_that_is_too_long_to_be_judged_is_named_and_the_others_are_read() -> None:
    found = everything("text\n" + "x" * 2_000_001 + "\nfine\n", "a.csv")
    assert [item.code if isinstance(item, Failure) else item.segments[0].text for item in found] == [
        "too-large",
        "fine",
    ]
    (failure,) = [item for item in found if isinstance(item, Failure)]
    assert (failure.place and failure.place.cell, failure.place and failure.place.line) == ("A2", 2)
