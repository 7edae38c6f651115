"""The HTML report: one file that needs nothing else, in English and Chinese at a click.

The copy in it is shown and never run: every text is escaped, and the page's own policy forbids any script
but the one it was written with, and any request.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from html import escape
from importlib.resources import files
from typing import TYPE_CHECKING

from msglint.messages import said
from msglint.reports.closing import LeftOut, closing, status
from msglint.reports.display import visible
from msglint.reports.highlight import Span, blocks
from msglint.reports.pages import Pages
from msglint.reports.places import where
from msglint.reports.spool import Spool
from msglint.reports.words import LANGUAGES, WORDS, fix_key, say
from msglint.violation import Severity, Template, Violation

if TYPE_CHECKING:
    from msglint.reports.model import Judged, Reported, Style, Summary, Write
    from msglint.sources import Failure

SLOT = re.compile(r"[“‘]?\{\w+\}[”’]?")
LAST_SLOT = re.compile(rf"[:：] ?{SLOT.pattern}(?=[.。]?$)")
"""What stands in a message for what was found, and the one that only adds it."""


class Report:
    """Writes everything when it is closed: the lists stand first."""

    def __init__(self, write: Write, style: Style) -> None:
        self._write = write
        self._lang = style.lang
        self._cards = Spool()
        self._failures = Spool()
        self._left = LeftOut()
        self._pages = Pages()
        self._rules: Counter[tuple[str, Severity]] = Counter()
        self._messages: dict[str, Template] = {}
        self._sources: Counter[str] = Counter()
        self._langs: set[str] = set()

    def add(self, judged: Judged) -> None:
        """Keep the card of a document in which something was found."""
        counting = {id(violation) for violation in self._left.rest(judged)}
        found = [item for item in judged.reported if id(item.violation) in counting and not item.suppression]
        if not found:
            return
        self._rules.update((item.violation.rule, item.violation.severity) for item in found)
        for item in found:
            self._messages.setdefault(item.violation.rule, item.violation.message)
        self._sources[judged.document.source] += len(found)
        lang = judged.document.context.lang or ""
        self._langs.add(lang)
        for part in self._card(judged, found, lang):
            self._cards.add(part)

    def fail(self, failure: Failure) -> None:
        """Keep what could not be read or judged."""
        place = escape(where(failure.place, "en") if failure.place else visible(failure.source))
        code = f"code.{failure.code}"
        label = _both(lambda lang: say(lang, code)) if code in WORDS else escape(failure.code)
        reason = _both(lambda lang: said(failure.message, lang))
        self._failures.add(f"<li><b>{label}</b> <code>{place}</code><br>{reason}</li>")

    def close(self, summary: Summary) -> None:
        """Write the page."""
        script = _resource("report.js")
        self._write(_head(self._lang, script))
        for part in self._overview(summary):
            self._write(part)
        for chunk in self._cards.drain():
            self._write(chunk)
        self._write(f"<script>{script}</script></body></html>\n")

    def _overview(self, summary: Summary) -> Iterator[str]:
        buttons = "".join(
            f'<button data-speak="{lang}" aria-pressed="{str(lang == self._lang).lower()}">{name}</button> '
            for lang, name in zip(LANGUAGES, ("English", "中文"), strict=True)
        )
        yield f"<header><h1>msglint</h1><div>{buttons}</div></header>"
        sentences = {lang: [*closing(summary, self._left, lang), status(summary, lang)] for lang in LANGUAGES}
        *notes, result, last = zip(*sentences.values(), strict=True)
        if self._pages.left_out:
            notes.append(tuple(say(lang, "html.pages", n=self._pages.left_out) for lang in LANGUAGES))
        yield f"<p><b>{_spoken(result)}</b></p>"
        yield "".join(f'<p class="note">{_spoken(note)}</p>' for note in (*notes, last))
        if self._failures.count:
            yield f"<h2>{_word('failed')}</h2>"
        yield from ('<ul class="failures">', *self._failures.drain(), "</ul>")
        if self._rules:
            yield f"<h2>{_word('html.rules')}</h2><table>{''.join(self._rule_rows())}</table>"
            yield f"<h2>{_word('html.files')}</h2><table>{''.join(self._source_rows())}</table>"
            yield f"<h2>{_word('html.documents')}</h2>" + self._filters()

    def _card(self, judged: Judged, found: list[Reported], lang: str) -> Iterator[str]:
        """Yield a document as it looks, its text with marks, and beside it what was found."""
        document = judged.document
        spans: list[list[Span]] = [[] for _ in document.segments]
        for number, item in enumerate(found):
            v = item.violation
            if v.start is not None and v.end is not None and v.element is None:
                spans[v.segment].append(Span(_id(judged, number), v.severity, v.start, v.end))
        context = [
            document.id,
            document.context.channel,
            document.context.platform,
            *document.context.markets,
        ]
        told = " · ".join(escape(visible(str(item))) for item in (*context, lang) if item)
        yield (
            f'<section class="document" data-source="{escape(document.source)}" data-lang="{escape(lang)}">'
            f'<header><h3>{escape(visible(document.source))}</h3><span class="note">{told}</span></header>'
            '<div class="columns"><div>'
        )
        named = [(_id(judged, number), item.violation) for number, item in enumerate(found)]
        yield from self._pages.of(document, named)
        yield from blocks(document, spans, _role)
        yield "</div><div>"
        for number, item in enumerate(found):
            yield _violation(item.violation, _id(judged, number))
        yield "</div></div></section>\n"

    def _rule_rows(self) -> Iterator[str]:
        for (rule, severity), count in sorted(
            self._rules.items(), key=lambda item: (-item[0][1], -item[1], item[0][0])
        ):
            label = f'<span class="{severity}"><span class="severity">{_word(str(severity))}</span></span>'
            meaning = f'<div class="note">{_general(self._messages[rule])}</div>'
            name = _chooser("by-rule", rule)
            yield f'<tr><td>{count}</td><td class="level">{label}</td><td>{name}{meaning}</td></tr>'

    def _source_rows(self) -> Iterator[str]:
        for source, count in self._sources.items():
            yield f"<tr><td>{count}</td><td>{_chooser('by-source', source)}</td></tr>"

    def _filters(self) -> str:
        severities = [(str(item), say("en", str(item)), say("zh", str(item))) for item in reversed(Severity)]
        rules = sorted({rule for rule, _ in self._rules})
        languages = sorted(filter(None, self._langs))
        return (
            '<div class="filters">'
            + _select("by-severity", "html.all_severities", severities)
            + _select("by-rule", "html.all_rules", [(rule, rule, rule) for rule in rules])
            + _select("by-source", "html.all_files", [(source, source, source) for source in self._sources])
            + _select("by-lang", "html.all_languages", [(lang, lang, lang) for lang in languages])
            + "</div>"
        )


def _head(lang: str, script: str) -> str:
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    policy = f"default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src 'sha256-{digest}'"
    return (
        f'<!DOCTYPE html><html lang="{lang}" data-lang="{lang}"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1"><title>msglint</title>'
        f"<style>{_resource('report.css')}</style></head><body>"
    )


def _violation(found: Violation, name: str) -> str:
    def told(template: Template, kind: str) -> str:
        return f'<p class="{kind}">{_both(lambda lang: template.render(lang, found.arguments))}</p>'

    code = f" ({escape(found.code)})" if found.code else ""
    disguise = ""
    if found.disguise:
        names = _both(lambda lang: say(lang, "list").join(say(lang, f"means.{m}") for m in found.disguise))
        disguise = f'<p class="note">{_word("disguise")}: {names}</p>'
    fixable = f'<span class="note">{_word(fix_key(found.fix))}</span>' if found.fix else ""
    return (
        f'<div class="violation {found.severity}" id="{name}" data-severity="{found.severity}" '
        f'data-rule="{escape(found.rule)}"><span class="severity">{_word(str(found.severity))}</span> '
        f"<b>{escape(found.rule)}</b>{code} {fixable}<br>"
        f'<span class="place">{_both(lambda lang: where(found.place, lang))}</span>'
        + told(found.message, "why")
        + (told(found.suggestion, "fix") if found.suggestion else "")
        + f"{disguise}</div>"
    )


def _role(role: str) -> str:
    key = f"role.{role}"
    return _word(key) if key in WORDS else escape(role.replace("_", " "))


def _general(message: Template) -> str:
    """Return what a rule says of whatever it finds."""
    return _both(lambda lang: SLOT.sub("…", LAST_SLOT.sub("", message.render(lang, {}))))


def _id(judged: Judged, number: int) -> str:
    return f"v{judged.index}-{number}"


def _chooser(target: str, value: str) -> str:
    written = escape(value)
    return f'<button data-choose="{target}" data-value="{written}">{escape(visible(value))}</button>'


def _select(name: str, everything: str, options: Iterable[tuple[str, str, str]]) -> str:
    """Return a choice. An option cannot hold elements, so that its text has both languages."""
    both = " / ".join(dict.fromkeys(say(lang, everything) for lang in LANGUAGES))
    rows = [f'<option value="">{escape(both)}</option>']
    for value, english, chinese in options:
        label = " / ".join(dict.fromkeys((english, chinese)))
        rows.append(f'<option value="{escape(value)}">{escape(visible(label))}</option>')
    return f'<select id="{name}" aria-label="{escape(both)}">{"".join(rows)}</select>'


def _word(key: str) -> str:
    return _both(lambda lang: say(lang, key))


def _both(text: Callable[[str], str]) -> str:
    """Return what a function says in each language, of which the page shows one."""
    return _spoken(tuple(text(lang) for lang in LANGUAGES))


def _spoken(texts: tuple[str, ...]) -> str:
    pairs = zip(LANGUAGES, texts, strict=True)
    return "".join(f'<span class="{lang}" lang="{lang}">{_lines(text)}</span>' for lang, text in pairs)


def _lines(text: str) -> str:
    return "\n".join(escape(visible(line)) for line in text.splitlines())


def _resource(name: str) -> str:
    return (files("msglint.reports") / name).read_text("utf-8")
