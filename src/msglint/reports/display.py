"""How text looks on a terminal. Widths are in cells: a wide character takes two, a combining mark none."""

from __future__ import annotations

import unicodedata

from msglint.text.patterns import lazy_pattern

BLANK_BUT_PRINTABLE = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u2800\u3164\uffa0")
"""Characters that count as printable in Unicode and still show nothing."""

EMOJI_STYLE = frozenset("\ufe0e\ufe0f")
TAB_STOP = 4

WIDE = (
    "\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6"
)
OPENING = "“‘（《「『【〈［｛"
CLOSING = "”’）》」』】〉］｝，。、；：！？…"
WORD = rf"[^\s{WIDE}{OPENING}{CLOSING}]+"
ASCII_PIECE = lazy_pattern(r"\s+|\S+")
"""Finds in a text of ASCII alone what PIECE finds, which takes milliseconds to compile."""

PIECE = lazy_pattern(
    rf"\s+|[{OPENING}]*(?:{WORD}(?:’{WORD})*|[^\s{OPENING}{CLOSING}])[{CLOSING}]*|[{OPENING}]+|[{CLOSING}]+"
)


def char_width(char: str) -> int:
    """Return the cells that a printable character takes."""
    if char.isascii():
        return 1
    if unicodedata.category(char) in ("Mn", "Me") or "\u1160" <= char <= "\u11ff":
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def width(text: str) -> int:
    """Return the cells that a printable text takes."""
    return len(text) if text.isascii() else sum(map(char_width, text))


def is_plain(char: str) -> bool:
    """Say whether a character can be shown as it is: visible, or an ordinary blank."""
    if char in BLANK_BUT_PRINTABLE or "\ufe00" <= char <= "\ufe0f" or "\U000e0100" <= char <= "\U000e01ef":
        return False
    return char.isprintable() or char == "\u3000"


def cells(line: str) -> list[str]:
    """Return what to show for each code point of a line: itself, `<U+200B>`, or blanks for a tab.

    Nothing that is returned can move the cursor or turn the direction of writing. The variation selector
    behind a symbol is shown as nothing, since terminals disagree about its width.
    """
    shown: list[str] = []
    column = 0
    for index, char in enumerate(line):
        if is_plain(char):
            piece = char
        elif char == "\t":
            piece = " " * (TAB_STOP - column % TAB_STOP)
        elif char in EMOJI_STYLE and index and unicodedata.category(line[index - 1]) in ("So", "Sm", "Nd"):
            piece = ""
        else:
            piece = f"<U+{ord(char):04X}>"
        shown.append(piece)
        column += width(piece)
    return shown


def visible(text: str) -> str:
    """Return a text of one line with everything invisible or dangerous to a terminal written out."""
    return text if text.isascii() and text.isprintable() else "".join(cells(text))


def wrap(text: str, limit: int) -> list[str]:
    """Break a text into lines of at most `limit` cells, as English and Chinese are broken.

    Words stay whole unless longer than a line; closing punctuation never begins a line, opening punctuation
    never ends one.
    """
    lines: list[str] = [""]
    for piece in _pieces(text, limit):
        if width(lines[-1]) + width(piece.rstrip()) > limit:
            lines[-1] = lines[-1].rstrip()
            lines.append("")
        if lines[-1] or not piece.isspace():
            lines[-1] += piece
    lines[-1] = lines[-1].rstrip()
    return lines


def _pieces(text: str, limit: int) -> list[str]:
    pieces: list[str] = []
    pattern = ASCII_PIECE if text.isascii() else PIECE
    for match in pattern.finditer(text):
        piece = " " if match[0].isspace() else match[0]
        step = max(1, limit // 2)
        if width(piece) <= limit:
            pieces.append(piece)
        else:
            pieces += [piece[start : start + step] for start in range(0, len(piece), step)]
    return pieces
