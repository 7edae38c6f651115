"""Front matter: a YAML block between `---` lines at the top of a text gives its context."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from typing import TYPE_CHECKING, Any

from msglint.config.context import ContextLayer
from msglint.document import Place, Segment
from msglint.frozen import Frozen
from msglint.messages import Message
from msglint.packs.nearest import quoted
from msglint.sources.derive import Edit
from msglint.sources.model import Failure, TextFile
from msglint.text.patterns import lazy_pattern

if TYPE_CHECKING:
    from msglint.errors import Problem
    from msglint.packs import shapes, yaml
    from msglint.packs.model import SourceText

OPENING = lazy_pattern(r"---[ \t]*(?:\r\n|\r|\n)")
CLOSING = lazy_pattern(r"(?<=[\r\n])(?:---|\.\.\.)[ \t]*(?:\r\n|\r|\n|\Z)")
OWN_KEY = lazy_pattern(r"^(?:channel|platform|market|lang|subject|product|message)[ \t]*:", re.MULTILINE)
"""Shows that a block which is no YAML was meant as front matter."""

ALIKE = 0.8
"""From this likeness on a foreign key counts as a misspelt one; others belong to other tools."""


class FrontMatter(Frozen):
    """What a block says; the text goes on at offset `end`."""

    end: int = 0
    layers: tuple[ContextLayer, ...] = ()
    subject: tuple[Segment, ...] = ()
    failures: tuple[Failure, ...] = ()


def read(file: TextFile, *, foreign: bool = False) -> FrontMatter:
    """Return the front matter of a file: a mapping between two `---` lines.

    It needs one of our keys; with `foreign` a block of other tools' keys counts as well. Anything else
    between such lines is text.
    """
    opening = OPENING.match(file.text)
    closing = opening and CLOSING.search(file.text, opening.end())
    if not opening or not closing:
        return FrontMatter()
    from msglint.config.fields import context_values  # Much code, and few files have front matter.
    from msglint.packs import shapes, yaml

    block = file.text[opening.end() : closing.start()]
    node, problems = yaml.compose(block, file.source, first_line=2)
    if node is None and (foreign or OWN_KEY.search(block)):
        return FrontMatter(closing.end(), failures=tuple(_failures(file, problems)))
    if not isinstance(node, yaml.MapNode):
        return FrontMatter()
    reading = shapes.Reading(problems)
    values = _values(node, reading)
    if not values and not reading.problems and not foreign:
        return FrontMatter()
    layer = ContextLayer(context_values(values), f"front matter of {file.source}")
    subject = tuple(_subject(file, text, closing.end()) for text in [values.get("subject")] if text)
    return FrontMatter(closing.end(), (layer,), subject, tuple(_failures(file, reading.problems)))


def _values(node: yaml.MapNode, reading: shapes.Reading) -> dict[str, Any]:
    """Return the values of our keys; a foreign key that looks like a misspelt one of ours is a problem."""
    from difflib import get_close_matches

    from msglint.packs import shapes

    values = {}
    known = _fields()
    for key, value in node.pairs:
        meant = get_close_matches(key.text.lower(), known, 1, ALIKE)
        if key.text in known:
            with suppress(shapes.UnreadableError):
                values[key.text] = known[key.text].shape.read(value, reading)
        elif meant:
            reading.wrong(key, Message("unknown key {}: did you mean “{}”?", quoted(key.text), meant[0]))
    return values


@cache
def _fields() -> dict[str, shapes.Field[Any]]:
    from msglint.config.fields import context_fields
    from msglint.packs import shapes

    return context_fields() | {"subject": shapes.Field(shapes.Text(), "the subject of the message")}


def _subject(file: TextFile, text: SourceText, limit: int) -> Segment:
    """Return the subject with its place: exact where it stands as it reads, else that of the whole value."""
    start = file.physical.line_starts[text.line - 1] + text.column - 1
    for skipped in (0, 1):
        if file.text.startswith(text, start + skipped):
            return file.segment(start + skipped, start + skipped + len(text), role="subject")
    line = file.physical.line(text.line)[text.column - 1 :]
    end = min(start + len(line), limit)
    return file.segment(start, end, [Edit(start, end, str(text))], "subject")


def _failures(file: TextFile, problems: list[Problem]) -> Iterator[Failure]:
    for problem in sorted(set(problems)):
        place = Place(file.source, problem.line, problem.column)
        yield Failure(file.source, place, "bad-front-matter", problem.message)
