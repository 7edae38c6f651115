"""Mail: subject, texts and attachments are one document; of alternative parts each thing is said once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from email import message_from_bytes, policy
from email.errors import HeaderParseError
from email.message import EmailMessage, Message
from pathlib import PurePath

from msglint import messages
from msglint.document import (
    Document,
    Element,
    FixedOrigin,
    PhysicalText,
    Place,
    Segment,
    Unread,
    Value,
)
from msglint.sources import read as read_file
from msglint.sources.contained import inside, inside_failure
from msglint.sources.decode import UndecodableError, decode
from msglint.sources.formats import BINARY_READERS, READERS, format_of, suffix_of
from msglint.sources.html import GIVES, page_elements, page_of, segments_of
from msglint.sources.limits import MAX_MEMBERS, TooMuchError
from msglint.sources.model import BinaryFile, Failure, TextFile, UnreadableError

LINE = re.compile(r"[^\r\n]+")
NOT_WORDS = re.compile(r"[\W_]+")
MEGABYTE = 1_000_000
NAMELESS = {"message/rfc822": "message.eml"}


@dataclass(slots=True)
class Content:
    """What the parts of a mail come to."""

    segments: list[Segment] = field(default_factory=list)
    elements: list[Element] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)
    failures: list[Failure] = field(default_factory=list)
    said: str = ""


def read(file: BinaryFile) -> Iterator[Document | Failure]:
    """Yield the document that a mail and its attachments are, after failures in its parts."""
    message = message_from_bytes(file.data, policy=policy.default)
    if not message.keys():
        raise UnreadableError("broken", "the file has no mail header")
    content = Content()
    parts = list(_leaves(message))
    texts = [part for part in parts if not _is_attached(part)]
    html = [part for part in texts if part.get_content_type() == "text/html"]
    plain = [part for part in texts if part.get_content_type() != "text/html"]
    for part in html:
        _add_html(file, part, content)
    for part in plain:
        _add_plain(file, part, content)
    for part in parts:
        if part not in texts:
            _add_attachment(file, part, content)
    yield from content.failures
    yield file.document(
        (*_subject(file, message), *content.segments),
        elements=tuple(content.elements),
        gives=GIVES | {"attachment"},
        unread=tuple(content.unread),
    )


def attachments(data: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield the attachments of a mail, by the names that places give them."""
    for part in _leaves(message_from_bytes(data, policy=policy.default)):
        if _is_attached(part):
            yield _name(part), _payload(part)


def _name(part: EmailMessage) -> str:
    return part.get_filename() or NAMELESS.get(part.get_content_type(), part.get_content_type())


def _leaves(message: Message) -> Iterator[EmailMessage]:
    """Yield the parts that hold something, in their order."""
    waiting: list[Message] = [message]
    count = 0
    while waiting:
        part = waiting.pop()
        count += 1
        if count > MAX_MEMBERS:
            raise TooMuchError(messages.Message("the mail has more than {} parts", MAX_MEMBERS))
        if part.is_multipart() and part.get_content_maintype() == "multipart":
            inside = part.get_payload()
            if isinstance(inside, list):
                waiting += [inner for inner in reversed(inside) if isinstance(inner, Message)]
        elif isinstance(part, EmailMessage):
            yield part


def _is_attached(part: EmailMessage) -> bool:
    if part.get_content_type() not in ("text/plain", "text/html"):
        return True
    return part.get_content_disposition() == "attachment"


def _subject(file: BinaryFile, message: Message) -> Iterator[Segment]:
    try:
        subject = str(message.get("subject") or "")
    except (HeaderParseError, ValueError, IndexError, AttributeError):
        subject = ""
    if subject.strip():
        head = re.search(rb"^subject:[ \t]*", file.data, re.IGNORECASE | re.MULTILINE)
        before = file.data[: head.end()].decode("latin-1") if head else ""
        line, column = PhysicalText(file.source, before).position(len(before))
        yield Segment(subject, FixedOrigin(Place(file.source, line, column)), "subject")


# Texts ------------------------------------------------------------------------------------------


