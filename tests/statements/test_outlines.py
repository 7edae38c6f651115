"""Comparing all wordings of a part at once finds what comparing them one by one finds."""

from hypothesis import given
from hypothesis import strategies as st

from msglint.packs.phrases import parse
from msglint.statements.outlines import Outlines
from msglint.statements.wording import readings

SOURCES = (
    "(keep|hold) this (bag|small bag) away from (babies|children)",
    "(do |)not (use|put) in a ... crib",
    "no no no bag",
    "the bag is of the shop",
)
WORDINGS = tuple(wording for source in SOURCES for wording in readings(parse(source)))
WORDS = sorted({word for wording in WORDINGS for word in wording.words})
OUTLINES = Outlines(WORDINGS)

words = st.frozensets(st.sampled_from([*WORDS, "other"]))


@given(words)
def test_possible_wordings_have_all_their_words(present: frozenset[str]) -> None:
    assert OUTLINES.possible(present) == [wording for wording in WORDINGS if wording.needs <= present]


@given(words, st.sampled_from([0.3, 0.55, 1.0]))
def test_a_share_is_reached_if_one_wording_reaches_it(present: frozenset[str], share: float) -> None:
    answered = present - {"other"}
    assert OUTLINES.reached(share, answered) == any(w.share_of(answered) >= share for w in WORDINGS)


@given(words, st.integers(1, 4))
def test_the_likeliest_share_most_words(present: frozenset[str], count: int) -> None:
    ranked = sorted(WORDINGS, key=lambda w: -sum(word in present for word in w.words) / len(w.words))
    assert OUTLINES.likeliest(present, count) == ranked[:count]
