"""What people write for the values of a context, and what it means."""

from __future__ import annotations

import codecs
import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from msglint.config.context import KINDS, ContextValue
from msglint.errors import MsglintError
from msglint.messages import Message
from msglint.packs.attributes import attributes, convert, find
from msglint.packs.nearest import quoted

ALIASES: Mapping[str, Mapping[str, str]] = {
    "channel": {
        "card": "insert", "insert card": "insert", "卡片": "insert", "插卡": "insert", "售后卡": "insert",
        "站内信": "message", "消息": "message", "标签": "label", "包装": "package", "说明书": "instructions",
        "商品页": "listing", "详情页": "listing",
    },
    "platform": {
        "tiktok": "tiktok-shop", "亚马逊": "amazon", "沃尔玛": "walmart", "虾皮": "shopee", "淘宝": "taobao",
        "拼多多": "pinduoduo", "抖音": "douyin", "独立站": "own_shop", "其他": "other",
    },
    "market": {
        "usa": "US", "美国": "US", "加拿大": "CA", "墨西哥": "MX", "英国": "GB", "欧盟": "EU", "德国": "DE",
        "法国": "FR", "意大利": "IT", "西班牙": "ES", "荷兰": "NL", "波兰": "PL", "瑞典": "SE",
        "比利时": "BE", "日本": "JP", "澳大利亚": "AU", "新加坡": "SG", "中国": "CN",
    },
    "lang": {
        "中文": "zh", "简体中文": "zh", "繁体中文": "zh", "英文": "en", "英语": "en", "德语": "de",
        "法语": "fr", "意大利语": "it", "西班牙语": "es", "日语": "ja",
    },
}  # fmt: skip
"""Other words for a value, in lower case."""

SEPARATORS = re.compile(r"[\s,;|/，；、]+")
"""What people write between several markets."""

SWITCHES: Mapping[str, bool] = {
    "true": True, "yes": True, "y": True, "1": True, "是": True,
    "false": False, "no": False, "n": False, "0": False, "否": False,
}  # fmt: skip
"""What tables say for true and false, in lower case."""

_LANGUAGES = (
    "aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv "
    "dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie "
    "ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv "
    "mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm "
    "rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts "
    "tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu"
)
LANGUAGES = frozenset(_LANGUAGES.split())
"""Codes of ISO 639-1."""


def context_value(name: str, value: Any) -> ContextValue:
    """Return what `value` means for `name` (`channel`, `market`, `product.is_toy`, ...).

    Texts, and lists and numbers of YAML or JSON, are read alike. Raises MsglintError, naming what was
    expected or the nearest valid word, also for a name that does not exist.
    """
    kind, _, attribute = name.rpartition(".")
    if name == "market" and isinstance(value, str):
        value = [code for code in SEPARATORS.split(value) if code]
    meant = [_meant(name, item) for item in value] if isinstance(value, list | tuple) else _meant(name, value)
    converted = convert(find(attribute, kind or "context"), meant)
    return _language(str(converted)) if name == "lang" else converted


def record_value(name: str, value: Any) -> Mapping[str, ContextValue]:
    """Return what a record's value means, by name; nothing for an attribute that nobody knows.

    Beside `context_value` it takes the words of tables for true and false. Raises MsglintError.
    """
    items = value if isinstance(value, list) else [value]
    if any(isinstance(item, dict | list) for item in items):
        raise MsglintError(Message("“{}”: expected a value or a list of values", name))
    return _remembered(name, tuple(value) if isinstance(value, list) else value)


@lru_cache(maxsize=4096, typed=True)
def _remembered(name: str, value: Any) -> Mapping[str, ContextValue]:
    """Remember what values mean: the records of a file say the same over and over."""
    kind, _, attribute = name.rpartition(".")
    known = attributes().get(attribute)
    if known is None or (known.group != kind and kind in KINDS):
        return {}
    if known.type == "boolean" and isinstance(value, str):
        value = SWITCHES.get(value.strip().lower(), value)
    return {name: context_value(name, value)}


def is_text_encoding(name: str) -> bool:
    """Whether `name` names an encoding that bytes of a file can be read as."""
    try:
        b"a".decode(name)
    except UnicodeError:
        pass
    except (LookupError, ValueError):
        return False
    return codecs.lookup(name).name not in {"unicode-escape", "raw-unicode-escape", "idna", "punycode"}


def _meant(name: str, value: Any) -> Any:
    if not isinstance(value, str):
        return value
    return ALIASES.get(name, {}).get(value.strip().lower(), value)


def _language(tag: str) -> str:
    code = re.split("[-_]", tag.lower())[0]
    if code not in LANGUAGES:
        raise MsglintError(Message("unknown language {}: expected a code such as en or zh-CN", quoted(tag)))
    return code
