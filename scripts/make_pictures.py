"""Write the sample cards and labels that are pictures or PDF files, from the copy below.

Needs Pillow, segno and fpdf2, and the fonts of the Debian packages fonts-noto-cjk and fonts-dejavu (SIL OFL,
Bitstream Vera licence). The files in the repository were made by it:

    python scripts/make_pictures.py
"""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import segno
from fpdf import FPDF
from PIL import Image, ImageDraw, ImageFont

FONTS = {
    "sans": "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc",
    "serif": "/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc",
    "dejavu": "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf",
    "dejavu-serif": "/usr/share/fonts/truetype/dejavu/DejaVuSerif.ttf",
}
CHINESE = 2
"""The number of simplified Chinese among the fonts of a Noto collection."""

MM = 72 / 25.4
DPI = 300


@dataclass(frozen=True)
class Text:
    """A line: millimetres from the left and from the top to its baseline, type size in points."""

    x: float
    y: float
    size: float
    text: str
    shade: int = 0


@dataclass(frozen=True)
class Code:
    """A QR code: millimetres from the left and top, and its side."""

    x: float
    y: float
    side: float
    content: str


@dataclass(frozen=True)
class Link:
    """A link over a box of a PDF, in millimetres."""

    x: float
    y: float
    width: float
    height: float
    target: str


Item = Text | Code | Link


@dataclass(frozen=True)
class Page:
    """A side of a card, in millimetres."""

    items: tuple[Item, ...]
    width: float = 105
    height: float = 148
    font: str = "sans"


def lines(x: float, y: float, size: float, texts: Iterable[str], step: float = 1.5) -> tuple[Text, ...]:
    """Return texts below one another."""
    return tuple(Text(x, y + at * size * step / MM, size, text) for at, text in enumerate(texts))


VIP = Page(
    (
        *lines(10, 20, 20, ["Thank you!"]),
        *lines(
            10,
            34,
            11,
            [
                "Love your new lamp? Leave us a",
                "five star review and get a $15",
                "gift card. Limited to 100 buyers.",
            ],
        ),
        Code(30, 62, 45, "https://wa.me/4915123456789?text=gift"),
        *lines(22, 122, 12, ["Scan to claim your reward"]),
    ),
    font="dejavu",
)

MANUAL = Page(
    (
        *lines(10, 20, 18, ["Getting started"]),
        *lines(
            10,
            34,
            11,
            [
                "1. Wipe the base with a dry cloth.",
                "2. Turn the dial to set the brightness.",
                "3. Charge the lamp for two hours.",
            ],
        ),
        *lines(22, 62, 12, ["Scan for the user manual"]),
        Code(30, 68, 45, "https://northlight.example/manual/nl-200"),
        *lines(10, 132, 10, ["Questions? Write to us through Your Orders."]),
    ),
    font="dejavu-serif",
)

SERVICE_FRONT = Page(
    (
        *lines(16, 40, 26, ["感谢您的购买"]),
        *lines(16, 60, 12, ["北光家居 NL-200 护眼台灯", "使用前请阅读背面说明"]),
    )
)
SERVICE_BACK = Page(
    (
        *lines(12, 22, 16, ["售后服务卡"]),
        *lines(
            12,
            36,
            12,
            [
                "收到商品满意，请给我们五星好评",
                "晒图评价后联系客服，返现10元",
                "扫码添加微信，领取神秘礼品",
            ],
        ),
        Code(32, 66, 40, "https://u.wechat.com/MA3xNorthlightCard"),
        *lines(12, 124, 10, ["请勿在亚马逊退货，有问题直接联系我们"]),
    )
)
GUIDE_FRONT = Page(
    (
        *lines(16, 40, 26, ["使用提示"]),
        *lines(16, 60, 12, ["首次使用前请充满电", "请勿浸入水中"]),
    ),
    font="serif",
)
GUIDE_BACK = Page(
    (
        *lines(12, 24, 14, ["扫码查看电子说明书"]),
        Code(32, 36, 40, "https://northlight.example/manual/zh"),
        *lines(
            12, 96, 11, ["本品享两年保修，保修时请提供序列号。", "如缺少配件，请通过“我的订单”联系我们。"]
        ),
    ),
    font="serif",
)

GPSR_TEXT = [
    "Northlight Tischleuchte NL-200, Charge 2605A",
    "Hersteller: Northlight Home Co., Ltd,",
    "8 Example Road, Shenzhen 518000, China",
    "safety@northlight-home.com",
    "",
    "Verantwortliche Person in der EU:",
    "Example EU GmbH, Musterstr. 1,",
    "10115 Berlin, Deutschland",
    "eu@example-rep.de",
]
GPSR = Page(lines(6, 10, 8, GPSR_TEXT), 80, 50, "dejavu")
GPSR_MISSING = Page(lines(6, 10, 8, GPSR_TEXT[:4]), 80, 50, "dejavu")

