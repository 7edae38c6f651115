"""A text file is one document, its body the text behind the front matter."""

from __future__ import annotations

import pytest

from msglint.sources import ReadSettings
from tests.sources.helpers import documents, failures, found_at, texts, where


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n"])
def test_each_line_end_ends_one_line(end: str) -> None:
    [document] = documents(f"Hello{end}{end}a 好评 b", "note.txt")
    assert found_at(document.segments[0], "好评") == (3, 3, 3, 5)


def test_columns_count_code_points_and_no_bom() -> None:
    [document] = documents("\ufeff😀é\U00020000x".encode(), "note.txt")
    assert where(document.segments[0]) == (1, 1, 1, 5)
    assert found_at(document.segments[0], "x") == (1, 4, 1, 5)


def test_other_separators_end_no_line() -> None:
    [document] = documents("a\u2028b\x0bc\x85d", "note.txt")
    assert found_at(document.segments[0], "d") == (1, 7, 1, 8)


@pytest.mark.parametrize("name", ["note.txt", "note", "note.log", "-", "<stdin>", "NOTE.TXT"])
def test_anything_else_is_read_as_text(name: str) -> None:
    [document] = documents("# Hi", name)
    assert [(item.role, item.text) for item in document.segments] == [("body", "# Hi")]
    assert (document.source, document.complete, document.encoding) == (name, True, None)


def test_an_empty_file_is_an_empty_message() -> None:
    assert texts("", "note.txt") == [[("body", "")]]


@pytest.mark.parametrize(("unit", "complete"), [("file", True), (None, True), ("string", False)])
def test_the_unit_says_whether_it_is_complete(unit: str | None, complete: bool) -> None:
    assert documents("Hi", "note.txt", ReadSettings(unit=unit))[0].complete is complete


def test_another_encoding_stands_in_the_document() -> None:
    [document] = documents("感谢您的购买".encode("gb18030"), "note.txt")
    assert (document.encoding, document.segments[0].text) == ("gb18030", "感谢您的购买")


def test_a_file_that_is_no_text_fails() -> None:
    assert failures(b"\0\1\2", "note.txt") == [
        (
            "binary",
            None,
            "the file holds NUL bytes, it is no text: save it as text, or list it under “exclude”",
        )
    ]


def test_a_huge_file_fails() -> None:
    assert failures(b" " * 32_000_001, "note.txt") == [
        (
            "too-large",
            None,
            "the file is larger than 32 MB: split it, or raise limits.file_mb in msglint.yaml",
        )
    ]
