"""Conditions in three-valued logic."""

from datetime import date
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from msglint.document import Value
from msglint.packs.conditions import Scenario, Verdict, evaluate
from msglint.packs.model import ALWAYS, AllOf, AnyOf, Condition, Contains, InRange, Not, OneOf
from msglint.packs.phrases import Phrase

Values = dict[str, Value | tuple[Value, ...]]


def judge(
    condition: Condition, values: Values | None = None, assumed: str = "", held: bool = False
) -> Verdict:
    return evaluate(condition, Scenario(values or {}, frozenset(assumed.split())), lambda _: held)


T, F, U = AllOf(()), AnyOf(()), OneOf("u", (1,))


@pytest.mark.parametrize(
    ("first", "second", "both", "either"),
    [
        (T, T, True, True),
        (T, F, False, True),
        (T, U, None, True),
        (F, F, False, False),
        (F, U, False, None),
        (U, U, None, None),
    ],
)
def test_truth_tables(first: Condition, second: Condition, both: bool | None, either: bool | None) -> None:
    for parts in ((first, second), (second, first)):
        assert judge(AllOf(parts)).value is both
        assert judge(AnyOf(parts)).value is either
        assert judge(Not(AllOf(parts))).value is (None if both is None else not both)


@pytest.mark.parametrize(
    ("condition", "values", "expected"),
    [
        (ALWAYS, {}, True),
        (OneOf("market", ("US", "CA")), {"market": "US"}, True),
        (OneOf("market", ("US", "CA")), {"market": "DE"}, False),
        (OneOf("market", ("US", "CA")), {"market": ("DE", "CA")}, True),
        (OneOf("label_languages", ("fr",)), {"label_languages": ()}, False),
        (OneOf("market", ("US",)), {}, None),
        (OneOf("is_toy", (False,)), {"is_toy": False}, True),
        (InRange("age", minimum=36, below=72), {"age": 36}, True),
        (InRange("age", minimum=36, below=72), {"age": 71}, True),
        (InRange("age", minimum=36, below=72), {"age": 72}, False),
        (InRange("age", above=36, maximum=72), {"age": 36}, False),
        (InRange("age", above=36, maximum=72), {"age": 72}, True),
        (InRange("age", minimum=36), {}, None),
        (InRange("age", minimum=36), {"age": "36"}, None),
        (InRange("as_of", minimum=date(2024, 3, 19)), {"as_of": date(2024, 3, 19)}, True),
        (InRange("as_of", maximum=date(2024, 3, 19)), {"as_of": date(2024, 3, 20)}, False),
        (InRange("as_of", minimum=date(2024, 3, 19)), {"as_of": "soon"}, None),
        (InRange("chemicals", minimum=1), {"chemicals": ("lead",)}, True),
        (InRange("chemicals", minimum=1), {"chemicals": ()}, False),
    ],
)
def test_attributes(condition: Condition, values: Values, expected: bool | None) -> None:
    assert judge(condition, values).value is expected


@pytest.mark.parametrize("held", [True, False])
def test_contains_is_asked(held: bool) -> None:
    wanted = Contains((Phrase.literal("x"),))
    assert judge(wanted, held=held) == Verdict(held)


PLATFORM, CHANNEL = OneOf("platform", ("amazon",)), OneOf("channel", ("message",))
BOTH: Values = {"platform": "amazon", "channel": "message"}


@pytest.mark.parametrize(
    ("condition", "values", "assumed", "leaning", "unknown"),
    [
        (PLATFORM, BOTH, "", "", ""),
        (PLATFORM, BOTH, "platform", "platform=amazon", ""),
        (AllOf((PLATFORM, CHANNEL)), BOTH, "platform channel", "platform=amazon channel=message", ""),
        (AnyOf((PLATFORM, CHANNEL)), BOTH, "platform", "", ""),
        (AllOf((PLATFORM, Not(CHANNEL))), BOTH, "platform", "", ""),
        (AllOf((PLATFORM, U)), BOTH, "platform", "platform=amazon", "u"),
        (AllOf((PLATFORM, U, OneOf("v", (1,)))), BOTH, "", "", "u v"),
        (AnyOf((Not(PLATFORM), U)), BOTH, "platform", "platform=amazon", "u"),
        (AllOf((Not(PLATFORM), U)), BOTH, "platform", "platform=amazon", ""),
    ],
)
def test_what_a_verdict_leans_on(
    condition: Condition, values: Values, assumed: str, leaning: str, unknown: str
) -> None:
    verdict = judge(condition, values, assumed)
    assert (verdict.assumed, verdict.unknown) == (frozenset(leaning.split()), frozenset(unknown.split()))


NAMES = ("a", "b", "c", "d")
CONDITIONS: st.SearchStrategy[Condition] = st.recursive(
    st.sampled_from(NAMES).map(lambda name: OneOf(name, (True,))),
    lambda inner: (
        st.builds(AllOf, st.lists(inner, max_size=3).map(tuple))
        | st.builds(AnyOf, st.lists(inner, max_size=3).map(tuple))
        | st.builds(Not, inner)
    ),
    max_leaves=8,
)
SCENARIOS = st.dictionaries(st.sampled_from(NAMES), st.booleans())


@settings(max_examples=200, derandomize=True)
@given(CONDITIONS, SCENARIOS)
def test_a_verdict_holds_however_the_unknown_turns_out(condition: Condition, known: dict[str, bool]) -> None:
    verdict = judge(condition, {**known})
    assert (verdict.value is None) == bool(verdict.unknown)
    assert not verdict.unknown & known.keys()
    open_names = [name for name in NAMES if name not in known]
    for guess in product((True, False), repeat=len(open_names)):
        outcome = judge(condition, {**known, **dict(zip(open_names, guess, strict=True))})
        assert verdict.value in (None, outcome.value)


@settings(max_examples=200, derandomize=True)
@given(CONDITIONS, SCENARIOS, st.sets(st.sampled_from(NAMES)))
def test_a_verdict_stands_while_what_it_leans_on_stands(
    condition: Condition, known: dict[str, bool], assumed: set[str]
) -> None:
    scenario = Scenario({**known}, frozenset(assumed))
    verdict = evaluate(condition, scenario, lambda _: False)
    leaning = {text.split("=")[0] for text in verdict.assumed}
    assert leaning <= assumed & known.keys()
    free = [name for name in assumed & known.keys() if name not in leaning]
    for guess in product((True, False), repeat=len(free)):
        other = {**known, **dict(zip(free, guess, strict=True))}
        if verdict.value is not None:
            assert judge(condition, {**other}).value is verdict.value
