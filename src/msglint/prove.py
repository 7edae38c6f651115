"""Proving packs: every example comes out as it says, and every phrase and lexicon entry fires on itself.

A rule that can never match is an error, not a silence.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import accumulate
from typing import TYPE_CHECKING, Any

from msglint.config.context import KINDS, merge
from msglint.config.resolve import context_layer
from msglint.document import (
    Context,
    Document,
    Element,
    FixedOrigin,
    Letters,
    PhysicalText,
    Place,
    Segment,
    TextOrigin,
    Value,
)
from msglint.engine import Engine
from msglint.frozen import Frozen
from msglint.matching.compiler import phrases_in
from msglint.matching.reading import SegmentReading
from msglint.messages import Message
from msglint.packs.model import Example, Pack, Rule, Ruleset, SourceText
from msglint.packs.phrases import (
    Choice,
    Gap,
    Item,
    LexiconRef,
    Literal,
    Phrase,
    Stem,
    TypeRef,
    blank_before,
    parse,
)
from msglint.sources import read
from msglint.text.placeholders import DEFAULT_PATTERNS

if TYPE_CHECKING:
    from msglint.matching.program import Program
    from msglint.violation import Violation

FRAMES = ("{}", "，{}。", "请看{}吧", "我们{}的")
"""Where a phrase must fire: bare, and in one of the Chinese settings at least."""

APART = "\n\n¶\n\n"
"""What keeps texts apart that are read at once: nothing reaches over it."""

SAMPLES: Mapping[str, str] = {
    "money": "$10",
    "percent": "15%",
    "number": "7",
    "age": "3 years",
    "date": "2026-05-01",
    "order_id": "112-1234567-1234567",
    "email": "care@brand-example.com",
    "phone": "+1 415-555-0100",
    "handle": "wechat: brand_care88",
    "url": "https://brand-example.com",
    "qr": "qr code",
    "placeholder": "{{name}}",
    "postal_address": "Musterstr. 1, 10115 Berlin",
    "temperature": "60 °C",
}


INHERITED = "{} (an example of “{}”, which the rule extends)"


class Unproven(Frozen):
    """A rule or lexicon that does not do what it says: the text that shows it, and why."""

    subject: str
    text: str
    reason: str


def prove(ruleset: Ruleset, files: Collection[str] | None = None) -> list[Unproven]:
    """Return what is unproven of the rules, and of the shared lexicons, of those in `files` (None: all)."""
    chosen = ruleset.rules
    engine = Engine(ruleset, DEFAULT_PATTERNS, ("amazon",), {})
    own = {str(item.id): item.examples for pack in ruleset.packs for item in pack.extensions}
    failed = [item for rule in chosen for item in prove_examples(engine, rule, own.get(rule.id))]
    program = engine.program
    # The phrases that a rule shares with another are proven with that one.
    owners = [rule for rule in chosen if rule.like is None and not rule.extends]
    failed += [item for rule in owners for item in prove_phrases(program, rule, phrases_in(rule), rule.id)]
    for pack in ruleset.packs:
        failed += _prove_changes(program, pack)
    for lexicon in (item for item in ruleset.lexicons if files is None or _stands_in(item.name, files)):
        name = f"${lexicon.name}" + (f".{lexicon.lang}" if lexicon.lang else "")
        failed += prove_phrases(program, None, lexicon.entries, name)
    return failed


def _prove_changes(program: Program, pack: Pack) -> Iterator[Unproven]:
    """Yield what a pack adds to rules and lexicons of others and what cannot fire."""
    rules = {rule.id: rule for rule in pack.rules}
    for extension in pack.extensions:
        if extension.id in rules:
            added = tuple(phrases_in(extension.add))
            yield from prove_phrases(program, rules[extension.id], added, extension.id)
    lexicons = {(item.name, item.lang): item for item in pack.lexicons}
    for change in pack.changes:
        name = str(LexiconRef(change.name, change.lang))
        probe = replace(pack.rules[0], pack=pack.id, gap=lexicons[change.name, change.lang].gap)
        for phrase in change.add:
            if program.knows(phrase, probe):
                yield from prove_phrases(program, probe, (phrase,), name)
            else:
                yield Unproven(
                    name, phrase.source, Message("no rule of the pack “{}” uses {}", pack.id, name)
                )


def _stands_in(name: str, files: Collection[str]) -> bool:
    return isinstance(name, SourceText) and name.source in files


def prove_examples(engine: Engine, rule: Rule, own: Collection[Example] | None = None) -> Iterator[Unproven]:
    """Yield the examples of a rule that come out otherwise than they say.

    `own` are those that it has beside those of the rule that it extends (None: it extends none).
    """
    for example in rule.examples:
        found = engine.judge(_document(example), only=rule).violations
        violations = [violation for violation in found if violation.rule == rule.id]
        reason = _difference(example, violations)
        if reason and own is not None and example not in own:
            reason = Message(INHERITED, reason, rule.extends[0])
        if reason:
            yield Unproven(rule.id, example.text, reason)


def _difference(example: Example, violations: list[Violation]) -> str | None:
    if not example.flag:
        if not violations:
            return None
        found = "; ".join(f"“{item.excerpt}” ({item.severity})" for item in violations)
        return Message("must pass, but the rule fires on {}", found)
    if not violations:
        return Message("must be flagged, but the rule is silent")
    wanted = {"severity": example.severity, "code": example.code, "excerpt": example.excerpt}
    for name, value in wanted.items():
        found_values = {getattr(violation, name) for violation in violations}
        if value is not None and value not in found_values:
            found = ", ".join(sorted(map(str, found_values)))
            return Message("{} must be {}, but is {}", name, value, found)
    return None


def _document(example: Example) -> Document:
    context = example_context(example.context)
    if example.format is None:
        plain = Document.from_text(example.text, context, example.subject)
        if example.letters:
            printed = ((0, _letters(example.letters)),)
            plain = replace(plain, segments=tuple(replace(item, letters=printed) for item in plain.segments))
        elements = tuple(map(_element, example.elements))
        return replace(plain, elements=elements, gives=plain.gives | {item.kind for item in elements})
    found = read(example.text.encode(), f"example.{example.format}")
    documents = [item for item in found if isinstance(item, Document)]
    return replace(documents[0], context=context)


def _letters(given: Mapping[str, float]) -> Letters:
    return Letters(given.get("size"), given.get("x_height"), given.get("capital_height"))


def _element(given: Mapping[str, Value]) -> Element:
    kind, name = str(given["element"]), str(given.get("name", given["element"]))
    return Element(kind, name, FixedOrigin(Place("<text>")), given)


def example_context(record: Mapping[str, Any]) -> Context:
    """Return the context that an example's record keys give; a missing key stays unknown."""
    values: dict[str, Any] = {name: value for name, value in record.items() if name not in KINDS}
    for kind in KINDS:
        values |= {f"{kind}.{name}": value for name, value in record.get(kind, {}).items()}
    return merge([context_layer(values, "example")]).context


