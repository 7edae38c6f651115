"""Whether the rules that a configuration names exist."""

from __future__ import annotations

from collections.abc import Collection

from msglint.config.model import Config
from msglint.errors import Problem
from msglint.packs.nearest import hint, quoted


def unknown_rules(config: Config, known: Collection[str]) -> list[Problem]:
    """Return a problem for each rule id in the configuration that is not among the `known` ones."""
    named = (*config.rules, *(item.rule for item in config.suppress))
    return [
        Problem(rule.source, rule.line, rule.column, f"unknown rule {quoted(rule)}: {hint(rule, known)}")
        for rule in named
        if rule not in known
    ]
