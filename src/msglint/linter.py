"""The library's front door: packs in, violations out."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any

from msglint.document import Attributes, Document
from msglint.errors import MsglintError
from msglint.ready import ready
from msglint.text.placeholders import DEFAULT_PATTERNS

if TYPE_CHECKING:
    from msglint.engine import Engine, Overrides
    from msglint.judgement import Judgement
    from msglint.matching.compiler import Compiled
    from msglint.packs.model import Ruleset
    from msglint.violation import Violation


class Linter:
    """Judges copy by a ruleset. Safe to share between threads."""

    def __init__(
        self,
        ruleset: Ruleset,
        *,
        overrides: Overrides | None = None,
        placeholders: Sequence[str] = DEFAULT_PATTERNS,
        compiled: Callable[[], Compiled] | None = None,
        seconds: float | None = None,
    ) -> None:
        """Prepare `ruleset`.

        `overrides` replaces severities by rule id (None switches a rule off), `placeholders` are the
        patterns of text that is filled in later, `compiled` gives what the ruleset was compiled to before
        (asked when the first document is judged), `seconds` the time that one document may take (None: any).
        """
        self.ruleset = ruleset
        self.overrides = dict(overrides or {})
        self._placeholders = placeholders
        self._compiled = compiled
        self._seconds = seconds

    @classmethod
    def from_packs(
        cls,
        packs: Sequence[str] | None = None,
        *,
        overrides: Overrides | None = None,
        placeholders: Sequence[str] = DEFAULT_PATTERNS,
    ) -> Linter:
        """Return a linter with the named packs, collections or pack files; with None, the default packs.

        Raises InvalidFileError if a pack is wrong and MsglintError if one is not known.
        """
        known = ready(packs)
        return cls(known.ruleset, overrides=overrides, placeholders=placeholders, compiled=known.compiled)

    @cached_property
    def _engine(self) -> Engine:
        """What judges; a run whose verdicts are all known needs none of it."""
        from msglint.engine import Engine

        platforms, made = _platforms(self.ruleset), self._compiled() if self._compiled else None
        return Engine(self.ruleset, self._placeholders, platforms, self.overrides, made, self._seconds)

    def prepare(self) -> None:
        """Get ready to judge much now: processes that are forked from this one share what it takes."""
        self._engine.program.vocabulary.expect_much()

    def judge(self, document: Document) -> Judgement:
        """Return what a document violates, and which rules ran out of time."""
        return self._engine.judge(document)

    def check(
        self,
        copy: str | Document,
        *,
        channel: str | None = None,
        platform: str | None = None,
        market: str | Sequence[str] = (),
        lang: str | None = None,
        subject: str | None = None,
        product: Attributes | None = None,
        message: Attributes | None = None,
        as_of: date | None = None,
    ) -> list[Violation]:
        """Return the violations of a text (in the given context) or of a document (in its own).

        `market` holds ISO codes (`UK` means GB, `EU` all of the EU and EEA); `product` and `message` are
        attributes by name; `as_of` is the date on which the copy is judged. Raises MsglintError if a rule
        could not finish in time, or for a channel, market or attribute that does not exist.
        """
        from msglint.config.context import merge
        from msglint.config.resolve import context_layer

        if isinstance(copy, str):
            given: dict[str, Any] = {
                "channel": channel,
                "platform": platform,
                "market": market or None,
                "lang": lang,
            }
            given |= {f"product.{name}": value for name, value in (product or {}).items()}
            given |= {f"message.{name}": value for name, value in (message or {}).items()}
            context = merge([context_layer(given, "arguments")]).context
            copy = Document.from_text(copy, replace(context, as_of=as_of), subject)
        judgement = self.judge(copy)
        if not judgement.is_whole:
            raise MsglintError(f"ran out of time: {', '.join(judgement.timeouts) or 'the text is too much'}")
        return list(judgement.violations)


def _platforms(ruleset: Ruleset) -> tuple[str, ...]:
    """Return the platforms to assume: Amazon, unless no pack is made for it.

    A pack for one platform decides before packs for many: `ebay` also holds what eBay shares with others.
    """
    from msglint.scenarios import PLATFORM

    named = [set(_named_platforms(pack.applies)) for pack in ruleset.packs]
    single = [platforms for platforms in named if len(platforms) == 1]
    chosen = set[str]().union(*(single or named))
    return (PLATFORM,) if not chosen or PLATFORM in chosen else tuple(sorted(chosen))


def _named_platforms(condition: object) -> Mapping[str, None]:
    from msglint.packs.model import AllOf, AnyOf, OneOf

    match condition:
        case OneOf("platform", values):
            return dict.fromkeys(map(str, values))
        case AllOf(parts) | AnyOf(parts):
            return {name: None for part in parts for name in _named_platforms(part)}
        case _:
            return {}