def _text(part: EmailMessage) -> str:
    """Return the text of a part. Raises UndecodableError if its bytes are no text."""
    data = _payload(part)
    charset = part.get_content_charset()
    try:
        if charset and charset.lower() not in ("us-ascii", "ascii"):
            return data.decode(charset)
    except (LookupError, UnicodeError):
        pass
    return decode(data, None).text


def _payload(part: EmailMessage) -> bytes:
    if part.get_content_type() == "message/rfc822":
        inner = part.get_payload()
        return inner[0].as_bytes() if isinstance(inner, list) and isinstance(inner[0], Message) else b""
    data = part.get_payload(decode=True)
    return data if isinstance(data, bytes) else b""


def _file(file: BinaryFile, part: EmailMessage, name: str, content: Content) -> TextFile | None:
    try:
        return TextFile(PhysicalText(file.source, _text(part)), file.settings)
    except UndecodableError as error:
        place = Place(file.source, part=name)
        content.failures.append(file.failure(error.code, error.message, place))
        return None


def _add_html(file: BinaryFile, part: EmailMessage, content: Content) -> None:
    name = "text/html"
    text = _file(file, part, name, content)
    if text is None:
        return
    page = page_of(text)
    segments = list(segments_of(page))
    outer = Place(file.source, part=name)
    content.said += "".join(_words(segment.text) for segment in segments)
    content.segments += [inside(segment, outer) for segment in segments]
    content.elements += [inside(element, outer) for element in page_elements(page)]


def _add_plain(file: BinaryFile, part: EmailMessage, content: Content) -> None:
    """Add a plain text: of an alternative only the lines that the HTML does not say."""
    name = "text/plain"
    text = _file(file, part, name, content)
    if text is None:
        return
    outer = Place(file.source, part=name)
    if not content.said:
        content.segments.append(inside(text.segment(0, len(text.text)), outer))
        return
    for start, end in _unsaid(text.text, content.said):
        content.segments.append(inside(text.segment(start, end), outer))


def _unsaid(text: str, said: str) -> Iterator[tuple[int, int]]:
    """Yield the runs of lines, blank ones between them included, of which nothing is said elsewhere."""
    run: tuple[int, int] | None = None
    for line in LINE.finditer(text):
        words = _words(line[0])
        if words and words not in said:
            run = (run[0] if run else line.start(), line.end())
        elif words and run:
            yield run
            run = None
    if run:
        yield run


def _words(text: str) -> str:
    return NOT_WORDS.sub("", text).lower()


# Attachments ------------------------------------------------------------------------------------


def _add_attachment(file: BinaryFile, part: EmailMessage, content: Content) -> None:
    data = _payload(part)
    inline = part.get_content_disposition() == "inline" or part.get("content-id") is not None
    is_inline = inline and part.get_content_maintype() == "image"
    name = _name(part)
    outer = Place(file.source, part=name)
    attributes: dict[str, Value] = {
        "name": name,
        "format": PurePath(name).suffix.lower().removeprefix(".") or part.get_content_subtype(),
        "megabytes": round(len(data) / MEGABYTE, 1),
        "is_inline": is_inline,
    }
    content.elements.append(Element("attachment", name, FixedOrigin(outer), attributes))
    if not _may_be_copy(data, name):
        what = f"attachment of type {part.get_content_type()}"
        content.unread.append(Unread(FixedOrigin(outer), what, ADVICE))
        return
    try:
        file.budget.take(len(data))
        settings = replace(file.settings, unit=None)
        found = list(read_file(data, name, settings, file.budget.inside()))
    except TooMuchError as error:
        content.failures.append(file.failure("too-large", error.message, outer))
        return
    for item in found:
        if isinstance(item, Failure):
            content.failures.append(inside_failure(item, outer))
        else:
            content.segments += [inside(segment, outer) for segment in item.segments]
            content.unread += [inside(unread, outer) for unread in item.unread]


ADVICE = "give its text as a file that msglint reads"


def _may_be_copy(data: bytes, name: str) -> bool:
    """Whether there is a reader for an attachment, or one that an extra brings."""
    if suffix_of(name) in READERS or suffix_of(name) in BINARY_READERS or format_of(data, name) != "text":
        return True
    return b"\0" not in data[:4096]
