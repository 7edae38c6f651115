"""Every policy fact is in exactly one place: a rule that cites it, or the list of what cannot be checked."""

from msglint.packs.coverage import coverage
from msglint.packs.loader import load_everything


def test_facts_are_settled() -> None:
    unsettled = [str(item.fact.id) for item in coverage(load_everything()) if not item.is_settled]
    assert not unsettled


def test_reasons_name_known_facts() -> None:
    ruleset = load_everything()
    assert set(ruleset.reasons) <= set(ruleset.facts)
