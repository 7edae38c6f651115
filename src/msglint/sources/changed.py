"""Which files have changed since a revision, as git tells: committed, staged, edited or new."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from msglint.errors import MsglintError
from msglint.messages import Message

REFUSALS = {
    "rev-parse": "git reads no repository here: run msglint inside one: {}",
    "merge-base": "no such revision, or one without common history: fetch it first (git fetch): {}",
}
"""What it means that a command of git fails, before git's own words."""


def changed_since(revision: str, folder: Path) -> set[Path]:
    """Return the absolute paths of files that differ from where `folder`'s branch left a revision.

    Deleted files are left out, files that git does not track yet (and does not ignore) are in. Raises
    MsglintError if there is no git, no repository or no such revision.
    """
    if revision.startswith("-"):
        raise MsglintError(Message("“{}” is no revision", revision))
    top = Path(os.fsdecode(_git(folder, "rev-parse", "--show-toplevel").rstrip(b"\n")))
    base = _git(folder, "merge-base", revision, "HEAD").strip().decode()
    changed = _git(top, "diff", "--name-only", "-z", "--no-renames", "--diff-filter=d", base, "--")
    new = _git(top, "ls-files", "--others", "--exclude-standard", "-z")
    return {top / os.fsdecode(name) for name in (changed + new).split(b"\0") if name}


def _git(folder: Path, *arguments: str) -> bytes:
    try:
        done = subprocess.run(["git", "-C", str(folder), *arguments], capture_output=True, check=False)
    except OSError as error:
        raise MsglintError(Message("git cannot be run: {}", error.strerror)) from error
    if done.returncode:
        reason = done.stderr.decode("utf-8", "replace").strip().splitlines()
        said = reason[0] if reason else "no common history"
        raise MsglintError(Message(REFUSALS.get(arguments[0], "git fails: {}"), said))
    return done.stdout
