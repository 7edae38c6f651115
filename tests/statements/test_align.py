"""The cheap bound on an alignment is never below the alignment itself."""

from hypothesis import given
from hypothesis import strategies as st

from msglint.packs.phrases import parse
from msglint.statements.align import STOP, Window, align, most_coverage
from msglint.statements.alike import forms
from msglint.statements.wording import readings

WORDS = ("warning", "small", "part", "parts", "not", "for", "children", "under", "3", "three", "years", "yrs")

window = st.lists(st.sampled_from((*WORDS, "other", STOP, None)), max_size=30).map(
    lambda tokens: Window(tuple(tokens), tuple(range(len(tokens))))
)
wording = st.lists(st.sampled_from(WORDS), min_size=1, max_size=9).map(
    lambda words: readings(parse(" ".join(words)))[0]
)


@given(wording, window)
def test_no_alignment_covers_more_than_the_bound(wording, window) -> None:  # type: ignore[no-untyped-def]
    found = align(wording, window)
    assert (
        most_coverage(wording, map(forms, filter(None, window.tokens)))
        >= (found.coverage if found else 0.0) - 1e-9
    )
