"""Reports: one module a format, each with a class `Report` that gets what a run finds as it is found."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from msglint.reports.model import Report, Style, Write

FORMATS = (
    "text", "concise", "json", "jsonl", "sarif", "github", "gitlab", "junit", "checkstyle", "rdjson",
    "markdown", "html",
)  # fmt: skip


def make(name: str, write: Write, style: Style) -> Report:
    """Return a report in one of FORMATS that gives its text to `write` and speaks as `style` says."""
    report: Report = import_module(f"{__name__}.{name}").Report(write, style)
    return report


def schema() -> Any:
    """Return the JSON Schema of the JSON report."""
    import json
    from importlib.resources import files

    return json.loads((files(__name__) / "report.schema.json").read_text("utf-8"))
