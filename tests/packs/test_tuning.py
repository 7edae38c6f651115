"""The numbers of a rule's check may be set anew; what a rule does not have is an error with its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from msglint.errors import InvalidFileError
from msglint.packs.model import AtMostCheck, LimitCheck, Row, SourceText, Table
from msglint.packs.tuning import tuned

from .files import pack, read, rule

RULES = [
    rule("limit: {measure: characters, max: {by: operation, sendInvoice: 400, else: 2000}}"),
    rule("at_most: {count: 1, phrases: x}", name="two"),
    rule("phrases: x", name="three"),
]


def test_a_number_takes_the_place_of_a_table(tmp_path: Path) -> None:
    ruleset = tuned(
        read(tmp_path, {"own.yaml": pack(*RULES)}), {"own/one": {"max": 300}, "own/two": {"count": 2}}
    )
    one, two, _ = (rule.check for rule in ruleset.rules)
    assert one == LimitCheck("characters", Table((Row((), 300),)))
    assert isinstance(two, AtMostCheck)
    assert two.count == 2


@pytest.mark.parametrize(
    ("name", "numbers", "found"),
    [
        ("own/one", {"min": 3.0}, "the rule “own/one” has no “min”: it has max"),
        ("own/three", {"count": 1.0}, "the rule “own/three” has no “count”: it has no numbers to set"),
        ("own/two", {"count": 1.5}, "the “count” of “own/two” must be a whole number, such as 1"),
    ],
)
def test_what_a_rule_does_not_have(tmp_path: Path, name: str, numbers: dict[str, float], found: str) -> None:
    ruleset = read(tmp_path, {"own.yaml": pack(*RULES)})
    with pytest.raises(InvalidFileError) as caught:
        tuned(ruleset, {SourceText.at(name, "msglint.yaml", 3, 5): numbers})
    assert [str(problem) for problem in caught.value.problems] == [f"msglint.yaml:3:5: {found}"]
