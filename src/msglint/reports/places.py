"""Places in the words of people, and as the regions of formats that know only files, lines and columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msglint.frozen import Frozen
from msglint.reports.display import visible
from msglint.reports.words import say
from msglint.text.patterns import lazy_pattern

if TYPE_CHECKING:
    from msglint.document import Document, Place
    from msglint.violation import Violation

WORD_PART = lazy_pattern(r"(table|header|footer|footnotes|endnotes) ?(\d*)")

WITHIN = ("record", "key", "member", "part", "sheet", "cell", "page", "paragraph")
"""Parts of a place that stand in brackets behind the line and column."""


def where(place: Place, lang: str) -> str:
    """Return a place for people: `card.txt:3:1`, `m.xlsx [sheet EN, cell B12]`, `a.zip [in b.txt:3:1]`."""
    inside = within(place, lang)
    source = visible(place.source)
    return (source if _is_contained(place) else source + _numbers(place)) + (f" [{inside}]" if inside else "")


def within(place: Place, lang: str) -> str:
    """Return what a place says beside file, line and column: record, sheet and cell, page, ...

    Inside an archive or mail, the lines are those of the innermost file and stand behind its name.
    """
    shown = {name: visible(str(value)) for name in WITHIN if (value := getattr(place, name)) is not None}
    if "part" in shown:
        shown["part"] = " / ".join(_part(name, lang) for name in shown["part"].split(" / "))
    innermost = next((name for name in ("part", "member") if name in shown), None)
    if innermost:
        shown[innermost] += _numbers(place)
    parts = [say(lang, name, n=text) for name, text in shown.items()]
    if place.box is not None and place.unit:
        left, top, right, bottom = (round(side) for side in place.box)
        parts.append(say(lang, f"box.{place.unit}", n=f"{left},{top}-{right},{bottom}"))
    return say(lang, "list").join(parts)


def _part(name: str, lang: str) -> str:
    """Return the name of a part; parts of Word files have names of ours, others their own."""
    match = WORD_PART.fullmatch(name)
    return say(lang, f"part.{match[1]}", n=match[2]).strip() if match else name


def _numbers(place: Place) -> str:
    return "".join(f":{number}" for number in (place.line, place.column) if number is not None)


def _is_contained(place: Place) -> bool:
    return bool(place.member or place.part)


class Region(Frozen):
    """Lines and columns of a file, in code points from 1, the end exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


def region(place: Place) -> Region | None:
    """Return the region of the file that a place names.

    None where it has no lines, or where its lines are those of something inside the file (the member of an
    archive, a part of a mail).
    """
    if place.line is None or place.column is None or _is_contained(place):
        return None
    end_line, end_column = place.end_line or place.line, place.end_column or place.column
    return Region(place.line, place.column, end_line, end_column)


def placed(text: str, place: Place, lang: str) -> str:
    """Return a sentence with the part of its place that a format cannot say in front of it."""
    inside = within(place, lang)
    return f"[{inside}] {text}" if inside else text


def line_before(document: Document, violation: Violation, line: int, column: int) -> str | None:
    """Return the text of a physical line before a column; None if the file's own lines are not at hand."""
    if violation.start is None or violation.end is None or violation.element is not None:
        return "" if column == 1 else None
    origin = document.segments[violation.segment].origin
    physical = getattr(origin, "physical", None)
    return None if physical is None else physical.line(line)[: column - 1]
