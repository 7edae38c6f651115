"""In which languages a required text must stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msglint.statements.languages import Wanted, of_market
from msglint.statements.verdict import languages

if TYPE_CHECKING:
    from msglint.matching.document import DocumentReading
    from msglint.packs.conditions import Scenario
    from msglint.packs.model import RequireCheck, Statement

MARKET, TEXT = "market", "text"
"""Words that a rule may write instead of language codes."""


def wanted(
    check: RequireCheck, statement: Statement, document: DocumentReading, scenario: Scenario
) -> Wanted | None:
    """Return the languages that a rule asks for; None if they depend on a market that is not known."""
    market = scenario.values.get("market")
    if check.languages == (MARKET,):
        return of_market(str(market))
    if check.languages == (TEXT,):
        return _of_text(statement, document, str(market))
    return Wanted(check.languages)


def _of_text(statement: Statement, document: DocumentReading, market: str) -> Wanted:
    """Return the copy's own language as given; if it only shows from the text, the market's will do too."""
    given = document.document.context.lang
    if given:
        return Wanted((given.split("-")[0].lower(),))
    own = of_market(market)
    codes = [*(own.codes if own else ()), *([document.lang] if document.lang else [])]
    return Wanted(tuple(dict.fromkeys(codes)) or tuple(languages(statement)), is_all=False)
