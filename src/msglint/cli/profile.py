"""`check --profile`: which rules and files took the time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from msglint.judgement import Judgement

if TYPE_CHECKING:
    from msglint.cli.court import Sentence

SHOWN = 15
"""Rows of each table."""


class Profile:
    """The seconds that rules and files took, summed over all processes."""

    def __init__(self) -> None:
        self.rules: defaultdict[str, float] = defaultdict(float)
        self.files: defaultdict[str, float] = defaultdict(float)

    def add(self, source: str, sentence: Sentence) -> None:
        """Count what judging a part of a file took."""
        self.files[source] += sentence.seconds
        for verdict in sentence.verdicts:
            if isinstance(verdict, Judgement):
                for name, seconds in verdict.costs.items():
                    self.rules[name] += seconds

    def lines(self, lang: str) -> Iterator[str]:
        """Yield two tables for people, in `lang`; what several rules need counts for the first that asks."""
        from msglint.cli.layout import columns
        from msglint.reports.words import say

        for title, costs in (("profile.rules", self.rules), ("profile.files", self.files)):
            total = sum(costs.values()) or 1.0
            ranked = sorted(costs.items(), key=lambda item: -item[1])[:SHOWN]
            rows = [(f"{n:.3f}", f"{n / total:.0%}", _named(name, lang)) for name, n in ranked]
            yield say(lang, title)
            yield from (f"  {line}" for line in columns(rows))


def _named(name: str, lang: str) -> str:
    from msglint.engine import READING
    from msglint.reports.words import say

    return say(lang, "profile.reading") if name == READING else name
