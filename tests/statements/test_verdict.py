"""Judging a statement built by hand: forms, languages, blanks, segments."""

from __future__ import annotations

import pytest

from msglint.packs.model import AllOf, AnyOf, Form, Part, Statement
from msglint.statements.languages import Wanted, of_market
from msglint.statements.outcome import ELEMENTS, EQUIVALENT, Setting
from msglint.statements.verdict import holds, judge, judge_started, text
from tests.statements.plain import CHOKING, SIGNAL, codes, flaws, part, phrases, setting

NEVER = AnyOf(())
RIGHT = "WARNING: CHOKING HAZARD--Small parts. Not for children under 3 yrs."

FORMS = Statement(
    "short",
    (
        Form(
            "current",
            (SIGNAL, part("risk", "Cancer risk from exposure to ... See", unfilled_by=("chemicals",))),
        ),
        Form(
            "legacy", (SIGNAL, part("harm", "Cancer and Reproductive Harm -")), NEVER, "legacy_form_expired"
        ),
    ),
)

BAG = Statement(
    "bag",
    (
        Form(
            "bag",
            (
                part("keep", "keep this bag away from babies and children"),
                part("cribs", "do not use in cribs, beds, carriages or playpens"),
            ),
        ),
    ),
)

TWO = Statement(
    "two",
    (
        Form(
            "two",
            (
                Part(
                    "danger",
                    {
                        "en": phrases("plastic bags can be dangerous"),
                        "fr": phrases("les sacs sont dangereux"),
                    },
                ),
                Part(
                    "away",
                    {
                        "en": phrases("keep away from children"),
                        "fr": phrases("tenir hors de portée des enfants"),
                    },
                ),
            ),
        ),
    ),
)


def decided(words: Setting) -> Setting:
    """A setting in which conditions without parts hold, and those that ask for one of nothing do not."""
    return Setting(words.words, words.match, lambda item: isinstance(item, AllOf), words.find)


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ((RIGHT,), []),
        (("WARNING", "CHOKING HAZARD--Small parts.", "Not for children under 3 yrs."), []),
        (("Small parts are fun", RIGHT), []),
        (("", RIGHT, ""), []),
        (("CHOKING HAZARD--Small parts.", "Not for children under 3 yrs."), ["signal_word_missing"]),
        (("CHOKING HAZARD--Small parts. Not for children under 3 yrs.", "WARNING"), ["signal_word_missing"]),
        (
            ("WARNING: keep dry. CHOKING HAZARD--Small parts. Not for children under 3 yrs.",),
            ["not_blocked_together"],
        ),
        (
            ("A warning to all: CHOKING HAZARD--Small parts. Not for children under 3 yrs.",),
            ["signal_word_missing"],
        ),
        (("Wooden train",), ["missing"]),
        (("",), ["missing"]),
        (("WARNING",), ["missing"]),
    ],
)
def test_segments_are_one_text(texts: tuple[str, ...], expected: list[str]) -> None:
    assert codes(*texts) == expected


def test_places_are_those_of_the_part() -> None:
    (flaw,) = flaws("WARNING: CHOKING HAZARD--Small parts.", "Not for children under 5 yrs.")
    assert flaw.place is not None
    words = setting("WARNING: CHOKING HAZARD--Small parts.", "Not for children under 5 yrs.").words
    assert (words.stretch(flaw.place).segment, words.excerpt(flaw.place)) == (
        1,
        "Not for children under 5 yrs",
    )


