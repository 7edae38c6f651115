"""What changed for a user between two states of packs: rules, severities, words, examples, word lists."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field, fields
from typing import Any

from msglint.frozen import Frozen
from msglint.packs.model import Case, Lexicon, Pack, Pattern, Rule, Ruleset, Together
from msglint.packs.phrases import Choice, Item, LexiconRef, Phrase
from msglint.packs.references import Key, Shelf
from msglint.reports.conditions import in_words


class Change(Frozen):
    """What is different in one respect: `old` and `new`, or what was `added` and `removed`."""

    what: str
    old: str | None = None
    new: str | None = None
    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()

    @property
    def is_none(self) -> bool:
        """Whether nothing is different."""
        return self.old == self.new and not self.added and not self.removed


class LexiconDiff(Frozen):
    """What is different in a word list, and the rules that use it."""

    name: str
    change: Change
    rules: tuple[str, ...]


class PackDiff(Frozen):
    """What is different between packs; `changed` holds by rule what is, `versions` by pack."""

    packs_added: tuple[str, ...] = ()
    packs_removed: tuple[str, ...] = ()
    versions: Mapping[str, Change] = field(default_factory=dict)
    added: tuple[Rule, ...] = ()
    removed: tuple[Rule, ...] = ()
    changed: Mapping[str, tuple[Change, ...]] = field(default_factory=dict)
    lexicons: tuple[LexiconDiff, ...] = ()


def compare(old: Ruleset, new: Ruleset, lang: str) -> PackDiff:
    """Return what changed from one choice of packs to another; conditions are told in `lang`."""
    packs = {item.id: item for item in old.packs}, {item.id: item for item in new.packs}
    rules = {str(item.id): item for item in old.rules}, {str(item.id): item for item in new.rules}
    both = [name for name in rules[1] if name in rules[0]]
    changes = {name: tuple(_changes(rules[0][name], rules[1][name], lang)) for name in both}
    versions = {
        name: Change("version", packs[0][name].version, packs[1][name].version) for name in _common(*packs)
    }
    return PackDiff(
        packs_added=_without(packs[1], packs[0]),
        packs_removed=_without(packs[0], packs[1]),
        versions={name: change for name, change in versions.items() if not change.is_none},
        added=tuple(rule for name, rule in rules[1].items() if name not in rules[0]),
        removed=tuple(rule for name, rule in rules[0].items() if name not in rules[1]),
        changed={name: found for name, found in changes.items() if found},
        lexicons=tuple(_lexicons(old, new)),
    )


def as_json(diff: PackDiff, lang: str) -> dict[str, Any]:
    """Return a difference as plain data."""
    return {
        "packs": {
            "added": list(diff.packs_added),
            "removed": list(diff.packs_removed),
            "versions": [{"pack": name, **_plain(change)} for name, change in diff.versions.items()],
        },
        "rules": {
            "added": [_told(rule, lang) for rule in diff.added],
            "removed": [_told(rule, lang) for rule in diff.removed],
            "changed": [
                {"rule": name, "changes": [_plain(change) for change in changes]}
                for name, changes in diff.changed.items()
            ],
        },
        "lexicons": [
            {"lexicon": item.name, **_plain(item.change), "rules": list(item.rules)} for item in diff.lexicons
        ],
    }


def _plain(change: Change) -> dict[str, Any]:
    if change.added or change.removed:
        return {"what": change.what, "added": list(change.added), "removed": list(change.removed)}
    return {"what": change.what, "old": change.old, "new": change.new}


def _told(rule: Rule, lang: str) -> dict[str, str]:
    return {
        "rule": rule.id,
        "severity": str(rule.severity),
        "category": rule.category,
        "message": rule.message.render(lang, {}),
    }


def _common(old: Mapping[str, Pack], new: Mapping[str, Pack]) -> list[str]:
    return [name for name in new if name in old]


def _without(names: Iterable[str], others: Mapping[str, object]) -> tuple[str, ...]:
    return tuple(str(name) for name in names if name not in others)


# Rules ------------------------------------------------------------------------------------------


def _changes(old: Rule, new: Rule, lang: str) -> Iterator[Change]:
    """Yield what is different in a rule, the weightiest first."""
    everything = (
        Change("severity", str(old.severity), str(new.severity)),
        Change("category", old.category, new.category),
        Change("condition", in_words(old.when, lang), in_words(new.when, lang)),
        Change("check", _check(old), _check(new)),
        _listed("phrases", _patterns(old), _patterns(new)),
        _listed("not_inside", _phrases(old.not_inside), _phrases(new.not_inside)),
        _listed("cases", map(_case, old.cases), map(_case, new.cases)),
        *_texts("message", old, new),
        *_texts("suggest", old, new),
        _listed("facts", old.facts, new.facts),
        _listed("extends", old.extends, new.extends),
        _listed("examples flag", _examples(old, flag=True), _examples(new, flag=True)),
        _listed("examples pass", _examples(old, flag=False), _examples(new, flag=False)),
    )
    return (change for change in everything if not change.is_none)


def _listed(what: str, old: Iterable[str], new: Iterable[str]) -> Change:
    """Return what was added to a list and removed from it."""
    before, after = dict.fromkeys(map(str, old)), dict.fromkeys(map(str, new))
    return Change(what, added=_without(after, before), removed=_without(before, after))


def _texts(what: str, old: Rule, new: Rule) -> Iterator[Change]:
    before, after = (getattr(getattr(rule, what), "texts", {}) for rule in (old, new))
    for lang in sorted({*before, *after}):
        yield Change(f"{what} {lang}", before.get(lang), after.get(lang))


def _patterns(rule: Rule) -> Iterator[str]:
    """Yield the alternatives of the phrases on which a rule fires."""
    found: Sequence[Pattern] = getattr(rule.check, "patterns", getattr(rule.check, "phrases", ()))
    for item in found:
        yield from (_together(item),) if isinstance(item, Together) else alternatives(item)


def _together(item: Together) -> str:
    within = f"{item.within.count} {item.within.kind}s" if item.within.count > 1 else item.within.kind
    return f"{' + '.join(phrase.source for phrase in item.phrases)} ({within})"


def _phrases(phrases: Iterable[Phrase]) -> Iterator[str]:
    return (text for phrase in phrases for text in alternatives(phrase))


def alternatives(phrase: Phrase) -> tuple[str, ...]:
    """Return a phrase as written, or the alternatives if it is made of nothing else."""
    match phrase.items:
        case (Item(Choice(options)),):
            return tuple(options)
        case _:
            return (phrase.source,)


def _check(rule: Rule) -> str:
    """Return what a rule checks but for its phrases, short: its kind and its numbers."""
    kind = type(rule.check).__name__.removesuffix("Check").lower()
    given = {item.name: getattr(rule.check, item.name) for item in fields(rule.check)}
    shown = [
        f"{name}={_shown(value)}"
        for name, value in given.items()
        if name not in ("patterns", "phrases") and value
    ]
    return f"{kind} ({', '.join(shown)})" if shown else kind


def _shown(value: object) -> str:
    """Return a value of a check in few words."""
    if isinstance(value, tuple):
        return "[" + ", ".join(map(_shown, value)) + "]"
    if isinstance(value, Mapping):
        return ", ".join(f"{key}: {_shown(item)}" for key, item in value.items())
    names = getattr(value, "__dataclass_fields__", ())
    parts = [(name, getattr(value, name)) for name in names]
    if parts:
        return (
            "{" + ", ".join(f"{name}: {_shown(item)}" for name, item in parts if item not in (None, ())) + "}"
        )
    return f"{value:g}" if isinstance(value, float) else str(value)


def _case(case: Case) -> str:
    near = (
        " | ".join(_phrases(case.near))
        or _shown(case.link or case.contact or "")
        or in_words(case.when, "en")
    )
    outcome = "pass" if case.passes else " ".join(str(item) for item in (case.severity, case.code) if item)
    return f"{near} → {outcome or 'message'}"


def _examples(rule: Rule, *, flag: bool) -> Iterator[str]:
    return (example.text for example in rule.examples if example.flag == flag)


# Lexicons ---------------------------------------------------------------------------------------


def _lexicons(old: Ruleset, new: Ruleset) -> Iterator[LexiconDiff]:
    """Yield the word lists that differ and that the rules of these packs use."""
    shelves = Shelf(old), Shelf(new)
    users = _users(old, shelves[0]), _users(new, shelves[1])
    for key in sorted({*users[0], *users[1]}, key=lambda key: tuple(item or "" for item in key)):
        before, after = (shelf.lexicons.get(key) for shelf in shelves)
        change = _listed("entries", _entries(before), _entries(after))
        if not change.is_none:
            owner, name, lang = key
            shown = str(LexiconRef(name, lang)) + (f" ({owner})" if owner else "")
            rules = dict.fromkeys((*users[1].get(key, ()), *users[0].get(key, ())))
            yield LexiconDiff(shown, change, tuple(rules))


def _users(ruleset: Ruleset, shelf: Shelf) -> dict[Key, list[str]]:
    """Return, by lexicon, the rules that use it at any depth."""
    users: dict[Key, list[str]] = {}
    for rule in ruleset.rules:
        for key in shelf.reached(rule.pack, rule):
            users.setdefault(key, []).append(rule.id)
    return users


def _entries(lexicon: Lexicon | None) -> Iterator[str]:
    if lexicon is None:
        return
    yield from _phrases(lexicon.entries)
    yield from (f"not inside: {text}" for text in _phrases(lexicon.not_inside))
