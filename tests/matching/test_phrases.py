"""The phrase notation: what is read, and what is refused with advice."""

import pytest

from msglint.packs.phrases import (
    Choice,
    Gap,
    LexiconRef,
    Literal,
    Node,
    PhraseError,
    Stem,
    TypeRef,
    parse,
)


@pytest.mark.parametrize(
    ("source", "nodes"),
    [
        ("五星好评", [Literal("五星好评")]),
        ("gift card(|s)", [Literal("gift card"), Choice(("", "s"))]),
        ("(写|留) ... $review", [Choice(("写", "留")), Gap(), LexiconRef("review")]),
        ("$review.zh后", [LexiconRef("review", "zh"), Literal("后")]),
        ("返<money>", [Literal("返"), TypeRef("money")]),
        ("refund*", [Stem("refund")]),
        ("$10 off", [Literal("$10 off")]),
        ("say (hi) now", [Literal("say (hi) now")]),
        ("wait...", [Literal("wait...")]),
        ("a <3 b", [Literal("a <3 b")]),
    ],
)
def test_notation(source: str, nodes: list[Node]) -> None:
    assert [item.node for item in parse(source).items] == nodes


@pytest.mark.parametrize(
    ("source", "advice"),
    [
        ("", "empty"),
        ("... review", "both sides"),
        ("review ...", "both sides"),
        ("a ... ... b", "side by side"),
        ("(|a)", "obligatory"),
        ("ref*", "too short"),
        ("((a|b)|c)", "nested"),
        ("(a|b", "left open"),
        ("$shop(s|)", "another name"),
        ("(|$shop)s", "another name"),
        ("$shop(|.de)", "another name"),
    ],
)
def test_refused(source: str, advice: str) -> None:
    with pytest.raises(PhraseError, match=advice):
        parse(source)
