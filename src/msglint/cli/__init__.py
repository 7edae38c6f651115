"""The command line: one module a command, loaded when it is asked for."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from gettext import gettext as _
from importlib import import_module
from itertools import pairwise
from typing import Any, NoReturn

import click

from msglint import __version__
from msglint.cli import terminal
from msglint.cli.speech import hinted, speak, translated
from msglint.errors import MsglintError
from msglint.messages import Message, said

COMMANDS = ("check", "rules", "explain", "facts", "test", "schema", "config", "init", "baseline", "pack")
"""Names of the commands; each is the `command` of the module of that name."""

ERROR, CRASH, INTERRUPTED = 2, 3, 130


def asked_language(args: Sequence[str] | None) -> str:
    """Return the language in which to speak on standard error: that of `--lang`, else that of the locale."""
    from msglint.reports.words import LANGUAGES, preferred_language

    given = list(sys.argv[1:] if args is None else args)
    values = [value for name, value in pairwise(given) if name == "--lang"]
    values += [item.removeprefix("--lang=") for item in given if item.startswith("--lang=")]
    return next((value for value in values if value in LANGUAGES), preferred_language())


def _translated(error: click.ClickException, lang: str) -> click.ClickException:
    """Return an error whose message the catalogue has, in a language; another one as it is."""
    if not isinstance(error.message, Message):
        return error
    return click.UsageError(said(error.message, lang), getattr(error, "ctx", None))


class ClosedOutputError(Exception):
    """Whoever read the output has gone."""


class Msglint(click.Group):
    """A group whose commands return an exit status; expected errors end in 2, unexpected ones in 3."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """Return the names of the commands, the most used first."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Return a command; its module is imported now."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"{__name__}.{cmd_name}").command
        return translated(command)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command that the arguments name, or fail with the nearest name."""
        if args[0] not in COMMANDS and not args[0].startswith("-"):
            from msglint.packs.nearest import quoted

            unknown = _("no command {name}: {hint}")
            ctx.fail(unknown.format(name=quoted(args[0]), hint=hinted(args[0], COMMANDS)))
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; a closed output gets a name of its own, since click would end with 1."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError as error:
            raise ClosedOutputError from error

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write what the program is for."""
        click.Group.format_help_text(translated(self), ctx, formatter)

    def get_params(self, ctx: click.Context) -> list[click.Parameter]:
        """Return the options of the program itself."""
        return [*translated(self).params, *super().get_params(ctx)[len(self.params) :]]

    def main(
        self, args: Sequence[str] | None = None, prog_name: str | None = None, *__: Any, **extra: Any
    ) -> NoReturn:
        """Run the program and exit."""
        terminal.speak_utf8()
        speak(asked_language(args))
        sys.exit(self._status(args, prog_name or "msglint", extra))

    def _status(self, args: Sequence[str] | None, prog_name: str, extra: dict[str, Any]) -> int:
        try:
            return super().main(args, prog_name, **{**extra, "standalone_mode": False}) or 0
        except click.Abort:
            return INTERRUPTED
        except click.ClickException as error:
            _translated(error, asked_language(args)).show()
        except MsglintError as error:
            click.echo(error.said(asked_language(args)), err=True)
        except ClosedOutputError:
            terminal.drop_output()
        except Exception as error:  # whatever it is, it must not look like a verdict on the copy
            from msglint.cli import crash

            click.echo(crash.notice([crash.describe(error)], asked_language(args)), err=True)
            return CRASH
        return ERROR


@click.group(
    name="msglint",
    cls=Msglint,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, message="%(prog)s %(version)s")
def main() -> None:
    """Check buyer messages, insert cards and labels against marketplace policy."""
