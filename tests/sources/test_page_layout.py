"""Lines on a page: what belongs together, in which order it is read, where it stands."""

from __future__ import annotations

import pytest

from msglint.document import Letters, Place
from msglint.sources.page_layout import Line, blocks, joined, share_covered

PAGE = Place("a.pdf", page=2, unit="pt")


def line(text: str, left: float, top: float, width: float = 100, height: float = 10, turn: int = 0) -> Line:
    return Line(text, (left, top, left + width, top + height), turn)


def read(*lines: Line) -> str:
    found = joined(lines, PAGE)
    return found.text if found else ""


def test_lines_of_a_paragraph_are_one_block_and_distant_ones_are_not() -> None:
    assert read(line("second", 0, 14), line("first", 0, 0), line("far", 0, 60)) == "first\nsecond\n\nfar"


def test_pieces_of_a_row_are_one_line() -> None:
    assert read(line("world", 112, 1), line("Hello", 0, 0), line("below", 0, 14)) == "Hello world\nbelow"


def test_columns_are_read_one_after_another() -> None:
    left = [line(f"l{at}", 0, at * 14) for at in range(3)]
    right = [line(f"r{at}", 200, at * 14) for at in range(3)]
    assert read(*right, *left) == "l0\nl1\nl2\n\nr0\nr1\nr2"


def test_a_headline_over_two_columns_comes_first() -> None:
    found = read(line("b", 200, 50), line("a", 0, 50), line("Headline", 0, 0, width=300, height=20))
    assert found == "Headline\n\na\n\nb"


@pytest.mark.parametrize(
    ("turn", "first", "second"),
    [
        (90, (100, 0, 110, 80), (86, 0, 96, 80)),
        (180, (0, 100, 80, 110), (0, 86, 80, 96)),
        (270, (86, 0, 96, 80), (100, 0, 110, 80)),
    ],
)
def test_turned_lines_are_read_in_their_own_order(
    turn: int, first: tuple[float, float, float, float], second: tuple[float, float, float, float]
) -> None:
    found = [
        [item.text for item in block] for block in blocks([Line("2", second, turn), Line("1", first, turn)])
    ]
    assert found == [["1", "2"]]


def test_the_place_of_a_word_is_the_box_of_its_line() -> None:
    found = joined([line("five star", 0, 0), line("review", 0, 14)], PAGE)
    assert found
    start = found.text.index("review")
    assert found.origin.place(start, start + 6) == Place("a.pdf", page=2, box=(0, 14, 100, 24), unit="pt")
    assert found.origin.place(0, 4).box == (0, 0, 100, 10)


def test_a_code_stands_below_the_copy_beside_it_unless_that_speaks_of_it() -> None:
    code = (0.0, 30.0, 60.0, 90.0)
    silent = joined([line("Get 20% off", 0, 0), line("Thank you", 0, 300)], PAGE, [code])
    assert silent
    assert silent.text == "Get 20% off\nQR code\n\nThank you"
    assert silent.origin.place(silent.text.index("QR"), len("QR")).box == code
    named = joined([line("Scan for the manual", 0, 0)], PAGE, [code])
    assert named
    assert named.text == "Scan for the manual"
    far = joined([line("Get 20% off", 500, 500)], PAGE, [code])
    assert far
    assert "\n\nQR code" in far.text


def test_sizes_of_letters_are_kept_by_line() -> None:
    small = Line("small", (0, 0, 50, 6), 0, Letters(6.0))
    large = Line("large", (0, 100, 50, 120), 0, Letters(20.0))
    found = joined([small, large], PAGE)
    assert found
    assert found.letters == ((0, Letters(6.0)), (7, Letters(20.0)))


def test_no_lines_are_no_text() -> None:
    assert joined([], PAGE) is None


def test_how_much_of_a_box_is_covered() -> None:
    assert share_covered((0, 0, 10, 10), [(0, 0, 5, 10)]) == 0.5
    assert share_covered((0, 0, 10, 10), [(20, 20, 30, 30)]) == 0
