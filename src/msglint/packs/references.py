"""Proofs across files: every name that a pack uses stands for something, once, and without circles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from graphlib import CycleError, TopologicalSorter
from typing import TYPE_CHECKING, TypeVar

from msglint.messages import Message
from msglint.packs.model import Contains, Lexicon, LinkTest, PrintSizeCheck, RequireCheck, Rule, Ruleset
from msglint.packs.nearest import hint, quoted
from msglint.packs.phrases import LexiconRef, Node, Phrase, TypeRef, parse
from msglint.packs.places import at, where
from msglint.packs.schema.phrases import options

if TYPE_CHECKING:
    from msglint.errors import Problem

T = TypeVar("T")

TYPES = (
    "money", "percent", "number", "age", "date", "temperature", "order_id", "email", "phone", "handle",
    "url", "qr", "placeholder", "postal_address",
)  # fmt: skip
"""What `<type>` can stand for."""

ROLES = ("body", "subject", "heading", "link_target", "alt", "title", "qr", "ocr", "cell", "caption")
"""Roles of segments, for `in` and `not_in` beside the zones."""


def prove(ruleset: Ruleset) -> list[Problem]:
    """Return every name in the ruleset that stands for nothing, and the circles among its lexicons."""
    shelf = Shelf(ruleset)
    shared = (ruleset.statements, ruleset.zones, ruleset.lexicons)
    problems = [*_phrases(shelf, None, shared), *_circles(shelf)]
    for pack in ruleset.packs:
        problems += _phrases(shelf, pack.id, (pack.applies, pack.lexicons))
    for rule in ruleset.rules:
        problems += [*_phrases(shelf, rule.pack, rule), *_zones(rule, ruleset), *_statements(rule, ruleset)]
    return problems


def duplicates(named: Iterable[tuple[str, str]], what: str) -> list[Problem]:
    """Return a problem for each name, given as text with its place and as key, that stands twice."""
    first: dict[str, str] = {}
    problems = []
    for name, key in named:
        if key in first:
            problems.append(
                at(
                    name,
                    Message("the {} “{}” stands twice: first in {}", Message(what), key, where(first[key])),
                )
            )
        else:
            first[key] = name
    return problems


def instances(value: object, kind: type[T]) -> Iterator[T]:
    """Yield what is of a kind in a value of the pack model, at any depth."""
    if isinstance(value, kind):
        yield value
    elif isinstance(value, tuple):
        yield from (found for item in value for found in instances(item, kind))
    elif isinstance(value, Mapping):
        yield from (found for item in value.values() for found in instances(item, kind))
    else:
        names = getattr(value, "__dataclass_fields__", ())
        yield from (found for name in names for found in instances(getattr(value, name), kind))


# Lexicons and types -----------------------------------------------------------------------------

Key = tuple[str | None, str, str | None]
"""A lexicon: the pack it belongs to (None: shared), its name, its language."""


class Shelf:
    """The lexicons of a ruleset, by what `$name` means inside a pack."""

    def __init__(self, ruleset: Ruleset) -> None:
        self.lexicons: dict[Key, Lexicon] = {}
        for pack, lexicons in (
            (None, ruleset.lexicons),
            *((pack.id, pack.lexicons) for pack in ruleset.packs),
        ):
            self.lexicons |= {(pack, item.name, item.lang): item for item in lexicons}
        self.languages: dict[tuple[str | None, str], list[str | None]] = {}
        for pack_id, name, lang in self.lexicons:
            self.languages.setdefault((pack_id, name), []).append(lang)

    def meant(self, pack: str | None, name: str, lang: str | None = None) -> list[Key]:
        """Return the lexicons that `$name` or `$name.lang` means inside a pack: its own, else shared ones."""
        for owner in dict.fromkeys((pack, None)):
            found = [item for item in self.languages.get((owner, name), ()) if lang in (None, item)]
            if found:
                return [(owner, name, item) for item in found]
        return []

    def used(self, pack: str | None, value: object) -> set[Key]:
        """Return the lexicons that the phrases and link tests of a value name inside a pack."""
        refs = [node for phrase in instances(value, Phrase) for node in nodes(phrase)]
        named = [(node.name, node.lang) for node in refs if isinstance(node, LexiconRef)]
        hosts = [host for test in instances(value, LinkTest) for host in test.hosts if host.startswith("$")]
        named += [(host[1:], None) for host in hosts]
        return {key for name, lang in named for key in self.meant(pack, name, lang)}

    def reached(self, pack: str | None, value: object) -> set[Key]:
        """Return the lexicons that a value uses inside a pack, at any depth."""
        waiting, found = list(self.used(pack, value)), set[Key]()
        while waiting:
            key = waiting.pop()
            if key not in found:
                found.add(key)
                waiting += self.used(key[0], self.lexicons[key])
        return found

    def complaint(self, pack: str | None, ref: LexiconRef) -> str:
        """Return what to tell the author of a `$name` that means nothing inside a pack."""
        languages = [key[2] or "any" for key in self.meant(pack, ref.name)]
        if languages:
            return Message(
                "the lexicon “${}” has no “{}”: expected one of {}", ref.name, ref.lang, ", ".join(languages)
            )
        known = [name for owner, name in self.languages if owner in (pack, None)]
        return Message("unknown lexicon {}: {}", quoted(f"${ref.name}"), hint(ref.name, known))


def nodes(phrase: Phrase) -> Iterator[Node]:
    """Yield the nodes of a phrase and of its alternatives."""
    for part in (phrase, *(parse(option) for option in options(phrase))):
        yield from (item.node for item in part.items)


def _phrases(shelf: Shelf, pack: str | None, value: object) -> Iterator[Problem]:
    for phrase in instances(value, Phrase):
        for node in nodes(phrase):
            if isinstance(node, LexiconRef) and not shelf.meant(pack, node.name, node.lang):
                yield at(phrase.source, shelf.complaint(pack, node))
            elif isinstance(node, TypeRef) and node.name not in TYPES:
                yield at(phrase.source, Message("unknown type “<{}>”: {}", node.name, hint(node.name, TYPES)))


def _circles(shelf: Shelf) -> list[Problem]:
    graph = {key: shelf.used(key[0], lexicon) for key, lexicon in shelf.lexicons.items()}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        circle: list[Key] = error.args[1]
        names = " → ".join(str(LexiconRef(name, lang)) for _, name, lang in reversed(circle))
        return [at(shelf.lexicons[circle[0]].name, Message("the lexicons go round in a circle: {}", names))]
    return []


# Zones and statements ---------------------------------------------------------------------------


def _zones(rule: Rule, ruleset: Ruleset) -> Iterator[Problem]:
    for name in (*rule.inside, *rule.outside, *rule.doubtful):
        if name not in ruleset.zones and name not in ROLES:
            yield at(
                name,
                Message("unknown zone or role {}: {}", quoted(name), hint(name, (*ruleset.zones, *ROLES))),
            )


def _statements(rule: Rule, ruleset: Ruleset) -> Iterator[Problem]:
    names = [wanted.statement for wanted in instances(rule, Contains) if wanted.statement]
    names += [rule.check.statement] if isinstance(rule.check, RequireCheck) else []
    names += rule.check.statements if isinstance(rule.check, PrintSizeCheck) else []
    for name in names:
        if name not in ruleset.statements:
            yield at(name, Message("unknown statement {}: {}", quoted(name), hint(name, ruleset.statements)))
