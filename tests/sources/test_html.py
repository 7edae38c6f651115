"""HTML: what a screen shows, what it hides, and where both stand in the file."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from msglint.document import Document, Element
from tests.sources.helpers import documents, failures, found_at, texts


def page(body: str) -> Document:
    return documents(body, "mail.html")[0]


def shown(body: str) -> str:
    return page(body).segments[0].text


def unseen(body: str) -> list[str]:
    return [segment.text for segment in page(body).segments if segment.hidden]


def elements(body: str, kind: str) -> list[Element]:
    return [item for item in page(body).elements if item.kind == kind]


def line_and_column(item: Element) -> tuple[int | None, int | None]:
    place = item.origin.place(0, len(item.text))
    return place.line, place.column


def test_tags_comments_and_references_fall_away_and_places_stay() -> None:
    body = page("<p>Leave a re<!-- x --><b>vi</b>ew\nfor &#36;10&nbsp;now</p>").segments[0]
    assert body.text == "Leave a review for $10\xa0now"
    assert found_at(body, "review") == (1, 12, 1, 35)
    assert found_at(body, "$10") == (2, 5, 2, 12)


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<div>a</div><div>b</div>", "a\nb"),
        ("<p>a</p><p>b</p>", "a\n\nb"),
        ("a<br>b", "a\nb"),
        ("a<br><br><br>b", "a\n\n\nb"),
        ("<p>a</p><p>&nbsp;</p><p>b</p>", "a\n\nb"),
        ("<p>a</p><p>&nbsp;</p><p>&nbsp;</p><p>b</p>", "a\n\n\nb"),
        ("<table><tr><td>a</td> <td> </td><td>b</td></tr></table>", "a\n\nb"),
        ("  a \n\n  b  ", "a b"),
        ("<p>a<p>b", "a\n\nb"),
        ("<script>x</script><style>y</style>a<template>z</template>", "a"),
        ("r<span style='display:none'>x</span>eview", "review"),
    ],
)
def test_blocks_part_lines_and_blanks_collapse(body: str, text: str) -> None:
    assert shown(body) == text


@pytest.mark.parametrize(
    "style",
    [
        "display:none",
        "DISPLAY: none !important",
        "visibility:hidden",
        "font-size:0",
        "font-size:1px",
        "color:#fff",
        "color:white",
        "background:#000;color:black",
        "text-indent:-9999px",
        "position:absolute;left:-9999px",
        "opacity:0",
        "max-height:0;overflow:hidden",
        "mso-hide:all",
    ],
)
def test_what_the_screen_does_not_show_is_hidden(style: str) -> None:
    body = f"<p>a</p>\n<p style='{style}'>Leave <b>5 stars</b></p>"
    assert shown(body) == "a"
    segment = next(segment for segment in page(body).segments if segment.hidden)
    assert segment.text == "Leave 5 stars"
    assert found_at(segment, "Leave")[:2] == (2, 13 + len(style))


def test_what_only_looks_hidden_is_shown() -> None:
    body = "<body bgcolor=#000000><p style='color:#fff'>a</p><p style='color:#333;opacity:0.9'>b</p></body>"
    assert shown(body) == "a\n\nb"
    assert shown("<p style='visibility:hidden'>x<b style='visibility:visible'>y</b></p>") == "y"


def test_style_sheets_hide_and_generate_text() -> None:
    sheet = "<style>\n.pre, #x > b { display: none }\n@media print { p { display: none } }\n"
    body = (
        sheet
        + "p::after { content: 'Scan me' }</style><p>a</p><div class=pre>b</div><div id=x><b>c</b></div>"
    )
    assert shown(body) == "a"
    assert unseen(body) == ["b", "c"]
    generated = next(segment for segment in page(body).segments if segment.role == "generated")
    assert (generated.text, found_at(generated, "Scan")) == ("Scan me", (4, 22, 4, 26))


def test_titles_alts_and_targets_stand_beside_the_body() -> None:
    body = '<title>A &amp; B</title><a href="https://x.example/?a=1&amp;b=2" title="t">go</a><img alt="c">'
    assert texts(body, "m.html")[0] == [
        ("body", "go"),
        ("title", "A & B"),
        ("link_target", "https://x.example/?a=1&b=2"),
        ("title", "t"),
        ("alt", "c"),
    ]


def test_images_tell_what_rules_ask() -> None:
    body = (
        "<table width=600><tr><td>\n"
        '<img src="http://t.example/o.gif?id=1" width=1 height=1>\n'
        '<a href="https://brand.example"><img src="cid:logo" alt="Brand" style="width:560px"></a>'
    )
    pixel, logo = elements(body, "image")
    assert line_and_column(pixel) == (2, 1)
    wanted = {"scheme": "http", "format": "gif", "is_tracking": True, "has_alt": False}
    assert wanted.items() <= dict(pixel.attributes).items()
    wanted = {
        "is_logo": True,
        "is_linked": True,
        "scheme": "cid",
        "width_percent": 93.3,
        "is_tracking": False,
    }
    assert wanted.items() <= dict(logo.attributes).items()
    assert "width_percent" not in elements('<img src="https://x.example/a.png">', "image")[0].attributes


def test_a_link_that_shows_another_domain_is_misleading() -> None:
    body = (
        '<a href="http://evil.example/">www.amazon.com</a> <a href="https://www.amazon.com/x">amazon.com</a>'
    )
    assert [item.attributes["is_misleading"] for item in elements(body, "link")] == [True, False]


def test_styles_have_the_place_of_their_declaration() -> None:
    body = "<style>\nh1 { color: red }\n</style><h1>a</h1>\n<p style='margin:0 25%; line-height: 2'>b</p>"
    found = {item.attributes["property"]: line_and_column(item) for item in elements(body, "style")}
    del found["computed-size"]
    assert found == {"color": (2, 6), "margin": (4, 11), "line-height": (4, 25)}
    sizes = [item for item in elements(body, "style") if item.attributes["property"] == "computed-size"]
    assert [(item.attributes["size"], line_and_column(item)) for item in sizes] == [
        (32.0, (3, 13)),
        (16.0, (4, 41)),
    ]


def test_nesting_without_end_is_read() -> None:
    assert shown("<div>" * 50_000 + "deep") == "deep"


@given(st.lists(st.sampled_from(["<p>", "</p>", "<b>", "<br>", "a", " ", "&amp;", "&#x4f60;", "好", "\r\n"])))
def test_every_character_comes_from_its_place(parts: list[str]) -> None:
    body = "".join(parts)
    segment = page(body).segments[0]
    last = (1, 1)
    for at in range(len(segment.text)):
        place = segment.origin.place(at, at + 1)
        assert place.line is not None
        assert place.column is not None
        assert (place.line, place.column) >= last
        last = (place.line, place.column)


def test_preformatted_text_keeps_its_lines() -> None:
    data = "<p>Hi</p><pre>\nline one\n\n  line  <b>two</b>\n</pre><p>Bye now</p>"
    (found,) = documents(data, "a.html")
    assert found.segments[0].text == "Hi\n\nline one\n\n  line  two\n\nBye now"
    assert found_at(found.segments[0], "two") == (4, 12, 4, 15)


def test_a_declared_encoding_is_used() -> None:
    head = '<html><head><meta http-equiv="Content-Type" content="text/html; charset=windows-1252"></head>'
    text = head + "Übergröße"
    (found,) = documents(text.encode("cp1252"), "a.html")
    assert (found.segments[0].text, found.encoding) == ("Übergröße", "cp1252")
    odd = text.replace("windows-1252", "no-such-thing")
    assert [code for code, *_ in failures(odd.encode("cp1252"), "a.html")] == ["undecodable"]


def test_marked_sections_are_comments() -> None:
    data = "<![tml>a<![if mso]>b<![endif]>c<![CDATA[d]]>e<!doctype [x]>f"
    (found,) = documents(f"<html>{data}", "a.html")
    assert found.segments[0].text == "abcef"


def test_a_page_of_nothing_but_tags_is_refused() -> None:
    assert [code for code, *_ in failures("<html>" + "<b>" * 600_000, "a.html")] == ["too-large"]


def test_a_comment_that_is_never_closed_goes_to_the_end() -> None:
    assert texts("<p>a</p><!-- b <p>c</p>", "a.html") == [[("body", "a")]]


def test_what_stands_behind_the_last_tag_is_text() -> None:
    assert texts("<p>a</p>1 &lt; 2 <b", "a.html") == [[("body", "a\n\n1 < 2 <b")]]


def test_openings_that_are_never_closed_are_looked_for_once() -> None:
    """Each of them, looked for up to the end of the page, would take hours."""
    for opening, end in (("<!--", ""), ("<!--", ">"), ("</a ", ">"), ("<a ", ""), ("<?", ">")):
        (only,) = documents("shown " + opening * 300_000 + end, "a.html")
        assert only.segments[0].text.startswith("shown")
