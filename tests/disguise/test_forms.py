"""Every way to disguise a word is named by its means, at its place; what looks like one is left alone."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from msglint.document import Document
from msglint.sources import read
from tests.disguise.test_texts import FORM, found, linter

FORMS = yaml.safe_load((Path(__file__).parent / "forms.yaml").read_text("utf-8"))
LISTED = [(means, *item) for means, items in FORMS["named"].items() for item in items]


@pytest.mark.parametrize(("means", "text", "written"), LISTED, ids=lambda value: repr(value)[:30])
def test_a_form_is_named_at_its_place(means: str, text: str, written: str) -> None:
    start = text.index(written)
    named = [(item.excerpt, item.disguise, item.start, item.end) for item in found(text)]
    assert any(
        means in disguise and first is not None and first <= start and start + len(written) <= (last or 0)
        for _, disguise, first, last in named
    ), named


@pytest.mark.parametrize("text", FORMS["plain"])
def test_plain_words_are_no_disguise(text: str) -> None:
    assert [(item.excerpt, item.disguise) for item in found(text) if item.disguise] == []


@pytest.mark.parametrize("text", FORMS["innocent"])
def test_what_looks_like_a_form_passes(text: str) -> None:
    assert [(item.rule, item.excerpt, item.disguise) for item in found(text)] == []


@pytest.mark.parametrize(
    ("body", "written", "disguise"),
    [
        ("Leave a re<!-- x -->vi<!-- y -->ew and get a gift card", "re<!-- x -->vi<!-- y -->ew", ("markup",)),
        ("Leave a r<i hidden>x</i>eview and get a gift card", "r<i hidden>x</i>eview", ("markup",)),
        ("Leave a r&#101;view and get a gift card", "r&#101;view", ("markup",)),
        ("请加微<!-- -->信 lampcare99 领红包", "微<!-- -->信", ("markup",)),
        ("请加&#24494;信 lampcare99 领红包", "&#24494;信", ("markup",)),
        ('Thanks. <i style="display:none">加微信 lampcare99</i>', "微信 lampcare99", ("hidden",)),
        ('Thanks. <i style="font-size:0">加微信 lampcare99</i>', "微信 lampcare99", ("hidden",)),
        ('<b style="color:#fff;background:white">加微信 lampcare99</b>', "微信 lampcare99", ("hidden",)),
        ('<style>p::after{content:"加微信 lampcare99"}</style>谢谢', "微信 lampcare99", ("markup",)),
        ("请加微<b>信</b> lampcare99 领红包", "微<b>信</b>", ()),
        ("&#21152;&#24494;&#20449; lampcare99", "&#24494;&#20449;", ()),
    ],
)  # fmt: skip
def test_html_that_masks_words(body: str, written: str, disguise: tuple[str, ...]) -> None:
    page = f"<p>{body}</p>"
    (document,) = (item for item in read(page.encode(), "a.html", None) if isinstance(item, Document))
    column = page.index(written) + 1
    named = [
        (item.excerpt, item.disguise, item.place.column, item.place.end_column)
        for item in linter().judge(document).violations
        if item.category not in FORM
    ]
    assert any(
        disguise == means and (first or 0) <= column and column + len(written) <= (last or 0)
        for _, means, first, last in named
    ), named
