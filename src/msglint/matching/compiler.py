"""Compiling a ruleset: every phrase becomes a node, every literal a number of the one vocabulary."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass
from itertools import product
from typing import Any, TypeVar

from msglint.matching.expansion import Stretch, by_edges, expansions, runs_of
from msglint.matching.nodes import Everything, Gapped, Node, Run, Stems, Terms, Typed, Union
from msglint.packs.model import AtMostCheck, Lexicon, NothingButCheck, Pattern, PhrasesCheck, Rule, Ruleset
from msglint.packs.phrases import SIGNS, Choice, Item, LexiconRef, Literal, Phrase, Stem, TypeRef, parse
from msglint.text.fold import fold

GAP = 12
"""Words that a gap spans unless the rule says otherwise."""

NodeType = TypeVar("NodeType", bound=Node)


class Compiler:
    """Everything that a program is made from.

    `nodes` are the nodes of phrases by pack (None: what all packs share), phrase and gap. By rule, `any_of`
    holds one node for the phrases that stand for themselves, and `wakers` the node that has to be awake for
    the rule to find anything, where there is one. `literals` maps folded literals to their numbers.
    """

    def __init__(self, ruleset: Ruleset) -> None:
        self._ruleset = ruleset
        self.literals: dict[str, int] = {}
        self.nodes: dict[tuple[str | None, Phrase, int], Node] = {}
        self.any_of: dict[str, Node] = {}
        self.wakers: dict[str, Node] = {}
        self._made: dict[tuple[Any, ...], Node] = {}
        self._numbers: dict[str, int] = {}
        self._lexicons: dict[tuple[str | None, str, str | None], Node] = {}
        for pack in ruleset.packs:
            for rule in pack.rules:
                self._add(rule)
        for shared in (ruleset.statements, ruleset.zones, ruleset.lexicons):
            for phrase in phrases_in(shared):
                self.nodes[None, phrase, GAP] = self._compile(phrase, None, GAP)

    @property
    def made(self) -> list[Node]:
        """All nodes, in the order of their numbers."""
        return list(self._made.values())

    def _add(self, rule: Rule) -> None:
        for phrase in phrases_in(rule):
            self.nodes[rule.pack, phrase, rule.gap] = self._compile(phrase, rule.pack, rule.gap)
        match rule.check:
            case PhrasesCheck(patterns):
                alone = [self._of(item, rule) for item in patterns if isinstance(item, Phrase)]
                self.any_of[rule.id] = self._union(alone)
                self.wakers[rule.id] = self._union([self._of(item, rule) for item in patterns])
            case NothingButCheck(phrases=phrases) | AtMostCheck(phrases=phrases):
                self.wakers[rule.id] = self._union([self._of(item, rule) for item in phrases])

    def _of(self, pattern: Pattern, rule: Rule) -> Node:
        if isinstance(pattern, Phrase):
            return self.nodes[rule.pack, pattern, rule.gap]
        return self._node(Everything, tuple(self._of(phrase, rule) for phrase in pattern.phrases))

    def _node(self, kind: type[NodeType], *parts: Any) -> NodeType:
        """Return the one node that is made of these parts."""
        node = self._made.get((kind, *parts))
        if node is None:
            node = self._made[kind, *parts] = kind(len(self._made), *parts)
        return node  # type: ignore[return-value]  # the key holds the type

    def _compile(self, phrase: Phrase, pack: str | None, gap: int) -> Node:
        known = self.nodes.get((pack, phrase, gap))
        if known:
            return known
        runs = [self._run(run, pack) for run in runs_of(phrase.items)]
        return runs[0] if len(runs) == 1 else self._node(Gapped, tuple(runs), gap)

    def _run(self, items: list[Item], pack: str | None) -> Node:
        """Compile a run: short stretches of it to literals, long products of alternatives to joined ones."""
        if not any(isinstance(item.node, Choice) for item in items):
            return self._sequence(tuple(items), pack)
        stretches = [by_edges(texts) for texts in expansions(items)]
        readings = [self._joined(chosen, pack) for chosen in product(*stretches)]
        return self._union([reading for reading in readings if reading])

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
        return self._node(Run, tuple(elements), tuple(spaced))

    def _any(self, texts: Sequence[str], pack: str | None) -> Node:
        plain = [self._number(text) for text in texts if not SIGNS.search(text)]
        signed = [self._sequence(parse(text).items, pack) for text in texts if SIGNS.search(text)]
        return self._union([*([self._node(Terms, frozenset(plain))] if plain else ()), *signed])

    def _sequence(self, items: tuple[Item, ...], pack: str | None) -> Node:
        elements = [self._element(item, pack) for item in items]
        if len(elements) == 1:
            return elements[0]
        return self._node(Run, tuple(elements), tuple(item.spaced for item in items))

    def _element(self, item: Item, pack: str | None) -> Node:
        match item.node:
            case Literal(text):
                return self._node(Terms, frozenset((self._number(text),)))
            case Stem(text):
                return self._node(Stems, frozenset((self._number(text),)))
            case TypeRef(name):
                return self._node(Typed, name)
            case LexiconRef(name, lang):
                return self._lexicon(pack, name, lang)
            case other:
                raise AssertionError(f"{other} cannot stand in an expanded run")

    def _number(self, text: str) -> int:
        if text not in self._numbers:
            self._numbers[text] = self.literals.setdefault(fold(text).text, len(self.literals))
        return self._numbers[text]

    def _lexicon(self, pack: str | None, name: str, lang: str | None) -> Node:
        key = (pack, name, lang)
        if key not in self._lexicons:
            found = self._ruleset.lexicons_named(pack, name, lang)
            is_shared = pack is not None and found == self._ruleset.lexicons_named(None, name, lang)
            # A shared lexicon means the same in every pack, and is compiled once.
            self._lexicons[key] = (
                self._lexicon(None, name, lang) if is_shared else self._named(pack, name, found)
            )
        return self._lexicons[key]

    def _named(self, pack: str | None, name: str, lexicons: tuple[Lexicon, ...]) -> Node:
        entries = [self._compile(entry, pack, item.gap) for item in lexicons for entry in item.entries]
        covers = [self._compile(entry, pack, item.gap) for item in lexicons for entry in item.not_inside]
        return self._node(Union, (self._union(entries),), name, tuple(covers))

    def _union(self, nodes: Iterable[Node]) -> Node:
        """Return a node for any of the nodes; all plain literals among them become one."""
        found = list(dict.fromkeys(nodes))
        plain = [node.literals for node in found if type(node) is Terms]
        terms = [self._node(Terms, frozenset().union(*plain))] if plain else []
        options = (*terms, *(node for node in found if type(node) is not Terms))
        return options[0] if len(options) == 1 else self._node(Union, options)


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
