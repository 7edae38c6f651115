"""Texts made plain: what was rewritten, and where it stood."""

from hypothesis import given, settings
from hypothesis import strategies as st

from msglint.disguise.plain import Change, Plain, Rewrite


def test_changes_keep_the_way_back() -> None:
    plain = Plain("a r.e.d b").rewritten(
        [Rewrite(2, 7, (Change(3, 4, ""), Change(5, 6, "")), ("separator",))]
    )
    assert plain.text == "a red b"
    assert plain.offsets.span(2, 5) == (2, 7)
    assert [plain.offsets.span(i, i + 1) for i in range(2, 5)] == [(2, 3), (4, 5), (6, 7)]
    assert [(mark.start, mark.end) for mark in plain.marks] == [(2, 5)]


def test_steps_add_up() -> None:
    first = Plain("hao评！").rewritten([Rewrite(0, 3, (Change(0, 3, "好"),), ("pinyin",))])
    second = first.rewritten([Rewrite(0, 3, (Change(0, 2, "评价"),), ("homophone",))])
    assert second.text == "评价！"
    assert second.offsets.span(0, 2) == (0, 4)
    assert second.offsets.derived(5) == 3
    assert {name for mark in second.marks for name in mark.means} == {"pinyin", "homophone"}


Steps = list[tuple[int, int, str]]

CHANGES = st.lists(st.tuples(st.integers(0, 3), st.integers(1, 3), st.text(max_size=3)), max_size=6)


@settings(derandomize=True, max_examples=300)
@given(st.text(min_size=1, max_size=40), CHANGES, CHANGES)
def test_every_span_maps_to_one_that_holds_it(text: str, first: Steps, second: Steps) -> None:
    plain = Plain(text)
    for steps in (first, second):
        position, rewrites = 0, []
        for skip, length, new in steps:
            start, end = position + skip, position + skip + length
            if end <= len(plain.text):
                rewrites.append(Rewrite(start, end, (Change(start, end, new),), ("leet",)))
            position = end
        plain = plain.rewritten(rewrites)
    spans = [plain.offsets.span(index, index + 1) for index in range(len(plain.text))]
    assert all(0 <= start <= end <= len(text) for start, end in spans)
    assert spans == sorted(spans)
    assert all(0 <= mark.start <= mark.end <= len(plain.text) for mark in plain.marks)
