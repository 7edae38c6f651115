"""The words, characters and roles that an impression is made of."""

from hypothesis import given
from hypothesis import strategies as st

from msglint.impression.features import NEXT, QUOTED, Role, played, words
from msglint.text.fold import fold

MARKS = ("'", '"')
"""What folding makes of the marks of a quotation."""


def names(text: str) -> list[str]:
    return [name for name, _ in words(text)]


def test_words_count_alone_and_in_pairs() -> None:
    assert list(words("don't pay me!")) == [
        ("don't", 0),
        ("pay", 6),
        ("don't pay", 0),
        ("me", 10),
        ("pay me", 6),
        ("!", 12),
        ("me !", 10),
    ]


def test_chinese_counts_by_one_to_three_characters_and_ends_a_pair() -> None:
    assert names("给好评 now") == ["给", "好", "评", "给好", "好评", "给好评", "now"]
    assert "good now" not in names("good 好 now")


def test_long_numbers_are_alike_and_digits_are_not() -> None:
    assert names("5 100") == ["5", "00", "5 00"]
    assert names("37") == names("2048")


def test_what_is_quoted_is_not_said() -> None:
    assert list(words('never "pay me" here')) == [
        ("never", 0),
        ('"', 6),
        ('"pay', 7),
        ('"me', 11),
        ('"pay me', 7),
        ("here", 15),
    ]


@given(st.text() | st.text(alphabet='a "。好'))
def test_every_feature_begins_where_it_says(text: str) -> None:
    text = fold(text).text
    for name, start in words(text):
        first = name.split(" ")[0]
        if len(first) > 1:
            first = first.removeprefix(QUOTED)
        number, mark = first == "00", first == QUOTED
        assert (
            text.startswith(first, start)
            or (number and text[start].isdigit())
            or (mark and text[start] in MARKS)
        )


def test_a_role_counts_alone_and_with_the_next_few() -> None:
    roles = [Role(start, start + 1, name) for start, name in enumerate("abcdea")]
    assert NEXT == 3
    assert list(played("what is said", roles))[:6] == [
        ("a", 0),
        ("a b", 0),
        ("a c", 0),
        ("a d", 0),
        ("b", 1),
        ("b c", 1),
    ]


def test_a_role_is_no_company_for_itself() -> None:
    roles = [Role(0, 1, "a"), Role(2, 3, "a"), Role(4, 5, "b")]
    assert [name for name, _ in played("x x y", roles)] == ["a", "a b", "a", "a b", "b"]


def test_a_role_that_is_quoted_is_not_played() -> None:
    text = 'never "pay me" here'
    assert list(played(text, [Role(0, 5, "no"), Role(7, 10, "pay")])) == [
        ("no", 0),
        ('no "pay', 0),
        ('"pay', 7),
    ]
