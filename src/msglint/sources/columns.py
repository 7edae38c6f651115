"""What the columns of a CSV file and the keys of a JSON record are called."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

SYNONYMS: Mapping[str, str] = {
    "id": "id", "编号": "id",
    "channel": "channel", "渠道": "channel",
    "platform": "platform", "平台": "platform",
    "market": "market", "站点": "market", "市场": "market",
    "lang": "lang", "语言": "lang",
    "subject": "subject", "主题": "subject", "标题": "subject",
    "text": "text", "内容": "text", "正文": "text", "文案": "text",
}  # fmt: skip
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
