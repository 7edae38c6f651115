"""The versions of msglint that a pack fits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msglint import __version__
from msglint.messages import Message
from msglint.packs.shapes import Text
from msglint.packs.yaml import MapNode, Node, ScalarNode, problem

if TYPE_CHECKING:
    from msglint.errors import Problem

REQUIRES = Text("versions of msglint, such as “>=1.0” or “>=1.0,<2”", r"\s*[<>=!~][^#]*")


def misfit(node: MapNode) -> Problem | None:
    """Return what is wrong with the versions that a pack asks for; None if it fits, or asks for none."""
    wanted: Node | None = node.get("requires")
    if not isinstance(wanted, ScalarNode) or not isinstance(wanted.value, str):
        return None
    from packaging.specifiers import InvalidSpecifier, SpecifierSet

    try:
        if SpecifierSet(wanted.value).contains(__version__, prereleases=True):
            return None
    except InvalidSpecifier:
        return problem(wanted, Message("expected {}, found “{}”", REQUIRES.expected, wanted.text[:60]))
    advice = "install another version of msglint, or one of the pack that fits"
    return problem(
        wanted, Message("this pack needs msglint {}, and this is {}: {}", wanted.text, __version__, advice)
    )
