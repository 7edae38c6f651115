"""Expected beside found, word by word: “Not for children under [3→5] yrs.”"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from msglint.statements.tokens import BLANK

if TYPE_CHECKING:
    from msglint.statements.wording import Wording

UNFILLED = "[…]"


def written(wording: Wording) -> str:
    """Return the wording as people read it."""
    return wording.written.replace(BLANK, UNFILLED)


def is_same(wording: Wording, found: Sequence[str]) -> bool:
    """Whether words differ from the wording at most in how they are cut (`play pens`, `playpens`)."""
    return "".join(wording.words) == "".join(found)


def diff(wording: Wording, folded: Sequence[str], originals: Sequence[str]) -> str:
    """Return the wording with every difference as “[expected→found]”; a side may be empty."""
    from difflib import SequenceMatcher

    matcher = SequenceMatcher(None, wording.words, folded, autojunk=False)
    out = [wording.written[: wording.spans[0][0]]]
    for tag, first, last, start, end in matcher.get_opcodes():
        if tag == "equal":
            out.append(_slice(wording, first, last))
        elif tag == "insert":
            out.append(_inserted(out[-1], _join(originals[start:end])))
        else:
            out.append(_replaced(wording, first, last, _join(originals[start:end])))
    return "".join(out).replace(BLANK, UNFILLED).strip()


def _slice(wording: Wording, first: int, last: int) -> str:
    """Return the wording's words with the signs and blanks behind them."""
    return wording.written[wording.spans[first][0] : _next_start(wording, last)]


def _replaced(wording: Wording, first: int, last: int, found: str) -> str:
    start, end = wording.spans[first][0], wording.spans[last - 1][1]
    return f"[{wording.written[start:end]}→{found}]" + wording.written[end : _next_start(wording, last)]


def _inserted(before: str, found: str) -> str:
    return f"[→{found}] " if not before or before[-1:].isspace() else f" [→{found}]"


def _next_start(wording: Wording, index: int) -> int:
    return wording.spans[index][0] if index < len(wording.spans) else len(wording.written)


def _join(words: Sequence[str]) -> str:
    """Join words with blanks, but Chinese without."""
    text = ""
    for word in words:
        dense = text and (ord(text[-1]) > 0x2E7F or ord(word[0]) > 0x2E7F)
        text += word if dense or not text else f" {word}"
    return text
