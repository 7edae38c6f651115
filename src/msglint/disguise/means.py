"""By which means a text was disguised that folding alone made plain."""

from __future__ import annotations

from msglint.text.fold import TABLE
from msglint.text.lookalikes import LETTERS, OTHER
from msglint.text.patterns import lazy_pattern
from msglint.text.tables import INVISIBLE

UNSEEN = lazy_pattern(
    rf"(?<=\w)[{INVISIBLE}\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]+(?=\w)"
)
WIDE = lazy_pattern("[Ａ-Ｚａ-ｚ]")
STYLED = lazy_pattern("[^\\W\x00-\x7fＡ-Ｚａ-ｚ\u00c0-\u024f]|[\u249c-\u24e9\U0001f110-\U0001f189]|\u20e3")
OTHER_LETTER = lazy_pattern(f"[{OTHER}]")


def means_of_folding(written: str) -> tuple[str, ...]:
    """Return the means by which a text was disguised: `invisible`, `style`, `lookalike`, `width`."""
    if written.isascii():
        return ()
    tests = {
        "invisible": UNSEEN.search(written) is not None,
        "style": any(_is_styled(char) for char in STYLED.findall(written)),
        "lookalike": _is_mixed(written),
        "width": WIDE.search(written) is not None,
    }
    return tuple(name for name, holds in tests.items() if holds)


def _is_styled(char: str) -> bool:
    return char == "\u20e3" or (char.translate(TABLE).isascii() and char not in LETTERS)


def _is_mixed(written: str) -> bool:
    from msglint.text.fold import fold

    return OTHER_LETTER.search(written) is not None and not OTHER_LETTER.search(fold(written).text)
