"""The engine's own findings: rules of the reserved pack `msglint`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from msglint.document import Document, Unread
from msglint.violation import Severity, Template, Violation

NO_READER = "msglint/no-reader"

NO_READER_MESSAGE = Template(
    {
        "en": "Not judged: there is no reader here for this {what}.",
        "zh": "未检查：当前没有可读取该内容的组件（{what}）。",
    }
)
NO_READER_SUGGESTION = Template(
    {"en": "To have it judged: {advice}", "zh": "如需检查：{advice}"},
)

CHINESE = {
    "picture": "图片",
    "picture: codes": "图片中的二维码、条码",
    "picture: text": "图片中的文字",
    "picture on a page: codes": "页面图片中的二维码、条码",
    "picture on a page: text": "页面图片中的文字",
    "page without text": "没有文字的页面",
    "Office file": "Office 文件",
    "Office file of 97 to 2003": "Office 97–2003 文件",
    "save it as .docx or .xlsx": "请另存为 .docx 或 .xlsx",
    "give its text as a file that msglint reads": "请将文字另存为 msglint 可读取的文件",
}
"""What readers call that which they cannot read, and what to do, in Chinese; names and commands stay."""

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
    message, suggestion = _filled(message, arguments), _filled(suggestion, arguments)
    return Violation(rule, "context", severity, message, place, suggestion, arguments=arguments)


def _filled(template: Template, arguments: Mapping[str, str]) -> Template:
    """Return a template whose slots are filled in each language in its own words."""
    texts = {
        lang: template.render(lang, {name: said(text, lang) for name, text in arguments.items()})
        for lang in template.texts
    }
    return Template(texts)


def said(text: str, lang: str) -> str:
    """Return in `lang` what a reader says of something that it cannot read; names and commands stay."""
    if lang != "zh":
        return text
    known = CHINESE.get(text, text)
    return re.sub(r"^(\.\w+) file$", r"\1 文件", re.sub("^attachment of type ", "附件类型 ", known))
