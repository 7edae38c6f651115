"""The steps that make a text plain, in their order."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from msglint import budget
from msglint.disguise.addresses import addresses, spelled_hosts
from msglint.disguise.amounts import amounts
from msglint.disguise.glosses import glosses
from msglint.disguise.leet import leet
from msglint.disguise.letters import flags, spelled_out
from msglint.disguise.named import NamedWords
from msglint.disguise.numbers import numbers
from msglint.disguise.pieces import accented, broken, parted
from msglint.disguise.plain import Plain, Rewrite
from msglint.disguise.separators import Spans, separated
from msglint.disguise.spellings import SpelledWords, StandsAlone
from msglint.disguise.words import Words
from msglint.finders.services import by_word

if TYPE_CHECKING:
    from msglint.packs.model import Spellings
    from msglint.text.fold import View

Step = Callable[[Plain], Iterable[Rewrite]]


class Decipherer:
    """Makes folded texts plain; knows the literals of all rules. Immutable, so that threads may share it."""

    def __init__(
        self, literals: Iterable[str], spans: Spans, spellings: Spellings, stands_alone: StandsAlone
    ) -> None:
        """Prepare the steps.

        `literals` are those of all rules, `spans` finds them in a folded text, `stands_alone` tells whether a
        stretch of one is torn out of longer words.
        """
        words = Words([*literals, *by_word()])
        chinese = SpelledWords(spellings, stands_alone)
        self.named = NamedWords(spellings.named)
        self._steps: tuple[Step, ...] = (
            glosses,
            lambda plain: flags(plain, words),
            lambda plain: accented(plain, words),
            spelled_hosts,
            lambda plain: spelled_out(plain, words),
            lambda plain: leet(plain, words),
            lambda plain: broken(plain, words),
            lambda plain: parted(plain, words),
            lambda plain: separated(plain, spans, chinese, stands_alone),
            lambda plain: chinese.find(plain.text),
            # A companion may be disguised too: `jia我V`.
            lambda plain: chinese.find_near(plain.text, (mark[:2] for mark in plain.marks)),
            numbers,
            amounts,
            addresses,
        )

    def decipher(self, view: View) -> Plain | None:
        """Return a folded text with its disguised words written plainly; None if it holds none."""
        plain = Plain(view.text, view.offsets)
        for step in self._steps:
            budget.check()
            plain = plain.rewritten(step(plain))
        return plain if plain.marks else None
