"""Rules that a context rules out are left out for all texts; the others keep their verdicts."""

from msglint.packs.conditions import Scenario, Verdict
from msglint.packs.model import AllOf, AnyOf, Condition, Contains, InRange, Not, OneOf
from msglint.plans import MAX_PLANS, Plans
from tests.building import phrases, rule

MESSAGE = OneOf("channel", ("message",))
GERMANY = OneOf("market", ("DE",))
SAYS_TOY = Contains(phrases("toy"))


RULED_OUT = Verdict(False)


def verdict(condition: Condition, **values: str | int) -> Verdict | None:
    judged = rule(["x"], when=condition)
    plan = Plans([judged]).of(Scenario(values))
    return plan.verdict(judged) if judged.id in plan.allowed else RULED_OUT


def test_a_rule_of_another_context_is_left_out() -> None:
    assert verdict(AllOf((MESSAGE, GERMANY)), channel="message", market="US") == RULED_OUT
    assert verdict(AllOf((MESSAGE, SAYS_TOY)), channel="insert") == RULED_OUT


def test_what_only_the_text_can_answer_stays_open() -> None:
    assert verdict(AllOf((MESSAGE, SAYS_TOY)), channel="message") is None
    assert verdict(Not(SAYS_TOY)) is None
    assert verdict(AnyOf((MESSAGE, SAYS_TOY)), channel="insert") is None


def test_what_the_context_decides_is_decided() -> None:
    assert verdict(MESSAGE, channel="message") == Verdict(True)
    assert verdict(MESSAGE) == Verdict(None, frozenset({"channel"}))


def test_scenarios_differ_in_assumptions_and_in_the_kinds_of_values() -> None:
    flagged = rule(["x"], when=OneOf("flag", (True,)))
    plans = Plans([flagged])
    assumed = plans.of(Scenario({"flag": True}, frozenset({"flag"}))).verdict(flagged)
    given = plans.of(Scenario({"flag": True})).verdict(flagged)
    number = plans.of(Scenario({"flag": 1}, frozenset({"flag"}))).verdict(flagged)
    assert (given, assumed) == (Verdict(True), Verdict(True, assumed=frozenset({"flag=true"})))
    assert number == Verdict(True, assumed=frozenset({"flag=1"}))


def test_many_contexts_are_judged_right_beyond_what_is_remembered() -> None:
    adult = rule(["x"], when=InRange("age", minimum=10))
    plans = Plans([adult])
    for age in (*range(MAX_PLANS + 20), 5, 15):
        assert (adult.id in plans.of(Scenario({"age": age})).allowed) == (age >= 10)
