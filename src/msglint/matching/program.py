"""A compiled ruleset, ready to be looked up."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from msglint.disguise.decipher import Decipherer
from msglint.matching.compiler import Compiled, compiled, key_of
from msglint.matching.edges import stands_alone
from msglint.matching.nodes import Everything, Gapped, Node, Run, Stems, Terms, Typed, Union
from msglint.matching.packed import Packed
from msglint.matching.vocabulary import Vocabulary
from msglint.matching.waking import Recipe, Waking

if TYPE_CHECKING:
    from collections.abc import Iterable

    from msglint.packs.model import Rule, Ruleset
    from msglint.packs.phrases import Phrase


class Program:
    """All phrases of a ruleset, ready to be looked up; what it makes is remembered. Threads may share it."""

    def __init__(self, ruleset: Ruleset, made: Compiled | None = None) -> None:
        """Prepare a ruleset; `made` is what it was compiled to, if that was done before."""
        self.ruleset = ruleset
        self._made = made or compiled(ruleset)
        self._nodes: dict[int, Node] = {}
        self._recipes: Packed[int, Recipe] = Packed(self._made.recipes, ())
        self.waking = Waking(self._made.waking)
        self.openings = self._made.openings
        self.vocabulary = Vocabulary(self._made.literals, self._made.spellings, self._made.joined)

    @cached_property
    def decipherer(self) -> Decipherer:
        """What writes disguised words plainly."""
        spans = self.vocabulary.spans
        return Decipherer(self.vocabulary.literals, spans, self.ruleset.spellings, stands_alone)

    def node(self, phrase: Phrase, rule: Rule | None = None) -> Node:
        """Return the node of a phrase of a rule, or (None) of what all packs share."""
        return self.numbered(self._made.phrases[key_of(phrase, rule)])

    def knows(self, phrase: Phrase, rule: Rule) -> bool:
        """Whether anything uses a phrase in the pack of a rule."""
        return key_of(phrase, rule) in self._made.phrases

    def any_of(self, rule: Rule) -> Node:
        """Return one node for all phrases of a `phrases` rule that stand for themselves."""
        return self.numbered(self._made.any_of[rule.id])

    def joint(self, rule: Rule) -> list[int]:
        """Return a node for each pattern of several phrases that a `phrases` rule has, in their order."""
        return self._made.joint[rule.id]

    def waker(self, rule: Rule) -> int | None:
        """Return the node that has to be awake for a rule to find anything; None if it needs none."""
        return self._made.wakers.get(rule.id)

    @cached_property
    def telling(self) -> dict[int, str]:
        """The nodes that impressions are made of, with their names."""
        from msglint.impression.model import weights  # Many texts are judged without.

        return self.roles(weights().names)

    def roles(self, names: Iterable[str]) -> dict[int, str]:
        """Return the nodes of the lexicons (`$name.lang`) and types (`<name>`) that the program knows."""
        known = self._made.lexicons | {f"<{name}>": number for name, number in self.waking.types.items()}
        return {known[name]: name for name in names if name in known}

    def numbered(self, number: int) -> Node:
        """Return a node by its number; it is made when it is first asked for."""
        node = self._nodes.get(number)
        if node is None:
            node = self._nodes.setdefault(number, self._built(number))
        return node

    def _built(self, number: int) -> Node:
        match self._recipes[number]:
            case "terms", literals:
                return Terms(number, literals)
            case "stems", literals:
                return Stems(number, literals)
            case "typed", name:
                return Typed(number, name)
            case "union", options, name, not_inside, terms:
                return Union(number, options, frozenset(terms), name, self._all(not_inside))
            case "run", elements, spaced:
                return Run(number, self._all(elements), spaced)
            case "gapped", runs, gap:
                return Gapped(number, self._all(runs), gap)
            case "everything", parts, _:
                return Everything(number, self._all(parts))
            case unknown:
                raise AssertionError(f"no node is made by {unknown}")

    def _all(self, numbers: tuple[int, ...]) -> tuple[Node, ...]:
        return tuple(map(self.numbered, numbers))
