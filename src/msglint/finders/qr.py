"""Words for a QR code and for scanning one, in the languages of the stores."""

from __future__ import annotations

from collections.abc import Iterable

import regex

from msglint.text.patterns import lazy_regex

QR = lazy_regex(
    r"""
      (?<![\p{Latin}\p{N}_])qr[ ]?(?:コード|码)
    | (?<![\p{Latin}\p{N}_])(?:
          scan(?:ning)?\ (?:(?:the|this|our|my|below|following)\ )?codes?
        | qr[ -]?codes? | codes?\ qr | código[s]?\ qr | codici?\ qr | flash\ ?codes? | qr
      )(?!\p{Latin})
    | 二维码 | 二维条码 | 小程序码 | 太阳码 | 群码 | 收款码 | 扫码(?![枪器仪机墩头])
    | 扫(?:一扫|描|下)?(?:下方|上方|右侧|背面|此|这个|本)?的?码(?![枪器仪机])
    | 二次元コード
    """,
    regex.VERBOSE,
)
SIGNS = ("qr", "码", "code", "コード")


def find(text: str, _markets: tuple[str, ...] = ()) -> Iterable[tuple[int, int]]:
    """Yield the spans of the words in folded text."""
    if not any(sign in text for sign in SIGNS):
        return ()
    return (match.span() for match in QR.finditer(text))
