"""Hand-made documents and violations for the tests of reports."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from msglint.document import Context, Document, PhysicalText, Place, Segment, TextOrigin
from msglint.offsets import OffsetMap
from msglint.packs.model import Example, Fact, Pack, PhrasesCheck, Rule, Ruleset
from msglint.reports.model import Judged, Reported
from msglint.suppress.model import CONFIGURED, Suppressed
from msglint.violation import Severity, Template, Violation

REASON = Template({"en": "Offers something ({reward}) for a review.", "zh": "以“{reward}”换取评价。"})
ADVICE = Template(
    {
        "en": "Ask neutrally and promise nothing: “Please share your experience on Amazon.” "
        "Whatever the buyer writes must not change what they get.",
        "zh": "只可中性邀请评价，不得承诺任何好处，例如：“欢迎在亚马逊分享您的使用体验。”"
        "无论买家写什么，都不应影响其获得的服务，也不得以任何方式暗示。",
    }
)
MISSING = Template({"en": "The choking warning is missing.", "zh": "缺少小零件窒息警示语。"})
WRITE = Template({"en": "Write: {statement}", "zh": "请写：{statement}"})


RULESET = Ruleset(
    (
        Pack(
            "amazon-reviews",
            ("amazon",),
            Template({"en": "Reviews"}),
            (
                Rule(
                    "amazon-reviews/review-incentive",
                    "amazon-reviews",
                    "review-incentive",
                    Severity.ERROR,
                    REASON,
                    PhrasesCheck(()),
                    ADVICE,
                    facts=("AMZ-REV-03",),
                    examples=(Example("Review = gift", flag=True), Example("We `never` pay", flag=False)),
                ),
            ),
        ),
        Pack(
            "labels-us",
            ("labels",),
            Template({"en": "Labels"}),
            (
                Rule(
                    "labels-us/choking-package",
                    "labels-us",
                    "warning-missing",
                    Severity.ERROR,
                    MISSING,
                    PhrasesCheck(()),
                ),
            ),
        ),
    ),
    facts={
        "AMZ-REV-03": Fact(
            "AMZ-REV-03",
            Template({"en": "No reward", "zh": "不得奖励"}),
            Template({"en": "No reward for a review.", "zh": "不得以好处换取评价。"}),
            "block",
            "stated",
            ({"title": "Seller policy", "url": "https://policy.example/reviews", "date": "2026-01-30"},),
        )
    },
)
"""The rule that the violations are of."""


def document(text: str, source: str = "cards/thanks.md", **more: Any) -> Document:
    """Return a text file as a document."""
    return Document((Segment(text, TextOrigin(PhysicalText(source, text))),), source=source, **more)


def violation(of: Document, span: str, **more: Any) -> Violation:
    """Return a violation on the first occurrence of `span` in the first segment."""
    segment = of.segments[0]
    start = segment.text.index(span)
    end = start + len(span)
    base = Violation(
        rule="amazon-reviews/review-incentive",
        category="review-incentive",
        severity=Severity.ERROR,
        message=REASON,
        place=segment.origin.place(start, end),
        arguments={"reward": span},
        start=start,
        end=end,
        excerpt=span,
        folded=span,
        sentence=span,
    )
    return replace(base, **more)


def missing(source: str = "cards/thanks.md", **more: Any) -> Violation:
    """Return a violation of a duty, with the text to add."""
    return Violation(
        rule="labels-us/choking-package",
        category="warning-missing",
        severity=Severity.ERROR,
        message=MISSING,
        place=Place(source, 1, 1),
        suggestion=WRITE,
        arguments={"statement": "WARNING: CHOKING HAZARD--Small parts\nNot for children under 3 yrs."},
        **more,
    )


def judged(of: Document, *found: Violation, index: int = 0, fail_on: Severity = Severity.ERROR) -> Judged:
    """Return a document with its violations and made-up fingerprints."""
    reported = [Reported(item, f"{number:064x}") for number, item in enumerate(found)]
    return Judged(index, of, reported, RULESET, fail_on)


def suppressed(of: Document, found: Violation) -> Judged:
    """Return a document whose one violation msglint.yaml suppresses."""
    suppression = Suppressed(CONFIGURED, "msglint.yaml:7", "agreed with the platform", date(2027, 10, 1))
    return Judged(0, of, [Reported(found, "0" * 64, suppression)], RULESET)


def card() -> Judged:
    """Return a card on which a report has everything to show."""
    text = (
        "Hello!\n"
        "\tLeave a ｆｉｖｅ ｓｔａｒ re\u200bview, cafe\u0301 fan, and get a $10 gift card!\n"
        "亲，五星好评\u00a0返现10元" + "，谢谢您的支持与信任" * 12 + "\n"
        "写好评\n\n发截图\n加客服\n领红包\n完\n"
        "\u202egpj.doc \x1b[31mred"
    )
    of = document(text, context=Context("insert", None, ("US", "DE"), "zh"))
    severe = violation(
        of, "ｆｉｖｅ ｓｔａｒ re\u200bview",
        suggestion=ADVICE, assumed=("platform=amazon",), also=("amazon-reviews/positive-ask",),
        arguments={"reward": "$10 gift card"},
    )  # fmt: skip
    cash = violation(
        of, "返现10元", code="cash", severity=Severity.WARNING,
        suggestion=ADVICE, assumed=("market=US",), related=(Place("cards/back.md", 3, 4),),
    )  # fmt: skip
    steps = violation(
        of, "写好评\n\n发截图\n加客服\n领红包", severity=Severity.INFO, arguments={"reward": "红包"}
    )
    hidden = violation(of, "gpj", severity=Severity.INFO, arguments={"reward": "a\x1b[0mb"})
    return judged(of, severe, cash, steps, hidden, missing())


def record() -> Judged:
    """Return a record of a JSONL file whose line holds escapes."""
    raw = '{"id": "m-17", "text": "Hi\\u4f60\\u597d"}'
    physical = PhysicalText("orders.jsonl", raw)
    edits = [(0, 2, 24, 26), (2, 3, 26, 32), (3, 4, 32, 38)]
    origin = TextOrigin(physical, OffsetMap.of(edits), record=1, key="text")
    of = Document(
        (Segment("Hi你好", origin),), Context("message"), "orders.jsonl", "m-17", encoding="gb18030"
    )
    return judged(of, violation(of, "你好", severity=Severity.WARNING), index=1)
