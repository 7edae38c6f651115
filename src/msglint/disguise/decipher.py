"""The steps that make a text plain, in their order."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from msglint.disguise.leet import leet
from msglint.disguise.letters import broken, parted, spelled_out
from msglint.disguise.plain import Plain, Rewrite
from msglint.disguise.words import Words
from msglint.finders.services import by_word
from msglint.text.fold import View

Step = Callable[[Plain], Iterable[Rewrite]]


class Decipherer:
    """Makes folded texts plain; knows the literals of all rules. Immutable, so that threads may share it."""

    def __init__(self, literals: Iterable[str]) -> None:
        words = Words([*literals, *by_word()])
        self._steps: tuple[Step, ...] = (
            lambda plain: spelled_out(plain, words),
            lambda plain: leet(plain, words),
            lambda plain: broken(plain, words),
            lambda plain: parted(plain, words),
        )

    def decipher(self, view: View) -> Plain | None:
        """Return a folded text with its disguised words written plainly; None if it holds none."""
        plain = Plain(view.text, view.offsets)
        for step in self._steps:
            plain = plain.rewritten(step(plain))
        return plain if plain.marks else None
