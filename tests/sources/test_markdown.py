"""Markdown is judged as its reader sees it, with places in the file."""

from __future__ import annotations

import pytest

from tests.sources.helpers import documents, found_at, texts, where


def body(text: str) -> str:
    [document] = documents(text, "card.md")
    return document.segments[0].text


def beside(text: str) -> list[tuple[str, str]]:
    return texts(text, "card.md")[0][1:]


@pytest.mark.parametrize(
    ("written", "seen"),
    [
        ("**five** stars", "five stars"),
        ("fi**ve** *s*tars", "five stars"),
        ("给个**五星**好评", "给个五星好评"),
        ("**“五星”**好评，*谢谢*！", "“五星”好评，谢谢！"),
        ("***a*** __b__ _c_ ~~d~~", "a b c d"),
        ("*a **b** c*", "a b c"),
        ("**a*", "*a"),
        ("[text](https://a.example)", "text"),
        ("见[**官网**](<https://a.example/ x> '标题')吧", "见官网吧"),
        ("[a](b(c)d) x", "a x"),
        ("a ![alt](b.png)c", "a c"),
        ("[![alt](b.png) more](https://a.example)", " more"),
        ("<https://a.example> <x@y.example>", "https://a.example x@y.example"),
        ("use `code` now", "use   now"),
        ("``a ` b`` c", "  c"),
        (r"\*a\* \[b\]", "*a* [b]"),
        ("a\\\nb", "a\nb"),
        ("&lt;b&gt; &amp; &#20320;&#x597d; &nope;", "<b> & 你好 &nope;"),
        ("a<!-- hidden -->b", "ab"),
        ("a<!-- hidden\nstill -->b", "ab"),
        ("a<b>b</b><br>c<br/>\nd", "ab\nc\nd"),
        ("<p>a</p><p>b</p>", "a\n\nb\n"[:-1]),
    ],
)
def test_the_body_reads_without_marks(written: str, seen: str) -> None:
    assert body(written) == seen


@pytest.mark.parametrize(
    "text",
    [
        "plain text, 5 * 3 and 4 * 2",
        "* item\n* item",
        "snake_case_name and _ alone",
        "{{buyer_name}} [[order-id]] {order_id} %s ${x}",
        "[order-id] and [a][b] and ![c]",
        "Dear <buyer name>, <orderID>",
        "a [link (not closed",
        "a](b) c",
        "**never closed",
        "`never closed",
        "<!-- never closed",
        "```\nnever closed",
        "  <!-- never closed\n\nstill",
        "#标题 and #hashtag",
        "a\n> quoted\n- item\n1. one",
        "| a | b |\n| c | d |",
        "[微信]: abc def",
        "[^1]: a footnote",
        "Regards\n--\nShop",
        "- item\n----x",
    ],
)
def test_what_is_no_markup_stays(text: str) -> None:
    assert body(text) == text
    assert beside(text) == []


@pytest.mark.parametrize(
    ("written", "seen"),
    [
        ("a\n\n```\ncode\n```\n\nb", "a\n\nb"),
        ("a\n```\ncode\n```\nb", "a\n\nb"),
        ("a\n\n~~~~ text\n```\n~~~~\nb", "a\n\nb"),
        ("```\ncode\n```", ""),
        ("> ```\n> code\n> ```\nb", "b"),
        ("a\n\n***\n\nb", "a\n\nb"),
        ("a\n\n\n- - -\n\n\nb", "a\n\n\nb"),
        ("# A\n## B\ntext", "text"),
        ("para\n# A\n# B\npara", "para\n\npara"),
        ("para\n\n# A\n\n\npara", "para\n\npara"),
        ("Title\n=====\n\ntext", "text"),
        ("- item\n---\ntext", "- item\n\ntext"),
        ("| a |\n|---|\n| b |", "| a |\n| b |"),
        ("<!-- one\n\ntwo -->\na", "a"),
        ("<!-- one\n\ntwo --> a", " a"),
        ("[x]: https://a.example\na [x] b [c][X]", "a x b c"),
    ],
)
def test_blocks_that_are_no_text_leave_no_gap(written: str, seen: str) -> None:
    assert body(written) == seen


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("# Title", [("heading", "Title")]),
        ("###  **Big** `x` &amp; more ##  ", [("heading", "Big   & more")]),
        ("# C#", [("heading", "C#")]),
        ("#", []),
        ("Title\n---", [("heading", "Title")]),
        ("[a](https://a.example 'tip')", [("link_target", "https://a.example"), ("title", "tip")]),
        ('![a photo](x.png "tip")', [("alt", "a photo"), ("title", "tip")]),
        ("![a ![b](c) d](e)", [("alt", "a ![b](c) d")]),
        ("[![alt](b.png)](https://a.example)", [("alt", "alt"), ("link_target", "https://a.example")]),
        ("# [a](b)", [("heading", "a"), ("link_target", "b")]),
        ("[a]: <https://a.example>\n", [("link_target", "https://a.example")]),
        ("<a href='https://a.example'>x</a>", [("link_target", "https://a.example")]),
        ('<img src="x" alt="five stars">', [("alt", "five stars")]),
        ("`[a](b)` \\[c](d)", []),
        ("```\n# no\n[a](b)\n```", []),
    ],
)
def test_headings_targets_and_images_stand_beside(written: str, expected: list[tuple[str, str]]) -> None:
    assert beside(written) == expected


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n"])
def test_places_are_exact(end: str) -> None:
    lines = [
        "---",
        "lang: en",
        "---",
        "# Big *news*",
        "",
        "A **five** [star](http://x.example) 😀 好评 &amp; z",
    ]
    [document] = documents("\ufeff" + end.join(lines), "card.md")
    text, heading, target = document.segments
    assert text.text == "A five star 😀 好评 & z"
    assert found_at(text, "five") == (6, 5, 6, 9)
    assert found_at(text, "five star") == (6, 5, 6, 17)
    assert found_at(text, "好评") == (6, 39, 6, 41)
    assert found_at(text, "&") == (6, 42, 6, 47)
    assert found_at(text, "z") == (6, 48, 6, 49)
    assert (where(heading), found_at(heading, "news")) == ((4, 3, 4, 12), (4, 8, 4, 12))
    assert where(target) == (6, 19, 6, 35)


def test_a_document_without_running_text_has_a_body() -> None:
    assert texts("# Title", "card.md") == [[("body", ""), ("heading", "Title")]]
