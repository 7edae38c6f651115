"""The HTML report in a real browser: what it shows, what it never runs, and that it asks for nothing."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from msglint.document import Document
from msglint.reports.highlight import Span, marked_text
from msglint.reports.model import Judged
from msglint.sources import Failure
from msglint.violation import Severity

from .samples import card, document, judged, missing, record, violation
from .test_machine import WHOLE, machine_report

CHROMIUM = shutil.which("chromium")
E, W = Severity.ERROR, Severity.WARNING


def hostile() -> Judged:
    script = '<script>document.title="run"</script>'
    text = f'</script>{script}<img src=x onerror="document.title=1"> five stars \u202e\x07'
    of = document(text, '"><script>document.title="run"</script>.md')
    return judged(of, violation(of, "five stars", arguments={"reward": "<b onclick=1>&amp;</b>"}), index=2)


@pytest.mark.parametrize(
    ("spans", "shown"),
    [
        ([("a", E, 0, 2)], '<mark class="error" data-at="a">ab</mark>cd&lt;'),
        (
            [("a", W, 0, 3), ("b", E, 1, 4)],
            '<mark class="warning" data-at="a">a</mark><mark class="error" data-at="a b">bc</mark>'
            '<mark class="error" data-at="b">d</mark>&lt;',
        ),
        ([], "abcd&lt;"),
    ],
)
def test_marks(spans: list[tuple[str, Severity, int, int]], shown: str) -> None:
    assert marked_text("abcd<", [Span(*span) for span in spans]) == shown


def test_of_a_long_text_only_what_stands_around_is_shown() -> None:
    text = "x" * 1000 + "HIT" + "y" * 1000
    shown = marked_text(text, [Span("a", E, 1000, 1003)], is_long=True)
    assert f"{'x' * 300}<mark" in shown
    assert f"</mark>{'y' * 300}<span" in shown
    assert len(shown) < 900
    assert '<mark class="error" data-at="a">HIT</mark>' in shown


def test_hidden_characters_are_shown() -> None:
    assert marked_text("a\u200bb\u202e", []) == "a&lt;U+200B&gt;b&lt;U+202E&gt;"


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    sync_api = pytest.importorskip("playwright.sync_api", reason="needs playwright")
    if CHROMIUM is None:
        pytest.skip("needs Chromium")
    with sync_api.sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield started
        started.close()


@pytest.fixture
def page(browser: Any, tmp_path: Path) -> Iterator[Any]:
    """A page that shows a report and notes every console message, error and request."""
    path = tmp_path / "report.html"
    items: tuple[Judged | Failure, ...] = (card(), record(), hostile(), WHOLE)
    path.write_text(machine_report("html", *items), "utf-8")
    shown = browser.new_page()
    shown.noted = []
    shown.on("console", lambda message: shown.noted.append(message.text))
    shown.on("pageerror", lambda error: shown.noted.append(str(error)))
    shown.on("request", lambda request: shown.noted.append(request.url))
    shown.goto(path.as_uri())
    assert shown.noted.pop(0) == path.as_uri()
    yield shown
    assert shown.noted == []
    shown.close()


def visible(page: Any, selector: str) -> list[str]:
    return [item.inner_text() for item in page.query_selector_all(selector) if item.is_visible()]


def test_the_spans_are_highlighted(page: Any) -> None:
    assert visible(page, "mark.error")[:1] == ["ｆｉｖｅ ｓｔａｒ re<U+200B>view"]
    assert visible(page, "mark.warning") == ["返现10元", "你好"]
    assert len(visible(page, ".violation")) == 7


def test_the_language_changes_at_a_click(page: Any) -> None:
    assert "Offers something" in page.inner_text("#v0-0")
    page.click("text=中文")
    assert "换取评价" in page.inner_text("#v0-0")
    assert "Offers something" not in page.inner_text("#v0-0")


def test_filters(page: Any) -> None:
    page.select_option("#by-severity", "warning")
    assert len(visible(page, ".violation")) == 2
    assert len(visible(page, ".document")) == 2
    page.select_option("#by-severity", "")
    page.select_option("#by-rule", "labels-us/choking-package")
    assert len(visible(page, ".violation")) == 1
    page.select_option("#by-rule", "")
    page.select_option("#by-source", "orders.jsonl")
    assert visible(page, ".document h3") == ["orders.jsonl"]
    page.select_option("#by-source", "")
    page.select_option("#by-lang", "zh")
    assert visible(page, ".document h3") == ["cards/thanks.md"]


def test_a_click_leads_from_the_text_to_the_reason(page: Any) -> None:
    page.click("mark.warning")
    assert "target" in page.get_attribute("#v0-1", "class")


def test_hostile_copy_never_runs(page: Any) -> None:
    assert page.title() == "msglint"
    assert page.query_selector(".document img, .document script, .document b[onclick]") is None
    assert any("<script>" in text for text in visible(page, ".text"))


def test_it_fits_a_phone_and_prints(page: Any) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.emulate_media(media="print")
    assert not page.is_visible(".filters")
    assert page.is_visible("#v0-0")
    assert "labels-us/choking-package" in visible(page, "td button"), "the lists name what they count"


def test_the_list_of_rules_says_what_they_object_to() -> None:
    report = machine_report("html", card())
    assert "Offers something (…) for a review." in report
    assert "以…换取评价。" in report


def test_a_run_without_findings() -> None:
    clean = Document(document("Hello").segments, source="a.txt")
    assert "nothing found" in machine_report("html", judged(clean))
    assert "choking" in machine_report("html", judged(clean, missing("a.txt")))
