"""One linter for each configuration, with what the command line chooses."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from gettext import gettext as _
from typing import TYPE_CHECKING

import click

from msglint import reserved, results
from msglint.cli.speech import hinted
from msglint.errors import InvalidFileError, MsglintError, Problem
from msglint.linter import Linter
from msglint.messages import Message
from msglint.packs.nearest import hint, quoted
from msglint.packs.places import at
from msglint.ready import Ready, ready
from msglint.text.placeholders import DEFAULT_PATTERNS

if TYPE_CHECKING:
    from msglint.cli.check_options import CheckOptions
    from msglint.config.model import Config
    from msglint.engine import Overrides
    from msglint.packs.model import Pack, Rule, Ruleset, SourceText
    from msglint.violation import Severity

OWN_RULES = tuple(reserved.RULES)
"""Rules that no pack holds."""


class Linters:
    """Makes linters and keeps them."""

    def __init__(self, options: CheckOptions) -> None:
        self.options = options
        self._made: dict[str | None, Linter] = {}
        self._known: dict[Sequence[str] | None, Ready] = {}
        self._keys: dict[str | None, bytes | None] = {}

    def of(self, config: Config) -> Linter:
        """Return the linter for the files of a configuration.

        Raises InvalidFileError for what is wrong with the configuration or its packs, and a click.UsageError
        for what is wrong with the command line.
        """
        if config.source not in self._made:
            ruleset, compiled, key = self._ready(config)
            _prove_names(config, ruleset)
            numbers: dict[str, Mapping[str, float]] = {
                rule: setting.parameters for rule, setting in config.rules.items()
            }
            if numbers:
                from msglint.packs.tuning import tuned

                ruleset = tuned(ruleset, numbers)
            overrides = {**_configured(config), **self._chosen(ruleset, config)}
            placeholders = DEFAULT_PATTERNS if config.placeholders is None else config.placeholders
            self._made[config.source] = Linter(
                ruleset,
                overrides=overrides,
                placeholders=placeholders,
                compiled=compiled,
                seconds=config.bounds.seconds,
            )
            settings = sorted(overrides.items()), placeholders, sorted(numbers.items())
            self._keys[config.source] = key and results.rules_key(key, settings)
        return self._made[config.source]

    def key(self, config: Config) -> bytes | None:
        """Return what the verdicts of a configuration's linter are kept under, None if they are not kept."""
        self.of(config)
        return None if self.options.profile else self._keys[config.source]

    def _ready(self, config: Config) -> Ready:
        packs = self.options.packs or config.packs
        if packs not in self._known:
            try:
                self._known[packs] = ready(packs, cached=not self.options.no_cache)
            except InvalidFileError:
                raise
            except MsglintError as error:
                if self.options.packs or config.source is None:
                    raise click.UsageError(error.message) from error
                raise InvalidFileError([Problem(config.source, 0, 0, error.message)]) from error
        return self._known[packs]

    def _chosen(self, ruleset: Ruleset, config: Config) -> Overrides:
        """Return the rules that --select and --ignore switch off, and those that --select names, on."""
        select, ignore = set(self.options.select), set(self.options.ignore)
        if not (select or ignore):
            return {}
        _prove_choice(select | ignore, ruleset)
        names = {rule.id: _names(pack, rule) for pack in ruleset.packs for rule in pack.rules}
        names |= {rule: {rule, "msglint", "context"} for rule in OWN_RULES}
        kept = {rule for rule, own in names.items() if (not select or own & select) and not own & ignore}
        if select and not kept:
            raise click.UsageError(_("--select and --ignore leave no rule of the packs in use"))
        named = [rule for rule in ruleset.rules if rule.id in kept & select and _is_off(config, rule.id)]
        return {**{rule.id: rule.severity for rule in named}, **dict.fromkeys(names.keys() - kept)}


def _names(pack: Pack, rule: Rule) -> set[str]:
    """Return the names by which a rule can be chosen, also those of the rules that it was made from."""
    bases = (name for base in rule.extends for name in (str(base), base.partition("/")[0]))
    return {rule.id, pack.id, *pack.collections, rule.category, *bases}


def _configured(config: Config) -> dict[str, Severity | None]:
    """Return what a configuration says of severities; a rule of which it sets a number only keeps its own."""
    return {
        rule: setting.severity for rule, setting in config.rules.items() if setting.off or setting.severity
    }


def _is_off(config: Config, rule: str) -> bool:
    return any(name == rule and setting.off for name, setting in config.rules.items())


def _prove_choice(chosen: Iterable[str], ruleset: Ruleset) -> None:
    unknown = sorted(set(chosen) - _all_names(ruleset, chosen))
    if unknown:
        known = _all_names(ruleset, unknown)
        meant = hinted(unknown[0], known)
        said = _("no rule, pack or category {name}: {hint}")
        raise click.UsageError(said.format(name=quoted(unknown[0]), hint=meant))


def _all_names(ruleset: Ruleset, asked: Iterable[str]) -> set[str]:
    """Return the names of the rules in use; if these lack something that is asked, of all shipped rules."""
    names = {*OWN_RULES, "msglint", "context", *_names_in(ruleset)}
    if names >= set(asked):
        return names
    from msglint.packs.loader import load_everything

    return names | _names_in(load_everything())


def _names_in(ruleset: Ruleset) -> set[str]:
    return {name for pack in ruleset.packs for rule in pack.rules for name in _names(pack, rule)}


def _prove_names(config: Config, ruleset: Ruleset) -> None:
    """Raise InvalidFileError if a configuration speaks of rules that do not exist, or no longer stand."""
    asked = [*config.rules, *(entry.rule for entry in config.suppress)]
    if not asked:
        return
    known = _all_names(ruleset, asked)
    problems = [_unknown(rule, known) for rule in asked if rule not in known]
    problems += [*_replaced(config.rules, ruleset), *_wrong_numbers(config)]
    if problems:
        raise InvalidFileError(problems)


def _replaced(rules: Iterable[SourceText], ruleset: Ruleset) -> Iterator[Problem]:
    """Yield what is wrong with settings of rules for which others stand in altogether."""
    ids = {rule.id for rule in ruleset.rules}
    made = {base: rule.id for rule in ruleset.rules for base in rule.extends}
    for rule in rules:
        if rule in made and rule not in ids:
            yield at(rule, Message("“{}” stands in the place of “{}”: set that one", made[rule], rule))


def _wrong_numbers(config: Config) -> Iterator[Problem]:
    """Yield the numbers that a configuration sets for the engine's own rules, which these do not have."""
    from msglint.packs.tuning import no_number

    for rule, setting in config.rules.items():
        there = reserved.NUMBERS.get(rule, {})
        for name in setting.parameters if rule in reserved.RULES else ():
            if name not in there:
                yield no_number(rule, name, there)


def _unknown(rule: SourceText, known: Iterable[str]) -> Problem:
    ids = [name for name in known if "/" in name]
    return at(rule, Message("unknown rule {}: {}", quoted(rule), hint(rule, ids)))
