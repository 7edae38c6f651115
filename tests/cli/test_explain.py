from __future__ import annotations

from datetime import date

import pytest

from msglint.packs.markets import EEA
from msglint.packs.model import ALWAYS, AllOf, AnyOf, Condition, Contains, InRange, Not, OneOf
from msglint.packs.phrases import parse
from msglint.reports.conditions import in_words

from .conftest import Run

A, B, C = (OneOf(name, (True,)) for name in "abc")


def test_a_page(run: Run) -> None:
    assert run("explain", "demo-reviews/gift").stdout == (
        "demo-reviews/gift · error · review-incentive\n"
        "\n"
        "Why      Offers something for a review: “…”.\n"
        "Fix      Promise nothing.\n"
        "Applies  platform: amazon\n"
        "         channel: message, insert\n"
        "\n"
        "Policy\n"
        "  DEMO-01  No reward for a review (forbidden, stated)\n"
        "    A review may not be rewarded.\n"
        "    Help page (read on 2026-11-22)\n"
        "\n"
        "Sources\n"
        "  · Help page (2024-05)\n"
        "    https://help.example/reviews\n"
        "\n"
        "Is flagged\n"
        "  - A review for a gift card\n"
        "  - 五星好评返现\n"
        "  - Your gift card waits\n"
        "\n"
        "Passes\n"
        "  - A card for you\n"
        "  - 往返现场\n"
        "  - Thank you\n"
    )


def test_chinese(run: Run) -> None:
    shown = run("explain", "gift", "--lang", "zh").stdout
    assert "原因  以好处换取评价：“…”。\n建议  请勿承诺任何好处。\n适用  platform: amazon\n" in shown
    assert "会被指出\n" in shown and "可以通过\n" in shown


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("demo-reviews/gifts", "did you mean “demo-reviews/gift”?"),
        ("toy", "expected one of demo-labels/toy-warning"),
        ("zzz", "expected one of demo-extra/shout, "),
    ],
)
def test_an_unknown_rule(run: Run, name: str, message: str) -> None:
    result = run("explain", name)
    assert result.exit_code == 2
    assert message in " ".join(result.stderr.split())


@pytest.mark.parametrize(
    ("condition", "text"),
    [
        (ALWAYS, "always"),
        (OneOf("channel", ("message", "insert")), "channel: message, insert"),
        (OneOf("is_toy", (True,)), "is_toy"),
        (OneOf("is_toy", (False,)), "is_toy: false"),
        (OneOf("market", (*EEA, "US")), "market: US, EU"),
        (InRange("age_min_months", minimum=36, below=72), "36 ≤ age_min_months < 72"),
        (InRange("sent_at", maximum=date(2027, 1, 2)), "sent_at ≤ 2027-01-02"),
        (InRange("age_min_months", above=1.5), "1.5 < age_min_months"),
        (Not(OneOf("is_toy", (True,))), "not is_toy"),
        (Contains((parse("gift card"),)), "the text holds “gift card”"),
        (Contains(statement="toy"), "the text holds toy"),
        (AllOf((A, AllOf((OneOf("b", ("y",)), C)))), "a\nb: y\nc"),
        (AnyOf((A, AnyOf((B, AllOf((C, A)))))), "a or b or (c and a)"),
        (Not(AnyOf((A, B))), "not (a or b)"),
    ],
)  # fmt: skip
def test_conditions_in_words(condition: Condition, text: str) -> None:
    assert in_words(condition, "en") == text


def test_the_engines_own_findings_have_pages(run: Run) -> None:
    shown = run("explain", "no-reader").stdout
    assert shown.startswith("msglint/no-reader · warning · context\n")
    assert "To have it judged: …" in shown
