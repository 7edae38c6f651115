"""Rules that are made from others (`extends`): what they come to, and what is left of the others.

A made rule takes the other's place where its own condition holds; elsewhere the other still stands.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeVar

from msglint.messages import Message
from msglint.packs.lexicon_changes import absent, completed
from msglint.packs.model import (
    ALWAYS,
    AllOf,
    AtMostCheck,
    Check,
    Condition,
    Example,
    Extension,
    Not,
    NothingButCheck,
    Pack,
    PhrasesCheck,
    Rule,
    Ruleset,
    Together,
)
from msglint.packs.nearest import hint, quoted
from msglint.packs.phrases import Phrase
from msglint.packs.places import at

if TYPE_CHECKING:
    from msglint.errors import Problem

T = TypeVar("T")

PHRASE_FIELDS: dict[type[Any], str] = {
    PhrasesCheck: "patterns",
    NothingButCheck: "phrases",
    AtMostCheck: "phrases",
}
"""Where the checks that fire on phrases keep them."""


def extended(ruleset: Ruleset, problems: list[Problem]) -> Ruleset:
    """Return the ruleset with the rules and lexicons that packs make from others; problems are recorded."""
    maker = _Maker(ruleset, problems)
    packs = tuple(
        replace(pack, rules=(*pack.rules, *maker.rules(pack))) if pack.extensions else pack
        for pack in ruleset.packs
    )
    made = replace(ruleset, packs=packs)
    return completed(made, maker.inherited, problems)


def replaced(chosen: Iterable[Pack], everything: Iterable[Pack]) -> tuple[Pack, ...]:
    """Return packs that are used together, without the rules that others of them stand in for.

    `everything` holds all packs that were read: a chosen rule may be made from one that is not chosen, and
    then stands in for that one's own base too.
    """
    known = tuple(chosen)
    extensions = {str(item.id): item for pack in everything for item in pack.extensions}
    narrowed: dict[str, Condition] = {}
    for extension in (item for pack in known for item in pack.extensions):
        condition: Condition = ALWAYS
        link: Extension | None = extension
        while link is not None:
            condition = _both(condition, link.when)
            narrowed[link.base] = _both(narrowed.get(link.base, ALWAYS), Not(condition))
            link = extensions.get(link.base)
    return tuple(replace(pack, rules=tuple(_left(pack.rules, narrowed))) for pack in known)


def _left(rules: Iterable[Rule], narrowed: dict[str, Condition]) -> Iterator[Rule]:
    """Yield what is left of rules for which others stand in under conditions."""
    for rule in rules:
        condition = narrowed.get(rule.id, ALWAYS)
        if Not(ALWAYS) not in _parts(condition):
            yield replace(rule, when=_both(rule.when, condition))


def _both(first: Condition, second: Condition) -> Condition:
    parts = (*_parts(first), *_parts(second))
    return parts[0] if len(parts) == 1 else AllOf(parts)


def _parts(condition: Condition) -> tuple[Condition, ...]:
    return condition.parts if isinstance(condition, AllOf) else (condition,)


class _Maker:
    """Makes rules of extensions, those that they extend first.

    `inherited` keeps, by the pack that extends, each rule with the pack in which its names mean something.
    """

    def __init__(self, ruleset: Ruleset, problems: list[Problem]) -> None:
        self._known = {str(rule.id): rule for rule in ruleset.rules}
        self._waiting = {str(item.id): item for pack in ruleset.packs for item in pack.extensions}
        self._pending: list[str] = []
        self._broken: set[str] = set()
        self._problems = problems
        self.inherited: dict[str, list[tuple[str, Rule]]] = {}

    def rules(self, pack: Pack) -> list[Rule]:
        """Return what the extensions of a pack come to; those that come to nothing are problems."""
        made = (self._made(extension) for extension in pack.extensions)
        return [rule for rule in made if rule is not None]

    def _made(self, extension: Extension) -> Rule | None:
        """Return what an extension comes to; None if it cannot be made, which is said once."""
        name = str(extension.id)
        if name not in self._known and name not in self._broken:
            self._pending.append(name)
            base = self._base(extension.base)
            self._pending.pop()
            if base is None:
                self._broken.add(name)
            else:
                self._known[name] = _changed(base, extension, self._problems)
                pack = name.partition("/")[0]
                self.inherited.setdefault(pack, []).append((base.pack, base))
        return self._known.get(name)

    def _base(self, name: str) -> Rule | None:
        if name in self._known:
            return self._known[name]
        if name in self._pending:
            circle = " → ".join([*self._pending[self._pending.index(name) :], name])
            self._problems.append(at(name, Message("“extends” goes round in a circle: {}", circle)))
        elif name in self._waiting:
            return self._made(self._waiting[name])
        else:
            known = {*self._known, *self._waiting}
            self._problems.append(at(name, Message("unknown rule {}: {}", quoted(name), hint(name, known))))
        return None


def _changed(base: Rule, extension: Extension, problems: list[Problem]) -> Rule:
    said = {
        name: value
        for name in ("severity", "message", "suggest", "code", "source")
        if (value := getattr(extension, name))
    }
    return replace(
        base,
        **said,
        id=extension.id,
        pack=extension.id.partition("/")[0],
        when=_both(base.when, extension.when),
        check=_check(base, extension, problems),
        not_inside=_words(
            base.not_inside, extension.remove.not_inside, extension.add.not_inside, base, problems
        ),
        cases=(*extension.cases, *base.cases),
        examples=_examples(base, extension),
        like=None,
        extends=(extension.base, *base.extends),
        bounds={} if extension.severity else base.bounds,
    )


def _check(base: Rule, extension: Extension, problems: list[Problem]) -> Check:
    add, remove = extension.add.phrases, extension.remove.phrases
    if not add and not remove:
        return base.check
    field = PHRASE_FIELDS.get(type(base.check))
    first = _text((*add, *remove)[0])
    if field is None:
        problems.append(
            at(first, Message("“{}” fires on no phrases: change a lexicon, or write a rule instead", base.id))
        )
        return base.check
    together = next((item for item in add if isinstance(item, Together)), None)
    if together and field == "phrases":
        problems.append(at(_text(together), Message("“{}” takes single phrases only", base.id)))
        return base.check
    left = _words(getattr(base.check, field), remove, add, base, problems)
    if not left:
        problems.append(
            at(first, Message("nothing is left of the phrases of “{}”: switch the rule off instead", base.id))
        )
        return base.check
    change: dict[str, Any] = {field: left}
    return replace(base.check, **change)


def _words(
    there: tuple[T, ...], remove: tuple[T, ...], add: tuple[T, ...], base: Rule, problems: list[Problem]
) -> tuple[T, ...]:
    """Return phrases without some and with others; one that is to go and is not there is a problem."""
    for item in remove:
        if item not in there:
            text = _text(item)
            problems.append(
                at(text, absent(text, Message("phrase of “{}”", base.id), base.id, map(_text, there)))
            )
    kept = [item for item in there if item not in remove]
    return (*kept, *(item for item in add if item not in kept))


def _text(pattern: object) -> str:
    """Return the text of a phrase, of several the first one's."""
    if isinstance(pattern, Together):
        return pattern.phrases[0].source
    return pattern.source if isinstance(pattern, Phrase) else ""


def _examples(base: Rule, extension: Extension) -> tuple[Example, ...]:
    """Return the other rule's examples, of which only the verdict is expected, and the rule's own.

    An own example with the same text stands in the place of the other's. A rule that holds only sometimes
    is proven by its own alone.
    """
    if extension.when != ALWAYS:
        return extension.examples
    own = {example.text for example in extension.examples}
    kept = (example for example in base.examples if example.text not in own)
    return (
        *(replace(example, severity=None, code=None, excerpt=None) for example in kept),
        *extension.examples,
    )
