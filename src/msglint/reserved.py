"""The engine's own findings: rules of the reserved pack `msglint`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msglint.document import Document, Unread
from msglint.violation import Severity, Template, Violation

NO_READER = "msglint/no-reader"

NO_READER_MESSAGE = Template(
    {
        "en": "Not judged: no reader for this {what} is installed.",
        "zh": "未检查：尚未安装可读取该内容的组件（{what}）。",
    }
)
NO_READER_SUGGESTION = Template(
    {"en": "To have it judged: {advice}", "zh": "如需检查：{advice}"},
)

LOW_CONFIDENCE = "msglint/low-confidence"

LOW_CONFIDENCE_MESSAGE = Template(
    {
        "en": "Hard to read in this picture, so perhaps misread (lines: {advice}): “{what}”.",
        "zh": "图片文字不清晰，识别结果可能有误（{advice} 行）：“{what}”。",
    }
)
LOW_CONFIDENCE_SUGGESTION = Template(
    {
        "en": "Compare with the picture; give it at 300 dpi or more, or give its text.",
        "zh": "请对照图片核实；建议提供 300 dpi 以上的图片，或直接提供文字。",
    }
)


def no_reader(document: Document, overrides: Mapping[str, Severity | None]) -> Iterator[Violation]:
    """Yield one violation for each part of a document that could not be read, or not surely."""
    for item in document.unread:
        rule = LOW_CONFIDENCE if item.is_doubt else NO_READER
        severity = overrides.get(rule, Severity.INFO if item.is_doubt else Severity.WARNING)
        if severity is not None:
            yield _violation(item, rule, severity)


WORDS = {
    NO_READER: (NO_READER_MESSAGE, NO_READER_SUGGESTION),
    LOW_CONFIDENCE: (LOW_CONFIDENCE_MESSAGE, LOW_CONFIDENCE_SUGGESTION),
}


def _violation(item: Unread, rule: str, severity: Severity) -> Violation:
    message, suggestion = WORDS[rule]
    place = item.origin.place(0, 0)
    arguments = {"what": item.what, "advice": item.advice}
    return Violation(rule, "context", severity, message, place, suggestion, arguments=arguments)
