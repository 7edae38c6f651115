"""Write the sample mails, tables, documents, strings and archives, and the broken files that tests read.

Needs openpyxl, python-docx and odfpy, which write what sellers' own programs write. The files in the
repository were made by it, from the root of the repository:

    python scripts/make_fixtures.py
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from email.message import EmailMessage
from email.utils import format_datetime
from pathlib import Path

import docx
import openpyxl
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table, TableCell, TableRow
from odf.text import P

DAY = datetime(2026, 5, 4, 9, 30, tzinfo=UTC)
Rows = Sequence[Sequence[str | int]]

# Mail and HTML ----------------------------------------------------------------------------------

ADDRESS_MAIL = """\
<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8"><title>About your order</title></head>
<body>
<p>Hello {{buyer_name}},</p>
<p>The carrier could not read the house number on order <b>{{order_id}}</b>. Please reply with the full
address, so that the parcel can leave today.</p>
<p><img src="https://m.media-amazon.com/label-sample.png" width="50%" alt="Where the house number stands"></p>
<p>Northlight Home</p>
</body>
</html>
"""

OFFER_MAIL = """\
<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>A little thank-you</title>
<style>
  body { font-family: Georgia; }
  .small { font-size: 0; }
</style>
</head>
<body>
<p style="text-align:center">Hello {{buyer_name}},</p>
<p>How do you like your lamp? Leave us a <b>5&#8209;star</b> review and we send you
a <i>$15 gift card</i>.</p>
<p><a href="https://northlight-home.com/club">www.amazon.com/gp/your-orders</a></p>
<p class="small">Questions? Add WhatsApp +1 415 555 2671</p>
<img src="http://mail.northlight-home.com/open?id={{order_id}}" width="1" height="1">
</body>
</html>
"""


def invoice_mail() -> bytes:
    """Return a mail that says what a case needs, with the invoice attached."""
    mail = _mail("Your invoice for order 112-1234567-1234567")
    mail.set_content("Hello,\n\nthe invoice you asked for is attached.\n\nNorthlight Home\n")
    mail.add_attachment(
        "Invoice 2026-118\nOrder 112-1234567-1234567\nDesk lamp, 1 piece: 39.00 USD\n",
        filename="invoice-2026-118.txt",
    )
    return mail.as_bytes()


def reward_mail() -> bytes:
    """Return a mail whose HTML part, plain part and attachment each say what they must not."""
    mail = _mail("五星好评有礼")
    mail.set_content("亲，您好！\n\n收到货满意的话，麻烦给个五星好评。\n加客服微信 northlight_88 领红包。\n")
    mail.add_alternative(
        "<p>亲，您好！</p>\n<p>收到货满意的话，麻烦给个<b>五星好评</b>。</p>\n"
        '<img src="http://t.northlight-home.com/o.gif?o=1" width="1" height="1" alt="">\n',
        subtype="html",
    )
    mail.add_attachment(
        "<h1>VIP</h1>\n<p>晒图返现10元</p>\n".encode(),
        maintype="text",
        subtype="html",
        filename="优惠券.html",
    )
    return mail.as_bytes()


def saved_page(html: str, title: str) -> bytes:
    """Return a page as browsers save it with its pictures."""
    page = EmailMessage()
    page["Subject"], page["From"], page["Date"] = title, "<Saved by a browser>", format_datetime(DAY)
    page.set_content(html, subtype="html")
    page["Content-Location"] = "https://sellercentral.example/messages/templates"
    page.make_related(boundary="----saved-page")
    return page.as_bytes()


def _mail(subject: str) -> EmailMessage:
    mail = EmailMessage()
    mail["Subject"], mail["From"], mail["To"] = (
        subject,
        "care@northlight-home.com",
        "buyer@marketplace.example",
    )
    mail["Date"], mail["Message-ID"] = format_datetime(DAY), "<20260504.118@northlight-home.com>"
    return mail


SUPPORT_PAGE = """\
<html><head><title>Template 118</title></head>
<body>
<p>Hello {{buyer_name}},</p>
<p>Thank you for your order. If you change your review to five stars,
we refund your order in full.</p>
</body></html>
"""

# Office -----------------------------------------------------------------------------------------

TEMPLATES: Rows = (
    ("编号", "渠道", "站点", "主题", "正文", "备注"),
    (101, "站内信", "美国", "订单 {{order_id}} 的发票", "您好，订单 {{order_id}} 的发票见附件。", "售后"),
    (102, "站内信", "美国", "邀请评价", "您好，如您愿意，欢迎在亚马逊分享您的真实使用感受。", "中性"),
    (103, "站内信", "美国", "小惊喜", "满意请给五星，\n评价后联系客服领取10元红包。", "停用"),
    (104, "卡片", "美国", "", "使用前请充电。如缺少配件，请通过亚马逊“我的订单”联系我们。", ""),
    (105, "卡片", "美国", "", "扫码添加客服微信，老客户官网下单更优惠。", "停用"),
)
PHRASES: Rows = (("快捷回复", ""), ("您的包裹已发出。", "麻烦删除差评，我们给您退款。"))
GERMAN: Rows = (
    ("id", "channel", "market", "lang", "text"),
    (
        "DE-1",
        "message",
        "DE",
        "de",
        "Guten Tag, bitte nennen Sie uns die fehlende Hausnummer zu Ihrer Bestellung.",
    ),
    (
        "DE-2",
        "message",
        "DE",
        "de",
        "Geben Sie uns 5 Sterne und Sie erhalten einen Gutschein für Ihre Bewertung.",
    ),
)


def workbook(sheets: Mapping[str, Rows]) -> bytes:
    """Return an Excel workbook."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
        sheet.freeze_panes = "A2"
        sheet.column_dimensions["E"].width = 60
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def open_sheet(name: str, rows: Rows) -> bytes:
    """Return an OpenDocument spreadsheet."""
    book = OpenDocumentSpreadsheet()
    table = Table(name=name)
    for row in rows:
        line = TableRow()
        for value in row:
            cell = TableCell(valuetype="string")
            cell.addElement(P(text=str(value)))
            line.addElement(cell)
        table.addElement(line)
    book.spreadsheet.addElement(table)
    out = io.BytesIO()
    book.write(out)
    return out.getvalue()


