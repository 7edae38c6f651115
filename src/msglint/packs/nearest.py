"""What an author may have meant by a name that does not exist."""

from __future__ import annotations

from collections.abc import Iterable

from msglint.messages import Message

SHOWN = 12
"""Names that a message lists at most."""

LONGEST = 60
"""Characters of a stranger's text that a message quotes."""


def quoted(text: str) -> str:
    """Return a text in quotation marks, cut where it is long."""
    line = " ".join(text[: LONGEST + 1].split())
    return f"“{line[:LONGEST]}…”" if len(text) > LONGEST else f"“{line}”"


def nearest(name: str, known: Iterable[str]) -> str | None:
    """Return the known name most like `name`, None if none is much like it."""
    from difflib import get_close_matches

    folded = {item.lower(): item for item in known}
    close = get_close_matches(name[:LONGEST].lower(), folded, 1, cutoff=0.6)
    return folded[close[0]] if close else None


def hint(name: str, known: Iterable[str]) -> str:
    """Return the end of a message about an unknown name: what it may have meant or what there is."""
    names = sorted(set(known))
    meant = nearest(name, names)
    if meant is not None:
        return Message("did you mean “{}”?", meant)
    if not names:
        return Message("none is known")
    more = ", ..." if len(names) > SHOWN else ""
    return Message("expected one of {}", ", ".join(names[:SHOWN]) + more)
