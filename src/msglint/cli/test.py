"""`msglint test`: prove rule packs by their own examples and phrases."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import click

from msglint.cli import options, terminal
from msglint.cli.layout import hanging
from msglint.messages import said
from msglint.packs.model import SourceText
from msglint.reports.words import preferred_language, say

if TYPE_CHECKING:
    from msglint.packs.model import Ruleset
    from msglint.prove import Unproven


@click.command(name="test")
@click.argument("paths", nargs=-1, type=click.Path(exists=True))
@options.lang
def command(paths: tuple[str, ...], lang: str | None) -> int:
    """Prove the packs in PATHS, or all that come with msglint.

    Every example must come out as it says, and every phrase must fire on its own text.
    """
    from msglint.prove import prove

    lang = lang or preferred_language()
    ruleset, files = _chosen(paths)
    failed = prove(ruleset, files)
    for item in failed:
        click.echo("\n".join(_told(item, ruleset, lang)) + "\n")
    examples = sum(len(rule.examples) for rule in ruleset.rules)
    key = "test.failed" if failed else "test.passed"
    click.echo(say(lang, key, n=len(failed) or len(ruleset.rules), examples=examples))
    return int(bool(failed))


def _chosen(paths: Sequence[str]) -> tuple[Ruleset, set[str] | None]:
    """Return the packs that the paths hold, with all that packs share, and the files (None: all).

    Files without rules are welcome too. Raises InvalidFileError with everything that is wrong.
    """
    from msglint.packs.files import merged, shipped_files, user_files
    from msglint.packs.library import read_library
    from msglint.packs.loader import load_everything

    if not paths:
        return load_everything(), None
    own = [file for path in paths for file in user_files(path)]
    ruleset = read_library(merged(shipped_files(), own))
    names, files = {file.pack for file in own}, {file.source for file in own}
    return replace(ruleset, packs=tuple(pack for pack in ruleset.packs if pack.id in names)), files


def _told(item: Unproven, ruleset: Ruleset, lang: str) -> Iterator[str]:
    """Yield what is unproven: where it stands, the text that shows it, and why."""
    limit = terminal.line_width(sys.stdout)
    where = next((rule.id for rule in ruleset.rules if rule.id == item.subject), item.subject)
    place = f"{where.source}:{where.line}:{where.column}: " if isinstance(where, SourceText) else ""
    yield f"{place}{item.subject}"
    yield from hanging(f"  {say(lang, 'test.text')}  ", item.text, limit)
    yield from hanging(f"  {say(lang, 'why')}  ", said(item.reason, lang), limit)
