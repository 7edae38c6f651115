"""Compiling a ruleset: every phrase becomes a node, every literal a number of the one vocabulary."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass
from itertools import product
from typing import NamedTuple

from msglint.disguise.decipher import Decipherer
from msglint.matching.edges import stands_alone
from msglint.matching.nodes import Gapped, Node, Run, Stems, Terms, Typed, Union
from msglint.matching.vocabulary import Vocabulary
from msglint.packs.model import Lexicon, PhrasesCheck, Rule, Ruleset
from msglint.packs.phrases import SIGNS, Choice, Gap, Item, LexiconRef, Literal, Phrase, Stem, TypeRef, parse
from msglint.text.fold import fold

GAP = 12
"""Words that a gap spans unless the rule says otherwise."""

MAX_READINGS = 16
"""Ways to read a stretch of a phrase, above which it is matched piece by piece."""


class Program:
    """All phrases of a ruleset, ready to be looked up; immutable once built, so threads may share it."""

    def __init__(self, ruleset: Ruleset) -> None:
        self.ruleset = ruleset
        self.vocabulary = Vocabulary()
        self._numbers: dict[str, int] = {}
        self._nodes: dict[tuple[str | None, Phrase, int], Node] = {}
        self._any_of: dict[str, Node] = {}
        self._lexicons: dict[tuple[str | None, str, str | None], Node] = {}
        for pack in ruleset.packs:
            for rule in pack.rules:
                for phrase in phrases_in(rule):
                    self._nodes[rule.pack, phrase, rule.gap] = self._compile(phrase, rule.pack, rule.gap)
                if isinstance(rule.check, PhrasesCheck):
                    alone = [item for item in rule.check.patterns if isinstance(item, Phrase)]
                    self._any_of[rule.id] = _union([self.node(phrase, rule) for phrase in alone])
        for shared in (ruleset.statements, ruleset.zones, ruleset.lexicons):
            for phrase in phrases_in(shared):
                self._nodes[None, phrase, GAP] = self._compile(phrase, None, GAP)
        self.vocabulary.seal()
        self.decipherer = Decipherer(
            self.vocabulary.literals, self.vocabulary.spans, ruleset.spellings, stands_alone
        )

    def node(self, phrase: Phrase, rule: Rule | None = None) -> Node:
        """Return the node of a phrase of a rule, or (None) of what all packs share."""
        return self._nodes[(rule.pack, phrase, rule.gap) if rule else (None, phrase, GAP)]

    def any_of(self, rule: Rule) -> Node:
        """Return one node for all phrases of a `phrases` rule that stand for themselves."""
        return self._any_of[rule.id]

    def _compile(self, phrase: Phrase, pack: str | None, gap: int) -> Node:
        known = self._nodes.get((pack, phrase, gap))
        if known:
            return known
        runs = [self._run(run, pack) for run in runs_of(phrase.items)]
        return runs[0] if len(runs) == 1 else Gapped(tuple(runs), gap, _rarest(runs))

    def _run(self, items: list[Item], pack: str | None) -> Node:
        """Compile a run: short stretches of it to literals, long products of alternatives to joined ones."""
        if not any(isinstance(item.node, Choice) for item in items):
            return self._sequence(tuple(items), pack)
        stretches = [_by_edges(texts) for texts in expansions(items)]
        readings = [self._joined(chosen, pack) for chosen in product(*stretches)]
        return _union([reading for reading in readings if reading])

    def _joined(self, chosen: Sequence[Stretch], pack: str | None) -> Node | None:
        elements: list[Node] = []
        spaced: list[bool] = []
        blank = False
        for stretch in chosen:
            blank = blank or stretch.blank_before
            if stretch.texts:
                elements.append(self._any(stretch.texts, pack))
                spaced.append(blank)
                blank = stretch.blank_behind
        if len(elements) < 2:
            return elements[0] if elements else None
        return Run(tuple(elements), tuple(spaced), _rarest(elements))

    def _any(self, texts: Sequence[str], pack: str | None) -> Node:
        plain = [self._number(text) for text in texts if not SIGNS.search(text)]
        signed = [self._sequence(parse(text).items, pack) for text in texts if SIGNS.search(text)]
        return _union([*([Terms(frozenset(plain))] if plain else ()), *signed])

    def _sequence(self, items: tuple[Item, ...], pack: str | None) -> Node:
        elements = [self._element(item, pack) for item in items]
        if len(elements) == 1:
            return elements[0]
        return Run(tuple(elements), tuple(item.spaced for item in items), _rarest(elements))

    def _element(self, item: Item, pack: str | None) -> Node:
        match item.node:
            case Literal(text):
                return Terms(frozenset((self._number(text),)))
            case Stem(text):
                return Stems(frozenset((self._number(text),)))
            case TypeRef(name):
                return Typed(name)
            case LexiconRef(name, lang):
                return self._lexicon(pack, name, lang)
            case other:
                raise AssertionError(f"{other} cannot stand in an expanded run")

    def _number(self, text: str) -> int:
        if text not in self._numbers:
            self._numbers[text] = self.vocabulary.add(fold(text).text)
        return self._numbers[text]

    def _lexicon(self, pack: str | None, name: str, lang: str | None) -> Node:
        key = (pack, name, lang)
        if key not in self._lexicons:
            found = self.ruleset.lexicons_named(pack, name, lang)
            is_shared = pack is not None and found == self.ruleset.lexicons_named(None, name, lang)
            # A shared lexicon means the same in every pack, and is compiled once.
            self._lexicons[key] = (
                self._lexicon(None, name, lang) if is_shared else self._named(pack, name, found)
            )
        return self._lexicons[key]

    def _named(self, pack: str | None, name: str, lexicons: tuple[Lexicon, ...]) -> Node:
        entries = [self._compile(entry, pack, item.gap) for item in lexicons for entry in item.entries]
        covers = [self._compile(entry, pack, item.gap) for item in lexicons for entry in item.not_inside]
        node = _union(entries)
        return Union((node,), node.wakes, name, tuple(covers))


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
        blank = " " if item.spaced else ""
        chosen = item.node.options if isinstance(item.node, Choice) else (_notation(item),)
        if len(stretches[-1]) * len(chosen) > MAX_READINGS and stretches[-1] != [""]:
            stretches.append([""])
        stretches[-1] = [f"{text}{blank}{option}" for text in stretches[-1] for option in chosen]
    return stretches


def _by_edges(texts: list[str]) -> list[Stretch]:
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


def _union(nodes: list[Node]) -> Node:
    """Return a node for any of the nodes; all plain literals among them become one."""
    plain = [node for node in nodes if type(node) is Terms]
    others = [node for node in nodes if type(node) is not Terms]
    options: tuple[Node, ...] = (*([Terms(_woken(plain))] if plain else ()), *others)
    if len(options) == 1:
        return options[0]
    sleepless = any(node.wakes is None for node in others)
    return Union(options, None if sleepless else _woken(options))


def _woken(nodes: Iterable[Node]) -> frozenset[int]:
    return frozenset().union(*(node.wakes or () for node in nodes))


def _rarest(nodes: Iterable[Node]) -> frozenset[int] | None:
    wakes = [node.wakes for node in nodes if node.wakes is not None]
    return min(wakes, key=len) if wakes else None


def phrases_in(value: object) -> Iterator[Phrase]:
    """Yield every phrase that a value of the pack model holds, at any depth."""
    if isinstance(value, Phrase):
        yield value
    elif isinstance(value, Mapping):
        yield from (phrase for item in value.values() for phrase in phrases_in(item))
    elif isinstance(value, tuple):
        yield from (phrase for item in value for phrase in phrases_in(item))
    elif is_dataclass(value):
        yield from (phrase for field in fields(value) for phrase in phrases_in(getattr(value, field.name)))
