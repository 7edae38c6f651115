"""What a rule reports. A violation holds rule, arguments and places; reports render the words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import field
from enum import IntEnum
from typing import TYPE_CHECKING, NamedTuple

from msglint.frozen import Frozen

if TYPE_CHECKING:
    from msglint.document import Place


class Severity(IntEnum):
    """How bad a violation is; comparable, `ERROR` is the highest."""

    INFO = 1
    WARNING = 2
    ERROR = 3

    def __str__(self) -> str:
        return self.name.lower()


Localized = Mapping[str, str]


class Template(Frozen):
    """A sentence in the report's languages, with `{name}` slots for arguments."""

    texts: Localized

    def render(self, lang: str, arguments: Mapping[str, str]) -> str:
        """Return the sentence in `lang` (else English, else the first), slots filled; unknown slots stay."""
        text = self.texts.get(lang) or self.texts.get("en") or next(iter(self.texts.values()), "")
        for name, value in arguments.items():
            text = text.replace("{" + name + "}", value)
        return text

    def filled(self, arguments: Mapping[str, str], said: Callable[[str, str], str]) -> Template:
        """Return the template with its slots filled in each language; `said` tells a value in a language."""
        texts = {
            lang: self.render(lang, {name: said(value, lang) for name, value in arguments.items()})
            for lang in self.texts
        }
        return Template(texts)


class Change(NamedTuple):
    """The text[start:end] of a segment, by its index, becomes `text`, whose lines end in a line feed."""

    segment: int
    start: int
    end: int
    text: str = ""


class Edit(Frozen):
    """The characters `start` to `end` of the decoded file (code points, end exclusive) become `text`.

    `reads` is what `text` reads as once the file's escapes are undone; `place` is where it happens.
    """

    start: int
    end: int
    text: str
    reads: str
    place: Place


class Fix(Frozen):
    """What would put a violation right. A safe fix changes nothing that a buyer reads.

    `edits` are the changes as edits of the file, ascending and apart; empty for a document without a file.
    """

    changes: tuple[Change, ...]
    is_safe: bool
    edits: tuple[Edit, ...] = ()


class Violation(Frozen):
    """One finding of one rule in one document.

    `segment` is an index into the document's segments, `element` (if it is about one) into its elements;
    `start` and `end` are code points in its text
    (None when a duty is unmet: nothing stands where it should). `markets` and `assumed` say for which
    contexts it holds (`assumed`: `platform=amazon`); `also` names rules of the same category that it covers,
    `extends` those that the rule was made from: who allows one of them allows this too.
    `folded` and `sentence` are the folded matched text and the folded sentence around it. `fix` is offered,
    not yet proven: only another judgement shows that nothing new comes of it.
    """

    rule: str
    category: str
    severity: Severity
    message: Template
    place: Place
    suggestion: Template | None = None
    code: str | None = None
    arguments: Mapping[str, str] = field(default_factory=dict)
    segment: int = 0
    element: int | None = None
    start: int | None = None
    end: int | None = None
    excerpt: str = ""
    folded: str = ""
    sentence: str = ""
    disguise: tuple[str, ...] = ()
    assumed: tuple[str, ...] = ()
    related: tuple[Place, ...] = ()
    also: tuple[str, ...] = ()
    extends: tuple[str, ...] = ()
    markets: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    fix: Fix | None = None
