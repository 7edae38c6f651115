"""Compiling a ruleset to plain data: every phrase becomes a node, every literal a number."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass
from itertools import product
from typing import Any, NamedTuple

from msglint.matching.expansion import Stretch, by_edges, expansions, runs_of
from msglint.matching.joints import Joined, joined_literals
from msglint.matching.packed import Pieces, packed
from msglint.matching.vocabulary import Vocabulary, all_spellings, by_head
from msglint.matching.waking import TERMS, Graph, Recipe, graph_of
from msglint.packs.model import (
    AtMostCheck,
    Lexicon,
    NothingButCheck,
    Pattern,
    PhrasesCheck,
    RequireCheck,
    Rule,
    Ruleset,
    Statement,
    Together,
)
from msglint.packs.phrases import SIGNS, Choice, Item, LexiconRef, Literal, Phrase, Stem, TypeRef, parse
from msglint.statements.openings import Openings, openings
from msglint.text.fold import fold

GAP = 12
"""Words that a gap spans unless the rule says otherwise."""

PhraseKey = tuple[str | None, str, bool, int]


class Compiled(NamedTuple):
    """What a program is made from, as plain data.

    `literals` are folded, by number; `recipes` say what each node is made of, by number. `phrases` are the
    nodes of phrases by pack (None: what all packs share), notation, whether it is literal, and gap. By rule,
    `any_of` holds one node for the phrases that stand for themselves, `joint` a node for each of its patterns
    of several phrases, and `wakers` the node that has to be awake for the rule to find anything, where there
    is one. `lexicons` are the nodes of what all packs share, by `$name` or `$name.lang`. `waking` is the
    graph of all nodes, `spellings` maps all ways to write a literal to the literals' numbers, `joined` are
    the literals that may begin or end inside a word, `openings` tells which statements may be begun that are
    judged where they are.
    """

    literals: list[str]
    recipes: Pieces[int]
    phrases: dict[PhraseKey, int]
    any_of: dict[str, int]
    joint: dict[str, list[int]]
    wakers: dict[str, int]
    lexicons: dict[str, int]
    waking: Graph
    spellings: Pieces[str]
    joined: Joined
    openings: Openings


def compiled(ruleset: Ruleset) -> Compiled:
    """Compile a ruleset."""
    made = _Compiler(ruleset)
    literals = list(made.literals)
    spellings = by_head(all_spellings(literals))
    joined = joined_literals(made.recipes)
    examples = [example.text for rule in ruleset.rules for example in rule.examples]
    graph = graph_of(
        made.recipes, set(made.wakers.values()), _shares(Vocabulary(literals, spellings, joined), examples)
    )
    return Compiled(
        literals,
        packed(dict(enumerate(made.recipes))),
        made.phrases,
        made.any_of,
        made.joint,
        made.wakers,
        made.lexicons,
        graph,
        spellings,
        joined,
        openings(_begun_at_will(ruleset)),
    )


def _shares(vocabulary: Vocabulary, texts: Sequence[str]) -> list[float]:
    """Return by literal in which share of these texts it occurs; of unseen ones, long ones are the rarer."""
    counts = Counter(number for text in texts for number in vocabulary.scan(fold(text).text))
    return [
        (counts[number] + len(literal) ** -2) / (len(texts) + 1)
        for number, literal in enumerate(vocabulary.literals)
    ]


def _begun_at_will(ruleset: Ruleset) -> list[Statement]:
    """Return the statements that nobody need begin, but that are judged where they are begun."""
    checks = (rule.check for rule in ruleset.rules)
    names = {check.statement for check in checks if isinstance(check, RequireCheck) and check.only_if_started}
    return [statement for name, statement in ruleset.statements.items() if name in names]


def key_of(phrase: Phrase, rule: Rule | None) -> PhraseKey:
    """Return under which key the node of a phrase is found: of a rule, or (None) of what all packs share."""
    pack, gap = (rule.pack, rule.gap) if rule else (None, GAP)
    return pack, phrase.source, phrase.is_literal, gap


class _Compiler:
    def __init__(self, ruleset: Ruleset) -> None:
        self._ruleset = ruleset
        self.literals: dict[str, int] = {}
        self.recipes: list[Recipe] = []
        self._made: dict[Recipe, int] = {}
        self.phrases: dict[PhraseKey, int] = {}
        self.any_of: dict[str, int] = {}
        self.joint: dict[str, list[int]] = {}
        self.wakers: dict[str, int] = {}
        self._numbers: dict[str, int] = {}
        self._lexicons: dict[tuple[str | None, str, str | None], int] = {}
        for pack in ruleset.packs:
            for rule in pack.rules:
                self._add(rule)
        for shared in (ruleset.statements, ruleset.zones, ruleset.lexicons):
            for phrase in phrases_in(shared):
                self._compile(phrase, None, GAP)
        for lexicon in ruleset.lexicons:
            self._lexicon(None, str(lexicon.name), lexicon.lang)

    @property
    def lexicons(self) -> dict[str, int]:
        """The nodes of what all packs share, by how phrases name it."""
        shared = ((key, node) for key, node in self._lexicons.items() if key[0] is None)
        return {str(LexiconRef(name, lang)): node for (_, name, lang), node in shared}

    def _add(self, rule: Rule) -> None:
        for phrase in phrases_in(rule):
            self._of(phrase, rule)
        match rule.check:
            case PhrasesCheck(patterns):
                alone = [self._of(item, rule) for item in patterns if isinstance(item, Phrase)]
                joint = [self._of(item, rule) for item in patterns if isinstance(item, Together)]
                self.any_of[str(rule.id)] = self._union(alone)
                self.joint[str(rule.id)] = joint
                self.wakers[str(rule.id)] = self._union([*alone, *joint])
            case NothingButCheck(phrases=phrases) | AtMostCheck(phrases=phrases):
                self.wakers[str(rule.id)] = self._union([self._of(item, rule) for item in phrases])

    def _of(self, pattern: Pattern, rule: Rule) -> int:
        if isinstance(pattern, Phrase):
            return self._compile(pattern, rule.pack, rule.gap)
        within = pattern.within.count if pattern.within.kind in ("clause", "sentence") else 0
        return self._node("everything", tuple(self._of(phrase, rule) for phrase in pattern.phrases), within)

    def _node(self, kind: str, *parts: Any) -> int:
        """Return the one node that is made of these parts."""
        recipe = (kind, *parts)
        if recipe not in self._made:
            self._made[recipe] = len(self.recipes)
            self.recipes.append(recipe)
        return self._made[recipe]

    def _compile(self, phrase: Phrase, pack: str | None, gap: int) -> int:
        key = (pack, str(phrase.source), phrase.is_literal, gap)
        if key not in self.phrases:
            runs = tuple(self._run(run, pack) for run in runs_of(phrase.items))
            self.phrases[key] = runs[0] if len(runs) == 1 else self._node("gapped", runs, gap)
        return self.phrases[key]

    def _run(self, items: list[Item], pack: str | None) -> int:
        """Compile a run: short stretches of it to literals, long products of alternatives to joined ones."""
        if not any(isinstance(item.node, Choice) for item in items):
            return self._sequence(tuple(items), pack)
        stretches = [by_edges(texts) for texts in expansions(items)]
        readings = [self._joined(chosen, pack) for chosen in product(*stretches)]
        return self._union([reading for reading in readings if reading is not None])

    def _joined(self, chosen: Sequence[Stretch], pack: str | None) -> int | None:
        elements: list[int] = []
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
        return self._node("run", tuple(elements), tuple(spaced))

    def _any(self, texts: Sequence[str], pack: str | None) -> int:
        plain = [self._number(text) for text in texts if not SIGNS.search(text)]
        signed = [self._sequence(parse(text).items, pack) for text in texts if SIGNS.search(text)]
        return self._union([*([self._node("terms", frozenset(plain))] if plain else ()), *signed])

    def _sequence(self, items: tuple[Item, ...], pack: str | None) -> int:
        elements = [self._element(item, pack) for item in items]
        if len(elements) == 1:
            return elements[0]
        return self._node("run", tuple(elements), tuple(item.spaced for item in items))

    def _element(self, item: Item, pack: str | None) -> int:
        match item.node:
            case Literal(text):
                return self._node("terms", frozenset((self._number(text),)))
            case Stem(text):
                return self._node("stems", frozenset((self._number(text),)))
            case TypeRef(name):
                return self._node("typed", name)
            case LexiconRef(name, lang):
                return self._lexicon(pack, name, lang)
            case other:
                raise AssertionError(f"{other} cannot stand in an expanded run")

    def _number(self, text: str) -> int:
        if text not in self._numbers:
            self._numbers[text] = self.literals.setdefault(fold(text).text, len(self.literals))
        return self._numbers[text]

    def _lexicon(self, pack: str | None, name: str, lang: str | None) -> int:
        key = (pack, name, lang)
        if key not in self._lexicons:
            found = self._ruleset.lexicons_named(pack, name, lang)
            is_shared = pack is not None and found == self._ruleset.lexicons_named(None, name, lang)
            # A shared lexicon means the same in every pack, and is compiled once.
            self._lexicons[key] = (
                self._lexicon(None, name, lang) if is_shared else self._named(pack, name, found)
            )
        return self._lexicons[key]

    def _named(self, pack: str | None, name: str, lexicons: tuple[Lexicon, ...]) -> int:
        entries = [self._compile(entry, pack, item.gap) for item in lexicons for entry in item.entries]
        covers = [self._compile(entry, pack, item.gap) for item in lexicons for entry in item.not_inside]
        return self._named_union((self._union(entries),), name, tuple(covers))

    def _union(self, nodes: Iterable[int]) -> int:
        """Return a node for any of the nodes; all plain literals among them become one."""
        plain = {node: self.recipes[node][1] for node in nodes if self.recipes[node][0] == "terms"}
        terms = [self._node("terms", frozenset().union(*plain.values()))] if plain else []
        options = (*terms, *(node for node in dict.fromkeys(nodes) if node not in plain))
        return options[0] if len(options) == 1 else self._named_union(options, None, ())

    def _named_union(self, options: tuple[int, ...], name: str | None, covers: tuple[int, ...]) -> int:
        terms = tuple(option for option in options if self.recipes[option][0] in TERMS)
        return self._node("union", options, name, covers, terms)


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
