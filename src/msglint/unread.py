"""What of a document could not be read, or not surely, as findings in the words of each language."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from msglint.reserved import LOW_CONFIDENCE, NO_READER, finding

if TYPE_CHECKING:
    from msglint.document import Document
    from msglint.violation import Severity, Violation

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


def unread(document: Document, overrides: Mapping[str, Severity | None]) -> Iterator[Violation]:
    """Yield one violation for each part of a document that could not be read, or not surely."""
    for item in document.unread:
        rule = LOW_CONFIDENCE if item.is_doubt else NO_READER
        arguments = {"what": item.what, "advice": item.advice}
        for found in finding(rule, item.origin.place(0, 0), arguments, overrides):
            suggestion = found.suggestion and found.suggestion.filled(arguments, said)
            yield replace(found, message=found.message.filled(arguments, said), suggestion=suggestion)


def said(text: str, lang: str) -> str:
    """Return in `lang` what a reader says of something that it cannot read; names and commands stay."""
    if lang != "zh":
        return text
    known = CHINESE.get(text, text)
    return re.sub(r"^(\.\w+) file$", r"\1 文件", re.sub("^attachment of type ", "附件类型 ", known))
