"""The terminal: its encoding, width and colours."""

from __future__ import annotations

import os
import sys
from io import TextIOWrapper
from typing import TextIO

WIDEST = 110
"""Cells that a line has at most, however wide the terminal is."""

PLAIN_WIDTH = 100
"""Cells of a line where there is no terminal."""


def speak_utf8() -> None:
    """Make the standard streams UTF-8, whatever the machine prefers; what UTF-8 cannot say is escaped."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def drop_output() -> None:
    """Send what is still to be written nowhere, so that leaving the program does not fail again."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())


def line_width(stream: TextIO) -> int:
    """Return the cells of a line."""
    if not stream.isatty():
        return PLAIN_WIDTH
    import shutil  # Much code, for a terminal alone.

    return min(shutil.get_terminal_size().columns, WIDEST)


def safe(text: str) -> str:
    """Return text whose lines cannot move the cursor or change the terminal; what could shows as signs."""
    from msglint.reports.display import visible

    return "".join(f"{visible(line)}\n" for line in text.splitlines())


def has_color(stream: TextIO, choice: str) -> bool:
    """Say whether to write colours: `always`, `never`, or `auto`: on a terminal, unless NO_COLOR is set."""
    if choice != "auto":
        return choice == "always"
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
