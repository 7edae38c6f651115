"""Statements and texts for the tests of the core, without packs and engine."""

from __future__ import annotations

from msglint.packs.model import Form, Part, Statement, Unit
from msglint.packs.phrases import Phrase, parse
from msglint.statements.languages import Wanted
from msglint.statements.outcome import VERBATIM, Flaw, Setting
from msglint.statements.verdict import judge
from msglint.statements.words import Words
from msglint.text.fold import fold
from msglint.text.units import unit_starts


class PlainText:
    """A segment as the core needs it."""

    def __init__(self, original: str) -> None:
        self.original = original
        self._view = fold(original)
        self.text = self._view.text

    def excerpt(self, start: int, end: int) -> str:
        first, last = self._view.offsets.span(start, end)
        return self.original[first:last]

    def unit_index(self, kind: str, offset: int) -> int:
        starts = map(self._view.offsets.derived, unit_starts(self.original, kind))
        return sum(1 for start in starts if start <= offset) - 1


def phrases(*texts: str) -> tuple[Phrase, ...]:
    return tuple(map(parse, texts))


def part(name: str, *texts: str, **more: object) -> Part:
    return Part(name, {"en": phrases(*texts)}, **more)  # type: ignore[arg-type]


SIGNAL = part("signal", "WARNING:", code="signal_word_missing", as_written=True)

CHOKING = Statement(
    "choking",
    (
        Form(
            "choking",
            (
                SIGNAL,
                part("hazard", "CHOKING HAZARD--"),
                part("small_parts", "Small parts."),
                part("age", "Not for children under 3 yrs."),
            ),
        ),
    ),
    Unit("block"),
)


def setting(*texts: str, match: str = VERBATIM, any_case: bool = False) -> Setting:
    words = Words([PlainText(text) for text in texts])
    return Setting(words, match, lambda _: True, lambda _: [], Unit("block"), any_case)


def flaws(
    *texts: str,
    statement: Statement = CHOKING,
    match: str = VERBATIM,
    any_case: bool = False,
    lang: str = "en",
) -> list[Flaw]:
    return judge(statement, Wanted((lang,)), setting(*texts, match=match, any_case=any_case))


def codes(*texts: str, **more: object) -> list[str]:
    return [flaw.code for flaw in flaws(*texts, **more)]  # type: ignore[arg-type]
