"""What the label packs make of labels as people write them: dates, blanks, negations, markup, capitals."""

from __future__ import annotations

from datetime import date

import pytest

from msglint.violation import Severity
from tests.checks.labels import SMALL_PARTS, Product, codes, judge

PROP65 = {
    "prop65_chemicals_cancer": ("lead",),
    "prop65_chemicals_repro": (),
    "prop65_warning_form": "short",
    "sold_into_california": True,
}
LEGACY = "⚠ WARNING: Cancer - www.P65Warnings.ca.gov"
BEADS = {"is_toy": True, "contains_water_beads": True}


@pytest.mark.parametrize(
    ("as_of", "made", "expected"),
    [
        (date(2027, 12, 31), None, set()),
        (date(2028, 1, 1), None, {"legacy_form_expired"}),
        (date(2028, 1, 1), date(2027, 6, 1), set()),
        (date(2026, 11, 1), date(2028, 1, 1), {"legacy_form_expired"}),
        (None, None, set()),
    ],
)
def test_the_old_short_form_of_california(as_of: date | None, made: date | None, expected: set[str]) -> None:
    product: Product = {**PROP65, **({"manufacture_date": made} if made else {})}
    assert codes(LEGACY, product, channel="label", as_of=as_of) == expected


@pytest.mark.parametrize(
    ("as_of", "expected"), [(date(2025, 12, 24), set()), (date(2025, 12, 25), {"missing"})]
)
def test_japanese_notices_begin_on_their_day(as_of: date, expected: set[str]) -> None:
    toy = {"is_toy": True, "age_min_months": 10}
    assert codes("木のおもちゃ", toy, "JP", "label", as_of=as_of) == expected


@pytest.mark.parametrize(
    ("blank", "expected"),
    [
        ("8", set()),
        ("__", {"placeholder_unfilled"}),
        ("...", {"placeholder_unfilled"}),
        ("[age]", {"placeholder_unfilled"}),
    ],
)
def test_blanks_are_filled_in(blank: str, expected: set[str]) -> None:
    text = f"Warning! Not suitable for children under {blank} years. For use under adult supervision."
    assert codes(text, {"is_chemical_toy": True}, "IE") == expected


def test_a_negation_that_belongs_to_the_wording_alters_nothing() -> None:
    text = "WARNING: Do not swallow, inhale or insert. Water beads grow inside the body."
    assert not codes(text, {**BEADS, "manufacture_date": date(2026, 5, 1)})


@pytest.mark.parametrize(
    ("text", "market"),
    [
        ("ATTENTION ! NE CONVIENT PAS AUX ENFANTS DE MOINS DE 36 MOIS. DANGER D'ETOUFFEMENT.", "FR"),
        ("ΠΡΟΕΙΔΟΠΟΙΗΣΗ! ΑΚΑΤΑΛΛΗΛΟ ΓΙΑ ΠΑΙΔΙΑ ΚΑΤΩ ΤΩΝ 36 ΜΗΝΩΝ. ΚΙΝΔΥΝΟΣ ΠΝΙΓΜΟΥ.", "GR"),
        ("OSTRZEZENIE! NIE NADAJE SIE DLA DZIECI W WIEKU PONIZEJ 36 MIESIECY. MALE CZESCI.", "PL"),
    ],
)
def test_capitals_lose_their_accents(text: str, market: str) -> None:
    assert not codes(text, {"is_toy": True, "hazardous_under_36m": True, "age_min_months": 36}, market)


def test_markup_in_an_offer() -> None:
    text = "<p><b>⚠ WARNING:</b> CHOKING HAZARD&mdash;Small parts.<br>Not for children under 3 yrs.</p>"
    assert not codes(text, SMALL_PARTS, channel="listing")


def test_one_wrong_sentence_in_place_of_the_only_one_is_altered_not_missing() -> None:
    product = {"is_activity_toy": True}
    (found,) = judge("Attention ! Pour usage professionnel et familial.", product, "FR")
    assert (found.code, found.category) == ("meaning_altered", "warning-altered")


def test_the_severity_of_a_part_does_not_soften_the_others() -> None:
    furniture = {
        "is_clothing_storage_unit": True,
        "height_in": 40.0,
        "mass_lb": 60.0,
        "enclosed_volume_cu_ft": 8.0,
    }
    text = "WARNING: Children have died from furniture tip-over. NEVER put a TV on this product."
    (found,) = judge(text, furniture, channel="label")
    assert (found.code, found.severity) == ("part_missing", Severity.ERROR)


def test_a_language_without_wording_stays_a_note() -> None:
    (found,) = judge("Игрушка", {"is_chemical_toy": True}, "BG")
    assert (found.category, found.severity) == ("context", Severity.INFO)
