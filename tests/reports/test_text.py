from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from msglint import unread
from msglint.document import Context, FixedOrigin, JoinedOrigin, Place, Segment, Unread
from msglint.reports import make
from msglint.reports.model import Judged, Style, Summary
from msglint.sources import Failure
from msglint.violation import Severity

from .samples import card, document, judged, missing, record, suppressed, violation

BROKEN = Failure("orders.jsonl", Place("orders.jsonl", 17, 3, record=17), "bad-record", "Not a JSON object.")


def text_report(*items: Judged | Failure, style: Style) -> str:
    parts: list[str] = []
    report, summary = make("text", parts.append, style), Summary()
    for item in items:
        if isinstance(item, Judged):
            report.add(item)
            summary.add(item)
        else:
            report.fail(item)
            summary.errors += 1
    report.close(summary)
    return "".join(parts)


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_everything(lang: str, golden: Callable[[str, str], None]) -> None:
    shown = text_report(card(), BROKEN, record(), style=Style(lang, 88))
    golden(f"everything.{lang}.txt", shown)


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_clean(lang: str, golden: Callable[[str, str], None]) -> None:
    known = document("Your order is on its way.", context=Context("message", "amazon", ("US",)))
    style = Style(lang, 88, verbose=True)
    golden(f"clean.{lang}.txt", text_report(judged(known), judged(known, index=1), style=style))


def last_line(*items: Judged | Failure, lang: str = "en") -> str:
    return text_report(*items, style=Style(lang)).splitlines()[-1]


@pytest.mark.parametrize(
    ("severity", "fail_on", "sentence"),
    [
        (Severity.ERROR, Severity.ERROR, "Exit status 1: 1 violation at or above --fail-on error."),
        (Severity.ERROR, Severity.INFO, "Exit status 1: 1 violation at or above --fail-on info."),
        (Severity.WARNING, Severity.ERROR, "Exit status 0: nothing at or above --fail-on error."),
        (Severity.WARNING, Severity.WARNING, "Exit status 1: 1 violation at or above --fail-on warning."),
    ],
)
def test_the_summary_says_why(severity: Severity, fail_on: Severity, sentence: str) -> None:
    of = document("五星好评")
    found = violation(of, "好评", severity=severity)
    assert last_line(judged(of, found, fail_on=fail_on)) == sentence


def test_the_summary_says_why_in_chinese() -> None:
    assert last_line(card(), lang="zh") == "退出状态 1：有 2 处问题达到 --fail-on error 级别。"


def test_a_failure_beats_violations() -> None:
    shown = text_report(card(), BROKEN, style=Style(width=200))
    assert shown.endswith(
        "\nExit status 2: 1 thing could not be read or judged. "
        "Besides, 2 violations are at or above --fail-on error.\n"
    )


def test_quiet_leaves_findings_only() -> None:
    shown = text_report(card(), judged(document("fine")), style=Style(quiet=True))
    assert shown.endswith("Not for children under 3 yrs.\n\n")


def test_the_missing_text_can_be_copied() -> None:
    shown = text_report(judged(document("x"), missing()), style=Style())
    assert (
        "\n             WARNING: CHOKING HAZARD--Small parts\n             Not for children under 3 yrs.\n"
        in shown
    )


def test_color_changes_nothing_but_color() -> None:
    import re

    plain, colored = (text_report(card(), BROKEN, style=Style(color=color)) for color in (False, True))
    assert re.sub(r"\x1b\[[\d;]*m", "", colored) == plain
    assert colored != plain


def test_nothing_from_the_copy_controls_the_terminal() -> None:
    of = document("\x1b[2J\u202e好评\x07", "bad\x1bname.txt", id="\x1b]0;title\x07")
    shown = text_report(judged(of, violation(of, "好评\x07")), style=Style())
    assert all(char.isprintable() or char == "\n" for char in shown)


def test_what_is_suppressed_is_counted_and_not_shown() -> None:
    of = document("好评")
    shown = text_report(suppressed(of, violation(of, "好评")), style=Style("zh"))
    assert "1 处问题已被豁免，详情请用 --show-suppressed 查看。" in shown
    assert "cards/thanks.md" not in shown


@pytest.mark.parametrize(
    ("lang", "line"),
    [
        ("en", "    Written  as “薇❤信”, reads “微信”: homophone, separator\n"),
        ("zh", "    写法  “薇❤信”，即“微信”：谐音、插入符号或空格\n"),
    ],
)
def test_a_disguise_is_named(lang: str, line: str) -> None:
    of = document("加薇❤信")
    found = violation(of, "薇❤信", folded="微信", disguise=("homophone", "separator"))
    assert line in text_report(judged(of, found), style=Style(lang))


def test_what_reads_as_it_is_written_is_not_said_twice() -> None:
    of = document("Ask on WeChat")
    found = violation(of, "WeChat", folded="wechat", disguise=("hidden",))
    assert "    Written  hidden text\n" in text_report(judged(of, found), style=Style("en"))


@pytest.mark.parametrize(
    ("place", "shown"),
    [
        (Place("a.txt", 3, 7), "a.txt:3:7"),
        (Place("a.zip", 3, 7, member="b.txt"), "a.zip [in b.txt:3:7]"),
        (Place("a.eml", 3, 7, part="text/html"), "a.eml [text/html:3:7]"),
        (Place("a.zip", 3, 7, member="b.eml", part="c.txt"), "a.zip [in b.eml, c.txt:3:7]"),
        (Place("a.xlsx", sheet="话术", cell="B2"), "a.xlsx [sheet 话术, cell B2]"),
        (Place("a.csv", 3, 7, record=2, cell="A3"), "a.csv:3:7 [record 2, cell A3]"),
    ],
)
def test_lines_stand_with_the_innermost_file(place: Place, shown: str) -> None:
    report = text_report(Failure(place.source, place, "broken", "Damaged."), style=Style())
    assert report.splitlines()[0] == f"not judged  {shown}  broken"


def test_of_paragraphs_the_one_that_is_meant_is_shown_without_a_line_number() -> None:
    places = [Place("a.docx", paragraph=number) for number in (1, 2, 3)]
    origin = JoinedOrigin((0, 6, 11), tuple(map(FixedOrigin, places)))
    of = document("")
    of = replace(of, segments=(Segment("first\n好评返现\nlast", origin),), source="a.docx")
    lines = text_report(judged(of, violation(of, "返现")), style=Style(width=60)).splitlines()
    assert lines[2:5] == [
        "  error    a.docx [paragraph 2]  amazon-reviews/review-incentive",
        "     │ 好评返现",
        "     │     ^^^^",
    ]


def test_the_summary_says_how_to_read_the_rest() -> None:
    advice = "pip install 'msglint[office]'"
    unread = Unread(FixedOrigin(Place("a.docx")), ".docx file", advice)
    of = replace(document("", "a.docx"), unread=(unread,), complete=False)
    assert text_report(judged(of), style=Style()).splitlines()[0] == (
        f"1 document was not read, or not all of it. To have it judged: {advice}"
    )


def test_what_cannot_be_read_is_named_in_the_language_of_the_report() -> None:
    item = Unread(FixedOrigin(Place("a.docx")), ".docx file", "pip install 'msglint[office]'")
    of = replace(document("", "a.docx"), unread=(item,))
    (found,) = unread.unread(of, {})
    assert found.message.render("zh", found.arguments) == "未检查：当前没有可读取该内容的组件（.docx 文件）。"
    assert found.message.render("en", found.arguments).endswith("for this .docx file.")
