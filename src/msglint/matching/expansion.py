"""Taking phrases apart before they are compiled: runs between gaps, and the ways to read a run."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from msglint.packs.phrases import Choice, Gap, Item, Literal, Stem, TypeRef, blank_before

MAX_READINGS = 16
"""Ways to read a stretch of a phrase, above which it is matched piece by piece."""


def runs_of(items: tuple[Item, ...]) -> list[list[Item]]:
    """Return the stretches between the gaps of a phrase."""
    runs: list[list[Item]] = [[]]
    for item in items:
        if isinstance(item.node, Gap):
            runs.append([])
        else:
            runs[-1].append(item)
    return runs


class Stretch(NamedTuple):
    """Readings of a stretch of a run that have blanks at the same edges; without texts it is left out."""

    blank_before: bool
    blank_behind: bool
    texts: tuple[str, ...]


def expansions(items: list[Item]) -> list[list[str]]:
    """Return a run as stretches, each with every way to read it; blanks at the edges of a text count.

    Alternatives that stand side by side are multiplied out while there are few readings, so that short
    words are found together with their neighbours; a long product is cut into stretches instead.
    """
    stretches: list[list[str]] = [[""]]
    for item in items:
        options = item.node.options if isinstance(item.node, Choice) else (_notation(item),)
        chosen = [blank_before(item, option) + option for option in options]
        if len(stretches[-1]) * len(chosen) > MAX_READINGS and stretches[-1] != [""]:
            stretches.append([""])
        stretches[-1] = [text + option for text in stretches[-1] for option in chosen]
    return stretches


def by_edges(texts: Sequence[str]) -> list[Stretch]:
    """Return the readings of a stretch, grouped by the blanks at their edges."""
    groups: dict[tuple[bool, bool, bool], dict[str, None]] = {}
    for text in texts:
        core = " ".join(text.split())
        key = (text.startswith(" "), text.endswith(" "), not core)
        groups.setdefault(key, {})[core] = None
    return [
        Stretch(before, behind, () if empty else tuple(cores))
        for (before, behind, empty), cores in groups.items()
    ]


def _notation(item: Item) -> str:
    match item.node:
        case Literal(text):
            return text
        case Stem(text):
            return f"{text}*"
        case TypeRef(name):
            return f"<{name}>"
        case other:
            return str(other)
