"""Looking literals up one by one finds what the automaton finds."""

from hypothesis import given, settings
from hypothesis import strategies as st

from msglint.matching.vocabulary import AT_ONCE, Vocabulary, all_spellings

LITERALS = ["a", "ab", "abc", "abcd", "abcde", "bcde", "好", "好评", "五星好评", "返 v", "gift card", "vip券"]


@settings(deadline=None)
@given(st.text(alphabet="abcde好评五星返v gift-cardp券", max_size=40))
def test_both_ways_to_search_find_the_same(text: str) -> None:
    small, large = (Vocabulary(LITERALS, all_spellings(LITERALS)) for _ in range(2))
    list(large.spans("x" * (AT_ONCE + 1)))
    found = {number: sorted(hits) for number, hits in small.scan(text).items()}
    assert found == {number: sorted(hits) for number, hits in large.scan(text).items()}
    assert sorted(small.spans(text)) == sorted(large.spans(text))
