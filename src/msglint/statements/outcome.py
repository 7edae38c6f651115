"""What judging a statement needs and what comes out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from msglint.frozen import Frozen
from msglint.statements.words import Range, Words

if TYPE_CHECKING:
    from msglint.packs.model import Condition, Form, Part, Unit
    from msglint.packs.phrases import Phrase
    from msglint.statements.wording import Wording
    from msglint.violation import Severity

VERBATIM, EQUIVALENT, ELEMENTS = "verbatim", "equivalent", "elements"

SIGNAL_MISSING = "signal_word_missing"
"""The code of the part that is a statement's signal word; such a part must stand in front of the others."""

BEGUN = 0.55
"""Share of a part's words that must be there to call it begun."""

MAX_EXTENT = 120
"""Words that a report marks as one stretch."""

MISSING, PART_MISSING = "missing", "part_missing"
LANGUAGE_WRONG, LANGUAGE_MISSING = "language_wrong", "language_missing"
WORDING, CASE, NOT_TOGETHER = "wording_altered", "case_wrong", "not_blocked_together"
MEANING, UNFILLED = "meaning_altered", "placeholder_unfilled"


class Setting(Frozen):
    """A document and how it is judged.

    `decide` says whether a condition holds (None: not known); `find` says where a phrase stands that is
    more than words. `together` is the unit that the parts must share.
    """

    words: Words
    match: str
    decide: Callable[[Condition], bool | None]
    find: Callable[[Phrase], list[Range]]
    together: Unit | None = None
    any_case: bool = False


class Found(Frozen):
    """A part that was found: where, which wording it answers, and the code of what is wrong with it.

    `is_known_error` tells that the pack lists the text as a wrong one; alone it does not begin a statement.
    """

    part: Part
    span: Range
    wording: Wording
    code: str | None = None
    is_known_error: bool = False


class Flaw(Frozen):
    """One thing that is wrong with a statement; `place` None means that nothing stands where it should."""

    code: str
    lang: str
    parts: tuple[str, ...] = ()
    expected: str = ""
    found: str = ""
    diff: str = ""
    place: Range | None = None
    severity: Severity | None = None


class Outcome(Frozen):
    """How a form of a statement fares in one language: what was found of it, and what is wrong.

    `share` is the share of its parts, the signal word apart, that were found (altered ones count).
    """

    form: Form
    lang: str
    found: tuple[Found, ...] = ()
    flaws: tuple[Flaw, ...] = ()
    share: float = 0.0

    @property
    def is_complete(self) -> bool:
        """Whether the statement stands there and nothing is wrong with it."""
        return bool(self.found) and not self.flaws

    @property
    def is_begun(self) -> bool:
        """Whether a part other than the signal word was found, or a text in place of the whole."""
        return self.share > 0

    @property
    def place(self) -> Range | None:
        """From the first to the last word that was found."""
        return extent_of(self.found) if self.found else None


def extent_of(found: Sequence[Found]) -> Range:
    """Return from where to where parts stand; of parts far apart, where the first stands."""
    spans = sorted(item.span for item in found)
    whole = Range(spans[0].first, max(span.last for span in spans))
    return whole if whole.last - whole.first <= MAX_EXTENT else spans[0]
