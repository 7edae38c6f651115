"""The report for people: what is wrong where, why, and what to write instead."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from msglint.document import Document, Place
from msglint.reports.closing import LeftOut, closing, status
from msglint.reports.display import visible, width, wrap
from msglint.reports.excerpt import Marked, excerpt
from msglint.reports.places import where
from msglint.reports.words import WORDS, fix_key, say
from msglint.text.patterns import lazy_pattern

if TYPE_CHECKING:
    from msglint.reports.model import Judged, Reported, Style, Summary, Write
    from msglint.sources import Failure
    from msglint.violation import Violation

COLORS = {"error": "31;1", "warning": "33;1", "info": "36;1", "failed": "35;1"}
BOLD, DIM = "1", "2"
INDENT = "  "
LABELS = ("why", "fix", "disguise", "assumed", "related", "also", "suppressed.by")
STATEMENT = "statement"
"""The argument of a violation that holds a text to copy as it is: it gets lines of its own."""

BELOW = "\0"
STATEMENT_BELOW = lazy_pattern('\\s*[“"]?\0[”"]?[.。]?')
"""Where a suggestion would say the text, with the quotes and full stop around it."""

LONGEST_QUOTE = 60
"""Characters of a text that are quoted where its disguise is named."""

TOLD_ONCE = "platform=amazon"
"""The assumption that the summary explains once, so that not every violation repeats it."""


class Report:
    """Writes each document that has violations as soon as it is judged, at the end what it comes to."""

    def __init__(self, write: Write, style: Style) -> None:
        self._write = write
        self._style = style
        self._left = LeftOut()
        self._indent = len(INDENT) * 2 + max(width(self._say(label)) for label in LABELS) + 2
        self._severity_width = max(width(self._say(name)) for name in ("error", "warning", "info"))

    def add(self, judged: Judged) -> None:
        """Write a document's header and violations; one without violations only when verbose."""
        counting = judged.violations if self._style.verbose else self._left.rest(judged)
        shown = [item for item in judged.reported if self._is_shown(item, counting)]
        if shown or self._style.verbose:
            self._print(self._header(judged.document), "")
        told: set[str] = set()
        for item in shown:
            self._print(*self._violation(judged.document, item.violation, told))
            self._print(*self._suppression(item), "")
        if self._style.verbose and not shown:
            self._print(INDENT + self._say("clean"), "")

    def _is_shown(self, item: Reported, counting: Sequence[Violation]) -> bool:
        if item.suppression:
            return self._style.show_suppressed
        return any(item.violation is violation for violation in counting)

    def _suppression(self, item: Reported) -> Iterator[str]:
        if item.suppression:
            by, reason = visible(item.suppression.by), item.suppression.reason
            yield from self._block("suppressed.by", self._say("suppressed.because", by=by, reason=reason))

    def fail(self, failure: Failure) -> None:
        """Write what could not be read or judged, and why."""
        where = self._place(failure.place or Place(failure.source))
        name = self._paint(self._say("failed"), COLORS["failed"])
        reason = [INDENT + line for line in self._wrapped(failure.message, len(INDENT))]
        self._print(f"{name}  {self._paint(where, BOLD)}  {self._code(failure)}", *reason, "")

    def close(self, summary: Summary) -> None:
        """Write the summary and why the exit status is what it is."""
        if self._style.quiet:
            return
        for sentence in closing(summary, self._left, self._style.lang):
            self._print(*wrap(sentence, self._style.width))
        last = wrap(status(summary, self._style.lang), self._style.width)
        self._print(*(self._paint(line, BOLD) for line in last))

    def _header(self, document: Document) -> str:
        context = document.context
        member = document.segments[0].origin.place(0, 0).member
        parts = [member and self._say("member", n=visible(member))]
        parts += [document.id and self._say("id", n=visible(document.id)), context.channel, context.platform]
        parts += [", ".join(context.markets), context.lang]
        if document.encoding:
            parts.append(self._say("encoding", n=document.encoding))
        if not document.complete and not document.is_unread:
            parts.append(self._say("incomplete"))
        return " · ".join([self._paint(visible(document.source), BOLD), *filter(None, parts)])

    def _violation(self, document: Document, violation: Violation, told: set[str]) -> Iterator[str]:
        """Yield the lines of a violation; `told` are the suggestions that the document had before."""
        color = COLORS[str(violation.severity)]
        yield self._headline(violation, color)
        marked = excerpt(document, violation, max(20, self._style.width - 16))
        yield from self._excerpt(marked, color, has_lines=_has_lines(violation.place))
        yield from self._block("why", violation.message.render(self._style.lang, violation.arguments))
        yield from self._fix(violation, told)
        yield from self._details(violation)

    def _fix(self, violation: Violation, told: set[str]) -> Iterator[str]:
        """Yield the suggestion, once a document; a text to copy stands by itself, never wrapped."""
        if violation.suggestion is None:
            return
        statement = violation.arguments.get(STATEMENT, "")
        arguments = {**violation.arguments, STATEMENT: BELOW}
        fix = STATEMENT_BELOW.sub("", violation.suggestion.render(self._style.lang, arguments))
        if fix + statement in told:
            yield from self._block("fix", self._say("above"))
            return
        told.add(fix + statement)
        yield from self._block("fix", fix)
        yield from (" " * self._indent + visible(line) for line in statement.splitlines())

    def _headline(self, violation: Violation, color: str) -> str:
        name = self._say(str(violation.severity))
        gap = " " * (self._severity_width - width(name) + 2)
        rule = violation.rule + (f" ({violation.code})" if violation.code else "")
        line = f"{INDENT}{self._paint(name, color)}{gap}{self._place(violation.place)}  {rule}"
        if violation.fix is None:
            return line
        return f"{line}  {self._paint(self._say(fix_key(violation.fix)), DIM)}"

    def _excerpt(self, marked: Sequence[Marked], color: str, *, has_lines: bool) -> Iterator[str]:
        """Yield the marked lines; numbered only where the place has lines that people can go to."""
        numbers = [str(item.number) if item.number else "⋮" for item in marked]
        if not has_lines:
            numbers = [number if number == "⋮" else "" for number in numbers]
        digits = max(map(len, numbers), default=0)
        for item, number in zip(marked, numbers, strict=True):
            yield f"{INDENT * 2}{self._paint(f'{number:>{digits}} │', DIM)} {item.text}".rstrip()
            if item.marks:
                marks = item.marks.lstrip()
                blank = item.marks[: -len(marks)]
                yield f"{INDENT * 2}{' ' * digits} {self._paint('│', DIM)} {blank}{self._paint(marks, color)}"

    def _block(self, label: str, text: str) -> Iterator[str]:
        head = self._say(label)
        gap = " " * (self._indent - len(INDENT) * 2 - width(head))
        first, *rest = self._wrapped(text, self._indent)
        yield f"{INDENT * 2}{self._paint(head, DIM)}{gap}{first}".rstrip()
        yield from (" " * self._indent + line if line else "" for line in rest)

    def _details(self, violation: Violation) -> Iterator[str]:
        separator = self._say("list")
        if violation.disguise:
            yield from self._block("disguise", self._disguise(violation))
        assumed = [text for text in violation.assumed if text != TOLD_ONCE]
        related = [self._place(place) for place in violation.related]
        for label, items in (("assumed", assumed), ("related", related), ("also", violation.also)):
            if items:
                yield from self._block(label, separator.join(items))

    def _disguise(self, violation: Violation) -> str:
        """Return how a text was written, how it reads if that is not the same, and by which means."""
        keys = (f"means.{name}" for name in violation.disguise)
        said = (self._say(key) if key in WORDS else key.removeprefix("means.") for key in keys)
        means = self._say("list").join(said)
        written, read = (_shortened(text) for text in (violation.excerpt, violation.folded))
        if written.lower() == read.lower():  # hidden text, as a rule
            return means
        return self._say("disguise.as", written=written, read=read, means=means)

    def _code(self, failure: Failure) -> str:
        key = f"code.{failure.code}"
        return self._say(key) if key in WORDS else failure.code

    def _place(self, place: Place) -> str:
        return where(place, self._style.lang)

    def _wrapped(self, text: str, indent: int) -> list[str]:
        room = max(20, self._style.width - indent)
        return [line for part in text.splitlines() or [""] for line in wrap(visible(part), room)]

    def _paint(self, text: str, color: str) -> str:
        return f"\x1b[{color}m{text}\x1b[0m" if self._style.color else text

    def _say(self, key: str, **values: object) -> str:
        return say(self._style.lang, key, **values)

    def _print(self, *lines: str) -> None:
        self._write("".join(f"{line}\n" for line in lines))


def _has_lines(place: Place) -> bool:
    """Whether the lines that are shown are those of the file, not of a value in it."""
    return place.line is not None and (place.record, place.key, place.cell) == (None, None, None)


def _shortened(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= LONGEST_QUOTE else plain[: LONGEST_QUOTE - 1] + "…"
