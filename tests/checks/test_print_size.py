"""How large a required statement is printed: measured against a table, never guessed."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from msglint.document import Context, Document, Letters
from msglint.linter import Linter
from msglint.violation import Violation

BAG = (
    "WARNING: To avoid danger of suffocation, keep this plastic bag away from babies and children.\n"
    "Do not use this bag in cribs, beds, carriages or play pens.\nThis bag is not a toy."
)
RULE = "amazon-labels/poly-bag-print"
PRODUCT: dict[str, Any] = {"fulfilment": "FBA", "uses_plastic_bag": True, "bag_opening_flat_in": 8.0}


@pytest.fixture(scope="module")
def linter() -> Linter:
    return Linter.from_packs(["amazon-labels"])


def judge(linter: Linter, *letters: tuple[int, Letters], **product: float) -> list[Violation]:
    context = Context("package", "amazon", ("US",), product={**PRODUCT, **product})
    document = Document.from_text(BAG, context)
    printed = replace(document.segments[0], letters=letters)
    return list(linter.judge(replace(document, segments=(printed,))).violations)


def sizes(found: list[Violation]) -> list[tuple[str, str]]:
    return [(item.arguments["value"], item.arguments["limit"]) for item in found if item.rule == RULE]


@pytest.mark.parametrize(
    ("inches", "points", "limit"),
    [(28, 9, "10 pt"), (29, 13, "14 pt"), (39.5, 13, "14 pt"), (40, 17, "18 pt"), (60, 23, "24 pt")],
)
def test_the_table_goes_by_the_size_of_the_bag(
    linter: Linter, inches: float, points: float, limit: str
) -> None:
    letters = (0, Letters(points))
    assert sizes(judge(linter, letters, bag_length_plus_width_in=inches)) == [(f"{points} pt", limit)]
    enough = (0, Letters(points + 1))
    assert sizes(judge(linter, enough, bag_length_plus_width_in=inches)) == []


def test_the_smallest_part_counts_and_is_marked(linter: Linter) -> None:
    second = BAG.index("Do not use")
    third = BAG.index("This bag is")
    found = judge(
        linter, (0, Letters(20)), (second, Letters(6)), (third, Letters(20)), bag_length_plus_width_in=45
    )
    (violation,) = [item for item in found if item.rule == RULE]
    assert violation.excerpt.startswith("Do not use this bag")
    assert violation.arguments["value"] == "6 pt"


def test_what_was_estimated_is_forgiven_fifteen_percent(linter: Linter) -> None:
    for points, wanted in ((8.8, []), (8.5, [("8.5 pt", "10 pt")])):
        letters = (0, Letters(points, is_estimate=True))
        assert sizes(judge(linter, letters, bag_length_plus_width_in=20)) == wanted


def test_of_an_unknown_bag_the_lowest_bound_holds_and_the_rest_is_not_judged(linter: Linter) -> None:
    assert sizes(judge(linter, (0, Letters(8)))) == [("8 pt", "10 pt")]
    found = judge(linter, (0, Letters(12)))
    assert sizes(found) == []
    (unknown,) = [item for item in found if item.rule == "msglint/not-judged"]
    assert "bag_length_plus_width_in" in unknown.arguments["attributes"]


def test_without_a_measure_nothing_is_guessed(linter: Linter) -> None:
    found = judge(linter, bag_length_plus_width_in=45)
    assert sizes(found) == []
    (unknown,) = [item for item in found if item.rule == "msglint/not-judged"]
    assert "print_size" in unknown.arguments["attributes"]
