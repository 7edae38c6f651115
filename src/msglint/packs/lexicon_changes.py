"""Lexicons of others that a pack changes for its own rules, and those that its made rules bring along.

A changed lexicon is a lexicon of the pack, and so is every other one through which its rules reach it: what
a reviewer takes out of a word list is out, wherever the rule found it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from msglint.messages import Message
from msglint.packs.model import Lexicon, LexiconChange, Pack, Rule, Ruleset, SourceText
from msglint.packs.nearest import nearest, quoted
from msglint.packs.phrases import Choice, Item, LexiconRef, Phrase
from msglint.packs.places import at, where
from msglint.packs.references import Key, Shelf

if TYPE_CHECKING:
    from msglint.errors import Problem

Inherited = Mapping[str, list[tuple[str, Rule]]]
"""By pack: the rules that its own are made from, each with the pack in which its names mean something."""


def completed(ruleset: Ruleset, inherited: Inherited, problems: list[Problem]) -> Ruleset:
    """Return the ruleset with the lexicons that changes and made rules need in their packs."""
    packs = {pack.id: pack for pack in ruleset.packs}
    concerned = [pack for pack in ruleset.packs if pack.changes or pack.id in inherited]
    # A rule may be made from one that was made itself: that one's pack comes first.
    for pack in sorted(concerned, key=lambda pack: max(len(rule.extends) for rule in pack.rules)):
        shelf = Shelf(replace(ruleset, packs=tuple(packs.values())))
        lexicons = _Copies(pack, shelf, inherited.get(pack.id, []), problems).lexicons()
        packs[pack.id] = replace(pack, lexicons=lexicons)
    return replace(ruleset, packs=tuple(packs.values()))


@dataclass(slots=True)
class _Copies:
    """Finds what a pack needs of its own."""

    pack: Pack
    shelf: Shelf
    inherited: list[tuple[str, Rule]]
    problems: list[Problem]
    changed: dict[Key, LexiconChange] = field(default_factory=dict)

    def lexicons(self) -> tuple[Lexicon, ...]:
        """Return the lexicons of the pack, with those that it changes or takes over."""
        self.changed = {key: change for change in self.pack.changes for key in self._target(change)}
        reached = self._reached()
        copied = self._copied(reached)
        self._prove_names(copied)
        return (*self.pack.lexicons, *map(self._copy, copied))

    def _target(self, change: LexiconChange) -> Iterator[Key]:
        """Yield the lexicon that a change means: of a pack whose rules are extended, else a shared one."""
        owners = dict.fromkeys([pack for pack, _ in self.inherited if pack != self.pack.id])
        for owner in (*owners, None):
            if (owner, change.name, change.lang) in self.shelf.lexicons:
                yield owner, str(change.name), change.lang
                return
        self.problems.append(
            at(change.name, self.shelf.complaint(None, LexiconRef(change.name, change.lang)))
        )

    def _reached(self) -> dict[Key, set[Key]]:
        """Return the lexicons that the pack's rules use, at any depth, each with those it uses itself."""
        waiting = [key for pack, rule in self.inherited for key in self.shelf.used(pack, rule)]
        written = tuple(rule for rule in self.pack.rules if not rule.extends)
        added = tuple((item.add, item.cases, item.when) for item in self.pack.extensions)
        own = (written, added, self.pack.lexicons, self.pack.changes)
        waiting += self.shelf.used(self.pack.id, own)
        waiting += self.changed
        reached: dict[Key, set[Key]] = {}
        while waiting:
            key = waiting.pop()
            if key not in reached:
                reached[key] = self.shelf.used(key[0], self.shelf.lexicons[key])
                waiting += reached[key]
        return reached

    def _copied(self, reached: Mapping[Key, set[Key]]) -> list[Key]:
        """Return what the pack has to own: what it changes, what is another pack's, and all that uses these.

        All languages of a name go together, since `$name` means those of one owner.
        """
        copied = {*self.changed, *(key for key in reached if key[0] not in (None, self.pack.id))}
        while True:
            names = {(owner, name) for owner, name, _ in copied}
            more = {key for key, used in reached.items() if used & copied and key[0] != self.pack.id}
            more |= {key for key in self.shelf.lexicons if key[:2] in names}
            if more <= copied:
                return sorted(copied, key=lambda key: tuple(item or "" for item in key))
            copied |= more

    def _prove_names(self, copied: Iterable[Key]) -> None:
        """Record names that would mean two things inside the pack."""
        taken_over = {key for pack, rule in self.inherited for key in self.shelf.reached(pack, rule)}
        own = {item.name: item.name for item in self.pack.lexicons}
        for name in sorted({key[1] for key in (*taken_over, *copied) if key[0] != self.pack.id} & own.keys()):
            message = Message(
                "“${}” already means something to the rules that are extended here: "
                "change it by “add” and “remove”, or rename this one",
                name,
            )
            self.problems.append(at(own[name], message))
        owners: dict[str, str | None] = {}
        for owner, name, _ in copied:
            if owners.setdefault(name, owner) != owner:
                place = self.pack.extensions[0].base if self.pack.extensions else self.pack.id
                message = Message(
                    "“${}” means different things to the rules that are extended here: "
                    "extend them in two packs",
                    name,
                )
                self.problems.append(at(place, message))

    def _copy(self, key: Key) -> Lexicon:
        lexicon, change = self.shelf.lexicons[key], self.changed.get(key)
        if change is None:
            return lexicon
        kept = lexicon.entries
        for phrase in change.remove:
            kept, before = _without(phrase, kept), kept
            if kept == before:
                what = Message("entry of {}", str(LexiconRef(lexicon.name, lexicon.lang)))
                message = absent(phrase.source, what, lexicon.name, _alternatives(before))
                self.problems.append(at(phrase.source, message))
        entries = (*kept, *(entry for entry in change.add if entry not in kept))
        not_inside = (*lexicon.not_inside, *change.not_inside)
        return replace(lexicon, name=change.name, entries=entries, not_inside=not_inside)


def absent(text: str, what: str, place: str, there: Iterable[str]) -> str:
    """Return the message about a text that is to go and is not there: what it is not, and where to look."""
    meant = nearest(text, map(str, there))
    advice = Message("did you mean “{}”?", meant) if meant else Message("copy it from there")
    return Message("{} is no {} ({}): {}", quoted(text), what, where(place), advice)


def _without(phrase: Phrase, entries: tuple[Phrase, ...]) -> tuple[Phrase, ...]:
    """Return entries without one, which may be one of the alternatives `(a|b)` that an entry is made of."""
    left = (_less(entry, phrase) for entry in entries if entry != phrase)
    return tuple(entry for entry in left if entry is not None)


def _less(entry: Phrase, phrase: Phrase) -> Phrase | None:
    match entry.items:
        case (Item(Choice(options)),) if phrase.source in options:
            rest = [option for option in options if option != phrase.source]
            text = rest[0] if len(rest) == 1 else f"({'|'.join(rest)})"
            return Phrase(SourceText.at(text, *_place(entry))) if any(rest) else None
        case _:
            return entry


def _place(entry: Phrase) -> tuple[str, int, int]:
    source = entry.source
    return (source.source, source.line, source.column) if isinstance(source, SourceText) else ("?", 0, 0)


def _alternatives(entries: Iterable[Phrase]) -> Iterator[str]:
    """Yield entries as written, and the alternatives that whole entries are made of."""
    for entry in entries:
        yield entry.source
        match entry.items:
            case (Item(Choice(options)),):
                yield from options
