from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from msglint.document import PhysicalText
from msglint.suppress.comments import BadDirective, Directive, directives

RULE = "off-platform/bare-url"


def found(text: str, source: str = "card.md") -> list[Directive | BadDirective]:
    return list(directives(PhysicalText(source, text)))


def lines(text: str, source: str = "card.md") -> tuple[int | None, int | None]:
    (directive,) = found(text, source)
    assert isinstance(directive, Directive)
    return directive.first, directive.last


@pytest.mark.parametrize(
    ("text", "source", "expected"),
    [
        (f"a\nb <!-- msglint: ignore[{RULE}] ok -->\nc\n", "card.md", (2, 2)),
        (f"a\n<!-- msglint: ignore[{RULE}] ok -->\n\nb\nc\n", "card.md", (4, 4)),
        (f"a\r\n<!-- msglint: ignore-block[{RULE}] ok -->\r\nb\r\nc\r\n\r\nd", "card.html", (3, 4)),
        (f"a <!-- msglint: ignore-file[{RULE}] ok -->\nb", "card.md", (None, None)),
        (f"<!-- msglint:\nignore[{RULE}]\nok -->\nb", "card.md", (4, 4)),
        (f"a: x # msglint: ignore[{RULE}] ok\nb: y\n", "t.yaml", (1, 1)),
        (f"# msglint: ignore[{RULE}] ok\nb: y\n", "t.properties", (2, 2)),
        (f"---\nchannel: insert # msglint: ignore[{RULE}] ok\n---\na\n", "card.txt", (None, None)),
    ],
)
def test_for_which_lines_it_counts(text: str, source: str, expected: tuple[int | None, int | None]) -> None:
    assert lines(text, source) == expected


def test_names_reason_and_last_day() -> None:
    (directive,) = found(
        "<!-- msglint: ignore[a/b, marketing] until 2027-10-01: manual  download,\nagreed -->"
    )
    assert isinstance(directive, Directive)
    assert directive.names == {"a/b", "marketing"}
    assert directive.reason == "manual download, agreed"
    assert directive.until == date(2027, 10, 1)


@pytest.mark.parametrize(
    "text",
    [
        "ignore reason",
        "ignore[a/b]",
        "ignore[] reason",
        "ignore-all[a/b] reason",
        "ignore[a/b] until tomorrow: reason",
        "ignore[a/b] until 2027-10-01:",
    ],
)
def test_what_cannot_be_read_is_told(text: str) -> None:
    (bad,) = found(f"a\n<!-- msglint: {text} -->")
    assert isinstance(bad, BadDirective)
    assert bad.start == 2


@pytest.mark.parametrize(
    ("text", "source"),
    [
        (f"```\n<!-- msglint: ignore[{RULE}] ok -->\n```\n", "card.md"),
        (f"<!-- msglint: ignore[{RULE}] ok -->", "card.txt"),
        (f"# msglint: ignore[{RULE}] ok", "card.txt"),
        ("msglint: a linter", "card.md"),
    ],
)
def test_what_is_no_comment(text: str, source: str) -> None:
    assert found(text, source) == []


@given(st.text(st.sampled_from("<!->msglint: ignorebckf[]/,\n\r-#`~ü微 "), max_size=200))
def test_anything_is_read(text: str) -> None:
    for source in ("a.md", "a.yaml", "a.txt"):
        found(f"msglint:{text}", source)