@pytest.mark.parametrize(
    ("copy", "expected"),
    [
        ("WARNING: Cancer risk from exposure to lead. See www", []),
        ("WARNING: Cancer risk from exposure to lead and lead compounds. See www", []),
        ("WARNING: Cancer risk from exposure to Bisphenol A (BPA). See www", []),
        ("WARNING: Cancer risk from exposure to chemicals. See www", ["part_missing"]),
        ("WARNING: Cancer risk from exposure to [name]. See www", ["placeholder_unfilled"]),
        ("WARNING: Cancer risk from exposure to ____ lead. See www", ["placeholder_unfilled"]),
        ("WARNING: Cancer risk from exposure to XXX. See www", ["placeholder_unfilled"]),
        ("WARNING: Cancer risk from exposure to (name of chemical). See www", ["placeholder_unfilled"]),
        ("WARNING: Cancer and Reproductive Harm - www", ["legacy_form_expired"]),
        ("Nothing of it", ["missing"]),
    ],
)
def test_forms_and_blanks(copy: str, expected: list[str]) -> None:
    found = judge(FORMS, Wanted(("en",)), decided(setting(copy)))
    assert [flaw.code for flaw in found] == expected


@pytest.mark.parametrize(
    ("copy", "expected"),
    [
        (
            "Keep this bag away from babies and children. Do not use in cribs, beds, carriages or playpens.",
            [],
        ),
        (
            "Keep this plastic bag away from babies & children!\n"
            "Do not use in cribs, bed, carriages or play pens",
            [],
        ),
        (
            "Do not use in cribs, beds, carriages or playpens. Keep this bag away from babies and children.",
            [],
        ),
        ("Keep this bag away from babies and children.", ["part_missing"]),
        (
            "Keep this bag away from babies and children. Use in cribs, beds, carriages or playpens.",
            ["meaning_altered"],
        ),
    ],
)
@pytest.mark.parametrize("match", [EQUIVALENT, ELEMENTS])
def test_equivalent_wording(copy: str, expected: list[str], match: str) -> None:
    assert codes(copy, statement=BAG, match=match) == expected


EN, FR = (
    "Plastic bags can be dangerous. Keep away from children.",
    "Les sacs sont dangereux. Tenir hors de portée des enfants.",
)


@pytest.mark.parametrize(
    ("copy", "wanted", "expected"),
    [
        (f"{EN} / {FR}", Wanted(("en", "fr")), []),
        (EN, Wanted(("en", "fr")), ["language_missing"]),
        (EN, Wanted(("en", "fr"), is_all=False), []),
        (EN, Wanted(("fr",)), ["language_wrong"]),
        (EN, Wanted(("de",)), []),
        (f"{EN} Les sacs sont dangereux.", Wanted(("en", "fr")), ["part_missing"]),
        ("Ceramic mug", Wanted(("en", "fr")), ["missing"]),
    ],
)
def test_wanted_languages(copy: str, wanted: Wanted, expected: list[str]) -> None:
    found = judge(TWO, wanted, setting(copy, match=EQUIVALENT))
    assert [flaw.code for flaw in found] == expected


def test_texts_to_paste() -> None:
    assert text(CHOKING, ("en",), setting("")) == RIGHT
    assert text(TWO, ("en", "fr"), setting("")) == (
        "plastic bags can be dangerous keep away from children\n"
        "les sacs sont dangereux tenir hors de portée des enfants"
    )


@pytest.mark.parametrize(
    ("copy", "stated", "started"),
    [
        (RIGHT, True, []),
        (RIGHT.replace("3", "5"), False, ["age_altered"]),
        ("The set has small parts.", False, []),
        ("Not for children under 5 yrs.", False, []),
        ("", False, []),
    ],
)
def test_statements_nobody_must_make(copy: str, stated: bool, started: list[str]) -> None:
    assert holds(CHOKING, setting(copy)) is stated
    assert [flaw.code for flaw in judge_started(CHOKING, ["en"], setting(copy))] == started


@pytest.mark.parametrize(
    ("market", "wanted"),
    [
        ("US", Wanted(("en",))),
        ("CA", Wanted(("en", "fr"))),
        ("FI", Wanted(("fi", "sv"))),
        ("BE", Wanted(("nl", "fr", "de"), is_all=False)),
        ("CN", Wanted(("zh",))),
        ("BR", None),
        (None, None),
    ],
)
def test_languages_of_markets(market: str | None, wanted: Wanted | None) -> None:
    assert of_market(market) == wanted
