"""Policy facts whose sources nobody has read for long: what rests on them may no longer be so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING

from msglint.reserved import NUMBERS, STALE_FACT, finding

if TYPE_CHECKING:
    from msglint.document import Place
    from msglint.packs.model import Fact, Ruleset
    from msglint.violation import Severity, Violation

NAMED = 5
"""Facts that a violation names."""


def stale(ruleset: Ruleset, today: date, days: float) -> list[Fact]:
    """Return the facts that rules cite and that were last checked more than `days` days ago, oldest first."""
    cited = {name for rule in ruleset.rules for name in rule.facts}
    known = [(fact.checked, fact) for fact in ruleset.facts.values() if fact.checked and fact.id in cited]
    old = [(checked, fact) for checked, fact in known if today.toordinal() - checked.toordinal() > days]
    return [fact for _, fact in sorted(old, key=lambda item: (item[0], item[1].id))]


def of_rules(
    ruleset: Ruleset,
    place: Place,
    numbers: Mapping[str, float],
    overrides: Mapping[str, Severity | None],
    today: date,
) -> Iterator[Violation]:
    """Yield the one violation about the stale facts behind the rules of a configuration, if there are any."""
    days = numbers.get("max", NUMBERS[STALE_FACT.id]["max"])
    found = stale(ruleset, today, days)
    if found:
        more = ", ..." if len(found) > NAMED else ""
        arguments = {
            "count": str(len(found)),
            "days": f"{days:g}",
            "oldest": str(found[0].checked),
            "names": ", ".join(fact.id for fact in found[:NAMED]) + more,
        }
        yield from finding(STALE_FACT, place, arguments, overrides)
