"""Rulesets with what they compile to, taken from the cache where nothing has changed since they were made."""

from __future__ import annotations

import gc
import hashlib
from contextlib import contextmanager
from functools import cached_property
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from msglint import cache
from msglint.collector import paused
from msglint.frozen import late
from msglint.packs import attributes
from msglint.packs.files import ATTRIBUTES, IMPRESSIONS, RuleFile, chosen_files
from msglint.packs.model import Ruleset
from msglint.shipped import files_in, rules_folder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from msglint.matching.compiler import Compiled

KIND = "rules"

COMPILING = ("packs", "matching", "statements", "text")
"""The packages whose code decides what is made of rule files."""


class Ready(NamedTuple):
    """A ruleset, what gives what it was compiled to, and a key for all that went into it (None: not known).

    From the cache they are read when they are first looked at.
    """

    ruleset: Ruleset
    compiled: Callable[[], Compiled]
    key: bytes | None = None


def ready(selection: Sequence[str] | None = None, *, cached: bool = True) -> Ready:
    """Return the chosen packs, compiled. See `packs.loader.load` for the choice and the errors raised.

    With `cached` they come from the cache folder if they are there as they are now, else are kept there.
    """
    key = _key(selection, chosen_files(selection)) if cached else None
    if key and cache.holds(KIND, key):
        kept = _Kept(selection, key)
        return Ready(late(Ruleset, {}, kept.field), kept.compiled, key)
    ruleset, made = _made(selection, key)
    return Ready(ruleset, lambda: made, key)


class _Kept:
    """What the cache holds under a key, made anew if the file is not what it should be."""

    def __init__(self, selection: Sequence[str] | None, key: bytes) -> None:
        self._selection = selection
        self._key = key

    @cached_property
    def _both(self) -> tuple[Ruleset, Compiled]:
        with _kept():
            known = cache.load(KIND, self._key)
            return _made(self._selection, self._key) if known is None else _from_plain(known)

    def field(self, name: str) -> dict[str, Any]:
        """Return a field of the ruleset, by its name."""
        return {name: getattr(self._both[0], name)}

    def compiled(self) -> Compiled:
        """Return what the ruleset was compiled to."""
        return self._both[1]


@contextmanager
def _kept() -> Iterator[None]:
    """Keep the garbage collector from ever looking at what is made here: it is much, and it stays."""
    with paused():
        yield
        gc.freeze()


def _made(selection: Sequence[str] | None, key: bytes | None) -> tuple[Ruleset, Compiled]:
    from msglint.impression import model
    from msglint.matching.compiler import compiled
    from msglint.packs.loader import load

    with _kept():
        ruleset = load(selection)
        made = compiled(ruleset)
        if key:
            cache.store(KIND, key, _to_plain(ruleset, made))
            attributes.keep()
            model.keep()
    return ruleset, made


def _key(selection: Sequence[str] | None, files: Sequence[RuleFile]) -> bytes | None:
    """Return the key of what the files hold; None if one cannot be read."""
    parts = [repr(None if selection is None else list(selection)).encode(), _code()]
    try:
        for file in files:
            parts += repr(file).encode(), hashlib.blake2b(file.path.read_bytes()).digest()
        parts += ((rules_folder() / name).read_bytes() for name in (ATTRIBUTES, IMPRESSIONS))
    except OSError:
        return None
    return cache.key_of(parts)


def _code() -> bytes:
    """Return what tells two states of the compiling code apart, in an installation and in a working copy."""
    package = Path(__file__).parent
    folders = (files_in(package / name, ".py") for name in COMPILING)
    return cache.states([*files_in(package, ".py", deep=False), *chain.from_iterable(folders)])


def _to_plain(ruleset: Ruleset, made: Compiled) -> tuple[Any, ...]:
    from msglint.packs.plain import to_plain

    return to_plain(ruleset), _in_runs(made)


def _from_plain(known: tuple[Any, ...]) -> tuple[Ruleset, Compiled]:
    from msglint.matching.compiler import Compiled
    from msglint.matching.joints import Joined
    from msglint.matching.waking import Graph
    from msglint.packs.plain import from_plain
    from msglint.statements.openings import Openings

    ruleset, made = known
    whole = Compiled(*_out_of_runs(made))
    whole = whole._replace(
        waking=Graph(*whole.waking), joined=Joined(*whole.joined), openings=Openings(*whole.openings)
    )
    return from_plain(ruleset), whole


NUMBERED, TEXTS = "numbered", "texts"
"""What stands first in a tuple that holds a table of pieces by number, or a list of texts, in runs."""

PARTING = "\0"


def _in_runs(value: Any) -> Any:
    """Return tables and lists as what is read at once, whatever they hold."""
    from msglint.matching.packed import numbered

    if isinstance(value, tuple):
        return tuple(map(_in_runs, value))
    if isinstance(value, dict) and all(isinstance(key, int) for key in value):
        return NUMBERED, *numbered(value).runs
    is_texts = isinstance(value, list) and all(
        isinstance(item, str) and PARTING not in item for item in value
    )
    return (TEXTS, PARTING.join(value)) if is_texts and value else value


def _out_of_runs(value: Any) -> Any:
    from msglint.matching.packed import Numbered

    match value:
        case (first, *runs) if first == NUMBERED:
            return Numbered(*runs)
        case (first, joined) if first == TEXTS:
            return joined.split(PARTING)
        case tuple():
            return tuple(map(_out_of_runs, value))
    return value
