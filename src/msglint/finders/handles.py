"""Accounts at messengers and social networks: a service word with an id close behind it.

`微信:abc123`, `wechat id abc123`, `whatsapp +86 138 0000 0000`, `qq群12345678`, `follow us @brand_home`. The
bare service word is none, nor is `line 3`. Ids that are spelled out or disguised are not looked for here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING

import regex

from msglint.finders.accounts import account_behind
from msglint.finders.hosts import registered_domain
from msglint.finders.services import SOCIAL, by_word
from msglint.frozen import Frozen
from msglint.text.patterns import lazy_regex

if TYPE_CHECKING:
    from ahocorasick_rs import AhoCorasick

LATIN = lazy_regex(r"\p{Latin}")
GLUED = lazy_regex(r"[\p{Latin}\p{N}_@-]")
LINE_ACCOUNT = lazy_regex(r"line ?[:@]")
OTHER_LINE = lazy_regex(r"(?<!(?<![a-z])(?:add|our|my|official|via|on|us|or|and))(?<=[a-z]) ", regex.REVERSE)
"""A word before `line` that makes it another line: `product line:`, `bottom line:`."""

AT_HANDLE = lazy_regex(
    r"""
    (?<![\p{Latin}\p{N}_])
    (?:
        (?:follow|dm|pm|message|tag|find|contact|add|like|ping|chat\ with|text)
        (?:\ (?:us|me|our|page|on|at|to|via|now))*
      | 关注 | 私信 | 联系 | 艾特
    )
    [\ :]{0,2}@([a-z_][a-z0-9_.]{2,29}+)(?![@-])
    """,
    regex.VERBOSE,
)
HANDLE_AT = lazy_regex(
    r"(?<![\p{Latin}\p{N}_.])@([a-z_][a-z0-9_.]{2,29}+)\ (?:on|at|in|auf|sur|en|su)\ ([a-z]+)(?!\p{Latin})",
    regex.VERBOSE,
)


class Handle(Frozen):
    """An account with its service word; offsets are code points of the folded text.

    `service` is None where only a follow or message word tells that a name is an account.
    """

    start: int
    end: int
    kind: str
    value: str
    service: str | None


def find_handles(text: str) -> list[Handle]:
    """Return the accounts in folded text, in order and disjoint."""
    found = list(_named(text))
    if "@" in text:
        found += _at_names(text)
    kept: list[Handle] = []
    for handle in sorted(found, key=lambda handle: (handle.start, -handle.end)):
        if not kept or handle.start >= kept[-1].end:
            kept.append(handle)
    return kept


def find(text: str, _markets: tuple[str, ...] = ()) -> Iterable[tuple[int, int]]:
    """Yield the spans of the accounts."""
    return ((handle.start, handle.end) for handle in find_handles(text))


def _named(text: str) -> Iterator[Handle]:
    for word, start in _service_words(text):
        service, marked = by_word()[word]
        account = account_behind(text, start + len(word), service, word, marked)
        if account:
            yield Handle(start, account[0], service.kind, account[1], service.id)


def _service_words(text: str) -> Iterator[tuple[str, int]]:
    """Yield the service words that stand alone in the text, with their offsets, the longest first."""
    words, automaton = _automaton()
    hits = automaton.find_matches_as_indexes(text, overlapping=True)
    for index, start, _ in sorted(hits, key=lambda hit: hit[1] - hit[2]):
        word = words[index]
        if _stands_alone(text, word, start) and not (word == "line" and _is_other_line(text, start)):
            yield word, start


@cache
def _automaton() -> tuple[tuple[str, ...], AhoCorasick]:
    from ahocorasick_rs import AhoCorasick

    words = tuple(by_word())
    return words, AhoCorasick(words)


def _stands_alone(text: str, word: str, start: int) -> bool:
    """Whether the Latin ends of a word have an edge; digits may follow (`qq123456`)."""
    glued_before = word[0].isascii() and start > 0 and GLUED.match(text, start - 1)
    glued_behind = word[-1].isascii() and LATIN.match(text, start + len(word))
    return not glued_before and not glued_behind


def _is_other_line(text: str, start: int) -> bool:
    """Whether `line` at `start` is no messenger: nothing like an account follows, or a word stands before."""
    marked = LINE_ACCOUNT.match(text, start) is not None
    return not marked or OTHER_LINE.match(text, 0, start) is not None


def _at_names(text: str) -> Iterator[Handle]:
    for found in AT_HANDLE.finditer(text):
        name = found[1].rstrip(".")
        if not registered_domain(name):
            yield Handle(found.start(), found.start(1) + len(name), SOCIAL, name, None)
    for found in HANDLE_AT.finditer(text):
        service, _ = by_word().get(found[2], (None, False))
        if service:
            yield Handle(found.start(), found.end(), service.kind, found[1].rstrip("."), service.id)
