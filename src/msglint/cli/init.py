"""`msglint init`: write a first configuration, the pre-commit entry and the CI step."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import click

from msglint import __version__
from msglint.cli import options
from msglint.cli.survey import CHANNELS, Guess, survey
from msglint.config.discovery import configuration_in
from msglint.config.model import NAME
from msglint.messages import Message
from msglint.reports.words import preferred_language, say

REPOSITORY = "https://github.com/msglint/msglint"

DEFAULT_CHANNEL = "message"
"""What is suggested for a folder whose name tells nothing."""

NOT_COPY = "none"
"""The answer for a folder that holds no copy."""

EXAMPLE = """\
  - {paths: "messages/**", channel: message, platform: amazon}
  - {paths: "cards/**", channel: insert, platform: amazon}
"""
"""The entries where there is no copy yet."""

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
  security-events: write
jobs:
  check:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
        with: {{fetch-depth: 0}}
      - uses: msglint/msglint@v{__version__}
"""

GITLAB = f"""\
msglint:
  image: python:3.12
  variables: {{MSGLINT_CACHE_DIR: .msglint-cache}}
  cache: {{key: msglint, paths: [.msglint-cache]}}
  script:
    - pip install msglint=={__version__}
    - msglint check --output gitlab=gl-code-quality.json --output html=msglint.html
  artifacts:
    when: always
    paths: [msglint.html]
    reports: {{codequality: gl-code-quality.json}}
"""


@click.command(name="init")
@click.option("--yes", is_flag=True, help="Ask nothing: take what the names of the folders suggest.")
@options.lang
def command(yes: bool, lang: str | None) -> int:
    """Write msglint.yaml, the pre-commit entry and the CI step, after a look at the repository.

    What exists is left as it is, and what to add to it is shown.
    """
    lang = lang or preferred_language()
    is_asked = not yes and sys.stdin.isatty()
    guesses = survey(Path())
    if is_asked:
        guesses = [_asked(guess, lang) for guess in guesses]
    configured = configuration_in(Path())
    for name, text in _files(guesses, lang).items():
        kept = configured.name if configured and name == NAME else name
        if kept == name and _write(Path(name), text):
            click.echo(say(lang, "init.written", n=name))
        else:
            click.echo(say(lang, "init.kept", n=kept))
            click.echo("".join(f"    {line}" for line in text.splitlines(keepends=True)))
    return 0


def _asked(guess: Guess, lang: str) -> Guess:
    """Return a guess with the channel that the user names; an empty answer takes what was guessed."""
    known = (*(name for name, _ in CHANNELS), NOT_COPY)
    told = say(lang, "list").join(f"{name} ({say(lang, f'init.{name}')})" for name in known)
    question = say(lang, "init.ask", glob=guess.glob, n=guess.files, known=told)
    choice = click.Choice(known)
    answer = click.prompt(question, guess.channel or DEFAULT_CHANNEL, type=choice, show_choices=False)
    return replace(guess, channel=answer)


def _files(guesses: Sequence[Guess], lang: str) -> Mapping[str, str]:
    entries = "".join(map(_entry, guesses)) or EXAMPLE
    step = {".gitlab-ci.yml": GITLAB} if _is_gitlab() else {".github/workflows/msglint.yml": WORKFLOW}
    return {
        NAME: f"# {say(lang, 'init.comment')}\nfiles:\n{entries}",
        ".pre-commit-config.yaml": PRE_COMMIT,
        **step,
    }


def _entry(guess: Guess) -> str:
    """Return the entry of `files:` for a folder; of one that is no copy, a comment."""
    if guess.channel == NOT_COPY:
        return f"  # {guess.glob}\n"
    told = {"channel": guess.channel, "platform": guess.platform or "amazon", "market": guess.market}
    values = "".join(f", {name}: {value}" for name, value in told.items() if value)
    return f"  - {{paths: {json.dumps(guess.glob, ensure_ascii=False)}{values}}}\n"


def _is_gitlab() -> bool:
    """Whether the repository lives on GitLab, as its files or its remote say."""
    if Path(".gitlab-ci.yml").exists():
        return True
    config = Path(".git/config")
    return config.is_file() and "gitlab" in config.read_text("utf-8", "replace")


def _write(path: Path, text: str) -> bool:
    """Write a new file; False if there is one already."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError:
        return False
    except OSError as error:
        raise click.UsageError(Message("cannot write “{}”: {}", path, error.strerror)) from error
    return True
