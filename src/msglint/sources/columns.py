"""What the columns of a CSV file and the keys of a JSON record are called."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

SYNONYMS: Mapping[str, str] = {
    name: meaning
    for meaning, names in {
        "id": "id 编号 序号 模板编号",
        "channel": "channel 渠道 发送渠道",
        "platform": "platform 平台 销售平台",
        "market": "market 站点 市场 国家 目标市场 销售国家",
        "lang": "lang 语言 语种",
        "subject": "subject 主题 标题 邮件主题 邮件标题 消息主题",
        "text": "text body content 内容 正文 文案 话术 话术内容 模板内容 邮件正文 邮件内容 消息内容 卡片内容 "
        "卡片文案",
    }.items()
    for name in names.split()
}
"""Names in lower case and what they mean. Text in any other column belongs to no message."""

PREFIXES = ("product.", "message.")
"""Begin the names of attributes."""


@lru_cache(maxsize=1024)
def column(name: str) -> str | None:
    """Return what a column or key is (`text`, `channel`, `product.is_toy`), None if nothing to us."""
    folded = name.strip().lower()
    if folded.startswith(PREFIXES):
        return folded
    return SYNONYMS.get(folded)
