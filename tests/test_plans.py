"""Rules that a context rules out are left out for all texts; the others keep their verdicts."""

from msglint.packs.conditions import Scenario, Verdict
from msglint.packs.model import AllOf, AnyOf, Condition, Contains, InRange, Not, OneOf
from msglint.plans import MAX_PLANS, Plans
from tests.building import phrases, rule

MESSAGE = OneOf("channel", ("message",))
GERMANY = OneOf("market", ("DE",))
SAYS_TOY = Contains(phrases("toy"))


def verdicts(condition: Condition, **values: str | int) -> dict[str, Verdict | None]:
    return dict(Plans([rule(["x"], when=condition)]).of(Scenario(values)).verdicts)


def test_a_rule_of_another_context_is_left_out() -> None:
    assert verdicts(AllOf((MESSAGE, GERMANY)), channel="message", market="US") == {}
    assert verdicts(AllOf((MESSAGE, SAYS_TOY)), channel="insert") == {}


def test_what_only_the_text_can_answer_stays_open() -> None:
    assert verdicts(AllOf((MESSAGE, SAYS_TOY)), channel="message") == {"pack/rule": None}
    assert verdicts(Not(SAYS_TOY)) == {"pack/rule": None}
    assert verdicts(AnyOf((MESSAGE, SAYS_TOY)), channel="insert") == {"pack/rule": None}


def test_what_the_context_decides_is_decided() -> None:
    assert verdicts(MESSAGE, channel="message") == {"pack/rule": Verdict(True)}
    assert verdicts(MESSAGE) == {"pack/rule": Verdict(None, frozenset({"channel"}))}


def test_scenarios_differ_in_assumptions_and_in_the_kinds_of_values() -> None:
    plans = Plans([rule(["x"], when=OneOf("flag", (True,)))])
    assumed = plans.of(Scenario({"flag": True}, frozenset({"flag"}))).verdicts["pack/rule"]
    given = plans.of(Scenario({"flag": True})).verdicts["pack/rule"]
    number = plans.of(Scenario({"flag": 1}, frozenset({"flag"}))).verdicts["pack/rule"]
    assert (given, assumed) == (Verdict(True), Verdict(True, assumed=frozenset({"flag=true"})))
    assert number == Verdict(True, assumed=frozenset({"flag=1"}))


def test_many_contexts_are_judged_right_beyond_what_is_remembered() -> None:
    plans = Plans([rule(["x"], when=InRange("age", minimum=10))])
    for age in (*range(MAX_PLANS + 20), 5, 15):
        assert bool(plans.of(Scenario({"age": age})).verdicts) == (age >= 10)
