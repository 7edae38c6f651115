"""What the words of a text rule out was not begun: looking at fewer languages finds the same."""

from hypothesis import given
from hypothesis import strategies as st

from msglint.statements.openings import openings
from msglint.statements.verdict import judge_started
from tests.statements.plain import CHOKING, setting
from tests.statements.test_verdict import RIGHT, TWO

COPY = (
    RIGHT + " for children under 5 yrs and plastic bags can be dangerous les sacs sont dangereux tenir hors"
)


@given(st.lists(st.sampled_from(COPY.split()), max_size=25).map(" ".join))
def test_what_is_ruled_out_was_not_begun(copy: str) -> None:
    told = openings((CHOKING, TWO))
    for statement in (CHOKING, TWO):
        asked = setting(copy)
        begun = [lang for name, lang in sorted(told.begun(asked.words.traces)) if name == statement.id]
        assert judge_started(statement, begun, asked) == judge_started(statement, ["en", "fr"], setting(copy))


def test_an_ordinary_text_begins_nothing() -> None:
    traces = setting("Thank you for your order, it was shipped today.").words.traces
    assert openings((CHOKING, TWO)).begun(traces) == set()
