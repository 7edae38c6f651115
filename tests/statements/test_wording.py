"""Readings of a pack's wording."""

import pytest

from msglint.packs.phrases import parse
from msglint.statements.diff import diff, written
from msglint.statements.search import occurrences
from msglint.statements.wording import is_plain, readings
from msglint.statements.words import Range, Words
from tests.statements.plain import PlainText


@pytest.mark.parametrize(
    ("phrase", "texts"),
    [
        ("Small parts.", ["Small parts."]),
        ("(|Toy contains )small parts", ["small parts", "Toy contains small parts"]),
        ("(this|this plastic) bag", ["this bag", "this plastic bag"]),
        ("(3岁|三岁)以下", ["3岁以下", "三岁以下"]),
        ("exposure to ... See", ["exposure to […] See"]),
    ],
)
def test_readings(phrase: str, texts: list[str]) -> None:
    assert [written(wording) for wording in readings(parse(phrase))] == texts


@pytest.mark.parametrize(
    ("phrase", "plain"),
    [
        ("small parts", True),
        ("(a|b) ... c", True),
        ("<email>", False),
        ("$reward now", False),
        ("part* x", False),
    ],
)
def test_plain_phrases(phrase: str, plain: bool) -> None:
    assert is_plain(parse(phrase)) is plain


@pytest.mark.parametrize(
    ("phrase", "text", "found"),
    [
        ("small parts", "Small parts, small\nparts, small part", [Range(0, 2), Range(2, 4)]),
        ("小零件", "含小零件，小 零 件", [Range(1, 4), Range(4, 7)]),
        ("3岁以下", "13岁以下，3岁以下", [Range(4, 8)]),
        ("(|a )small ball", "a small ball", [Range(0, 3), Range(1, 3)]),
        ("exposure to ... See", "exposure to lead. See; exposure to see", [Range(0, 4)]),
    ],
)
def test_word_for_word_places(phrase: str, text: str, found: list[Range]) -> None:
    words = Words([PlainText(text)])
    assert [span for span, _ in occurrences(words, readings(parse(phrase)))] == found


@pytest.mark.parametrize(
    ("phrase", "found", "shown"),
    [
        (
            "Not for children under 3 yrs.",
            "not for children under 5 yrs",
            "Not for children under [3→5] yrs.",
        ),
        ("Not for children", "not intended for children", "Not [→intended] for children"),
        ("Small parts.", "parts", "[Small→] parts."),
        ("CHOKING HAZARD--", "suffocation hazard", "[CHOKING→suffocation] HAZARD--"),
        ("Not under 3", "not under 3 and up", "Not under 3 [→and up]"),
        ("不适合3岁以下", "不适合5岁以下", "不适合[3→5]岁以下"),
        ("不适合3岁", "不宜3岁", "不[适合→宜]3岁"),
    ],
)
def test_expected_beside_found(phrase: str, found: str, shown: str) -> None:
    words = Words([PlainText(found)])
    (wording,) = readings(parse(phrase))
    assert diff(wording, words.tokens, words.originals(Range(0, len(words)))) == shown
