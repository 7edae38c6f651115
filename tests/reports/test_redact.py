from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path

import pytest

from msglint.cli.check_options import CheckOptions
from msglint.cli.outputs import Outputs
from msglint.reports.excerpt import excerpt
from msglint.reports.redact import masked, redacted

from .samples import document, judged, violation


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("mail ann.lee@brand.com now", "mail •••.•••@•••••.••• now"),
        ("order 112-1234567-1234567.", "order •••-•••••••-•••••••."),
        ("电话：138 1234 5678。", "电话：••• •••• ••••。"),
        ("加微信号：brandcare88 领取", "加•••：••••••••••• 领取"),
        ("ＡＮＮ＠brand.com", "•••＠•••••.•••"),
        ("Nothing to hide: 50% off 2 items", "Nothing to hide: 50% off 2 items"),
    ],
)
def test_dots_for_personal_data(text: str, shown: str) -> None:
    assert masked(text, ("CN",)) == shown


def test_nothing_personal_is_left_and_every_place_stays() -> None:
    of = document("Hi\nreview and mail ann.lee@brand.com\n")
    found = violation(of, "review and mail ann.lee@brand.com", arguments={"match": "ann.lee@brand.com"})
    shown = redacted(judged(of, found))
    assert "ann" not in repr([shown.document.segments[0].text, shown.reported])
    assert shown.violations[0].place == found.place
    (line,) = excerpt(shown.document, shown.violations[0], 80)
    assert (line.text, line.marks) == ("review and mail •••.•••@•••••.•••", "^" * 33)


@pytest.mark.parametrize(
    ("form", "redact", "is_masked"),
    [
        ("sarif", None, True),
        ("github", None, True),
        ("sarif", False, False),
        ("json", None, False),
        ("json", True, True),
    ],
)
def test_reports_for_services_are_masked(
    tmp_path: Path, form: str, redact: bool | None, is_masked: bool
) -> None:
    of = document("review and mail ann.lee@brand.com")
    found = violation(of, "review and mail ann.lee@brand.com")
    path = tmp_path / "report"
    with ExitStack() as files:
        outputs = Outputs(CheckOptions(outputs=((form, str(path)),), redact=redact), files)
        outputs.take(judged(of, found))
        outputs.close()
    assert ("ann.lee" not in path.read_text("utf-8")) is is_masked
