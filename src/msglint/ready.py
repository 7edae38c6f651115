"""Rulesets with what they compile to, taken from the cache where nothing has changed since they were made."""

from __future__ import annotations

import gc
import hashlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from msglint import cache
from msglint.matching.compiler import Compiled
from msglint.matching.waking import Graph
from msglint.packs.files import ATTRIBUTES, RuleFile, chosen_files
from msglint.packs.model import Ruleset
from msglint.shipped import rules_folder
from msglint.statements.openings import Openings

KIND = "rules"

COMPILING = ("packs", "matching", "statements", "text")
"""The packages whose code decides what is made of rule files."""


class Ready(NamedTuple):
    """A ruleset and what it was compiled to; `key` stands for all that went into it, None: not known."""

    ruleset: Ruleset
    made: Compiled
    key: bytes | None = None


def ready(selection: Sequence[str] | None = None, *, cached: bool = True) -> Ready:
    """Return the chosen packs, compiled. See `packs.loader.load` for the choice and the errors raised.

    With `cached` they come from the cache folder if they are there as they are now, else are kept there.
    """
    key = _key(selection, chosen_files(selection)) if cached else None
    with _no_collection():
        known = cache.load(KIND, key) if key else None
        if known is not None:
            return _from_plain(known)._replace(key=key)
        return _made(selection, key)


@contextmanager
def _no_collection() -> Iterator[None]:
    """Keep the garbage collector from looking at what is made here: it is much, and it stays."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if was_enabled:
            gc.enable()


def _made(selection: Sequence[str] | None, key: bytes | None) -> Ready:
    from msglint.matching.compiler import compiled
    from msglint.packs.loader import load

    ruleset = load(selection)
    made = compiled(ruleset)
    if key:
        cache.store(KIND, key, _to_plain(ruleset, made))
    return Ready(ruleset, made, key)


def _key(selection: Sequence[str] | None, files: Sequence[RuleFile]) -> bytes | None:
    """Return the key of what the files hold; None if one cannot be read."""
    parts = [repr(None if selection is None else list(selection)).encode(), _code()]
    try:
        for file in files:
            parts += repr(file).encode(), hashlib.blake2b(file.path.read_bytes()).digest()
        parts.append((rules_folder() / ATTRIBUTES).read_bytes())
    except OSError:
        return None
    return cache.key_of(parts)


def _code() -> bytes:
    """Return what tells two states of the compiling code apart, in an installation and in a working copy."""
    package = Path(__file__).parent
    files = [*package.glob("*.py"), *(path for name in COMPILING for path in (package / name).rglob("*.py"))]
    states = ((path.as_posix(), path.stat()) for path in sorted(files))
    return repr([(path, state.st_size, state.st_mtime_ns) for path, state in states]).encode()


def _to_plain(ruleset: Ruleset, made: Compiled) -> tuple[Any, ...]:
    from msglint.packs.plain import to_plain

    plain = made._replace(waking=tuple(made.waking), openings=tuple(made.openings))  # type: ignore[arg-type]
    return to_plain(ruleset), tuple(plain)


def _from_plain(known: tuple[Any, ...]) -> Ready:
    from msglint.packs.plain import from_plain

    ruleset, made = known
    whole = Compiled(*made)
    whole = whole._replace(waking=Graph(*whole.waking), openings=Openings(*whole.openings))
    return Ready(from_plain(ruleset), whole)
