"""The engine's own findings: rules of the reserved pack `msglint`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msglint.document import Document, Unread
from msglint.violation import Severity, Template, Violation

NO_READER = "msglint/no-reader"

NO_READER_MESSAGE = Template(
    {
        "en": "Not judged: nothing here can read this {what}.",
        "zh": "未检查：当前环境无法读取该内容（{what}）。",
    }
)
NO_READER_SUGGESTION = Template(
    {"en": "To have it judged: {advice}", "zh": "如需检查：{advice}"},
)


def no_reader(document: Document, overrides: Mapping[str, Severity | None]) -> Iterator[Violation]:
    """Yield one violation for each part of a document that could not be read."""
    severity = overrides.get(NO_READER, Severity.WARNING)
    if severity is not None:
        for item in document.unread:
            yield _violation(item, severity)


def _violation(item: Unread, severity: Severity) -> Violation:
    return Violation(
        NO_READER,
        "context",
        severity,
        NO_READER_MESSAGE,
        item.origin.place(0, 0),
        NO_READER_SUGGESTION,
        arguments={"what": item.what, "advice": item.advice},
    )
