"""Reading rule files together: first what others refer to by name, then the rest, then the proofs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from msglint.errors import InvalidFileError, Problem
from msglint.frozen import Frozen
from msglint.messages import Message
from msglint.packs import references, yaml
from msglint.packs.hosts import Hosts
from msglint.packs.inheritance import extended
from msglint.packs.likeness import likened
from msglint.packs.model import Fact, Lexicon, Pack, Ruleset, SourceText, Spellings, Statement, Zone
from msglint.packs.nearest import hint, quoted
from msglint.packs.schema import FIRST_KEYS
from msglint.packs.schema.facts import FactsFile, ReasonsFile
from msglint.packs.schema.packs import PackFile
from msglint.packs.schema.shared import Shared
from msglint.packs.schema.versions import misfit
from msglint.packs.scope import Named, Scope
from msglint.packs.shapes import Reading, UnreadableError

if TYPE_CHECKING:
    from msglint.packs.files import RuleFile
    from msglint.violation import Template


class Opened(Frozen):
    """A file whose YAML is sound: what is in it, and its first key."""

    file: RuleFile
    node: yaml.MapNode
    kind: str


@dataclass(slots=True)
class Library:
    """What was read so far."""

    packs: list[Pack] = field(default_factory=list)
    lexicons: list[Lexicon] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    zones: list[Zone] = field(default_factory=list)
    facts: list[Fact] = field(default_factory=list)
    reasons: list[Mapping[SourceText, Template]] = field(default_factory=list)
    spellings: Spellings = field(default_factory=Spellings)

    def add(self, content: object) -> None:
        """Take in what a file says."""
        match content:
            case PackFile(pack, shared):
                self.packs.append(pack)
                self.add(shared)
            case Shared(lexicons, statements, zones):
                self.lexicons += lexicons
                self.statements += statements
                self.zones += zones
            case Spellings(characters, words, named):
                known = self.spellings
                self.spellings = Spellings(
                    {**known.characters, **characters}, (*known.words, *words), (*known.named, *named)
                )
            case FactsFile(facts):
                self.facts += facts
            case ReasonsFile(reasons):
                self.reasons.append(reasons)


def read_library(files: Iterable[RuleFile]) -> Ruleset:
    """Return everything that the files hold.

    Raises InvalidFileError with all problems of all files; names across files are proven once each file
    by itself is right.
    """
    problems: list[Problem] = []
    opened = [item for file in files if (item := _open(file, problems)) is not None]
    library = Library()
    scope = Scope(_named("conditions", opened, problems), _named("tables", opened, problems))
    for item in sorted(opened, key=lambda item: item.kind != "facts"):
        if item.kind != "facts" and scope.facts is None and not problems:
            scope = replace(scope, facts={fact.id: fact for fact in library.facts})
        own = replace(
            scope,
            pack=item.file.pack,
            collection=item.file.collection,
            shipped=item.file.shipped,
            origin=item.file.origin,
        )
        with suppress(UnreadableError):
            library.add(FIRST_KEYS[item.kind].read(item.node, Reading(problems, own)))
    if problems:
        raise InvalidFileError(problems)
    return _proven(library)


def _open(file: RuleFile, problems: list[Problem]) -> Opened | None:
    try:
        data = file.path.read_bytes()
    except OSError as error:
        problems.append(Problem(file.source, 0, 0, Message("the file cannot be read: {}", error.strerror)))
        return None
    text, wrong = yaml.decode(data, file.source)
    node, more = yaml.compose(text, file.source) if not wrong else (None, [])
    problems += [*wrong, *more]
    return None if node is None else _told(file, node, problems)


def _told(file: RuleFile, node: yaml.Node, problems: list[Problem]) -> Opened | None:
    """Return the file with its kind, told by its first key."""
    expected = "expected a mapping that begins with “pack”, “lexicons” or “facts”"
    if not isinstance(node, yaml.MapNode) or not node.pairs:
        problems.append(yaml.problem(node, Message("this is no rule file: {}", expected)))
        return None
    key = node.pairs[0][0]
    if key.text not in FIRST_KEYS:
        told = next((name.text for name, _ in node.pairs if name.text in FIRST_KEYS), None)
        advice = Message("write “{}” first", told) if told else hint(key.text, FIRST_KEYS)
        problems.append(
            yaml.problem(key, Message("a rule file cannot begin with {}: {}", quoted(key.text), advice))
        )
        return None
    unfit = misfit(node)
    if unfit:
        problems.append(unfit)
        return None
    return Opened(file, node, key.text)


def _named(key: str, opened: Iterable[Opened], problems: list[Problem]) -> Named:
    """Return the definitions that all files give under a key."""
    named = Named(key.removesuffix("s"))
    for item in opened:
        definitions = item.node.get(key)
        for name, node in definitions.pairs if isinstance(definitions, yaml.MapNode) else ():
            if name.text in named.nodes:
                first = named.nodes[name.text].mark
                message = Message(
                    "the {} “{}” stands twice: first in {}:{}",
                    Message(named.what),
                    name.text,
                    first.source,
                    first.line,
                )
                problems.append(yaml.problem(name, message))
            named.nodes.setdefault(name.text, node)
    return named


def _proven(library: Library) -> Ruleset:
    problems = [
        *references.duplicates(((pack.id, pack.id) for pack in library.packs), "pack"),
        *references.duplicates(((item.name, _lexicon_key(item)) for item in library.lexicons), "lexicon"),
        *references.duplicates(((item.id, item.id) for item in library.statements), "statement"),
        *references.duplicates(((item.name, item.name) for item in library.zones), "zone"),
        *references.duplicates(((item.id, item.id) for item in library.facts), "fact"),
    ]
    ruleset = Ruleset(
        tuple(library.packs),
        tuple(library.lexicons),
        {item.id: item for item in library.statements},
        {item.name: item for item in library.zones},
        {item.id: item for item in library.facts},
        {name: reason for reasons in library.reasons for name, reason in reasons.items()},
        library.spellings,
    )
    ruleset = likened(ruleset, problems)
    ruleset = extended(ruleset, problems)
    problems += references.prove(ruleset)
    if problems:
        raise InvalidFileError(problems)
    hosts = Hosts(references.Shelf(ruleset), problems)
    packs = tuple(replace(pack, rules=tuple(map(hosts.resolved, pack.rules))) for pack in ruleset.packs)
    if problems:
        raise InvalidFileError(problems)
    return replace(ruleset, packs=packs)


def _lexicon_key(lexicon: Lexicon) -> str:
    return f"${lexicon.name}" + (f".{lexicon.lang}" if lexicon.lang else "")
