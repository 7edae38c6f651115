"""The XML of a Word file: its paragraphs in order, with what Word would print of them."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from xml.etree.ElementTree import ParseError

from defusedxml import DefusedXmlException
from defusedxml import ElementTree as SafeTree

from msglint.messages import Message
from msglint.sources.csv_text import address
from msglint.sources.model import UnreadableError

if TYPE_CHECKING:
    from msglint.sources.archive import Archive

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"

LEFT_OUT = frozenset((f"{W}del", f"{W}moveFrom", f"{W}instrText", f"{W}rPr", f"{W}pPr", FALLBACK))
"""What is deleted, said again for old programs, or no text."""

CHARACTERS = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}
FIELD_LINK = re.compile(r'HYPERLINK\s+"([^"]+)"')


@dataclass(slots=True)
class Paragraph:
    """A paragraph: its number in the part from 1, and the table (from 1) and cell (`B2`) that hold it.

    `hidden` is its text that is formatted as hidden; `links` are targets with their texts, `alts` the alt
    texts of its pictures.
    """

    number: int
    table: int | None = None
    cell: str | None = None
    text: str = ""
    hidden: str = ""
    links: list[tuple[str, str]] = field(default_factory=list)
    alts: list[str] = field(default_factory=list)


def parse(data: bytes) -> Any:
    """Return the root of an XML part. Raises UnreadableError if it is damaged or declares entities."""
    try:
        return SafeTree.fromstring(data, forbid_dtd=True)
    except DefusedXmlException as error:
        raise UnreadableError("broken", "the file is damaged: it declares XML entities") from error
    except (ParseError, ValueError, LookupError) as error:
        raise UnreadableError("broken", Message("the file is damaged: {}", error)) from error


def relations(archive: Archive, part: str) -> Mapping[str, str]:
    """Return the external targets of a part by their ids."""
    folder, name = posixpath.split(part)
    path = f"{folder}/_rels/{name}.rels"
    if path not in archive.names:
        return {}
    items = list(parse(archive.read(path)))
    return {
        item.get("Id", ""): item.get("Target", "") for item in items if item.get("TargetMode") == "External"
    }


def paragraphs(data: bytes, targets: Mapping[str, str]) -> Iterator[Paragraph]:
    """Yield the paragraphs of a part in order; those of a text box follow the one that it hangs on."""
    found: list[Paragraph] = []
    tables = 0
    waiting: list[tuple[Any, int | None, str | None]] = [(parse(data), None, None)]
    while waiting:
        node, table, cell = waiting.pop()
        if node.tag in LEFT_OUT:
            continue
        if node.tag == f"{W}tbl":
            tables += 1
            waiting += reversed([(child, tables, at) for child, at in _cells(node)])
            continue
        if node.tag == f"{W}p":
            found.append(_paragraph(node, Paragraph(len(found) + 1, table, cell), targets))
            waiting += reversed([(box, table, cell) for box in _boxes(node)])
            continue
        waiting += reversed([(child, table, cell) for child in node])
    yield from found


def _cells(table: Any) -> Iterator[tuple[Any, str]]:
    for row, line in enumerate(table.iter(f"{W}tr") if _is_flat(table) else table.findall(f"{W}tr"), start=1):
        for index, cell in enumerate(line.findall(f"{W}tc")):
            yield cell, address(row, index)


def _is_flat(table: Any) -> bool:
    return next((inner for inner in table.iter(f"{W}tbl") if inner is not table), None) is None


def _boxes(paragraph: Any) -> Iterator[Any]:
    """Yield the contents of text boxes; Word keeps each twice, for old programs too."""
    waiting = [paragraph]
    while waiting:
        node = waiting.pop()
        if node.tag == f"{W}txbxContent":
            yield node
        elif node.tag not in LEFT_OUT:
            waiting += reversed(list(node))


def _paragraph(node: Any, item: Paragraph, targets: Mapping[str, str]) -> Paragraph:
    waiting = [(child, False) for child in reversed(node)]
    ends: list[tuple[int, str]] = []
    while waiting:
        child, is_hidden = waiting.pop()
        if child is None:
            start, target = ends.pop()
            item.links.append((target, item.text[start:]))
            continue
        if child.tag == f"{W}instrText":
            item.links += [(target, "") for target in FIELD_LINK.findall(child.text or "")]
        if child.tag in LEFT_OUT or child.tag == f"{W}txbxContent":
            continue
        if child.tag.endswith("}docPr"):
            item.alts.append(child.get("descr") or "")
        target = targets.get(child.get(f"{R}id", ""), "") if child.tag == f"{W}hyperlink" else ""
        if target:
            ends.append((len(item.text), target))
            waiting.append((None, False))
        is_hidden = is_hidden or (child.tag == f"{W}r" and _is_vanished(child))
        text = child.text or "" if child.tag == f"{W}t" else CHARACTERS.get(child.tag, "")
        if is_hidden:
            item.hidden += text
        else:
            item.text += text
        waiting += [(inner, is_hidden) for inner in reversed(child)]
    return item


def _is_vanished(run: Any) -> bool:
    mark = run.find(f"{W}rPr/{W}vanish")
    return mark is not None and mark.get(f"{W}val", "true") not in ("0", "false", "off")
