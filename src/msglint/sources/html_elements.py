"""Images, links, styles and code of HTML as elements with the attributes that rules ask for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from msglint.document import Element, Value
from msglint.finders.links import Link, find_links
from msglint.sources.html_style import MARGINS, Looks, percent, pixels
from msglint.sources.html_tree import Attribute, Node, Text

if TYPE_CHECKING:
    from msglint.sources.html_css import Declaration, Sheet
    from msglint.sources.model import TextFile

TINY = 3.0
"""Pixels up to which an image shows nothing and can only count who opens a message."""

LOGO = re.compile(r"logo|店标|商标|标志", re.IGNORECASE)
URL = re.compile(r"url\(\s*['\"]?\s*([^'\")\s]+)", re.IGNORECASE)
STYLED = frozenset(
    ("line-height", "font-family", "color", "text-align", "font-size", "font", "background-color")
)
"""Properties of which each declaration becomes an element; margins do too."""

FORMAT = re.compile(r"\.(gif|png|jpe?g|webp|bmp|svg|tiff?)(?:[?#]|$)|^data:image/([a-z0-9]+)", re.IGNORECASE)


@dataclass(frozen=True)
class Page:
    """A page on its way to elements."""

    file: TextFile
    root: Node
    sheet: Sheet
    looks: Mapping[int, Looks]

    @cached_property
    def width(self) -> float | None:
        """Pixels that the outermost container of the message is wide, None if nothing says it."""
        for node in self.root.nodes():
            if node.tag in ("body", "table", "div", "center", "td"):
                found = self.box(node, "width", None) or self.box(node, "max-width", None)
                if found and found >= 200:
                    return found
        return None

    def style(self, node: Node, name: str) -> str:
        """Return the value that holds for a property of an element, an empty text if none is said."""
        found = [item.value for item in self.sheet.styles[id(node)] if item.name == name]
        return found[-1] if found else ""

    def box(self, node: Node, name: str, whole: float | None) -> float | None:
        """Return width or height of an element in pixels, None if it is not said."""
        said = self.style(node, name) or node.get(name)
        return pixels(said, whole)


def elements(page: Page) -> Iterator[Element]:
    """Yield the elements of a page in the order of the file, styles of sheets last."""
    told: set[tuple[int, int]] = set()
    for node in page.root.nodes():
        if node.tag == "img":
            yield _image(page, node)
        elif node.tag in ("a", "area") and node.get("href"):
            yield _link(page, node)
        elif node.tag in ("script", "iframe", "object", "embed", "form"):
            yield _element(page, "code", node, {"language": node.tag})
        yield from _backgrounds(page, node)
        for item in page.sheet.styles[id(node)]:
            if (item.name in STYLED or item.name in MARGINS) and (item.start, item.end) not in told:
                told.add((item.start, item.end))
                yield _style(page, node, item)


# Images -----------------------------------------------------------------------------------------


def _image(page: Page, node: Node) -> Element:
    source = node.get("src").strip()
    link = _ancestor(node, "a")
    width, height = (page.box(node, name, None) for name in ("width", "height"))
    hints = " ".join((source, node.get("alt"), node.get("class"), node.get("id"), node.get("title")))
    found: dict[str, Value] = {
        **_resource(source),
        "has_alt": "alt" in node.attributes,
        "alt": node.get("alt").strip(),
        "words": hints[:500],
        "is_logo": bool(LOGO.search(hints)),
        "is_background": False,
        "is_linked": link is not None and bool(link.get("href")),
        "is_hidden": page.looks[id(node)].hidden or page.looks[id(node)].invisible,
    }
    found |= {} if width is None else {"width": width}
    found |= {} if height is None else {"height": height}
    share = _share(page, node, width)
    found |= {} if share is None else {"width_percent": share}
    is_tiny = any(size is not None and size <= TINY for size in (width, height))
    is_remote = found["scheme"] in ("http", "https")
    found["is_tracking"] = is_remote and (is_tiny or bool(found["is_hidden"]))
    found |= _target(link.get("href")) if link is not None else {}
    return _element(page, "image", node, found)


def _share(page: Page, node: Node, width: float | None) -> float | None:
    said = page.style(node, "width") or node.get("width") or page.style(node, "max-width")
    share = percent(said)
    if share is not None:
        return share
    return None if width is None or not page.width else round(100 * width / page.width, 1)


def _resource(source: str) -> dict[str, Value]:
    match = FORMAT.search(source)
    form = ((match[1] or match[2]) if match else "").lower()
    scheme = source.partition(":")[0].lower() if re.match(r"[a-zA-Z][a-zA-Z0-9+.-]*:", source) else ""
    scheme = "https" if source.startswith("//") else scheme
    return {"source": source[:200], "scheme": scheme, **({"format": form} if form else {})}


def _backgrounds(page: Page, node: Node) -> Iterator[Element]:
    """Yield the images behind an element."""
    given = node.attributes.get("background")
    if given and given.value.strip():
        found = {**_resource(given.value.strip()), "is_background": True}
        yield _element(page, "image", given, found)
    for item in page.sheet.styles[id(node)]:
        match = URL.search(item.value) if item.name.startswith(("background", "list-style")) else None
        if match:
            yield _element(page, "image", item, {**_resource(match[1]), "is_background": True})


# Links ------------------------------------------------------------------------------------------


def _link(page: Page, node: Node) -> Element:
    text = _text(page.file.text, node)
    labels = [text, node.get("title"), node.get("aria-label")]
    labels += [child.get("alt") for child in node.nodes() if child.tag == "img"]
    found = link_attributes(node.get("href"), text)
    found["has_label"] = any(label.strip() for label in labels)
    found["has_image"] = any(child.tag == "img" for child in node.nodes())
    return _element(page, "link", node, found)


def link_attributes(href: str, text: str) -> dict[str, Value]:
    """Return what is known about a link from its target and the text that it shows."""
    shown, target = _first(text), _first(href.strip())
    found: dict[str, Value] = {**_target(href), "text": text[:200], "has_label": bool(text.strip())}
    found["is_misleading"] = shown is not None and (target is None or shown.domain != target.domain)
    return found | ({"text_domain": shown.domain} if shown else {})


def _target(href: str) -> dict[str, Value]:
    try:
        scheme = urlsplit(href.strip()).scheme.lower()
    except ValueError:
        scheme = ""
    target = _first(href.strip())
    found: dict[str, Value] = {"target": href.strip()[:200], "target_scheme": scheme}
    return found | ({"target_domain": target.domain} if target else {})


def _first(text: str) -> Link | None:
    return next(iter(find_links(text[:500].lower())), None)


def _text(file: str, node: Node) -> str:
    pieces = [
        child.value if child.value is not None else file[child.start : child.end]
        for inner in node.nodes()
        for child in inner.children
        if isinstance(child, Text)
    ]
    return " ".join("".join(pieces).split())


def _ancestor(node: Node, tag: str) -> Node | None:
    found = node.parent
    while found is not None and found.tag != tag:
        found = found.parent
    return found


# Styles -----------------------------------------------------------------------------------------


def _style(page: Page, node: Node, item: Declaration) -> Element:
    found: dict[str, Value] = {"property": item.name, "value": item.value.lower(), "on": node.tag}
    if item.name in MARGINS:
        share = _widest(page, item.value)
        found |= {} if share is None else {"percent": share}
    return _element(page, "style", item, found)


def _widest(page: Page, value: str) -> float | None:
    """Return which share of the message's width the wider of two side margins takes, None if unknown."""
    words = value.lower().split()
    sides = words[1:2] + words[3:4] or words[:1]
    shares = []
    for word in sides:
        length = pixels(word, 100.0)
        if word == "auto":
            shares.append(0.0)
        elif length is None:
            return None
        elif word.endswith("%") or length == 0:
            shares.append(length)
        elif page.width:
            shares.append(round(100 * length / page.width, 1))
        else:
            return None
    return max(shares, default=None)


def _element(page: Page, kind: str, at: Node | Attribute | Declaration, found: dict[str, Value]) -> Element:
    segment = page.file.segment(at.start, at.end)
    return Element(kind, segment.text, segment.origin, found)
