"""Protected words: what a change of them means."""

import pytest

from msglint.statements.marks import marks
from msglint.statements.protected import change
from msglint.statements.tokens import words_of


def cut(text: str) -> list[str]:
    return [word for word, _, _ in words_of(text)]


@pytest.mark.parametrize(
    ("expected", "found", "code"),
    [
        # nothing that is protected
        ("not for children under 3 yrs.", "not for children under 3 years", None),
        ("not for children under 3 yrs.", "not for children under three years", None),
        ("not for children under 3 yrs.", "not for children under 36 months", None),
        ("not for children under 3 yrs.", "not for kids below 3 yrs", None),
        ("not for children under 3 yrs.", "not for children under 3", None),
        ("不适合3岁以下儿童使用", "不适合三岁以下儿童玩耍", None),
        ("不适合3岁以下儿童使用", "不适合36个月以下儿童使用", None),
        ("keep this bag away from children", "keep this plastic bag away from children", None),
        ("heat above 60 °c", "heat above 60 °c", None),
        # ages and numbers
        ("not for children under 3 yrs.", "not for children under 5 yrs", "age_altered"),
        ("not for children under 3 yrs.", "not for children 3 yrs and under", "age_altered"),
        ("not for children under 3 yrs.", "not for children over 3 yrs", "age_altered"),
        ("not suitable under 36 months", "not suitable under 36 weeks", "age_altered"),
        ("not suitable under 36 months", "not suitable under 3 months", "age_altered"),
        ("not for children under 3 yrs.", "not for children under yrs", "number_missing"),
        ("不适合3岁以下儿童使用", "不适合3岁及以下儿童使用", "age_altered"),
        ("不适合3岁以下儿童使用", "不适合3月以下儿童使用", "age_altered"),
        ("in as little as 2 hours", "in as little as 24 hours", "number_altered"),
        ("in as little as 2 hours", "in as little as 2 days", "number_altered"),
        ("in as little as 2 hours", "in a few hours", "number_missing"),
        # negation, modality, scope
        ("not for children under 3 yrs.", "for children 3 yrs and up", "meaning_altered"),
        ("may not cause harmful interference", "may cause harmful interference", "meaning_altered"),
        ("does not provide protection", "provides protection", "meaning_altered"),
        ("direct supervision of an adult", "adult supervision recommended", "meaning_altered"),
        ("new and used batteries", "used batteries", "meaning_altered"),
        ("known to the state of california", "may be known to the state of california", "meaning_altered"),
        ("seek immediate medical attention", "seek medical attention", "meaning_altered"),
        ("不适合3岁以下儿童使用", "适合3岁以下儿童使用", "meaning_altered"),
        ("不适合3岁以下儿童使用", "3岁以下儿童慎用", "meaning_altered"),
        # hazards
        ("choking hazard", "suffocation hazard", "wording_altered"),
        ("误吞危险", "误触危险", "wording_altered"),
    ],
)
def test_change(expected: str, found: str, code: str | None) -> None:
    assert change(cut(expected), cut(found)) == code


def test_words_that_a_part_keeps() -> None:
    words = cut("away from babies and children")
    assert change(words, cut("away from babies"), keep=(("and", "children"),)) == "meaning_altered"
    assert change(words, cut("away from children"), keep=(("children",),)) is None


def test_a_number_of_many_digits_is_a_change_like_any_other() -> None:
    assert change(cut("under 3 yrs"), cut(f"under {'9' * 6000} yrs")) == "age_altered"
    assert change(cut("under 3 yrs"), cut(f"under {'9' * 6000}")) == "age_altered"


def test_marks_are_the_longest_terms() -> None:
    found = [(mark.kind, mark.meaning) for mark in marks(cut("not for 3 years and under, 24 hours, may"))]
    assert found == [
        ("negation", "not"),
        ("age", "36 months"),
        ("comparator", "or-below"),
        ("number", "24 hours"),
        ("modality", "may"),
    ]
