"""A compiled ruleset, ready to be looked up."""

from __future__ import annotations

from msglint.disguise.decipher import Decipherer
from msglint.matching.compiler import GAP, Compiler
from msglint.matching.edges import stands_alone
from msglint.matching.nodes import Node
from msglint.matching.vocabulary import Vocabulary
from msglint.matching.waking import waking
from msglint.packs.model import Rule, Ruleset
from msglint.packs.phrases import Phrase


class Program:
    """All phrases of a ruleset, ready to be looked up; immutable once built, so threads may share it."""

    def __init__(self, ruleset: Ruleset) -> None:
        self.ruleset = ruleset
        compiled = Compiler(ruleset)
        self._nodes = compiled.nodes
        self._any_of = compiled.any_of
        self._wakers = {rule: node.number for rule, node in compiled.wakers.items()}
        literals = list(compiled.literals)
        self.waking = waking(compiled.made, set(self._wakers.values()), literals)
        self.vocabulary = Vocabulary(literals)
        self.decipherer = Decipherer(literals, self.vocabulary.spans, ruleset.spellings, stands_alone)

    def node(self, phrase: Phrase, rule: Rule | None = None) -> Node:
        """Return the node of a phrase of a rule, or (None) of what all packs share."""
        return self._nodes[(rule.pack, phrase, rule.gap) if rule else (None, phrase, GAP)]

    def any_of(self, rule: Rule) -> Node:
        """Return one node for all phrases of a `phrases` rule that stand for themselves."""
        return self._any_of[rule.id]

    def waker(self, rule: Rule) -> int | None:
        """Return the node that has to be awake for a rule to find anything; None if it needs none."""
        return self._wakers.get(rule.id)
