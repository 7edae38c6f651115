"""Rules that are like another: the same check and exceptions, under facts and words of their own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from msglint.messages import Message
from msglint.packs.model import SENTENCE, Case, Pack, Rule, Ruleset
from msglint.packs.nearest import hint, quoted
from msglint.packs.places import at

if TYPE_CHECKING:
    from msglint.errors import Problem


def likened(ruleset: Ruleset, problems: list[Problem]) -> Ruleset:
    """Return the ruleset with what each `like` names put in place; what is wrong goes to `problems`."""
    packs = {pack.id: pack for pack in ruleset.packs}
    known = {str(rule.id): rule for rule in ruleset.rules}

    def resolved(rule: Rule) -> Rule:
        if rule.like is None:
            return rule
        model = known.get(rule.like)
        if model is None:
            problems.append(
                at(rule.like, Message("unknown rule {}: {}", quoted(rule.like), hint(rule.like, known)))
            )
            return rule
        problems.extend(_wrong(rule.like, model, packs))
        return _shared(rule, model)

    return replace(
        ruleset,
        packs=tuple(replace(pack, rules=tuple(map(resolved, pack.rules))) for pack in ruleset.packs),
    )


def _wrong(name: str, model: Rule, packs: dict[str, Pack]) -> Iterator[Problem]:
    if model.like:
        yield at(name, Message("“{}” is itself like another rule: name “{}”", model.id, model.like))
    elif packs[model.pack].lexicons:
        yield at(
            name,
            Message("the pack “{}” has lexicons of its own: move them to a shared file first", model.pack),
        )


def _shared(rule: Rule, model: Rule) -> Rule:
    """Return a rule with the check and exceptions of its model; its own cases and exceptions stand first."""
    return replace(
        rule,
        pack=model.pack,
        check=model.check,
        gap=model.gap,
        not_inside=(*rule.not_inside, *model.not_inside),
        unless=model.unless,
        inside=model.inside,
        outside=model.outside,
        doubtful=model.doubtful,
        near=rule.near if rule.near != SENTENCE else model.near,
        disguised=model.disguised,
        fix=rule.fix or model.fix,
        cases=(*rule.cases, *(_bounded(case, rule) for case in model.cases)),
    )


def _bounded(case: Case, rule: Rule) -> Case:
    """Return a case of the model, without its words and no severer than the rule."""
    severity = min(case.severity, rule.severity) if case.severity else None
    return replace(case, severity=severity, message=None, suggest=None)
