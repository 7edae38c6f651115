"""What stands beside a doubtful spelling and shows that the word is meant: `加V` against `V领`."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from msglint.text.patterns import lazy_pattern

if TYPE_CHECKING:
    from msglint.packs.model import SpelledWord

REACH = 14
"""Characters on either side that are looked at."""

ENDS = lazy_pattern(r"[。！？!?\n;；]")
ACCOUNT = lazy_pattern(
    r" ?(?:号|号码|id|是|为|搜|搜索)?[:=]? ?(?:[a-z][a-z0-9_-]{4,}|[1-9][0-9]{5,})(?![0-9]*[年月日元个件%.])"
)
"""An account right behind a word, as `<account>` among the companions says."""


def stands_beside(text: str, start: int, end: int, word: SpelledWord) -> bool:
    """Whether a companion of a word stands before, behind or near text[start:end]."""
    left = text[max(0, start - REACH) : start].rstrip(" :\"“「'(【")
    right = text[end : end + 3 * REACH]
    if any(sign in word.refused for sign in _heads(right)) or any(
        sign in word.refused for sign in _tails(left)
    ):
        return False
    if end - start == 1:
        return _stands_single(left, right, word)
    if left.endswith(word.before) or right.lstrip(" :\"”」').】").startswith(word.behind):
        return True
    if "<account>" in word.near and ACCOUNT.match(right):
        return True
    around = f"{ENDS.split(left)[-1]}\0{ENDS.split(right[:REACH])[0]}"
    return _any_of(word.near).search(around) is not None


def _stands_single(left: str, right: str, word: SpelledWord) -> bool:
    """Judge a form of one character, which is a word of its own too often: `加薇` but not `加薇菜`."""
    account = "<account>" in word.near and ACCOUNT.match(right) is not None
    ends = not right[:1].isalnum() or right.lstrip(" :").startswith(word.behind)
    return account or (left.endswith(word.before) and ends)


def stands_between(text: str, start: int, end: int, word: SpelledWord) -> bool:
    """Whether companions of a word stand on both sides of text[start:end] and touch it."""
    return (
        text[max(0, start - REACH) : start].endswith(word.before)
        and text.startswith(word.behind, end)
        and not (text[start : start + 1].isascii() or text[end - 1 : end].isascii())
    )


def _heads(text: str) -> list[str]:
    return [text[:length] for length in (1, 2, 3)]


def _tails(text: str) -> list[str]:
    return [text[-length:] for length in (1, 2, 3) if len(text) >= length]


@lru_cache(maxsize=256)
def _any_of(near: tuple[str, ...]) -> re.Pattern[str]:
    listed = [re.escape(item) for item in near if item != "<account>"]
    return re.compile("|".join(listed) or r"(?!)")
