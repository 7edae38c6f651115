"""Letters in a row, parted into the words that they spell."""

import pytest

from msglint.disguise.words import Words

WORDS = Words(["leave a review", "would appreciate 5 stars", "contains a small ball", "sas mall", "re view"])


@pytest.mark.parametrize(
    ("letters", "words"),
    [
        ("leaveareview", "leave a review"),
        ("tleavereview", "t leave review"),
        ("appreciate5stars", "appreciate 5 stars"),
        ("containsasmall", "contains a small"),
        ("l3aver3v1ew", "leave review"),
        ("xyz", "x y z"),
        ("", ""),
    ],
)
def test_letters_are_parted(letters: str, words: str) -> None:
    pieces = WORDS.parted(letters)
    assert " ".join(piece.word for piece in pieces) == words
    assert [piece.end for piece in pieces[:-1]] == [piece.start for piece in pieces[1:]]
