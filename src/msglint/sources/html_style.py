"""How elements look: what is inherited, the size of letters, and what a screen does not show."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from msglint.frozen import Frozen

if TYPE_CHECKING:
    from msglint.sources.html_css import Declaration, Styles
    from msglint.sources.html_tree import Node

PX = {"px": 1.0, "pt": 4 / 3, "pc": 16.0, "in": 96.0, "cm": 37.8, "mm": 3.78, "em": 16.0, "rem": 16.0}
"""Pixels of a unit; `em` where nothing else is known."""

KEYWORDS = {
    "xx-small": 9.0, "x-small": 10.0, "small": 13.0, "medium": 16.0,
    "large": 18.0, "x-large": 24.0, "xx-large": 32.0, "xxx-large": 48.0,
}  # fmt: skip
ELEMENT_SIZES = {"h1": 2.0, "h2": 1.5, "h3": 1.17, "h5": 0.83, "h6": 0.67, "small": 0.83, "big": 1.2}
"""Sizes of letters that browsers give elements, relative to what is around them."""

SMALLEST = 2.0
"""Pixels up to which letters cannot be read."""

OFF_SCREEN = -500.0
LENGTH = re.compile(r"^([+-]?(?:\d+\.?\d*|\.\d+))(px|pt|pc|in|cm|mm|em|rem|%|)$")
MARGINS = frozenset(f"{kind}{side}" for kind in ("margin", "padding") for side in ("", "-left", "-right"))


class Looks(Frozen):
    """How an element looks: letters in pixels, colours as written or 0 to 255, whether a screen shows it."""

    size: float = 16.0
    color: tuple[int, int, int] = (0, 0, 0)
    background: tuple[int, int, int] = (255, 255, 255)
    hidden: bool = False
    invisible: bool = False

    @property
    def is_unseen(self) -> bool:
        """Whether text here cannot be read."""
        close = all(abs(a - b) <= 8 for a, b in zip(self.color, self.background, strict=True))
        return self.hidden or self.invisible or close or self.size <= SMALLEST


def looks(root: Node, styles: Styles) -> Mapping[int, Looks]:
    """Return how all elements below `root` look, by `id()`."""
    found = {id(root): Looks()}
    for node in root.nodes():
        if node.parent is not None:
            found[id(node)] = _looks(node, styles[id(node)], found[id(node.parent)])
    return found


def pixels(value: str, whole: float | None = None) -> float | None:
    """Return a CSS length in pixels; a percentage is of `whole`. None if that cannot be told."""
    match = LENGTH.match(value.strip().lower())
    if match is None:
        return None
    number, unit = float(match[1]), match[2]
    if unit == "%":
        return None if whole is None else number * whole / 100
    return number * PX.get(unit, 1.0)


def percent(value: str) -> float | None:
    """Return a percentage as a number, None if the value is none."""
    match = LENGTH.match(value.strip().lower())
    return float(match[1]) if match and match[2] == "%" else None


def _looks(node: Node, declarations: Iterable[Declaration], outer: Looks) -> Looks:
    values = {item.name: item.value.lower() for item in declarations}
    size = outer.size * ELEMENT_SIZES.get(node.tag, 1.0)
    size = _font_size(values, outer.size, size)
    color = _color(values.get("color", "")) or outer.color
    background = _background(values) or outer.background
    invisible = outer.invisible
    if "visibility" in values:
        invisible = values["visibility"] in ("hidden", "collapse")
    hidden = outer.hidden or _is_hidden(node, values)
    return replace(outer, size=size, color=color, background=background, hidden=hidden, invisible=invisible)


def _font_size(values: Mapping[str, str], outer: float, own: float) -> float:
    value = values.get("font-size", "")
    if not value and "font" in values:
        sizes = [word.split("/")[0] for word in values["font"].split()]
        value = next((word for word in sizes if word in KEYWORDS or word[:1].isdigit()), "")
    if value in KEYWORDS:
        return KEYWORDS[value]
    if value in ("smaller", "larger"):
        return outer * (0.83 if value == "smaller" else 1.2)
    if value.endswith("em") and not value.endswith("rem"):
        return (pixels(value) or 0.0) / 16 * outer if LENGTH.match(value) else own
    found = pixels(value, outer)
    return own if found is None else found


def _is_hidden(node: Node, values: Mapping[str, str]) -> bool:
    if values.get("display") == "none" or values.get("mso-hide") == "all":
        return True
    if "hidden" in node.attributes and "display" not in values:
        return True
    if values.get("opacity", "1") in ("0", "0.0", "0%", ".0", "0.00"):
        return True
    if (pixels(values.get("text-indent", "")) or 0) <= OFF_SCREEN:
        return True
    if values.get("overflow") == "hidden" and any(
        pixels(values.get(name, "")) == 0 for name in ("height", "max-height", "width", "max-width")
    ):
        return True
    if "rect(0" in values.get("clip", "").replace(" ", ""):
        return True
    moved = values.get("position") in ("absolute", "fixed", "relative")
    sides = [pixels(values.get(side, "")) or 0 for side in ("left", "top", "right")]
    return moved and min(sides) <= OFF_SCREEN


def _background(values: Mapping[str, str]) -> tuple[int, int, int] | None:
    if "background-color" in values:
        return _color(values["background-color"])
    words = values.get("background", "").split() if "(" not in values.get("background", "") else []
    words = words or [values.get("background", "")]
    return next((color for word in words if (color := _color(word))), None)


def _color(value: str) -> tuple[int, int, int] | None:
    """Return a colour as red, green and blue; None if it says nothing or is transparent."""
    from tinycss2.color3 import parse_color

    found = parse_color(value) if value else None
    if found is None or isinstance(found, str):
        return None
    red, green, blue, alpha = found
    if alpha == 0:
        return None
    return round(red * 255), round(green * 255), round(blue * 255)
