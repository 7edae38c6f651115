"""What a repository looks like: where its copy lies, and what the names of its folders say about it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath

from msglint.config.discovery import Configs
from msglint.frozen import Frozen
from msglint.sources.walk import select

CHANNELS = (
    ("insert", r"inserts?|cards?|thank-?you-?cards?|卡片|小卡|售后卡|感谢卡|插卡"),
    ("label", r"labels?|warnings?|标签|警示|警告"),
    ("package", r"packag(e|es|ing)|box(es)?|包装|外箱"),
    ("listing", r"listings?|products?|详情|商品|页面"),
    ("message", r"messages?|mails?|emails?|templates?|replies|buyer|站内信|邮件|话术|模板|客服|回复|消息"),
)
"""What copy is, by a word in its path; the first that fits counts."""

PLATFORMS = (
    ("amazon", r"amazon|amz|亚马逊"),
    ("ebay", "ebay"),
    ("walmart", "walmart|沃尔玛"),
    ("etsy", "etsy"),
    ("tiktok-shop", "tiktok"),
    ("shopee", "shopee|虾皮"),
    ("temu", "temu"),
)
"""Where it is sold, by a word in its path."""

MARKETS = frozenset(
    ("US", "CA", "MX", "BR", "GB", "DE", "FR", "IT", "ES", "NL", "BE", "SE", "PL", "IE", "TR", "AE", "SA",
     "EG", "JP", "AU", "SG", "CN")
)  # fmt: skip
"""Countries that a folder's name stands for; other short names are more often words or languages."""


class Guess(Frozen):
    """Copy below a folder and what it seems to be; `files` are counted, None is not known."""

    glob: str
    files: int
    channel: str | None
    platform: str | None
    market: str | None


def survey(folder: Path) -> list[Guess]:
    """Return the folders that hold copy, in order; a folder whose folders differ is told by these."""
    selection = select([str(folder)], Configs(), allow_empty=True)
    paths = [PurePosixPath(item.path.relative_to(folder).as_posix()) for item in selection.files]
    return list(_grouped(path for path in paths if len(path.parts) > 1))


def _grouped(paths: Iterable[PurePosixPath]) -> Iterator[Guess]:
    groups: dict[PurePosixPath, list[PurePosixPath]] = {}
    for path in paths:
        groups.setdefault(_telling(path), []).append(path)
    for folder, found in sorted(groups.items()):
        told = _told(folder)
        yield Guess(f"{folder}/**", len(found), *told)


def _telling(path: PurePosixPath) -> PurePosixPath:
    """Return the folder of a file down to the last part that says something, at least the outermost."""
    folders = path.parts[:-1]
    telling = [index for index, _ in enumerate(folders) if any(_told(PurePosixPath(folders[index])))]
    return PurePosixPath(*folders[: (telling[-1] if telling else 0) + 1])


def _told(folder: PurePosixPath) -> tuple[str | None, str | None, str | None]:
    return _named(folder, CHANNELS), _named(folder, PLATFORMS), _market(folder)


def _named(folder: PurePosixPath, table: tuple[tuple[str, str], ...]) -> str | None:
    """Return the value whose word stands in a path, the innermost folder first."""
    for part in reversed(folder.parts):
        for value, words in table:
            if re.search(rf"(?<![a-z])(?:{words})(?![a-z])", part.lower()):
                return value
    return None


def _market(folder: PurePosixPath) -> str | None:
    """Return the country whose code is a folder's name, such as `us` or `UK`."""
    codes = ("GB" if part.upper() == "UK" else part.upper() for part in reversed(folder.parts))
    return next((code for code in codes if code in MARKETS), None)
