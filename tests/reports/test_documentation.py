from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from msglint.reports import schema

PAGE = (Path(__file__).parents[2] / "docs" / "json-report.md").read_text("utf-8")
SECTIONS = {
    "place": "Places",
    "document": "`documents`",
    "violation": "`violations`",
    "error": "`errors`",
    "summary": "`summary`",
}


def documented(section: str) -> set[str]:
    """Names in the first column of a section's table."""
    body = PAGE.split(f"## {section}\n")[1].split("\n## ")[0]
    cells = re.findall(r"^\| (`.*?) \|", body, re.MULTILINE)
    return {name for cell in cells for name in re.findall("`([a-z_]+)`", cell)}


@pytest.mark.parametrize(("name", "section"), SECTIONS.items())
def test_every_field_is_documented(name: str, section: str) -> None:
    fields: dict[str, Any] = schema()["$defs"][name]["properties"]
    assert documented(section) == set(fields)
