"""The options of `check`."""

from __future__ import annotations

from collections.abc import Callable
from gettext import gettext as _
from pathlib import Path
from typing import Any

import click

from msglint.cli import options
from msglint.cli.options import OneOf, pairs
from msglint.frozen import Frozen
from msglint.reports import FORMATS
from msglint.violation import Severity

SEVERITIES = tuple(str(severity) for severity in reversed(Severity))


class CheckOptions(Frozen):
    """What the command line of `check` says; None and empty mean that it does not say."""

    paths: tuple[str, ...] = ()
    format: str = "text"
    outputs: tuple[tuple[str, str], ...] = ()
    channel: str | None = None
    platform: str | None = None
    markets: tuple[str, ...] = ()
    text_lang: str | None = None
    product: tuple[tuple[str, str], ...] = ()
    message: tuple[tuple[str, str], ...] = ()
    as_of: str | None = None
    packs: tuple[str, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fail_on: str | None = None
    lang: str | None = None
    config: Path | None = None
    exclude: tuple[str, ...] = ()
    stdin_filename: str | None = None
    encoding: str | None = None
    changed_since: str | None = None
    dpi: float | None = None
    jobs: int | None = None
    no_cache: bool = False
    profile: bool = False
    allow_empty: bool = False
    fix: bool = False
    diff: bool = False
    unsafe_fixes: bool = False
    baseline: Path | None = None
    no_baseline: bool = False
    show_suppressed: bool = False
    redact: bool | None = None
    quiet: bool = False
    verbose: bool = False
    color: str = "auto"


def _encoding(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:  # noqa: ARG001
    if value is None:
        return None
    from msglint.config.values import is_text_encoding

    if not is_text_encoding(value):
        wrong = _("“{value}”: expected a name such as gb18030, big5 or cp1252")
        raise click.BadParameter(wrong.format(value=value))
    return value


_DECLARED = (
    click.argument("paths", nargs=-1),
    click.option("--format", type=OneOf(FORMATS), default="text", help="Report on standard output."),
    click.option(
        "--output", "outputs", callback=pairs("FORMAT=FILE", FORMATS), multiple=True, metavar="FORMAT=FILE",
        help="Write a report to a file as well.",
    ),
    click.option("--channel", metavar="NAME", help="What the copy is: message, insert, label, package, ..."),
    click.option("--platform", metavar="NAME", help="Where it is sold: amazon, ebay, ..."),
    click.option(
        "--market", "markets", multiple=True, metavar="CODE", help="Where the offer is made: US, DE, EU, ..."
    ),
    click.option("--text-lang", metavar="CODE", help="Language of the copy (else it is detected)."),
    click.option(
        "--product", callback=pairs("NAME=VALUE"), multiple=True, metavar="NAME=VALUE",
        help="What is known about the product: is_toy=true.",
    ),
    click.option(
        "--message", callback=pairs("NAME=VALUE"), multiple=True, metavar="NAME=VALUE",
        help="What is known about the message: proactive=true.",
    ),
    click.option("--as-of", metavar="DATE", help="The day by whose rules to judge: 2027-10-01."),
    options.packs,
    click.option(
        "--select", multiple=True, metavar="NAME", help="Use only these rules, packs or categories."
    ),
    click.option(
        "--ignore", multiple=True, metavar="NAME", help="Leave out these rules, packs or categories."
    ),
    click.option(
        "--fail-on", type=OneOf(SEVERITIES), help="From which severity on to end with 1 (default: error)."
    ),
    options.lang,
    options.config,
    click.option("--exclude", multiple=True, metavar="GLOB", help="Never check these files."),
    click.option("--stdin-filename", metavar="NAME", help="What to call standard input, and how to read it."),
    click.option(
        "--encoding", callback=_encoding, metavar="NAME", help="Encoding of files that are not UTF-8."
    ),
    click.option(
        "--dpi", type=click.FloatRange(10, 10_000), metavar="N",
        help="Dots per inch of pictures, to measure print sizes (else as they say themselves).",
    ),
    click.option(
        "--changed-since", metavar="REV", help="Check only files that changed since this git revision."
    ),
    click.option(
        "--jobs", "-j", type=click.IntRange(1), metavar="N",
        help="Worker processes (default: one for each processor once there is much to judge).",
    ),
    click.option("--no-cache", is_flag=True, help="Neither use nor keep compiled packs and earlier results."),
    click.option("--profile", is_flag=True, help="Say on standard error which rules and files cost most."),
    click.option("--fix", is_flag=True, help="Put right what can be put right safely, and write the files."),
    click.option("--diff", is_flag=True, help="Show what --fix would change, as a diff; write nothing."),
    click.option(
        "--unsafe-fixes", is_flag=True, help="With --fix or --diff: also what may change what is said."
    ),
    click.option("--allow-empty", is_flag=True, help="It is no error to find nothing to check."),
    click.option(
        "--baseline", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE",
        help="Accepted violations (default: .msglint-baseline.jsonl beside msglint.yaml).",
    ),
    click.option("--no-baseline", is_flag=True, help="Let accepted violations count as well."),
    click.option("--show-suppressed", is_flag=True, help="Show also what is suppressed, by whom and why."),
    click.option(
        "--redact/--no-redact", default=None,
        help="Mask e-mails, phone numbers, accounts and order ids (default: in sarif, github, html).",
    ),
    click.option("--quiet", "-q", is_flag=True, help="Show what was found and nothing else."),
    click.option("--verbose", "-v", is_flag=True, help="Show also what is clean and what was left out."),
    click.option("--color", type=OneOf(("auto", "always", "never")), default="auto", help="Use colours."),
)  # fmt: skip


def check_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options of CheckOptions."""
    for declare in reversed(_DECLARED):
        command = declare(command)
    return command
