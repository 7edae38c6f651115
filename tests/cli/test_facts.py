from __future__ import annotations

import json

import pytest

from .conftest import Run


@pytest.mark.parametrize(
    ("args", "expected"),
    [
        ((), ["DEMO-01", "DEMO-02", "DEMO-03", "DEMO-04", "DEMO-05", "DEMO-06"]),
        (("demo-05",), ["DEMO-05"]),
        (("neutrally",), ["DEMO-02"]),
        (("demo-reviews/gift",), ["DEMO-01"]),
        (("设计稿",), ["DEMO-05"]),
        (("nothing",), []),
    ],
)
def test_listing(run: Run, args: tuple[str, ...], expected: list[str]) -> None:
    result = run("facts", *args)
    assert result.exit_code == 0
    assert [line.split()[0] for line in result.stdout.splitlines() if line.startswith("DEMO")] == expected
    assert f"{len(expected)} fact{'' if len(expected) == 1 else 's'}: " in result.stdout.splitlines()[-1]


def test_a_fact_shows_where_it_is_encoded_or_why_not(run: Run) -> None:
    assert run("facts", "DEMO").stdout == (
        "DEMO-01  forbidden  stated       No reward for a review\n"
        "    demo-reviews/gift\n"
        "DEMO-02  depends    stated       Reviews are asked for neutrally\n"
        "    demo-reviews/stars\n"
        "DEMO-03  label      A            The toy warning\n"
        "    demo-labels/toy-warning\n"
        "DEMO-04  hint       stated       Calm words\n"
        "    demo-extra/shout\n"
        "DEMO-05  label      B/C          Size of the letters\n"
        "    Not checkable: Letter heights need artwork, not text.\n"
        "DEMO-06  forbidden  third-party  Nobody looked at this yet\n"
        "    No rule and no reason why not.\n"
        "6 facts: 4 encoded by rules, 1 not checkable, 1 unsettled.\n"
    )


def test_in_chinese(run: Run) -> None:
    assert run("facts", "DEMO-05", "--lang", "zh").stdout == (
        "DEMO-05  标签  B/C  字母大小\n"
        "    The warning is at least 2 mm high.\n"
        "    · Help page 2024-05 https://help.example/reviews\n"
        "    无法检查：字高须看设计稿，无法从文字判断。\n"
        "共 1 条政策依据：0 条已有规则，1 条无法检查，0 条未落实。\n"
    )


def test_for_programs(run: Run) -> None:
    (found,) = json.loads(run("facts", "DEMO-05", "--format", "json").stdout)
    assert found == {
        "id": "DEMO-05",
        "title": {"en": "Size of the letters", "zh": "字母大小"},
        "statement": {"en": "The warning is at least 2 mm high."},
        "level": "label",
        "confidence": "B",
        "wording": "C",
        "rules": [],
        "not_checkable": {
            "en": "Letter heights need artwork, not text.",
            "zh": "字高须看设计稿，无法从文字判断。",
        },
        "sources": [{"title": "Help page", "url": "https://help.example/reviews", "date": "2024-05"}],
        "checked": "2026-11-22",
    }