def warranty_card() -> bytes:
    """Return a Word card that only helps."""
    card = docx.Document()
    card.add_heading("Desk lamp: first steps", 1)
    card.add_paragraph(
        "Charge the lamp fully before you use it for the first time. Do not put it into water."
    )
    table = card.add_table(rows=2, cols=2)
    for row, texts in zip(table.rows, (("Battery", "2000 mAh"), ("Warranty", "2 years")), strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    card.add_paragraph("A part is missing? Contact us through Your Orders on Amazon.")
    return _saved(card)


def service_card() -> bytes:
    """Return a Word card with a wrong sentence in its text, table, footer and tracked changes."""
    card = docx.Document()
    card.add_heading("售后服务卡", 1)
    first = card.add_paragraph("感谢您的购买！")
    _deleted(first, "好评返现50元")
    card.add_paragraph("收货后五星好评并晒图，返现10元。")
    table = card.add_table(rows=2, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "保修", "两年"
    table.cell(1, 0).text, table.cell(1, 1).text = "客服", "加微信 northlight88"
    card.sections[0].footer.paragraphs[0].text = "有问题请先联系我们，不要直接给差评"
    return _saved(card)


def _deleted(paragraph: object, text: str) -> None:
    """Add a text whose deletion is tracked: nobody prints it."""
    mark, run, inner = OxmlElement("w:del"), OxmlElement("w:r"), OxmlElement("w:delText")
    mark.set(qn("w:id"), "1")
    mark.set(qn("w:author"), "editor")
    inner.text = text
    run.append(inner)
    mark.append(run)
    paragraph._p.append(mark)  # type: ignore[attr-defined]


def _saved(card: object) -> bytes:
    card.core_properties.created = card.core_properties.modified = DAY  # type: ignore[attr-defined]
    out = io.BytesIO()
    card.save(out)  # type: ignore[attr-defined]
    return out.getvalue()


# Strings ----------------------------------------------------------------------------------------

STRINGS = {
    "messages.yaml": """\
# Messages that the shop software sends
- id: shipped
  channel: message
  subject: Your order {{order_id}} has been delayed
  text: >
    Hello {{buyer_name}}, the carrier reports a delay of two days.
    We are sorry and keep you informed.
- id: thanks
  channel: message
  subject: Thank you
  text: |
    Hello {{buyer_name}},

    Happy with your lamp? Leave a 5-star review
    and receive a $10 gift card.
""",
    "cards.toml": """\
[[cards]]
channel = "insert"
text = "Charge the lamp before first use."

[[cards]]
channel = "insert"
text = \"\"\"
Scan the code, join our WhatsApp group \\
and get 20% off your next order.\"\"\"
""",
    "app.json": """\
{
  "mail": {"greeting": "Dear customer", "closing": "Five stars? Get a free gift for your review!"},
  "log": {"level": "no copy: review sent, gift card issued"}
}
""",
    "zh.po": """\
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"

msgid "Please tell us the house number."
msgstr "请提供门牌号。"

#: mail/reward.html:3
msgid "thanks_note"
msgstr ""
"好评截图发客服，"
"返现5元"
""",
    "mail_en.properties": """\
# Mail texts
mail.delay=We are sorry: your parcel is late.
mail.review=Please change your \\
    negative review, we will refund you in full.
""",
    "Localizable.strings": """\
/* Chat */
"chat.hello" = "您好，请问有什么可以帮您？";
"chat.bye" = "加微信 northlight88，\\n好评有红包";
""",
}

# Records and text -------------------------------------------------------------------------------

RECORDS = """\
[
  {"id": "R-1", "channel": "message", "subject": "Your order {{order_id}}", "lang": "en",
   "text": "Hello {{buyer_name}}, the carrier could not find your house number. Please send it to us here."},
  {"id": "R-2", "channel": "message", "subject": "A gift for you", "lang": "en",
   "text": "Hello,\\nleave us a review and we refund 50% of the price."}
]
"""
REPLIES = """\
编号\t渠道\t正文
T-1\t站内信\t您好，您反馈的缺件已安排补发，运单号稍后更新。
T-2\t站内信\t您好，麻烦您把差评改成五星，改好后给您退一半货款。
"""
DELAY = """\
---
channel: message
market: US
message: {proactive: true}
---
# Your order {{order_id}} is delayed

Hello {{buyer_name}}, the carrier reports a delay of two days. You need not do anything; if you prefer to
cancel, please reply to this message.
"""

# Broken files -----------------------------------------------------------------------------------

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
PICTURE = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1\x08\2\0\0\0"


def zipped(members: Mapping[str, str | bytes]) -> bytes:
    """Return a ZIP file that is the same in every run."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            item = zipfile.ZipInfo(name, DAY.timetuple()[:6])
            item.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(item, data)
    return out.getvalue()


def locked(data: bytes) -> bytes:
    """Return a ZIP file whose members say that they are encrypted."""
    changed = bytearray(data)
    for sign, flags in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
        at = changed.find(sign)
        while at >= 0:
            changed[at + flags] |= 1
            at = changed.find(sign, at + 4)
    return bytes(changed)


def broken() -> dict[str, bytes]:
    """Return files of which some can be read and each of the others has its own reason why not."""
    book, card = workbook({"话术": TEMPLATES}), service_card()
    entity = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><x>&b;</x>'
    return {
        "readable.txt": b"Leave a review and get a $10 gift card!\n",
        "cut-off.xlsx": book[: len(book) // 2],
        "cut-off.docx": card[: len(card) // 2],
        "cut-off.zip": zipped({"a.txt": "好评返现" * 200})[:80],
        "one-bad-member.zip": zipped({"bad.docx": b"PK\3\4no archive", "good.txt": "五星好评返现10元\n"}),
        "password.xlsx": OLE + bytes(504) + "EncryptedPackage".encode("utf-16-le") + bytes(480),
        "password.zip": locked(zipped({"card.txt": "五星好评返现10元"})),
        "entities.docx": zipped({"word/document.xml": entity}),
        "really-a-workbook.txt": workbook({"S": (("text",), ("五星好评返现10元",))}),
        "really-a-page.txt": "<!doctype html><p>五星好评<b>返现</b>10元</p>".encode(),
        "really-a-picture.txt": PICTURE,
        "really-text.docx": "五星好评返现10元".encode(),
        "no-header.eml": b"\n\nThere is no header above this line.\n",
        "neither-encoding.txt": "Schöne Grüße".encode("latin-1") + b"\x81\xff",
        "nul.txt": b"Thank you\0\0\0 for your order\n",
        "bad-lines.jsonl": '{"text": "Thank you."}\n{"text": \n{"text": "五星好评返现10元"}\n'.encode(),
        "open-quote.csv": 'text,channel\n"Thank you,message\n五星好评返现10元,message\n'.encode(),
        "bad-front-matter.md": b"---\nchannel: letter\n---\nLeave a review, get a gift card!\n",
        "empty.docx": b"",
    }


def fixtures() -> dict[str, bytes]:
    """Return the sample files by their paths below `fixtures/`."""
    cards = zipped(
        {
            "cards/thank-you.txt": "Thank you for your order!\n",
            "cards/review.html": "<h1>Thank you</h1>\n<p>Leave a review and get a $10 gift card!</p>\n",
            "service.docx": service_card(),
        }
    )
    manuals = zipped(
        {
            "manuals/first-steps.docx": warranty_card(),
            "manuals/使用说明.txt": "首次使用前请充满电。\n如缺少配件，请通过“我的订单”联系我们。\n",
        }
    )
    return {
        "mails/saved-template.mht": saved_page(SUPPORT_PAGE, "Template 118"),
        "mails/saved-question.mht": saved_page(ADDRESS_MAIL, "Template 12"),
        "messages/us/delay.md": DELAY.encode(),
        "records/messages.json": RECORDS.encode(),
        "tables/客服话术.tsv": REPLIES.encode(),
        "cards/manuals.zip": manuals,
        "mails/address-question.html": ADDRESS_MAIL.encode(),
        "mails/review-offer.html": OFFER_MAIL.encode(),
        "mails/invoice.eml": invoice_mail(),
        "mails/好评有礼.eml": reward_mail(),
        "tables/话术模板.xlsx": workbook({"模板": TEMPLATES, "快捷回复": PHRASES}),
        "tables/vorlagen.ods": open_sheet("Vorlagen", GERMAN),
        "cards/first-steps.docx": warranty_card(),
        "cards/售后服务卡.docx": service_card(),
        "cards/cards.zip": cards,
        **{f"strings/{name}": text.encode() for name, text in STRINGS.items()},
    }


def main() -> None:
    """Write all files."""
    for folder, files in (("fixtures", fixtures()), ("tests/data/broken", broken())):
        for name, data in files.items():
            path = Path(folder, name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)


if __name__ == "__main__":
    main()
