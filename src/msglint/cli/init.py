"""`msglint init`: write a first configuration, the pre-commit entry and the CI step."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import click

from msglint import __version__
from msglint.cli import options
from msglint.reports.words import preferred_language, say

REPOSITORY = "https://github.com/msglint/msglint"

CONFIG = """\
# {comment}
files:
  - {{paths: "messages/**", channel: message, platform: amazon}}
  - {{paths: "cards/**", channel: insert, platform: amazon}}
"""

PRE_COMMIT = f"""\
repos:
  - repo: {REPOSITORY}
    rev: v{__version__}
    hooks:
      - id: msglint
"""

WORKFLOW = f"""\
name: msglint
on: [push, pull_request]
permissions:
  contents: read
jobs:
  check:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-python@v5
        with: {{python-version: "3.12"}}
      - run: pip install msglint=={__version__}
      - run: msglint check
"""


@click.command(name="init")
@options.lang
def command(lang: str | None) -> int:
    """Write msglint.yaml, the pre-commit entry and the CI step; what exists is left as it is."""
    lang = lang or preferred_language()
    for name, text in _files(lang).items():
        if _write(Path(name), text):
            click.echo(say(lang, "init.written", n=name))
        else:
            click.echo(say(lang, "init.kept", n=name))
            click.echo("".join(f"    {line}" for line in text.splitlines(keepends=True)))
    return 0


def _files(lang: str) -> Mapping[str, str]:
    return {
        "msglint.yaml": CONFIG.format(comment=say(lang, "init.comment")),
        ".pre-commit-config.yaml": PRE_COMMIT,
        ".github/workflows/msglint.yml": WORKFLOW,
    }


def _write(path: Path, text: str) -> bool:
    """Write a new file; False if there is one already."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError:
        return False
    except OSError as error:
        raise click.UsageError(f"cannot write “{path}”: {error.strerror}") from error
    return True
