"""What judging a document comes to."""

from __future__ import annotations

from dataclasses import field
from typing import TYPE_CHECKING

from msglint.frozen import Frozen

if TYPE_CHECKING:
    from collections.abc import Mapping

    from msglint.violation import Violation


class Judgement(Frozen):
    """What came out for one document.

    `timeouts` names the rules that could not finish. `is_cut` tells that the time for the whole document was
    used up: there may be more violations. `costs` are the seconds that went into reading and into each rule.
    """

    violations: tuple[Violation, ...]
    timeouts: tuple[str, ...] = ()
    is_cut: bool = False
    costs: Mapping[str, float] = field(default_factory=dict, compare=False)

    @property
    def is_whole(self) -> bool:
        """Whether everything was judged."""
        return not self.timeouts and not self.is_cut
