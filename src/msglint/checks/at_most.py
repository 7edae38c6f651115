"""The `at_most` check: something that may be said only so often in a document."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from msglint.checks.match import Match
from msglint.matching.spans import longest

if TYPE_CHECKING:
    from msglint.matching.document import DocumentReading
    from msglint.packs.conditions import Scenario
    from msglint.packs.model import AtMostCheck, Rule


def find(check: AtMostCheck, rule: Rule, document: DocumentReading, scenario: Scenario) -> Iterator[Match]:
    """Yield every hit beyond the count, earlier ones from the context included; one a sentence counts."""
    earlier = scenario.values.get(check.earlier, 0) if check.earlier else 0
    count = earlier if isinstance(earlier, int) else 0
    for reading in document.readings:
        spans = longest(span for phrase in check.phrases for span in reading.find(phrase, rule))
        sentences = {reading.unit_index("sentence", span.start): span for span in reversed(spans)}
        for span in sorted(sentences.values()):
            count += 1
            if count > check.count:
                yield Match.at(reading, span)