BAG_TEXT = [
    "WARNING: To avoid danger of suffocation, keep this",
    "plastic bag away from babies and children. Do not use",
    "this bag in cribs, beds, carriages or play pens.",
    "This bag is not a toy.",
]
BAG = Page(lines(8, 16, 18, BAG_TEXT, 1.4), 210, 60, "dejavu")
BAG_SMALL = Page(lines(8, 16, 8, BAG_TEXT, 1.4), 120, 40, "dejavu")

LINKED = Page(
    (
        *lines(10, 20, 14, ["Need help with your lamp?"]),
        *lines(10, 32, 11, ["www.amazon.com/your-orders"]),
        Link(10, 27, 60, 7, "https://northlight-home.com/vip"),
        Text(10, 60, 9, "Leave a 5-star review for a free gift", shade=255),
    ),
    font="dejavu",
)


def qr(content: str, pixels: int, dark: str = "black", light: str = "white") -> Image.Image:
    """Return a QR code with its quiet zone."""
    out = io.BytesIO()
    segno.make(content, error="m", micro=False).save(
        out, kind="png", scale=8, border=3, dark=dark, light=light
    )
    return Image.open(out).convert("RGB").resize((pixels, pixels), Image.Resampling.NEAREST)


def picture(page: Page, dpi: int = DPI) -> Image.Image:
    """Return a page as it is printed at `dpi`."""
    scale = dpi / 25.4
    image = Image.new("L", (round(page.width * scale), round(page.height * scale)), 255)
    draw = ImageDraw.Draw(image)
    for item in page.items:
        if isinstance(item, Text):
            index = CHINESE if FONTS[page.font].endswith(".ttc") else 0
            font = ImageFont.truetype(FONTS[page.font], round(item.size * dpi / 72), index=index)
            draw.text((item.x * scale, item.y * scale), item.text, item.shade, font, anchor="ls")
        elif isinstance(item, Code):
            code = qr(item.content, round(item.side * scale)).convert("L")
            image.paste(code, (round(item.x * scale), round(item.y * scale)))
    return image


def document(pages: Iterable[Page], as_pictures: bool = False) -> bytes:
    """Return pages as a PDF, `as_pictures` as a scanner makes it."""
    pdf = FPDF(unit="mm")
    pdf.set_creation_date(datetime(2026, 1, 1, tzinfo=UTC))
    pdf.set_auto_page_break(False)
    for page in pages:
        pdf.add_page(format=(page.width, page.height))
        if as_pictures:
            pdf.image(picture(page, 200), 0, 0, page.width, page.height)
            continue
        if page.font not in pdf.fonts:
            number = CHINESE if FONTS[page.font].endswith(".ttc") else 0
            pdf.add_font(page.font, fname=FONTS[page.font], collection_font_number=number)
        for item in page.items:
            _draw(pdf, page, item)
    return bytes(pdf.output())


def _draw(pdf: FPDF, page: Page, item: Item) -> None:
    if isinstance(item, Text):
        pdf.set_font(page.font, size=item.size)
        pdf.set_text_color(item.shade)
        pdf.text(item.x, item.y, item.text)
    elif isinstance(item, Code):
        matrix = segno.make(item.content, error="m", micro=False).matrix
        module = item.side / (len(matrix) + 6)
        pdf.set_fill_color(0)
        for row, bits in enumerate(matrix):
            for column, bit in enumerate(bits):
                if bit:
                    at = item.x + (column + 3) * module, item.y + (row + 3) * module
                    pdf.rect(*at, module, module, style="F")
    else:
        pdf.link(item.x, item.y, item.width, item.height, item.target)


def png(image: Image.Image, dpi: int = DPI) -> bytes:
    """Return a picture as PNG that says its resolution."""
    out = io.BytesIO()
    image.quantize(16).save(out, "PNG", dpi=(dpi, dpi), optimize=True)
    return out.getvalue()


def jpeg(image: Image.Image, dpi: int = DPI) -> bytes:
    """Return a picture as JPEG that says its resolution."""
    out = io.BytesIO()
    image.save(out, "JPEG", dpi=(dpi, dpi), quality=80)
    return out.getvalue()


