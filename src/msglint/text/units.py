"""Units of a text: clauses, sentences, blocks and paragraphs, as offsets in the original text.

Units are nested: where a block begins, a sentence and a clause begin. Nothing ends inside a placeholder.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msglint.text.abbreviations import GERMAN_MONTHS
from msglint.text.clauses import clause_ends
from msglint.text.fold import Spans, mask
from msglint.text.patterns import lazy_pattern
from msglint.text.quotations import listed_utterances
from msglint.text.sentences import sentence_ends
from msglint.text.tables import INVISIBLE

LINE_ENDS = str.maketrans("\r\v\f\x85\u2028", "\n\n\n\n\n")
URL = lazy_pattern(r"(?:[a-zA-Z][a-zA-Z0-9+.-]{1,20}://|www\.)[!-~]*[a-zA-Z0-9/=&#%_~-]")
BLANK = rf"(?:(?!\n)[\s{INVISIBLE}])"
BLANK_LINES = lazy_pattern(rf"(?:\n{BLANK}*+\n|\u2029)[\s{INVISIBLE}]*+")
HEADING_BLOCK = lazy_pattern(
    r"\s*(?:#{1,6}\s[^\n]*|\*\*[^\n*]+\*\*|__[^\n_]+__|[^\n]+\n\s*(?:=+|-{3,})|[^\n]{1,80}[:：])\s*"
)
BULLET = r"""
    [•·●○■□▪◆◇★☆✓✔✅☑➤►▶※‣◦⁃→👉①-⑳⑴-⑽㈠-㈩❶-❿➀-➓]
  | [-*+–—](?=[^\S\n])
  | \d{1,2}(?:[.)）](?=[^\S\n])(?!\ (?i:MONTH)\b)|[.．](?=[\u2e80-\uffff])|[、)）](?!\d))
  | [(（](?:\d{1,2}|[一二三四五六七八九十]{1,3}|[a-zA-Z])[)）]
  | [一二三四五六七八九十]{1,3}、
  | [a-zA-Z]\)(?=[^\S\n])
""".replace("MONTH", "|".join(sorted(GERMAN_MONTHS)))
LINE = lazy_pattern(
    rf"""^[^\S\n]*+(?:
        (?P<whole> \#{{1,6}}\s[^\n]*+ | (?:[-=*_~—─][^\S\n]?){{3,}}+[^\S\n]*+$ )
      | (?P<row> [|｜][^\n]*+ | (?=[^\n|｜]*+[|｜][^\n|｜]*+[|｜])[^\n]++ )
      | (?P<bullet> {BULLET} )
    )""",
    re.VERBOSE | re.MULTILINE,
)
BAR = lazy_pattern(r"[|｜]")
CARD_LINE = lazy_pattern(
    r"^[^\S\n]*+(?=[^\n]*[\u3400-\u9fff])[^\n]{2,22}(?<=[\u3400-\u9fffA-Za-z0-9%”」』）)])[^\S\n]*\n"
    r"(?=[^\S\n]*[\u3400-\u9fffA-Z0-9“「『（(])",
    re.MULTILINE,
)
"""A short Chinese line without a sign at its end: on a card each such line stands for itself."""


def unit_starts(text: str, kind: str, opaque: Spans = ()) -> list[int]:
    """Return the ascending offsets (code points) at which the units of a kind begin; the first is 0.

    `kind` is `clause`, `sentence`, `block`, `paragraph`, or `segment` and `document` (one unit). `opaque` are
    ascending spans in which nothing ends. Blanks belong to the unit before them.
    """
    plain = _without_signs(text, opaque)
    starts: set[int] = set()
    if kind in ("clause", "sentence", "block"):
        starts.update(match.end() for match in BLANK_LINES.finditer(plain))
    elif kind == "paragraph":
        starts.update(_paragraph_starts(plain))
    if kind in ("clause", "sentence"):
        starts.update(sentence_ends(plain))
        starts.update(listed_utterances(plain))
        starts.update(_line_starts(plain))
        starts.update(match.end() for match in CARD_LINE.finditer(plain))
    if kind == "clause":
        starts.update(clause_ends(plain))
    first = len(text) - len(text.lstrip())
    return [0, *sorted(start for start in starts if first < start < len(text))]


def _without_signs(text: str, opaque: Spans) -> str:
    """Return a text of the same length: placeholders and web addresses hold no signs, lines end with LF."""
    plain = URL.sub(lambda match: "x" * len(match[0]), mask(text, opaque))
    return plain.replace("\r\n", " \n").translate(LINE_ENDS)


def _paragraph_starts(text: str) -> Iterator[int]:
    block_start = 0
    for match in BLANK_LINES.finditer(text):
        if not HEADING_BLOCK.fullmatch(text, block_start, match.start()):
            yield match.end()
        block_start = match.end()


def _line_starts(text: str) -> Iterator[int]:
    """Yield where headings, rules, table cells and bullets begin, and where what follows them begins."""
    for match in LINE.finditer(text):
        start = match.start(match.lastgroup or 0)
        yield start
        if match["row"]:
            yield from (_skip_blanks(text, cell.end()) for cell in BAR.finditer(text, start + 1, match.end()))
        if not match["bullet"]:
            yield _skip_blanks(text, match.end())


def _skip_blanks(text: str, offset: int) -> int:
    while offset < len(text) and text[offset].isspace():
        offset += 1
    return offset
