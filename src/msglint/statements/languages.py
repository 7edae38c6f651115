"""Which languages a consumer warning must have in which market."""

from __future__ import annotations

from collections.abc import Mapping

from msglint.frozen import Frozen


class Wanted(Frozen):
    """Languages of which all are needed, or (`is_all` false) any one."""

    codes: tuple[str, ...]
    is_all: bool = True


ALL: Mapping[str, str] = {
    "US": "en", "GB": "en", "IE": "en", "AU": "en", "CA": "en fr", "JP": "ja", "CN": "zh",
    "DE": "de", "AT": "de", "LI": "de", "FR": "fr", "ES": "es", "IT": "it", "NL": "nl", "PT": "pt",
    "FI": "fi sv", "PL": "pl", "SE": "sv", "DK": "da", "NO": "no", "IS": "is", "CZ": "cs", "SK": "sk",
    "HU": "hu", "RO": "ro", "SI": "sl", "HR": "hr", "GR": "el", "CY": "el", "BG": "bg", "EE": "et",
    "LV": "lv", "LT": "lt",
}  # fmt: skip

ANY: Mapping[str, str] = {"BE": "nl fr de", "LU": "fr de lb", "MT": "mt en"}
"""Markets where one of several languages will do, such as that of the region of sale."""

NAMES: Mapping[str, Mapping[str, str]] = {
    "en": {
        "bg": "Bulgarian", "cs": "Czech", "da": "Danish", "de": "German", "el": "Greek", "en": "English",
        "es": "Spanish", "et": "Estonian", "fi": "Finnish", "fr": "French", "hr": "Croatian",
        "hu": "Hungarian", "is": "Icelandic", "it": "Italian", "ja": "Japanese", "lb": "Luxembourgish",
        "lt": "Lithuanian", "lv": "Latvian", "mt": "Maltese", "nl": "Dutch", "no": "Norwegian",
        "pl": "Polish", "pt": "Portuguese", "ro": "Romanian", "sk": "Slovak", "sl": "Slovenian",
        "sv": "Swedish", "zh": "Chinese",
    },
    "zh": {
        "bg": "保加利亚语", "cs": "捷克语", "da": "丹麦语", "de": "德语", "el": "希腊语", "en": "英语",
        "es": "西班牙语", "et": "爱沙尼亚语", "fi": "芬兰语", "fr": "法语", "hr": "克罗地亚语",
        "hu": "匈牙利语", "is": "冰岛语", "it": "意大利语", "ja": "日语", "lb": "卢森堡语",
        "lt": "立陶宛语", "lv": "拉脱维亚语", "mt": "马耳他语", "nl": "荷兰语", "no": "挪威语",
        "pl": "波兰语", "pt": "葡萄牙语", "ro": "罗马尼亚语", "sk": "斯洛伐克语", "sl": "斯洛文尼亚语",
        "sv": "瑞典语", "zh": "中文",
    },
}  # fmt: skip


def of_market(market: str | None) -> Wanted | None:
    """Return the languages of a market (ISO code); None if the table does not know it."""
    for table, is_all in ((ALL, True), (ANY, False)):
        if market is not None and market in table:
            return Wanted(tuple(table[market].split()), is_all)
    return None
