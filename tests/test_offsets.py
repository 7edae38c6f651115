"""An offset map leads from a derived text back to exactly what it was made from."""

from hypothesis import given
from hypothesis import strategies as st

from msglint.offsets import IDENTITY, Edit, OffsetMap


def test_identity_changes_nothing() -> None:
    assert IDENTITY.span(3, 7) == (3, 7)
    assert OffsetMap.shift(0) is IDENTITY


def test_shift_moves_a_copied_piece() -> None:
    assert OffsetMap.shift(10).span(0, 4) == (10, 14)
    assert OffsetMap.shift(10).span(2, 2) == (12, 12)


def test_removed_characters_belong_to_no_neighbour() -> None:
    removed = OffsetMap.of([(1, 1, 1, 3)])  # a[xx]b -> ab
    assert removed.span(0, 1) == (0, 1)
    assert removed.span(1, 2) == (3, 4)
    assert removed.span(0, 2) == (0, 4)


def test_an_expanded_character_maps_to_its_whole_origin() -> None:
    escape = OffsetMap.of([(1, 2, 1, 7)])  # a\u0041b -> aAb
    assert escape.span(1, 2) == (1, 7)
    assert escape.span(2, 3) == (7, 8)


def test_touching_removals_are_one() -> None:
    assert OffsetMap.of([(0, 0, 0, 1), (0, 0, 1, 2)]) == OffsetMap.of([(0, 0, 0, 2)])


def test_touching_escapes_stay_apart() -> None:
    escapes = OffsetMap.of([(0, 0, 0, 4), (0, 1, 4, 6), (1, 2, 6, 12), (2, 2, 12, 13)])  # ...."\n\u0041"
    assert [escapes.span(0, 1), escapes.span(1, 2), escapes.span(0, 2)] == [(4, 6), (6, 12), (4, 12)]
    assert escapes.span(2, 2) == (13, 13)


@st.composite
def edited(draw: st.DrawFn) -> tuple[OffsetMap, int, int]:
    edits: list[Edit] = []
    derived = origin = 0
    for keep, made, removed in draw(
        st.lists(st.tuples(st.integers(1, 4), st.integers(0, 3), st.integers(0, 3)), max_size=6)
    ):
        derived, origin = derived + keep, origin + keep
        if removed:
            edits.append((derived, derived + made, origin, origin + removed))
        derived, origin = derived + made * bool(removed), origin + removed
    return OffsetMap.of(edits), derived, origin


@given(edited())
def test_spans_are_ordered_inside_and_cover_their_origin(case: tuple[OffsetMap, int, int]) -> None:
    offsets, derived, origin = case
    ends = [offsets.span(index, index + 1) for index in range(derived)]
    assert all(0 <= start <= end <= origin for start, end in ends)
    assert ends == sorted(ends)
    for index in range(derived):
        assert offsets.derived(offsets.start(index)) <= index
