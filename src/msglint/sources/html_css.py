"""Which declarations hold for which element: style sheets, style attributes, presentational attributes."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any
from xml.etree import ElementTree

from msglint.frozen import Frozen
from msglint.sources.html_tree import Attribute, Node, Text

MAX_STYLED = 20_000
"""Elements up to which style sheets are applied."""

SCREENS = ("", "all", "screen", "only screen")
"""Media for which an `@media` block counts; others hold on some screens only."""

SIZES = ("x-small", "small", "medium", "large", "x-large", "xx-large", "xxx-large")
"""What `<font size>` from 1 on means."""


class Declaration(Frozen):
    """`name: value` as it stands at file[start:end]; `strings` are the spans of the texts in quotes."""

    name: str
    value: str
    start: int
    end: int
    strings: tuple[tuple[int, int], ...] = ()


Styles = Mapping[int, list[Declaration]]
"""Declarations by `id()` of their element, the weakest first."""


class Sheet(Frozen):
    """What the style sheets of a page say: declarations of elements, and texts that they generate."""

    styles: Styles
    generated: tuple[tuple[int, int], ...] = ()


def cascade(text: str, root: Node) -> Sheet:
    """Return the declarations of all elements below `root`."""
    nodes = list(root.nodes())
    found: dict[int, list[Declaration]] = defaultdict(list)
    for node in nodes:
        found[id(node)] += _presentational(node)
    sheets = [sheet for node in nodes if node.tag == "style" for sheet in node.children]
    generated: list[tuple[int, int]] = []
    if sheets and len(nodes) <= MAX_STYLED:
        _apply(text, root, [sheet for sheet in sheets if isinstance(sheet, Text)], found, generated)
    for node in nodes:
        style = node.attributes.get("style")
        if style is not None:
            found[id(node)] += _ordered(_inline(text, style))
    return Sheet(found, tuple(generated))


def _apply(
    text: str,
    root: Node,
    sheets: Iterable[Text],
    found: dict[int, list[Declaration]],
    generated: list[tuple[int, int]],
) -> None:
    import cssselect2

    matcher = cssselect2.Matcher()
    for sheet in sheets:
        for selectors, declarations in _rules(text, sheet):
            for selector in selectors:
                matcher.add_selector(selector, declarations)
    elements: dict[Any, Node] = {}
    tree = _etree(root, elements)
    for wrapper in cssselect2.ElementWrapper.from_html_root(tree).iter_subtree():
        node = elements[wrapper.etree_element]
        for _, _, pseudo, declarations in matcher.match(wrapper):
            if pseudo is None:
                found[id(node)] += _ordered(declarations)
            else:
                generated += [
                    span for item in declarations if item.name == "content" for span in item.strings
                ]


def _etree(root: Node, elements: dict[Any, Node]) -> ElementTree.Element:
    top = ElementTree.Element("html")
    elements[top] = root
    waiting = [(root, top)]
    while waiting:
        node, element = waiting.pop()
        for child in node.children:
            if isinstance(child, Node):
                values = {name: item.value for name, item in child.attributes.items()}
                inner = ElementTree.SubElement(element, child.tag, values)
                elements[inner] = child
                waiting.append((child, inner))
    return top


def _rules(text: str, sheet: Text) -> Iterator[tuple[list[Any], list[Declaration]]]:
    import cssselect2
    import tinycss2

    css = text[sheet.start : sheet.end]
    starts = _line_starts(css, sheet.start)
    waiting = list(tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True))
    while waiting:
        rule = waiting.pop(0)
        if rule.type == "at-rule" and rule.lower_at_keyword == "media" and rule.content:
            if tinycss2.serialize(rule.prelude).strip().lower() in SCREENS:
                waiting = [*tinycss2.parse_rule_list(rule.content, True, True), *waiting]
        elif rule.type == "qualified-rule":
            try:
                selectors = cssselect2.compile_selector_list(rule.prelude)
            except cssselect2.SelectorError:
                continue
            yield selectors, list(_declarations(rule.content, starts))


def _inline(text: str, style: Attribute) -> Iterator[Declaration]:
    """Yield the declarations of a style attribute; one with references in it has its place as a whole."""
    if style.edits:
        for item in _declarations(style.value, _line_starts(style.value, 0)):
            yield Declaration(item.name, item.value, style.start, style.end)
    else:
        css = text[style.start : style.end]
        yield from _declarations(css, _line_starts(css, style.start))


def _declarations(content: Any, starts: list[int]) -> Iterator[Declaration]:
    import tinycss2

    for item in tinycss2.parse_blocks_contents(content, skip_comments=True, skip_whitespace=True):
        if item.type != "declaration":
            continue
        value = tinycss2.serialize(item.value).strip()
        start = _offset(item, starts)
        end = start + len(item.name)
        last = next((token for token in reversed(item.value) if token.type != "whitespace"), None)
        if last is not None:
            end = _offset(last, starts) + len(last.serialize())
        first = [_offset(token, starts) + 1 for token in item.value if token.type == "string"]
        lengths = [len(token.value) for token in item.value if token.type == "string"]
        strings = tuple((at, at + length) for at, length in zip(first, lengths, strict=True))
        yield Declaration(item.lower_name + ("!" if item.important else ""), value, start, end, strings)


def _offset(token: Any, starts: list[int]) -> int:
    """Return where a token of tinycss2 begins in the file."""
    line: int = starts[token.source_line - 1]
    column: int = token.source_column
    return line + column - 1


def _ordered(declarations: Iterable[Declaration]) -> list[Declaration]:
    """Return declarations with the important ones last."""
    ranked = sorted(declarations, key=lambda item: item.name.endswith("!"))
    return [replace(d, name=d.name.rstrip("!")) for d in ranked]


def _line_starts(css: str, base: int) -> list[int]:
    """Return where the lines of a style sheet begin, as tinycss2 counts them, with offsets from `base`."""
    return [base, *(base + match.end() for match in re.finditer(r"\r\n|\r|\n|\f", css))]


def _presentational(node: Node) -> Iterator[Declaration]:
    """Yield what attributes and elements of old say about the looks of an element."""
    attributes = node.attributes
    if node.tag == "center":
        yield Declaration("text-align", "center", node.start, node.end)
    for name, style in (("align", "text-align"), ("color", "color"), ("face", "font-family")):
        item = attributes.get(name)
        if item and (name == "align") == (node.tag != "font") and node.tag not in ("img", "table"):
            yield Declaration(style, item.value.strip(), item.start, item.end)
    size = attributes.get("size")
    if size and node.tag == "font":
        value = size.value.strip()
        if value.isdecimal() and 1 <= int(value) <= len(SIZES):
            yield Declaration("font-size", SIZES[int(value) - 1], size.start, size.end)
    background = attributes.get("bgcolor")
    if background:
        yield Declaration("background-color", background.value.strip(), background.start, background.end)
