from __future__ import annotations

import pytest

from .conftest import Run


@pytest.mark.parametrize(
    ("args", "expected"),
    [
        ((), ["demo-extra/shout", "demo-labels/toy-warning", "demo-reviews/gift", "demo-reviews/stars"]),
        (("gift",), ["demo-reviews/gift"]),
        (("DEMO-01",), ["demo-reviews/gift"]),
        (("warning-missing",), ["demo-labels/toy-warning"]),
        (("星级",), ["demo-reviews/stars"]),
        (("--pack", "demo-reviews"), ["demo-reviews/gift", "demo-reviews/stars"]),
        (("nothing",), []),
    ],
)
def test_listing(run: Run, args: tuple[str, ...], expected: list[str]) -> None:
    result = run("rules", *args)
    assert result.exit_code == 0
    assert [line.split()[0] for line in result.stdout.splitlines() if line.startswith("  ")] == expected
    assert result.stdout.endswith(f"{len(expected)} rule{'' if len(expected) == 1 else 's'}.\n")


def test_columns_line_up_in_chinese(run: Run) -> None:
    assert run("rules", "demo-reviews", "--lang", "zh").stdout == (
        "示例：评价 · rules/demo/demo-reviews.yaml\n"
        "  demo-reviews/gift   错误  review-incentive     以好处换取评价：“…”。\n"
        "  demo-reviews/stars  警告  review-positive-ask  指定了星级。\n"
        "\n"
        "共 2 条规则。\n"
    )


def test_optional_packs_say_so(run: Run) -> None:
    assert "Demo: shouting (optional: used only when named)" in run("rules").stdout
