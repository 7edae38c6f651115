"""Mail: one message with its parts and attachments, each said once, each with its part."""

from __future__ import annotations

from email.message import EmailMessage

from msglint.document import Document, Segment
from msglint.sources import Failure
from tests.sources.helpers import everything, failures

HTML = '<p>Your order is fine.</p>\n<p>Leave a <b>review</b>.</p><img src="cid:logo" alt="Brand">'


def mail(**attachments: bytes) -> EmailMessage:
    message = EmailMessage()
    message["Subject"] = "Ihre Bestellung – bitte lesen"
    message["From"] = "shop@example.com"
    message.set_content("Your order is fine.\n\nLeave a review.\n\nGet a gift card.\n")
    message.add_alternative(HTML, subtype="html")
    for name, data in attachments.items():
        kind, _, suffix = name.rpartition("_")
        message.add_attachment(data, maintype="application", subtype="x", filename=f"{kind}.{suffix}")
    return message


def document(message: EmailMessage) -> Document:
    found = everything(message.as_bytes(), "a.eml")
    assert not [item for item in found if isinstance(item, Failure)], found
    (only,) = found
    assert isinstance(only, Document)
    return only


def place(segment: Segment, words: str) -> tuple[str | None, int | None, int | None]:
    start = segment.text.index(words)
    found = segment.origin.place(start, start + len(words))
    return found.part, found.line, found.column


def test_alternatives_are_one_message() -> None:
    segments = document(mail()).segments
    assert [(item.role, item.text) for item in segments] == [
        ("subject", "Ihre Bestellung – bitte lesen"),
        ("body", "Your order is fine.\n\nLeave a review."),
        ("alt", "Brand"),
        ("body", "Get a gift card."),
    ]
    assert place(segments[1], "review") == ("text/html", 2, 15)
    assert place(segments[3], "gift") == ("text/plain", 5, 7)
    assert place(segments[0], "Ihre") == (None, 1, 10)
    assert segments[1].origin.place(0, 1).source == "a.eml"


def test_attachments_are_elements_and_readable_ones_are_judged() -> None:
    found = document(
        mail(insert_txt="five stars\n感谢".encode(), video_mp4=b"\0\0\0\x18ftypmp42" + bytes(1_200_000))
    )
    attached = [item for item in found.elements if item.kind == "attachment"]
    assert [(item.attributes["name"], item.attributes["megabytes"]) for item in attached] == [
        ("insert.txt", 0.0),
        ("video.mp4", 1.2),
    ]
    assert place(found.segments[-1], "感谢") == ("insert.txt", 2, 1)
    assert [item.origin.place(0, 0).part for item in found.unread] == ["video.mp4"]


def test_a_mail_in_a_mail_is_read() -> None:
    outer = EmailMessage()
    outer["Subject"] = "Fwd"
    outer.set_content("See below")
    outer.add_attachment(mail(a_txt=b"deep"))
    found = document(outer)
    assert place(found.segments[-1], "deep")[0] == "message.eml / a.txt"


def test_a_broken_attachment_is_named_and_the_rest_is_judged() -> None:
    found = everything(mail(a_xlsx=b"PK\3\4broken", b_txt=b"fine").as_bytes(), "a.eml")
    failed = [item for item in found if isinstance(item, Failure)]
    assert [(item.code, item.place and item.place.part) for item in failed] == [("broken", "a.xlsx")]
    assert any(item.text == "fine" for one in found if isinstance(one, Document) for item in one.segments)


def test_no_mail_is_an_error() -> None:
    assert failures(b"\n\nno header", "a.eml") == [("broken", None, "the file has no mail header")]


def test_words_in_another_encoding_are_read() -> None:
    data = "Subject: =?gb2312?B?xOO6ww==?=\nContent-Type: text/plain; charset=gb18030\n\n好评返现".encode(
        "gb18030"
    )
    (found,) = everything(data, "a.eml")
    assert isinstance(found, Document)
    assert [item.text for item in found.segments] == ["你好", "好评返现"]


def test_mails_that_lie_too_deep_inside_one_another_are_named() -> None:
    inner = b"Subject: a\nContent-Type: message/rfc822\n\n" * 3000 + b"Subject: b\n\nhello\n"
    assert [item[0] for item in failures(inner, "a.eml")] == ["broken"]
    parts = "".join(f'Content-Type: multipart/mixed; boundary="b{at}"\n\n--b{at}\n' for at in range(5000))
    assert [item[0] for item in failures(f"Subject: a\n{parts}\nhello", "a.eml")] == ["broken"]
