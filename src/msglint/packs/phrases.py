"""The phrase notation of rule packs: text to a small tree, with nothing of matching in it.

`(a|b|)` alternatives, `$name` or `$name.lang` a lexicon, ` ... ` a gap, `stem*` a Latin stem, `<type>`
something that looks like it. `docs/rules.md` has the whole notation.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from msglint.errors import MsglintError
from msglint.frozen import Frozen
from msglint.messages import Message
from msglint.text.patterns import lazy_pattern

MIN_STEM = 4
"""Letters that a stem must have, so that `re*` does not catch half the dictionary."""


class Literal(Frozen):
    """Text that must stand as written (after folding); may hold spaces."""

    text: str


class Stem(Frozen):
    """A Latin word that begins with `text` and has at most six more letters."""

    text: str


class Choice(Frozen):
    """One of the options; an empty string makes it optional."""

    options: tuple[str, ...]


class LexiconRef(Frozen):
    """Any entry of a lexicon, of one language if `lang` is given."""

    name: str
    lang: str | None = None

    def __str__(self) -> str:
        return f"${self.name}" + (f".{self.lang}" if self.lang else "")


class TypeRef(Frozen):
    """Something that a finder recognises: `<money>`, `<phone>`, ..."""

    name: str


class Gap(Frozen):
    """A stretch of a few words that may hold anything, also nothing."""


Node = Literal | Stem | Choice | LexiconRef | TypeRef | Gap


class Item(Frozen):
    """A node of a phrase; `spaced` says that a space stands before it in the notation."""

    node: Node
    spaced: bool = False


CONTRACTED = ("'", "n't")
"""How what is left of a contracted word begins; it is written together with the word before it."""


def blank_before(item: Item, option: str) -> str:
    """Return what parts an option of an item from what comes before: `we (will|'ll)` is “we'll” too."""
    return " " if item.spaced and not option.startswith(CONTRACTED) else ""


@dataclass(frozen=True)
class Phrase:
    """A phrase: `source` is the notation as its author wrote it, read when its items are first asked for."""

    source: str
    is_literal: bool = False

    def __hash__(self) -> int:
        """Hash the notation alone: it tells phrases apart, and its hash is remembered."""
        return hash(self.source)

    @classmethod
    def literal(cls, text: str) -> Phrase:
        """Return a phrase that is just `text`, whatever signs it holds."""
        return cls(text, is_literal=True)

    @cached_property
    def items(self) -> tuple[Item, ...]:
        """The items in order. Raises PhraseError; see `parse`."""
        return (Item(Literal(self.source)),) if self.is_literal else tuple(_items(self.source))


class PhraseError(MsglintError):
    """A phrase that cannot be read; the text says what is wrong and what was expected."""


SIGNS = lazy_pattern(r"[$<*(]|\.\.\.")
"""What makes a phrase more than plain text."""

TOKEN = lazy_pattern(
    r"""
      (?P<gap>(?:(?<=\s)|^)\.\.\.(?=\s|$))
    | (?P<choice>\([^()]*\|[^()]*\))
    | \$(?P<lexicon>[a-z][a-z0-9_]*)(?:\.(?P<lang>[a-z]{2}))?(?![a-z0-9_])
    | <(?P<type>[a-z][a-z_]*)>
    | (?P<stem>[^\W\d_]+)\*(?!\w)
    | (?P<space>\s+)
    """,
    re.VERBOSE,
)

NAME_END = re.compile(r"\$[a-z][a-z0-9_]*(?:\.[a-z]{2})?$")
NAME_GOES_ON = re.compile(r"[a-z0-9_]|\.[a-z]")


def parse(source: str) -> Phrase:
    """Return the phrase that `source` notes down.

    Raises PhraseError for an empty phrase, a gap at an end, a short stem, nested or broken parentheses.
    """
    phrase = Phrase(source)
    _ = phrase.items  # Reads the notation, and remembers it.
    return phrase


def _items(source: str) -> list[Item]:
    if not SIGNS.search(source):
        text = " ".join(source.split())
        items = [Item(Literal(text))] if text else []
    else:
        items = _merged(_tokens(source))
    _check(source, items)
    return items


def _tokens(source: str) -> Iterator[Item]:
    spaced = False
    position = 0
    for match in TOKEN.finditer(source):
        if match.start() > position:
            yield Item(Literal(source[position : match.start()]), spaced)
            spaced = False
        position = match.end()
        if match["space"]:
            spaced = True
        else:
            yield Item(_node(match), spaced)
            spaced = False
    if position < len(source):
        yield Item(Literal(source[position:]), spaced)


def _merged(tokens: Iterable[Item]) -> list[Item]:
    """Join neighbouring literals, so that a run of plain words is one literal with its blanks."""
    merged: list[Item] = []
    for item in tokens:
        last = merged[-1] if merged else None
        if last and isinstance(last.node, Literal) and isinstance(item.node, Literal):
            joint = " " if item.spaced else ""
            merged[-1] = Item(Literal(last.node.text + joint + item.node.text), last.spaced)
        else:
            merged.append(item if merged else Item(item.node))
    return merged


def _node(match: re.Match[str]) -> Node:
    if match["gap"]:
        return Gap()
    if match["choice"]:
        options = match["choice"][1:-1].split("|")
        return Choice(tuple(dict.fromkeys(options)))
    if match["lexicon"]:
        return LexiconRef(match["lexicon"], match["lang"])
    if match["type"]:
        return TypeRef(match["type"])
    stem = match["stem"]
    if len(stem) < MIN_STEM or (not stem.isascii() and any(ord(char) > 0x24F for char in stem)):
        raise PhraseError(
            Message("stem “{}*” is too short or not Latin: write at least {} Latin letters", stem, MIN_STEM)
        )
    return Stem(stem)


def _check(source: str, items: list[Item]) -> None:
    if not items:
        raise PhraseError("the phrase is empty: write at least one word")
    if isinstance(items[0].node, Gap) or isinstance(items[-1].node, Gap):
        raise PhraseError(
            Message("“{}” begins or ends with a gap: put words on both sides of “ ... ”", source)
        )
    if all(_may_be_empty(item.node) for item in items):
        raise PhraseError(Message("“{}” may match nothing at all: make one part of it obligatory", source))
    for first, second in itertools.pairwise(items):
        if isinstance(first.node, Gap) and isinstance(second.node, Gap):
            raise PhraseError(Message("“{}” has two gaps side by side: write one", source))
        if name := _torn_name(first, second):
            raise PhraseError(
                Message("“{}”: letters right behind “{}” make another name of it: put a space", source, name)
            )
    for item in items:
        if isinstance(item.node, Literal) and ("(" in item.node.text) and "|" in source:
            raise PhraseError(Message("“{}”: parentheses with “|” cannot be nested or left open", source))


def _torn_name(first: Item, second: Item) -> str | None:
    """Return the name of a lexicon that would go on into the item behind it: `$shop(s|)`."""
    names = [found[0] for text in _texts(first.node) if (found := NAME_END.search(text))]
    goes_on = not second.spaced and any(map(NAME_GOES_ON.match, _texts(second.node)))
    return names[0] if names and goes_on else None


def _texts(node: Node) -> tuple[str, ...]:
    match node:
        case Choice(options):
            return options
        case Literal(text) | Stem(text):
            return (text,)
        case LexiconRef():
            return (str(node),)
        case _:
            return ()


def _may_be_empty(node: Node) -> bool:
    return isinstance(node, Gap) or (isinstance(node, Choice) and "" in node.options)
