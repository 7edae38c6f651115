"""`msglint pack`: the packs there are, and what changed between two states of packs."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from msglint.cli import options, terminal
from msglint.cli.layout import columns, hanging
from msglint.reports.rulepage import comes_from
from msglint.reports.words import preferred_language, say

if TYPE_CHECKING:
    from msglint.packs.model import Pack, Rule, Ruleset
    from msglint.reports.pack_diff import Change, PackDiff


@click.group(name="pack")
def command() -> None:
    """List packs, or say what changed between two states of packs."""


@command.command(name="list")
@options.packs
@options.lang
def list_packs(packs: tuple[str, ...], lang: str | None) -> int:
    """List all packs, with their version and where each comes from.

    These are the packs of msglint, of installed packages, and those of the nearest configuration.
    """
    lang = lang or preferred_language()
    found = _everything(packs).packs
    click.echo("\n".join(columns([_row(pack, lang) for pack in found])))
    click.echo("\n" + say(lang, "packs.count", n=len(found)))
    return 0


def _everything(packs: Sequence[str]) -> Ruleset:
    from msglint.config.discovery import Configs
    from msglint.packs.files import chosen_files
    from msglint.packs.installed import installed
    from msglint.packs.library import read_library
    from msglint.packs.loader import load

    if packs:
        return load(packs)
    configured = Configs().of(Path("*")).packs or ()
    return read_library(chosen_files((*configured, *installed())))


def _row(pack: Pack, lang: str) -> tuple[str, ...]:
    return (
        pack.id + (say(lang, "rules.optional") if pack.optional else ""),
        pack.version or "",
        say(lang, "rules.count", n=len(pack.rules)).rstrip(".。"),
        ", ".join(pack.collections),
        comes_from(pack),
    )


@command.command(name="diff")
@click.argument("old")
@click.argument("new")
@click.option(
    "--format", "form", type=options.OneOf(("text", "json")), default="text", help="Form of the result."
)
@options.lang
def diff_packs(old: str, new: str, form: str, lang: str | None) -> int:
    """Say what changed for a user from OLD to NEW: names of packs or collections, or paths."""
    from msglint.reports.pack_diff import as_json, compare

    lang = lang or (preferred_language() if form == "text" else "en")
    diff = compare(_side(old), _side(new), lang)
    if form == "json":
        click.echo(json.dumps({"old": old, "new": new, **as_json(diff, lang)}, ensure_ascii=False, indent=2))
    else:
        click.echo("\n".join(_lines(diff, lang, terminal.line_width(sys.stdout))))
    return 0


def _side(written: str) -> Ruleset:
    """Return the packs that one side names; a whole set of rules is read by itself, without the shipped."""
    from msglint.packs.files import is_path, merged, set_files, shipped_files, user_files
    from msglint.packs.library import read_library
    from msglint.packs.loader import load

    if not is_path(written) and not Path(written).exists():
        return load([written])
    own = user_files(written)
    ruleset = read_library(merged(set_files(written) or shipped_files(), own))
    names = {file.pack for file in own}
    return replace(ruleset, packs=tuple(pack for pack in ruleset.packs if pack.id in names))


def _lines(diff: PackDiff, lang: str, limit: int) -> Iterator[str]:
    for sign, packs in (("+", diff.packs_added), ("-", diff.packs_removed)):
        yield from (f"{sign} {say(lang, 'diff.pack', n=name)}" for name in packs)
    for name, change in diff.versions.items():
        yield f"{name} {change.old or '?'} → {change.new or '?'}"
    for sign, rules in (("+", diff.added), ("-", diff.removed)):
        for rule in rules:
            yield from _rule(sign, rule, lang, limit)
    for name, changes in diff.changed.items():
        yield f"~ {name}"
        yield from (line for change in changes for line in _change(change, lang, limit))
    for item in diff.lexicons:
        yield f"~ {item.name} {say(lang, 'diff.used', n=len(item.rules))}"
        yield from _change(item.change, lang, limit)
    yield say(
        lang, "diff.summary", added=len(diff.added), removed=len(diff.removed),
        changed=len(diff.changed), lexicons=len(diff.lexicons),
    )  # fmt: skip


def _rule(sign: str, rule: Rule, lang: str, limit: int) -> Iterator[str]:
    head = f"{sign} {rule.id} · {say(lang, str(rule.severity))}: "
    yield from hanging(head, rule.message.render(lang, {}), limit)


def _change(change: Change, lang: str, limit: int) -> Iterator[str]:
    what = say(lang, "diff." + change.what.replace(" ", "_"))
    if change.added or change.removed:
        yield f"    {what}"
        for sign, texts in (("+", change.added), ("-", change.removed)):
            for text in texts:
                yield from hanging(f"      {sign} ", " ".join(text.split()), limit)
        return
    old, new = (" ".join((text or "–").split()) for text in (change.old, change.new))
    if change.what == "severity":
        old, new = say(lang, old), say(lang, new)
    yield from hanging(f"    {what}  ", f"{old} → {new}", limit)
