"""Lists that stand in two places say the same."""

from msglint.checks.measures import MEASURES as MEASURED
from msglint.packs.references import TYPES
from msglint.packs.schema.checks import MEASURES


def test_measures() -> None:
    assert list(MEASURES) == list(MEASURED)


def test_types() -> None:
    from msglint.finders import TYPES as FOUND

    assert sorted(TYPES) == sorted(FOUND)
