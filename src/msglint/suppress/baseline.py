"""The baseline: the violations of a day that were accepted, so that only new ones count.

One JSON object a line, sorted: `{"path", "rule", "fingerprint", "accepted"}`. No text of the copy is kept.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field
from datetime import date
from pathlib import Path
from typing import NamedTuple

from msglint.config.paths import shown
from msglint.errors import InvalidFileError, MsglintError, Problem
from msglint.frozen import Frozen
from msglint.messages import Message

NAME = ".msglint-baseline.jsonl"


class Entry(NamedTuple):
    """An accepted violation: POSIX path from the configuration's folder, rule, fingerprint, day (ISO)."""

    path: str
    rule: str
    fingerprint: str
    accepted: str


class Baseline(Frozen):
    """The entries of a file, by fingerprint, with the line of each (from 1)."""

    source: str
    entries: Mapping[str, Entry] = field(default_factory=dict)
    lines: Mapping[str, int] = field(default_factory=dict)

    def gone(self, paths: Iterable[str], seen: Iterable[str]) -> list[Entry]:
        """Return the entries of the given paths whose fingerprints were not seen, in order."""
        checked, found = set(paths), set(seen)
        return sorted(e for e in self.entries.values() if e.path in checked and e.fingerprint not in found)


def load(path: Path) -> Baseline:
    """Return the baseline in a file. Raises InvalidFileError with everything that is wrong in it."""
    source = shown(path)
    try:
        text = path.read_text("utf-8")
    except UnicodeDecodeError as error:
        reason = Message("the baseline cannot be read: {}", "this is not UTF-8 text: save the file as UTF-8")
        raise InvalidFileError([Problem(source, 0, 0, reason)]) from error
    except OSError as error:
        raise InvalidFileError(
            [Problem(source, 0, 0, Message("the baseline cannot be read: {}", error.strerror))]
        ) from error
    problems: list[Problem] = []
    entries: dict[str, Entry] = {}
    lines: dict[str, int] = {}
    for number, line in enumerate(text.splitlines(), 1):
        entry = _entry(line)
        if entry:
            entries[entry.fingerprint] = entry
            lines[entry.fingerprint] = number
        elif line.strip():
            problems.append(Problem(source, number, 1, "not a baseline entry: run “msglint baseline” again"))
    if problems:
        raise InvalidFileError(problems)
    return Baseline(source, entries, lines)


def save(path: Path, entries: Iterable[Entry]) -> None:
    """Write a baseline, whole or not at all. Raises MsglintError if that cannot be done."""
    import json

    from msglint.files import write_atomically

    text = "".join(json.dumps(entry._asdict(), ensure_ascii=False) + "\n" for entry in sorted(entries))
    try:
        write_atomically(path, text.encode())
    except OSError as error:
        raise MsglintError(Message("cannot write “{}”: {}", shown(path), error.strerror)) from error


def _entry(line: str) -> Entry | None:
    import json

    try:
        entry = Entry(**json.loads(line))
        date.fromisoformat(entry.accepted)
    except (ValueError, TypeError):
        return None
    is_text = all(isinstance(value, str) for value in entry)
    return entry if is_text else None
