"""What people write, judged by the shipped packs: `*.jsonl` holds one text a line.

`expect` is the category that must be reported as warning or error; null says that the text is innocent and
nothing may be reported above info.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from msglint import Linter, Severity

FOLDER = Path(__file__).parent


def _texts() -> Iterator[Any]:
    for path in sorted(FOLDER.glob("*.jsonl")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            record = json.loads(line)
            yield pytest.param(record, id=f"{path.stem}-{number}-{record['expect'] or 'innocent'}")


@pytest.fixture(scope="module")
def linter() -> Linter:
    return Linter.from_packs()


@pytest.mark.parametrize("record", list(_texts()))
def test_text_is_judged_as_a_reviewer_would(linter: Linter, record: dict[str, Any]) -> None:
    violations = linter.check(
        record["text"],
        channel=record["channel"],
        platform="amazon",
        market=record.get("market", "US"),
        subject=record.get("subject"),
    )

    serious = [(v.category, v.rule) for v in violations if v.severity >= Severity.WARNING]

    if record["expect"]:
        assert record["expect"] in [category for category, _ in serious]
    else:
        assert serious == []
