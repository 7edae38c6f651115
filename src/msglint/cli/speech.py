"""The language of the command line itself: help texts and wrong uses, ours and click's, through gettext."""

from __future__ import annotations

import copy
import gettext
import inspect
import os
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import TypeVar

import click

from msglint.messages import said
from msglint.packs.nearest import hint

DOMAIN = "msglint"
LOCALE = Path(__file__).parents[1] / "locale"
LANGUAGE = "LANGUAGE"
"""The variable that tells gettext which language to speak."""

C = TypeVar("C", bound=click.Command)


def speak(lang: str) -> None:
    """Make gettext, and so click, speak a language."""
    os.environ[LANGUAGE] = lang
    gettext.bindtextdomain(DOMAIN, LOCALE)
    gettext.textdomain(DOMAIN)


def hinted(name: str, known: Iterable[str]) -> str:
    """Return what an unknown name may have meant, in the language spoken."""
    return said(hint(name, known), os.environ.get(LANGUAGE, ""))


def translated(command: C) -> C:
    """Return a command whose help, with that of its options and commands, is in the language spoken."""
    spoken = copy.copy(command)
    spoken.help = _said(command.help)
    spoken.params = [_translated(param) for param in command.params]
    if isinstance(spoken, click.Group):
        spoken.commands = {name: translated(item) for name, item in spoken.commands.items()}
    return spoken


def _translated(param: click.Parameter) -> click.Parameter:
    if not isinstance(param, click.Option):
        return param
    spoken = copy.copy(param)
    spoken.help = _said(param.help)
    return spoken


def _said(text: str | None) -> str | None:
    return _catalogue(os.environ.get(LANGUAGE, "")).gettext(inspect.cleandoc(text)) if text else text


@cache
def _catalogue(lang: str) -> gettext.NullTranslations:
    """Return the catalogue of a language; `gettext` itself would look for the file for each text anew."""
    return gettext.translation(DOMAIN, LOCALE, [lang], fallback=True)
