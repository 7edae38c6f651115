"""What a rule pack says, as typed data. Reading YAML and judging text happen elsewhere."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import field
from datetime import date
from typing import TYPE_CHECKING

from msglint.frozen import Frozen, Late
from msglint.packs.phrases import Phrase

if TYPE_CHECKING:
    from msglint.document import Value
    from msglint.violation import Severity, Template

CATEGORIES = (
    "review-incentive", "review-positive-ask", "review-gating", "review-removal", "review-fake",
    "off-platform-link", "off-platform-contact", "off-platform-divert", "marketing",
    "message-type", "message-format", "personal-data", "warning-missing", "warning-altered",
    "claims", "conduct", "context", "tool",
)  # fmt: skip

UNITS = ("clause", "sentence", "block", "paragraph", "segment", "document")


class SourceText(str):
    """A string that knows where it was written: file, line and column (code points, from 1)."""

    __slots__ = ("column", "line", "source")

    source: str
    line: int
    column: int

    @classmethod
    def at(cls, text: str, source: str, line: int, column: int) -> SourceText:
        """Return `text` with its place."""
        value = cls(text)
        value.source, value.line, value.column = source, line, column
        return value


class Unit(Frozen):
    """A stretch of text that things must share: `sentence`, `2 sentences`, `block`, ..."""

    kind: str = "sentence"
    count: int = 1


SENTENCE = Unit()


# Conditions -------------------------------------------------------------------------------------


class AllOf(Frozen):
    """True if every part is true; without parts always true."""

    parts: tuple[Condition, ...] = ()


class AnyOf(Frozen):
    """True if one part is true."""

    parts: tuple[Condition, ...]


class Not(Frozen):
    """True if the part is false; unknown stays unknown."""

    part: Condition


class OneOf(Frozen):
    """An attribute has one of the values (a set-valued attribute: shares one)."""

    attribute: str
    values: tuple[Value, ...]


class InRange(Frozen):
    """A number or date lies in a range; `above` and `below` exclude their end, the others include it.

    For dates the pack writes `since` (minimum) and `until` (maximum), both included.
    """

    attribute: str
    minimum: float | date | None = None
    above: float | date | None = None
    maximum: float | date | None = None
    below: float | date | None = None


class Contains(Frozen):
    """The document holds one of the phrases, or a statement (complete, in any language)."""

    phrases: tuple[Phrase, ...] = ()
    statement: str | None = None


Condition = AllOf | AnyOf | Not | OneOf | InRange | Contains
ALWAYS = AllOf()


# Statements -------------------------------------------------------------------------------------


class Part(Frozen):
    """One part of a required text.

    `wordings` are the accepted texts by language; `keep` words may not change; `instead` maps a code to
    wordings that people write in its place and that are wrong; `code` is reported when the part is absent.
    A gap in a wording is a blank to fill in; words of `unfilled_by` alone do not fill it. `severity`
    replaces, by code, what the rule says.
    """

    id: str
    wordings: Mapping[str, tuple[Phrase, ...]]
    when: Condition = ALWAYS
    as_written: bool = False
    code: str = "part_missing"
    keep: tuple[str, ...] = ()
    instead: Mapping[str, tuple[Phrase, ...]] = field(default_factory=dict)
    unfilled_by: tuple[str, ...] = ()
    severity: Mapping[str, Severity] = field(default_factory=dict)


class Form(Frozen):
    """One permitted form of a statement; found while its condition is false, it earns `otherwise`.

    `instead` maps a code to texts that people write in place of the whole form.
    """

    id: str
    parts: tuple[Part, ...]
    when: Condition = ALWAYS
    otherwise: str | None = None
    instead: Mapping[str, tuple[Phrase, ...]] = field(default_factory=dict)


class Statement(Late):
    """A required text: its forms (usually one) and the unit in which the parts must stand together."""

    id: str
    forms: tuple[Form, ...]
    together: Unit | None = None


# Checks -----------------------------------------------------------------------------------------


class Together(Frozen):
    """Phrases that must all be found within one unit, in any order."""

    phrases: tuple[Phrase, ...]
    within: Unit = SENTENCE


Pattern = Phrase | Together


class Row(Frozen):
    """A row of a table: `value` holds where the attribute has one of `keys`, or lies in `span`.

    A row without both holds everywhere else. Spans of one table neither overlap nor leave holes.
    """

    keys: tuple[Value, ...]
    value: float
    span: InRange | None = None


class Table(Frozen):
    """A parameter that depends on an attribute (`by`), or, with `by` None, one fixed value."""

    rows: tuple[Row, ...]
    by: str | None = None


class LinkTest(Frozen):
    """Which links are meant; every given part must hold.

    `hosts` are domains (their subdomains count); `paths` are glob patterns on the path (`/dp/*`); `schemes`
    such as `http`; `kinds` are of `bare`, `short`, `idn`, `ip`, `markdown`.
    """

    hosts: tuple[str, ...] = ()
    paths: tuple[str, ...] = ()
    schemes: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()


class ContactTest(Frozen):
    """Which contacts are meant: `kinds` of `email`, `phone`, `messenger`, `social` (none: all)."""

    kinds: tuple[str, ...] = ()


class PhrasesCheck(Frozen):
    """Fires where one of the patterns is found."""

    patterns: tuple[Pattern, ...]


class RegexCheck(Frozen):
    """Fires where the pattern matches the folded text; `needs` are literals of which one must occur."""

    pattern: str
    needs: tuple[str, ...] = ()


class LinkCheck(Frozen):
    """Fires on links that pass the test."""

    test: LinkTest = LinkTest()


class ContactCheck(Frozen):
    """Fires on contacts that pass the test."""

    test: ContactTest = ContactTest()


class LimitCheck(Frozen):
    """Fires where a measure of the document is above `maximum` or below `minimum`."""

    measure: str
    maximum: Table | None = None
    minimum: Table | None = None


class NothingButCheck(Frozen):
    """Fires when every sentence of the document matches one of the phrases."""

    phrases: tuple[Phrase, ...]


class AtMostCheck(Frozen):
    """Fires on every hit beyond `count` in a document; the attribute `earlier` adds to the count."""

    count: int
    phrases: tuple[Phrase, ...]
    earlier: str | None = None


class ReportCheck(Frozen):
    """Fires once in a document whose context alone is the error."""


class ReadsLikeCheck(Frozen):
    """Fires on passages that read, as a whole, like a kind of violation; gives way to rules that name it."""

    kind: str


class RequireCheck(Frozen):
    """Fires when a statement is missing or altered.

    `match` is `verbatim`, `equivalent` or `elements`; `languages` is `market`, `text` or a list of codes;
    with `any_case` the case of `as_written` parts is free; `only_if_started` makes no duty but judges
    alterations of a statement that was begun. `severity` replaces, by code, the rule's own; without it, mere
    wording is at most a warning.
    """

    statement: str
    match: str = "equivalent"
    languages: tuple[str, ...] = ("market",)
    any_case: bool = False
    only_if_started: bool = False
    severity: Mapping[str, Severity] = field(default_factory=dict)


class PrintSizeCheck(Frozen):
    """Fires where one of the statements is printed smaller than `minimum`, where that can be measured.

    `measure` is `type` (the size of the type), `x_height` or `capitals`, in `unit`: `pt`, `mm` or `in`.
    """

    statements: tuple[str, ...]
    measure: str
    unit: str
    minimum: Table


class AttributeTest(Frozen):
    """What an attribute of an element must be: one of `values` (texts are patterns), or in `span`."""

    name: str
    values: tuple[Value, ...] = ()
    span: InRange | None = None


class ForbidCheck(Frozen):
    """Fires on elements of a kind for which all of `where` holds, and not all of `unless`."""

    element: str
    where: tuple[AttributeTest, ...] = ()
    unless: tuple[AttributeTest, ...] = ()


Check = (
    PhrasesCheck | RegexCheck | LinkCheck | ContactCheck | LimitCheck
    | NothingButCheck | AtMostCheck | ReportCheck | RequireCheck | PrintSizeCheck | ForbidCheck
    | ReadsLikeCheck
)  # fmt: skip


# Rules and packs --------------------------------------------------------------------------------


class Unless(Frozen):
    """Silences a hit if a phrase stands before (or after) it, or inside it, within the unit."""

    before: tuple[Phrase, ...] = ()
    after: tuple[Phrase, ...] = ()
    within: Unit = Unit("clause")


class Case(Frozen):
    """What to make of a hit that fits: every given condition must hold; the first case that fits decides."""

    near: tuple[Phrase, ...] = ()
    when: Condition = ALWAYS
    link: LinkTest | None = None
    contact: ContactTest | None = None
    passes: bool = False
    severity: Severity | None = None
    code: str | None = None
    message: Template | None = None
    suggest: Template | None = None


class Example(Frozen):
    """A text that proves a rule: `flag` says whether the rule must fire; the rest is expected if given.

    `context` has the keys of a record: channel, platform, market, lang, product, message, as_of. With
    `format`, such as `html`, the text is a file of that suffix; `elements` stand beside it, each with its
    kind as `element`. `letters` are the sizes in points in which the text is printed.
    """

    text: str
    flag: bool
    subject: str | None = None
    context: Mapping[str, object] = field(default_factory=dict)
    severity: Severity | None = None
    code: str | None = None
    excerpt: str | None = None
    format: str | None = None
    elements: tuple[Mapping[str, Value], ...] = ()
    letters: Mapping[str, float] = field(default_factory=dict)


SAFE_REPAIRS = frozenset(("https", "blank_lines", "zero_width"))
"""Kinds of repair that change nothing a buyer reads."""


class Repair(Frozen):
    """How what a rule finds is put right without a person: a kind (see `schema/repairs.py`).

    `replacements` are the texts to write, by what is found, for the kind `replace`.
    """

    kind: str
    replacements: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_safe(self) -> bool:
        """Whether it changes nothing that a buyer reads."""
        return self.kind in SAFE_REPAIRS


class Rule(Late):
    """One thing that is forbidden, limited or required. `id` is `pack/rule`.

    With `unknown_passes` a rule that forbids says nothing while it is unknown whether its condition holds;
    `disguised` rules report only what was disguised on purpose. `like` names a rule whose check and
    exceptions this one shares, with the `pack` in which their names mean something. `extends` are the rules
    that it was made from, the nearest first. `bounds` holds, by platform, the most that the facts about it
    carry.
    """

    id: str
    pack: str
    category: str
    severity: Severity
    message: Template
    check: Check
    suggest: Template | None = None
    facts: tuple[str, ...] = ()
    source: Mapping[str, str] = field(default_factory=dict)
    when: Condition = ALWAYS
    unknown_passes: bool = False
    disguised: bool = False
    code: str | None = None
    gap: int = 12
    not_inside: tuple[Phrase, ...] = ()
    unless: Unless | None = None
    inside: tuple[str, ...] = ()
    outside: tuple[str, ...] = ()
    doubtful: tuple[str, ...] = ()
    near: Unit = SENTENCE
    cases: tuple[Case, ...] = ()
    examples: Sequence[Example] = ()
    like: SourceText | None = None
    extends: tuple[SourceText, ...] = ()
    bounds: Mapping[str, Severity] = field(default_factory=dict)
    fix: Repair | None = None


class Words(Frozen):
    """What an extension adds to a rule, or removes from it."""

    phrases: tuple[Pattern, ...] = ()
    not_inside: tuple[Phrase, ...] = ()


class Extension(Frozen):
    """A rule that is made from another one (`base`), and stands in its place where `when` holds.

    What it says replaces what the other says; its cases stand before the other's, its examples beside them.
    """

    id: SourceText
    base: SourceText
    severity: Severity | None = None
    message: Template | None = None
    suggest: Template | None = None
    code: str | None = None
    source: Mapping[str, str] = field(default_factory=dict)
    when: Condition = ALWAYS
    cases: tuple[Case, ...] = ()
    add: Words = Words()
    remove: Words = Words()
    examples: tuple[Example, ...] = ()


class Zone(Frozen):
    """A named stretch of a document: text from a start phrase on, or lines with a prefix such as `>`.

    With `reads_like`, the passages that read, as a whole, like that kind of innocent copy; with `throughout`,
    only those of their sentences that fit in when read alone; with `quoted`, only the quotations in them.

    `until` is `blank_line`, `end`, `clause`, `sentence` or `quotation`; the last three begin with the clause
    of the start phrase, with its sentence, `behind` it, or are the `quotation` at which it stands, with those
    in a row with it (`begins`). Clauses that begin with one of `goes_on` belong to the one before. With
    `beside`, one of these phrases has to stand in the stretch (beside a quotation: in its sentence) or in the
    sentence behind it; with one of `unless` in it, outside quotations, it is no zone.
    """

    name: str
    starts: tuple[Phrase, ...] = ()
    prefix: str | None = None
    reads_like: str | None = None
    throughout: bool = False
    quoted: bool = False
    until: str = "blank_line"
    begins: str = "clause"
    goes_on: tuple[Phrase, ...] = ()
    max_lines: int | None = None
    beside: tuple[Phrase, ...] = ()
    unless: tuple[Phrase, ...] = ()


class Lexicon(Late):
    """A word list by name and language (None: any); a hit inside one of `not_inside` does not count.

    `gap` is for the gaps in its entries, in words. In YAML a list of entries, or a mapping with `entries`,
    `not_inside` and `gap`.
    """

    name: str
    lang: str | None
    entries: tuple[Phrase, ...]
    not_inside: tuple[Phrase, ...] = ()
    gap: int = 12


class LexiconChange(Frozen):
    """What a pack adds to a lexicon of others, and removes from it, for its own rules.

    `not_inside` are more phrases inside which a hit does not count.
    """

    name: SourceText
    lang: str | None
    add: tuple[Phrase, ...] = ()
    remove: tuple[Phrase, ...] = ()
    not_inside: tuple[Phrase, ...] = ()


class SpelledWord(Frozen):
    """A word that writers disguise. `written` holds other forms, each with its means, which count only beside
    a companion; so do `innocent` words that sound alike. Companions stand right `before` or `behind`, or
    `near`; `refused` signs right beside the form show that something else is meant.
    """

    word: str
    written: tuple[tuple[str, str], ...] = ()
    innocent: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    behind: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()


class Spellings(Frozen):
    """The words that writers disguise, and by character the other ways to write it, each with its means.

    `named` words are a disguise where a rule finds them, and are never rewritten.
    """

    characters: Mapping[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)
    words: tuple[SpelledWord, ...] = ()
    named: tuple[tuple[str, str], ...] = ()


class Pack(Late):
    """One YAML file of rules. `optional` packs are used only when named; `applies` holds for every rule.

    `rules` hold what `extensions` come to, `lexicons` what `changes` come to, once all packs are read.
    `origin` is the package that brings it (`acme-rules 1.2`), `msglint`, or empty for a file of the user's.
    """

    id: str
    collections: tuple[str, ...]
    title: Template
    rules: tuple[Rule, ...]
    applies: Condition = ALWAYS
    optional: bool = False
    lexicons: tuple[Lexicon, ...] = ()
    extensions: tuple[Extension, ...] = ()
    changes: tuple[LexiconChange, ...] = ()
    version: str | None = None
    requires: str | None = None
    origin: str = ""


class Fact(Late):
    """A policy fact: what a rule encodes, where it was read, and how sure that is.

    `level` is `block`, `warn`, `info` or `do-not-flag` for marketplace facts, `label` for label facts;
    `confidence` is `stated`, `third-party` or `conflict`, for label facts a grade `A`, `B` or `C`; `wording`
    is the grade of the exact words, where it differs. `checked` is the day its sources were last read.
    `platforms` are the marketplaces it speaks about; none: Amazon, or all of them.
    """

    id: str
    title: Template
    statement: Template
    level: str
    confidence: str
    sources: tuple[Mapping[str, str], ...] = ()
    wording: str | None = None
    checked: date | None = None
    platforms: tuple[str, ...] = ()


class Ruleset(Late):
    """Everything that was loaded: packs, and what they share.

    Lexicons of a pack are its own and stand before the shared ones; the other kinds have one namespace.
    `reasons` says, by fact, why text alone cannot judge it.
    """

    packs: tuple[Pack, ...]
    lexicons: tuple[Lexicon, ...] = ()
    statements: Mapping[str, Statement] = field(default_factory=dict)
    zones: Mapping[str, Zone] = field(default_factory=dict)
    facts: Mapping[str, Fact] = field(default_factory=dict)
    reasons: Mapping[str, Template] = field(default_factory=dict)
    spellings: Spellings = Spellings()

    @property
    def rules(self) -> tuple[Rule, ...]:
        """All rules, in the order of their packs."""
        return tuple(rule for pack in self.packs for rule in pack.rules)

    def lexicons_named(self, pack: str | None, name: str, lang: str | None = None) -> tuple[Lexicon, ...]:
        """Return what `$name` (or `$name.lang`) means inside `pack`; empty if there is no such lexicon."""
        own = next((item.lexicons for item in self.packs if item.id == pack), ())
        for lexicons in (own, self.lexicons):
            found = tuple(item for item in lexicons if item.name == name and lang in (None, item.lang))
            if found:
                return found
        return ()
