"""Looking literals up one by one finds what the automaton finds; what lies inside words is no hit."""

from hypothesis import given
from hypothesis import strategies as st

from msglint.matching.vocabulary import AT_ONCE, Vocabulary, all_spellings, by_head
from msglint.text.scripts import insides, is_spaced
from tests.building import excerpts, rule, ruleset

LITERALS = ["a", "ab", "abc", "abcd", "abcde", "bcde", "好", "好评", "五星好评", "返 v", "gift card", "vip券"]


@given(st.text(alphabet="abcde好评五星返v gift-cardp券", max_size=40))
def test_both_ways_to_search_find_the_same(text: str) -> None:
    small, large = (Vocabulary(LITERALS, by_head(all_spellings(LITERALS))) for _ in range(2))
    list(large.spans("x" * (AT_ONCE + 1)))
    found = {number: sorted(hits) for number, hits in small.scan(text).items()}
    assert found == {number: sorted(hits) for number, hits in large.scan(text).items()}
    assert sorted(small.spans(text)) == sorted(large.spans(text))


@given(st.text(alphabet="aZé9_ -.好々かカ・ー🙂\U00020000", max_size=30))
def test_words_are_parted_where_their_letters_say_so(text: str) -> None:
    inner = {i for i in range(1, len(text)) if is_spaced(text[i - 1]) and is_spaced(text[i])}
    assert {offset for offset, is_inside in enumerate(insides(text)) if is_inside} == inner


def test_a_literal_inside_a_word_counts_only_where_neighbours_share_an_edge() -> None:
    assert not Vocabulary(["art"], by_head({"art": [0]})).scan("party")
    rules = ruleset(rule(["web$shop", "rest* day", "art"]), words={"shop": ["shop", "store"]})
    assert excerpts(rules, "our webstore") == ["webstore"]
    assert excerpts(rules, "a restful day") == ["restful day"]
    assert excerpts(rules, "a party") == []