def prove_phrases(
    program: Program, rule: Rule | None, phrases: Iterable[Phrase], subject: str
) -> Iterator[Unproven]:
    """Yield the phrases that do not fire on their own text, bare or inside Chinese text."""
    for phrase in phrases:
        texts = list(samples(program.ruleset, phrase, rule.pack if rule else None))
        settings = [[frame.format(text) for text in texts] for frame in FRAMES]
        fired = iter(_fired(program, rule, phrase, [text for framed in settings for text in framed]))
        bare, *chinese = ([next(fired) for _ in texts] for _ in FRAMES)
        for text, is_bare, *is_inside in zip(texts, bare, *chinese, strict=True):
            if not is_bare:
                yield Unproven(subject, text, Message("“{}” does not fire on its own text", phrase.source))
            elif not any(is_inside):
                yield Unproven(
                    subject, text, Message("“{}” does not fire inside Chinese text", phrase.source)
                )


def _fired(program: Program, rule: Rule | None, phrase: Phrase, texts: Sequence[str]) -> list[bool]:
    """Return whether a phrase fires in each of the texts, which are read at once, set apart."""
    whole = APART.join(texts)
    segment = Segment(whole, TextOrigin(PhysicalText("<sample>", whole)))
    reading = SegmentReading(segment, 0, program, DEFAULT_PATTERNS, ())
    found = [reading.original(span.start, span.end) for span in reading.find(phrase, rule)]
    starts = [0, *accumulate(len(text) + len(APART) for text in texts)]
    bounds = ((start, start + len(text)) for start, text in zip(starts, texts, strict=False))
    return [any(low <= start and end <= high for start, end in found) for low, high in bounds]


def samples(ruleset: Ruleset, phrase: Phrase, pack: str | None) -> Iterator[str]:
    """Yield texts that a phrase must find; each alternative stands in one of them at least."""
    widths = [len(item.node.options) for item in phrase.items if isinstance(item.node, Choice)]
    seen: set[str] = set()
    for index in range(max(widths, default=1)):
        text = "".join(_sample(ruleset, item, index, pack) for item in phrase.items)
        if text not in seen:
            seen.add(text)
            yield " ".join(text.split())


def _sample(ruleset: Ruleset, item: Item, index: int, pack: str | None) -> str:
    if isinstance(item.node, Gap):
        return " "
    if not isinstance(item.node, Choice):
        text = _text(ruleset, item, pack)
        return blank_before(item, text) + text
    option = item.node.options[index % len(item.node.options)]
    blank = blank_before(item, option)
    if not option.strip():
        return blank + option
    edges = " " * option.startswith(" "), " " * option.endswith(" ")
    inner = "".join(_sample(ruleset, part, 0, pack) for part in parse(option).items)
    return blank + edges[0] + inner + edges[1]


def _text(ruleset: Ruleset, item: Item, pack: str | None) -> str:
    match item.node:
        case Literal(text) | Stem(text):
            return text
        case TypeRef(name):
            return SAMPLES[name]
        case LexiconRef(name, lang):
            entry = ruleset.lexicons_named(pack, name, lang)[0].entries[0]
            return next(samples(ruleset, entry, pack))
        case other:
            raise AssertionError(f"{other} cannot stand in an expanded run")
