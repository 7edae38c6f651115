"""Lists that stand in two places say the same."""

from msglint.checks.measures import MEASURES as MEASURED
from msglint.checks.require import MERELY_WORDING
from msglint.finders import TYPES as FOUND
from msglint.packs.references import TYPES
from msglint.packs.schema.checks import MEASURES
from msglint.packs.severities import WORDING_CODES


def test_measures() -> None:
    assert list(MEASURES) == list(MEASURED)


def test_types() -> None:
    assert set(TYPES) == {*FOUND, "placeholder"}


def test_codes_about_wording() -> None:
    assert frozenset(WORDING_CODES) == MERELY_WORDING
