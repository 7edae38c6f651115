"""E-mail addresses, also where they are glued to Chinese text (`邮箱abc@qq.com联系`)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msglint.finders.hosts import MAX_HOST, known_part
from msglint.frozen import Frozen
from msglint.text.patterns import lazy_pattern

MAX_LOCAL = 64
LOCAL = lazy_pattern(r"[a-z0-9\ue000\u00df-\u024f._%+'~-]{1,64}$")
HOST = lazy_pattern(r"[a-z0-9\u00df-\u024f](?:[a-z0-9\u00df-\u024f.-]*[a-z0-9\u00df-\u024f])?")
NOT_FIRST = ".%+'~-"


class Email(Frozen):
    """An address; offsets are code points of the folded text, `text` is what stands there."""

    start: int
    end: int
    text: str


def find_emails(text: str) -> list[Email]:
    """Return the addresses in folded text, in order. Their domain has a known ending."""
    return list(_emails(text))


def find(text: str, _markets: tuple[str, ...] = ()) -> Iterable[tuple[int, int]]:
    """Yield the spans of the addresses."""
    return ((email.start, email.end) for email in _emails(text))


def _emails(text: str) -> Iterator[Email]:
    done, sign = 0, text.find("@")
    while sign >= 0:
        local = LOCAL.search(text[max(done, sign - MAX_LOCAL) : sign])
        host = HOST.match(text, sign + 1, sign + 1 + MAX_HOST)
        known = known_part(host[0]) if local and host and "." in host[0] else None
        name = local[0].lstrip(NOT_FIRST) if local else ""
        if known and name and not name.endswith("."):
            done = sign + 1 + len(known[0])
            yield Email(sign - len(name), done, text[sign - len(name) : done])
        sign = text.find("@", sign + 1)
