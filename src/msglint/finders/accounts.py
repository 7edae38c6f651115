"""What an account at a messenger or network looks like, behind the name of the service."""

from __future__ import annotations

import regex

from msglint.finders.hosts import registered_domain, suffix_of
from msglint.finders.services import NAME, NO_ACCOUNT, NUMBER, PHONE, VERSION_NAMES, Service
from msglint.finders.suffixes import Proof, proof_of
from msglint.text.patterns import lazy_regex

MIN_NAME = 4
MIN_VX_NAME = 6
"""Letters that a name behind a bare `vx` must have; shorter ones are model names."""

MIN_CALL_DIGITS, MAX_CALL_DIGITS = 7, 15
HAN_NAME_OPENERS = (":", '"', "【", "《")

MARK = lazy_regex(
    r"[:@\"号是为]|账号|帐号|(?<!\p{Latin})(?:id|account|handle|username|is)(?!\p{Latin})", regex.VERBOSE
)
"""Something between a service and what follows that announces an account."""

COLON = lazy_regex(r"[:@\"号是为]")
LINKER = lazy_regex(
    r"""
    (?:
        [\ \n:"'()\[\]【】《》>=~、-] | 号码 | [号群是为] | 账号 | 帐号 | 客服 | 官方 | 联系 | 添加 | 搜索
      | 搜 | 请加 | 加我 | 加 | 电话 | 手机 | 同步 | 同 | 公众 | 名称 | 昵称 | 名 | 关注 | live(?=:)
      | (?:id|account|us|me|at|on|via|is|no\.?|number|acc|add|contact|user|username|handle|name|page|group
          |channel|team|support|service)(?!\p{Latin})
      | [/&,]\ ?(?:微信|wechat|whatsapp|telegram|line|viber|qq|电话|手机|phone|tel|mobile|facebook|instagram
          |tiktok|fb|ig)
    ){0,8}+
    """,
    regex.VERBOSE,
)
"""What may stand between the name of a service and the account."""

NAME_ID = lazy_regex(r"@?([a-z_][a-z0-9_.-]{2,31}+)(?![a-z0-9_@\p{Latin}]|[./:]+[a-z0-9])")
NUMBER_ID = lazy_regex(
    r"([1-9][0-9]{4,11}+)(?![0-9@\p{Latin}%+]|[.,:-][0-9]|\ ?[万亿元块个人件次年月日天])", regex.VERBOSE
)
CALL_ID = lazy_regex(
    r"\+?\ ?\(?([0-9](?:[\ ().-]{0,2}[0-9]){6,16}+)(?![0-9@\p{Latin}]|[.,:-][0-9])", regex.VERBOSE
)
HAN_NAME = lazy_regex(r"[\p{Han}\p{Latin}\p{N}_·-]{2,20}(?=[\s,.;!?。、)\]】》\"]|$)")
ENDS_CLAUSE = lazy_regex(r"\ ?(?:$|[\n.,;!?。、)\]】》\"(/]|\p{Han})", regex.VERBOSE)
VERSION = lazy_regex(rf"(?:{VERSION_NAMES})[0-9._-]*")


def account_behind(text: str, end: int, service: Service, word: str, marked: bool) -> tuple[int, str] | None:
    """Return where the account behind a service's `word`, which ends at `end`, ends, and its value.

    None if nothing like an account follows; `marked` words need a mark in between.
    """
    linker = LINKER.match(text, end)
    start = linker.end() if linker else end
    if marked and not MARK.search(text[end : start + 1]):
        return None
    between = text[end:start]
    if PHONE in service.ids and (call := CALL_ID.match(text, start)):
        return _call(call)
    if NUMBER in service.ids and (number := NUMBER_ID.match(text, start)):
        return number.end(), number[1]
    if NAME not in service.ids:
        return None
    return _latin_name(text, start, between, word) or _han_name(text, start, between, word)


def _call(call: regex.Match[str]) -> tuple[int, str] | None:
    digits = "".join(filter(str.isdigit, call[1]))
    plus = "+" if "+" in call[0] else ""
    return (call.end(), plus + digits) if MIN_CALL_DIGITS <= len(digits) <= MAX_CALL_DIGITS else None


def _latin_name(text: str, start: int, between: str, word: str) -> tuple[int, str] | None:
    token = NAME_ID.match(text, start)
    if token is None:
        return None
    name = token[1].rstrip("._-")
    end = token.start(1) + len(name)
    if token[0].startswith("@"):
        return end, name
    if len(name) < MIN_NAME or name in NO_ACCOUNT or VERSION.fullmatch(name):
        return None
    if _is_plain_host(name):
        return None
    colon = COLON.search(between) is not None
    if any(char.isdigit() or char == "_" for char in name):
        return (end, name) if colon or word != "vx" or len(name) >= MIN_VX_NAME else None
    # A hyphen is a sign of an account behind a Han word only: 微信 brand-care, but wechat mini-program.
    named = not word.isascii() if "-" in name else colon
    return (end, name) if named and ENDS_CLAUSE.match(text, end) else None


def _is_plain_host(name: str) -> bool:
    domain = registered_domain(name)
    return domain is not None and proof_of(suffix_of(domain)) is Proof.HOST


def _han_name(text: str, start: int, between: str, word: str) -> tuple[int, str] | None:
    """Return a name in Han behind `公众号:` or `抖音搜索"`."""
    opened = between[-1:] in HAN_NAME_OPENERS
    wanted = word[-1] == "号" or "号" in between or "搜" in between
    name = HAN_NAME.match(text, start) if opened and wanted else None
    return (name.end(), name[0]) if name else None
