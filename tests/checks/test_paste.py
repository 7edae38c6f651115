"""What a label rule tells its reader to paste satisfies that rule, in every market of its context."""

from __future__ import annotations

from dataclasses import replace

import pytest

from msglint.document import Context, Document
from msglint.packs.markets import expand
from msglint.packs.model import Example, RequireCheck, Rule
from msglint.prove import example_context
from msglint.violation import Severity, Violation

from .labels import engine, ruleset

BLANKS = ("[…]", "<")
"""Signs of a text that its reader has to fill in first."""

RULES = [rule for rule in ruleset().rules if isinstance(rule.check, RequireCheck)]


def contexts(example: Example) -> list[Context]:
    """Return the example's context, one for each market; an EU country stands for all of them."""
    context = example_context(example.context)
    union = expand(("EU",))
    markets = union if set(context.markets) & set(union) else context.markets
    return [replace(context, markets=(market,)) for market in markets]


def found(rule: Rule, text: str, context: Context) -> list[Violation]:
    violations = engine().judge(Document.from_text(text, context), only=rule).violations
    return [item for item in violations if item.rule == rule.id and item.severity > Severity.INFO]


@pytest.mark.parametrize("rule", RULES, ids=[str(rule.id) for rule in RULES])
def test_the_suggested_text_passes(rule: Rule) -> None:
    for example in rule.examples:
        for context in contexts(example) if example.flag else ():
            for violation in found(rule, example.text, context):
                paste = str(violation.arguments["statement"])
                if not any(sign in paste for sign in BLANKS):
                    assert not found(rule, paste, context), (context.markets, paste)