def tiff(images: Iterable[Image.Image], dpi: int) -> bytes:
    """Return the pages of a card as a scanner keeps them: black and white, in one file."""
    first, *others = (image.point(lambda value: 255 * (value > 127)).convert("1") for image in images)
    out = io.BytesIO()
    first.save(out, "TIFF", save_all=True, append_images=others, compression="group4", dpi=(dpi, dpi))
    return out.getvalue()


def bmp(image: Image.Image, dpi: int) -> bytes:
    """Return a picture as BMP in black and white."""
    out = io.BytesIO()
    image.point(lambda value: 255 * (value > 127)).convert("1").save(out, "BMP", dpi=(dpi, dpi))
    return out.getvalue()


def webp(image: Image.Image) -> bytes:
    """Return a picture as web shops show it."""
    out = io.BytesIO()
    image.save(out, "WEBP", quality=60)
    return out.getvalue()


def huge() -> bytes:
    """Return a PNG of a few bytes whose header claims 60,000 pixels a side."""
    data = bytearray(png(Image.new("L", (8, 8))))
    data[16:24] = struct.pack(">II", 60_000, 60_000)
    data[29:33] = struct.pack(">I", zlib.crc32(data[12:29]))
    return bytes(data)


def lost_page() -> bytes:
    """Return a PDF whose second page points nowhere."""
    whole = document([SERVICE_FRONT, SERVICE_BACK])
    at = whole.index(b"/Kids [") + 7
    kids = whole[at : whole.index(b"]", at)]
    first = kids.split(b" 0 R")[0].strip() + b" 0 R"
    return whole[:at] + (first + b" 99 0 R").ljust(len(kids)) + whole[at + len(kids) :]


def locked() -> bytes:
    """Return a PDF that nobody can open without its password."""
    pdf = FPDF(unit="mm")
    pdf.add_page()
    pdf.set_encryption(owner_password="owner", user_password="user")
    return bytes(pdf.output())


def main(root: Path) -> None:
    """Write the files below the repository's folder."""
    fixtures = {
        "cards/vip-gift.png": png(picture(VIP)),
        "cards/user-manual.png": png(picture(MANUAL)),
        "cards/vip-gift-scan.pdf": document([VIP], as_pictures=True),
        "cards/hidden-offer.pdf": document([LINKED]),
        "cards/售后卡.pdf": document([SERVICE_FRONT, SERVICE_BACK]),
        "cards/service-card.jpg": jpeg(picture(SERVICE_BACK)),
        "cards/使用提示卡.pdf": document([GUIDE_FRONT, GUIDE_BACK]),
        "cards/使用提示卡.png": png(picture(GUIDE_BACK)),
        "cards/vip-gift.webp": webp(picture(VIP, 200)),
        "cards/user-manual.webp": webp(picture(MANUAL, 200)),
        "cards/user-manual.jpg": jpeg(picture(MANUAL, 200), 200),
        "cards/vip-gift.bmp": bmp(picture(VIP, 150), 150),
        "cards/user-manual.bmp": bmp(picture(MANUAL, 150), 150),
        "cards/售后服务卡.tiff": tiff((picture(page, 200) for page in (SERVICE_FRONT, SERVICE_BACK)), 200),
        "cards/使用提示.tiff": tiff((picture(page, 200) for page in (GUIDE_FRONT, GUIDE_BACK)), 200),
        "cards/eu/gpsr.pdf": document([GPSR]),
        "cards/eu/gpsr-missing.png": png(picture(GPSR_MISSING)),
        "labels/poly-bag-good.pdf": document([BAG]),
        "labels/poly-bag-small-print.pdf": document([BAG_SMALL]),
        "labels/poly-bag-small-print.png": png(picture(BAG_SMALL)),
    }
    files = {f"fixtures/{name}": data for name, data in fixtures.items()}
    card, label = document([SERVICE_FRONT, SERVICE_BACK]), picture(VIP, 100)
    broken = {
        "cut-off.pdf": card[: len(card) * 2 // 3],
        "password.pdf": locked(),
        "lost-page.pdf": lost_page(),
        "junk.pdf": b"%PDF-1.7\n" + b"junk " * 50,
        "cut-off.png": png(label, 100)[:2000],
        "cut-off.jpg": jpeg(label, 100)[:4000],
        "really-no-picture.jpg": b"\xff\xd8\xff" + b"no picture " * 20,
        "huge-claim.png": huge(),
        "really-a-card.png": document([VIP]),
        "really-a-picture.pdf": png(label, 100),
    }
    files |= {f"tests/data/broken/{name}": data for name, data in broken.items()}
    files["tests/sources/data/encrypted.pdf"] = locked()
    for name, data in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


if __name__ == "__main__":
    main(Path(__file__).parents[1])
