"""Fixes as a unified diff, which `patch` and `git apply` take."""

from __future__ import annotations

import re
from difflib import unified_diff

LINE = re.compile(r"[^\n]*\n|[^\n]+")
UNENDED = "\n\\ No newline at end of file\n"


def unified(source: str, before: str, after: str) -> str:
    """Return the diff of a file, with its name on both sides; empty if nothing changed."""
    lines = unified_diff(LINE.findall(before), LINE.findall(after), source, source)
    return "".join(line if line.endswith("\n") else line + UNENDED for line in lines)
