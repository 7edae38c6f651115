"""Links as people write them: with a scheme, with `www.`, as a bare host; also glued to Chinese text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import regex

from msglint.finders.bare_hosts import bare_hosts, han_suffix_end, is_ideographic, run_around
from msglint.finders.emails import find_emails
from msglint.finders.host_words import SCHEMES, SHORTENERS
from msglint.finders.hosts import MAX_HOST, known_part, registered_domain
from msglint.frozen import Frozen
from msglint.text.patterns import lazy_pattern, lazy_regex

MAX_USER = 80

SCHEME = lazy_pattern(f"({'|'.join(map(re.escape, SCHEMES))})://")
USER = lazy_pattern(rf"[a-z0-9._~%!$&'()*+,;=:-]{{1,{MAX_USER}}}@")
UNKNOWN_LABELS = lazy_pattern(r"(?:[a-z0-9-]*\ue000+[a-z0-9-]*\.)+")
IP = lazy_pattern(r"\d{1,3}(?:\.\d{1,3}){3}(?![\w.-]*\w)|\[[0-9a-f:.]{2,45}\]", re.ASCII)
TAIL = lazy_regex(
    r"""
    (?: : [0-9]{1,5} (?![0-9]) )?
    (?: [/?\#\ue000] (?: [,;] (?!https?://|www\.) | [\p{Latin}\p{N}\p{M}\ue000/?:@!$&'()*+=._~%\#-] )*+ )?
    """,
    regex.VERBOSE,
)
PORT = lazy_pattern(r"^:[0-9]+")
QUERY = lazy_pattern(r"[?#]")
TRAILING = ".,;:!?'*~-"


class Link(Frozen):
    """A link in folded text; offsets are code points, `text` is what stands there.

    `host` is as written, without port and user; `domain` is what someone registered (for an address or an
    unknown ending: the host itself); `scheme` is None if none is written; `path` has no query. `kinds` are of
    `bare` (no scheme), `short` (shortener or chat link), `idn`, `ip`.
    """

    start: int
    end: int
    text: str
    host: str
    domain: str
    scheme: str | None
    path: str
    kinds: frozenset[str]


def find_links(text: str) -> list[Link]:
    """Return the links in folded text, in order and disjoint; e-mail addresses are none."""
    if "." not in text and "://" not in text:
        return []
    links = list(_with_scheme(text)) if "://" in text else []
    taken = [(link.start, link.end) for link in links]
    taken += [(email.start, email.end) for email in find_emails(text)]
    for start, end in _free(sorted(taken), len(text)):
        links.extend(_bare(text, start, end))
    return sorted(links, key=lambda link: link.start)


def find(text: str, _markets: tuple[str, ...] = ()) -> Iterable[tuple[int, int]]:
    """Yield the spans of the links."""
    return ((link.start, link.end) for link in find_links(text))


def _free(taken: list[tuple[int, int]], length: int) -> Iterator[tuple[int, int]]:
    done = 0
    for start, end in [*taken, (length, length)]:
        if start > done:
            yield done, start
        done = max(done, end)


def _bare(text: str, low: int, high: int) -> Iterator[Link]:
    done = low
    for start, end in bare_hosts(text, low, high):
        if start >= done:
            link = _link(text, start, start, end, None, high)
            done = link.end
            yield link


def _with_scheme(text: str) -> Iterator[Link]:
    done = 0
    for scheme in SCHEME.finditer(text):
        if scheme.start() < done:
            continue
        user = USER.match(text, scheme.end())
        first = user.end() if user else scheme.end()
        unknown = UNKNOWN_LABELS.match(text, first)
        first = unknown.end() if unknown else first
        last = _host_end(text, first)
        real = registered_domain(text[first:last]) if unknown else last > first
        if real and not text.startswith("://", last):
            link = _link(text, scheme.start(), first, last, scheme[1], len(text))
            done = link.end
            yield link


def _host_end(text: str, first: int) -> int:
    """Return where the host that begins at `first`, behind a scheme, ends; `first` if none is there."""
    if address := IP.match(text, first):
        return address.end()
    last = first
    while last < min(len(text), first + MAX_HOST) and is_ideographic(text[last]):
        last += 1
    if last > first and not text.startswith(".", last):
        return first
    last = run_around(text, last, last, min(len(text), first + MAX_HOST))[1]
    if text.endswith(".", first, last) and han_suffix_end(text, last) > last:
        return han_suffix_end(text, last)
    run = text[first:last].rstrip(".-_")
    known = known_part(run)
    return first + len(known[0] if known else run)


def _link(text: str, start: int, host_start: int, host_end: int, scheme: str | None, high: int) -> Link:
    tail = TAIL.match(text, host_end, high)
    end = _trimmed(text, host_end, tail.end() if tail else host_end)
    host = text[host_start:host_end]
    domain = registered_domain(host) or host
    path = QUERY.split(PORT.sub("", text[host_end:end]), maxsplit=1)[0]
    return Link(start, end, text[start:end], host, domain, scheme, path, _kinds(host, domain, scheme))


def _trimmed(text: str, low: int, end: int) -> int:
    """Return `end` moved before punctuation that belongs to the sentence, but not below `low`."""
    surplus = text.count(")", low, end) - text.count("(", low, end)
    while end > low:
        last = text[end - 1]
        if last == ")" and surplus > 0:
            surplus -= 1
        elif last not in TRAILING:
            break
        end -= 1
    return end


def _kinds(host: str, domain: str, scheme: str | None) -> frozenset[str]:
    kinds = {
        "bare": scheme is None,
        "short": domain in SHORTENERS or host.removeprefix("www.") in SHORTENERS,
        "idn": not host.isascii() or any(label.startswith("xn--") for label in host.split(".")),
        "ip": IP.fullmatch(host) is not None,
    }
    return frozenset(kind for kind, holds in kinds.items() if holds)
