"""Is a run of digits a phone number? Shapes that say so by themselves, and validation for the rest.

Numbers are validated with the phonenumbers library, imported only when a shape leaves the question open.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from msglint.text.patterns import lazy_pattern

if TYPE_CHECKING:
    from phonenumbers import PhoneNumber

    from msglint.finders.digit_windows import Digits

DEFAULT_REGIONS = ("US", "CN", "GB", "DE", "JP", "FR", "IT", "ES", "HK", "TW", "NL", "VN", "TH", "KR", "IN")
"""Regions whose numbers are known when no market is given."""

CN_PREFIX = lazy_pattern(r"(?:0{0,2}86)?(?=1[3-9][0-9]{9}$)")
CN_MOBILE_SIZES = ((11,), (3, 4, 4), (3, 8), (7, 4), (3, 3, 5), (3, 2, 2, 2, 2))
CN_SERVICE_DIGITS = 10
CN_LANDLINE = lazy_pattern(r"(?:0{0,2}86-)?0?[1-9][0-9]{1,2}-(?:[0-9]{7,8}|[0-9]{3,4}-[0-9]{4})")
FRENCH_SIZES = (2, 2, 2, 2, 2)
NANP_SIZES = ((3, 3, 4), (3, 7))
FICTION = "555"


def has_phone_shape(digits: Digits, before: str) -> bool:
    """Whether the digits are written as only phone numbers are. `before` is the character in front."""
    return _is_cn_mobile(digits) or _is_cn_line(digits) or _is_north_american(digits, before)


def is_international(digits: Digits) -> bool:
    """Whether the digits, behind a plus sign, begin with a country code and have a length it allows."""
    import phonenumbers

    number = _parsed("+" + digits.all)
    possible = phonenumbers.ValidationResult.IS_POSSIBLE
    return number is not None and bool(phonenumbers.is_possible_number_with_reason(number) == possible)


def has_exit_code(digits: Digits) -> bool:
    """Whether the digits are written with 00 for the plus sign and with separators (0049 30 901820)."""
    import phonenumbers

    if not digits.all.startswith("00") or len(digits.groups) == 1:
        return False
    number = _parsed("+" + digits.all[2:])
    return number is not None and phonenumbers.is_valid_number(number)


def is_national(digits: Digits, before: str, markets: tuple[str, ...]) -> bool:
    """Whether the digits are a number as people of a market write it, with trunk zero or separators."""
    trunk = digits.all.startswith("0")
    whole = len(digits.groups) == 1
    if max(digits.sizes) < 3:
        return trunk and digits.sizes == FRENCH_SIZES and is_valid(digits.all, ("FR",))
    if trunk and not whole and (len(digits.groups[0]) > 1 or before == "("):
        return 8 <= len(digits.all) <= 13 and is_valid(digits.all, (*(markets or DEFAULT_REGIONS), "CN"))
    if not markets or (whole and not (trunk and len(digits.all) in (10, 11))):
        return False
    return not _is_grouped_quantity(digits) and is_valid(digits.all, markets)


def is_valid(number: str, regions: tuple[str, ...]) -> bool:
    """Whether a number, written nationally, is valid in one of the regions (ISO codes)."""
    import phonenumbers

    parsed = (_parsed(number, region) for region in regions if _may_belong(number, region))
    return any(phonenumbers.is_valid_number(candidate) for candidate in parsed if candidate)


def _parsed(number: str, region: str | None = None) -> PhoneNumber | None:
    import phonenumbers

    try:
        return phonenumbers.parse(number, region)
    except phonenumbers.NumberParseException:
        return None


def _may_belong(number: str, region: str) -> bool:
    """Whether a number begins as numbers of a region do; asked first, since validating costs much more."""
    pattern = _national_pattern(region)
    return pattern is not None and any(map(pattern.fullmatch, (number, number.removeprefix("0"))))


@cache
def _national_pattern(region: str) -> re.Pattern[str] | None:
    from phonenumbers import PhoneMetadata

    metadata = PhoneMetadata.metadata_for_region(region, None)
    source = metadata.general_desc.national_number_pattern if metadata and metadata.general_desc else None
    return re.compile(source) if source else None


def _is_cn_mobile(digits: Digits) -> bool:
    prefix = CN_PREFIX.match(digits.all)
    if prefix is None:
        return False
    length = len(prefix[0])
    if length and digits.groups[0] == prefix[0]:
        return digits.sizes[1:] in CN_MOBILE_SIZES
    return digits.sizes in CN_MOBILE_SIZES or digits.sizes == (length + 11,)


def _is_cn_line(digits: Digits) -> bool:
    """Whether the digits are a landline with area code or a 400 or 800 service number."""
    if digits.groups[0] in ("400", "800") and len(digits.all) == CN_SERVICE_DIGITS:
        return True
    written = "-".join(digits.groups)
    return CN_LANDLINE.fullmatch(written) is not None and digits.all[0] in "08" and _is_cn_area(digits)


def _is_cn_area(digits: Digits) -> bool:
    national = re.sub(r"^0{0,2}86(?=[0-9]{10})", "", digits.all)
    return is_valid("0" + national.lstrip("0"), ("CN",))


def _is_north_american(digits: Digits, before: str) -> bool:
    groups = digits.groups[1:] if digits.groups[0] == "1" else digits.groups
    area, rest = groups[0] if groups else "", "".join(groups[1:])
    if tuple(map(len, groups)) not in NANP_SIZES or area[0] in "01" or rest[0] in "01":
        return False
    bracketed = before == "(" or "(" in "".join(digits.separators)
    if len(groups) == 2:
        return bracketed
    plain = not bracketed and all(separator == " " for separator in digits.separators)
    return not plain or rest.startswith(FICTION) or is_valid(area + rest, ("US", "CA"))


def _is_grouped_quantity(digits: Digits) -> bool:
    """Whether the groups are those of a large number: 912.345.678."""
    return len(digits.groups[0]) <= 3 and all(size == 3 for size in digits.sizes[1:])
