"""Markets: ISO 3166 country codes, and the two names that stand for others."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msglint.errors import MsglintError
from msglint.messages import Message
from msglint.packs.nearest import hint, quoted

EU_CODES = "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK"

ISO_CODES = """
AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV
BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES
ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE
IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY
MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU
NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM
SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE
VG VI VN VU WF WS YE YT ZA ZM ZW
"""

EU = tuple(EU_CODES.split())

EEA = tuple(sorted((*EU, "IS", "LI", "NO")))
"""The EU and the countries that share its product law."""

COUNTRIES = tuple(ISO_CODES.split())

GROUPS: Mapping[str, tuple[str, ...]] = {"UK": ("GB",), "EU": EEA, "EEA": EEA}
"""Names that stand for other codes."""


def expand(codes: Sequence[str]) -> tuple[str, ...]:
    """Return country codes without repetition: `UK` becomes GB, `EU` all of the EU and EEA.

    Raises MsglintError for a code that is none, naming the nearest.
    """
    found: dict[str, None] = {}
    for code in codes:
        found |= dict.fromkeys(_meant(code.strip().upper(), code))
    return tuple(found)


def _meant(code: str, written: str) -> tuple[str, ...]:
    if code in GROUPS:
        return GROUPS[code]
    if code in COUNTRIES:
        return (code,)
    raise MsglintError(Message("unknown market {}: {}", quoted(written), hint(code, _alike(code))))


def _alike(code: str) -> tuple[str, ...]:
    """Return the codes worth naming: those that share the first letter."""
    known = (*COUNTRIES, *GROUPS)
    return tuple(name for name in known if name[:1] == code[:1]) or known
