"""Amounts of money: `$10-15`, `1,299.00 €`, `10元`, `十块钱`, `rmb 20`, `20 dollars`."""

from __future__ import annotations

from collections.abc import Iterable

import regex

from msglint.finders.numerals import DIGITS, HAN, START
from msglint.text.patterns import lazy_pattern, lazy_regex

SIGN = r"(?:(?<!\p{Latin})(?:us|u\.s\.|a|au|c|ca|hk|nt|s|r|mx))?\$|[€£¥₩₹]"
CODE = "usd|eur|gbp|cny|rmb|jpy|cad|aud|hkd|twd|sgd|mxn|pln|sek|inr|krw|thb|vnd|myr|php"
NAME = r"(?:us\ |hong\ kong\ )?dollars?|bucks?|euros?|pounds?\ sterling|quid|yuan|kuai|yen|zł|złotych|kronor"
POUNDS = r"pounds?(?=\ (?:off|back|voucher|gift|coupon|refund|discount|cash)(?!\p{Latin}))"
HAN_NAME = r"""(?:
    元(?![素件组锂次旦宵气宇神论化])钱? | 块钱 | 美元 | 美金 | 美刀 | 刀(?![头片具锋口刃叉架切]) | 欧元 | 英镑
  | 日元 | 日币 | 円 | 人民币 | 港币 | 港元 | 台币 | 毛钱
)"""
PIECES = r"块(?=$|[\s,.;!?。、)+(*/-]|红包|现金|优惠|奖|券|的|返|起|礼|左右|以)"
"""块 also counts pieces (三块电池): it is money at an end, or before what is paid or given."""

SCALE = r"(?:(?:k|m|\ ?million)(?![\p{Latin}\p{N}])|[万千百](?!\p{N}))?"
AMOUNT = DIGITS + SCALE
TO = r"\ ?[-~至到]\ ?"
MONEY = lazy_regex(
    rf"""
      (?<![$€£¥])(?:{SIGN})\ ?{AMOUNT}(?:{TO}(?:(?:{SIGN})\ ?)?{AMOUNT})?(?:\ ?(?:{CODE})(?!\p{{Latin}}))?
    | (?<!\p{{Latin}})(?:{CODE})\ ?[$€£¥]?\ ?{AMOUNT}(?:{TO}{AMOUNT})?
    | (?:人民币|美元|美金)\ ?{AMOUNT}元?
    | {START}(?:{AMOUNT}\ ?[元块]?{TO})?{AMOUNT}\ ?
      (?:[€£¥$](?![0-9])|(?:{CODE}|{NAME})(?!\p{{Latin}})|{POUNDS}|{HAN_NAME}|{PIECES})
    | {HAN}(?:{HAN_NAME}|{PIECES})
    """,
    regex.VERBOSE,
)
NO_AMOUNT = ("一块", "几元", "几块", "几块钱", "半元")
"""Together (一块), and numbers without a value."""

HAN_HINT = lazy_pattern(
    "[0-9零〇一二两三四五六七八九十百千万几半] ?(?:[元块円刀毛]|[美欧日港]元|美[金刀]|英镑|[日台港]币)"
    "|[$€£¥₩₹]|人民币|美[元金]"
)
LATIN_SIGNS = (
    *CODE.split("|"),
    "dollar",
    "buck",
    "euro",
    "pound",
    "quid",
    "yuan",
    "kuai",
    "yen",
    "zł",
    "kron",
)


def find(text: str, _markets: tuple[str, ...] = ()) -> Iterable[tuple[int, int]]:
    """Yield the spans of the amounts in folded text, with sign or currency name; a range is one."""
    if not HAN_HINT.search(text) and not any(sign in text for sign in LATIN_SIGNS):
        return ()
    return (match.span() for match in MONEY.finditer(text) if match[0] not in NO_AMOUNT)
