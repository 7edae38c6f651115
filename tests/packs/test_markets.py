"""Market codes."""

import pytest

from msglint.errors import MsglintError
from msglint.packs.markets import COUNTRIES, EEA, EU, expand


@pytest.mark.parametrize(
    ("codes", "expanded"),
    [
        ((), ()),
        (("US",), ("US",)),
        (("us", " DE "), ("US", "DE")),
        (("UK",), ("GB",)),
        (("GB", "UK"), ("GB",)),
        (("NO",), ("NO",)),
        (("EU",), EEA),
        (("DE", "EU"), ("DE", *(code for code in EEA if code != "DE"))),
    ],
)
def test_expand(codes: tuple[str, ...], expanded: tuple[str, ...]) -> None:
    assert expand(codes) == expanded


@pytest.mark.parametrize("code", ["XX", "USA", "", "E", "en"])
def test_unknown_codes(code: str) -> None:
    with pytest.raises(MsglintError, match="unknown market"):
        expand([code])


def test_an_unknown_code_names_its_like() -> None:
    with pytest.raises(MsglintError, match=r"unknown market “UX”: expected one of UA, UG, UK, UM, US"):
        expand(["UX"])


def test_the_groups() -> None:
    assert (len(EU), len(EEA), len(COUNTRIES)) == (27, 30, 249)
    assert set(EU) < set(EEA) < set(COUNTRIES)
    assert "GB" not in EEA
