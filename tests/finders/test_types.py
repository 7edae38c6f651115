from __future__ import annotations

import pytest

from tests.finders.excerpts import typed

FOUND = {
    "money": """
        get a [$10] gift card | [$10-15] | [$10-$15] off | [US$ 20] | [$1,299.00]! | [$5k] | ([$10]).
        返[10元] | 返[5块] | [5块]红包 | 五星返[五十块钱] | [十元]现金 | 送[100元]红包 | 价值[1.5万元]
        [10-15元] | [10元～15元]
        [￥5] | [¥500] | [500円]オフ | [rmb 20] | [RMB20] | [20rmb] | [人民币20元] | [10美元] | [10美金]
        [10刀]
        [usd 5] | [10 USD] | [€5] | [5 euro] | [12euro] | [1,299.00 €] | [1.299,00 €] Gutschein | [£3]
        [5 pounds] off
        [20 dollars] back | [20 bucks] | [$20],[$30]
    """,
    "percent": """
        [15%] off | [15 %] | [１５％] | [10-20%] | [50% - 70%] | [15 percent] | [15 Prozent] Rabatt
        [15 pct]
        [百分之十] | [百分之15] | 打[8折] | [八折]优惠 | [七五折] | 全场[8.5折]起 | 降[20%]啦
    """,
    "number": """
        [5] stars | [5]-star | [3.5]mm | [10,000] sold | buy [one] get [two] | No. [12] | [三]个
        [五]星好评 | [两]件 | [10]块
        [二十]张 | [3]天 | 满[一百]减[十五] | [五]分好评
    """,
    "age": """
        [三岁]以下 | [3岁]及以下 | 适合[36个月]以上 | [一岁半] | [半岁] | [3歳]未満 | [3歲]以下
        under [3 years] | [three years] | Not for children under [3 yrs.] | [3-year-old] | [36 months]
        ages [3]+ | Age [3] and up
        [3] and under | children under [3] | under the age of [3] | unter [3 Jahren] | [36 Monaten]
        moins de [3 ans]
        [3 años] | [tres años] | [3 anni]
    """,
    "date": """
        until [2024-12-31]. | [2024/12/31] | [2024.12.31]前 | [31.12.2024] | [12/31/2024] | [12/31/24]
        [2024年12月31日]
        [12月31日]前 | [12月31号] | [2024年12月]发货 | [Dec 31, 2024] | [December 31] | [31 December 2024]
        [March 3rd]
        [31. Dezember 2024] | [1er mars] | [31 de diciembre de 2024]
    """,
    "order_id": """
        Order [112-1234567-1234567]: please confirm | 订单[112-1234567-1234567]的发票
        #[112-1234567-1234567]
        [112 - 1234567 - 1234567] | [１１２－１２３４５６７－１２３４５６７] | [112–1234567–1234567]
    """,
    "qr": """
        scan the [QR code] | [scan code] to join | [Scan this code] | [QR-Code] scannen | [qrcode]
        [二维码] | [二維碼] | [小程序码]
        [扫码]领取 | 扫描下方[二维码] | [扫下方码] | 扫一扫[二维码] | [QRコード]を | le [code QR]
        el [código QR] | [QR] below
    """,
    "temperature": """
        up to [60 °C] | [60°c] | [60℃] | [-10℃~45℃] | [-10 to 45 °C] | [120 °F] | [60摄氏度] | [摄氏60度]
        [60 degrees Celsius]
    """,
    "email": "邮箱[abc@qq.com]联系",
    "phone": "电话[13800000000]联系 | call [(415) 555-0100]",
    "handle": "加[微信abc123]领 | [Instagram @brand]",
    "url": "官网[www.example.cn]有 | see [brand.co.uk/x].",
    "postal_address": """
        X GmbH, [Musterstr. 1, 10115 Berlin] | [Musterstraße 12a, 10115 Berlin, Deutschland]
        [8 Example Rd, Shenzhen 518000, China] | [10 Example Street, London SW1A 2AA]
        [123 Main St, Springfield, IL 62701]
        [Room 501, Building 3, Example Park, Shenzhen, 518000, China] | [12 rue de la Paix, 75002 Paris]
        [via Roma 1, 00100 Roma] | [Calle Mayor 12, 28001 Madrid] | [深圳市南山区科技路8号]
        [〒100-0001 东京都千代田区千代田1-1]
        [广东省深圳市宝安区西乡街道宝源路100号A栋5楼]
    """,
}
NOT_FOUND = {
    "money": """
        10 pcs | 5 stars | weighs 5 pounds | 三元锂电池 | 3块电池 | 五元素 | 二元论 | 3 刀头 | $$$ | 几元
        美元 | 元旦 | 放在一块
        a dollar store | 一刀切 | No. 5 | 10%
    """,
    "percent": "三折叠 | 三折伞 | 打折 | 骨折 | 100 cent | 5 stars | 折扣 | percent | %",
    "number": "十分好 | 万分感谢 | 百分百 | 万一 | 一下 | 千万别 | someone | B0123 | often | 统一",
    "age": "天才 | under 3 minutes | 几岁 | 3 stars | years | 3年保修 | 万岁 | package 3 | page 3",
    "date": """
        1.2.3 | 10.000.000 | 112-1234567-1234567 | 24/7 | 1/2 | may 5.5 | you may | 3月 | 13/13/2024
        v1.2.2024.1
    """,
    "order_id": """
        112-1234567 | 1112-1234567-1234567 | 112-1234567-12345678 | 112-1234567-1234567-1
        112.1234567.1234567
        2-112-1234567-1234567
    """,
    "qr": "code | barcode | 扫码枪 | 二维 | qrs | iqr | 条形码 | 编码 | 扫地",
    "temperature": "360度 | 60 degrees | 2 ° | 60 grad | 60 c | 温度",
    "postal_address": """
        5 stars in the first place | scan to drive 20% off | it is 3 years on the road
        深圳市的用户都喜欢 | 上海市2024年 | room 3
        unit 5 of the product made in China | order 62701 | Weg 5 | 10 pcs st | 市场2号
    """,
    "email": "5V@2A",
    "phone": "112-1234567-1234567",
    "handle": "微信",
    "url": "ok.so we",
}


def rows(table: dict[str, str]) -> list[tuple[str, str]]:
    return [
        (name, cell.strip())
        for name, cells in table.items()
        for line in cells.strip().splitlines()
        for cell in line.split(" | ")
    ]


@pytest.mark.parametrize(("name", "marked"), rows(FOUND))
def test_finds(name: str, marked: str) -> None:
    pieces = marked.replace("]", "[").split("[")
    assert typed(name, "".join(pieces)) == pieces[1::2]


@pytest.mark.parametrize(("name", "text"), rows(NOT_FOUND))
def test_finds_nothing(name: str, text: str) -> None:
    assert typed(name, text) == []


@pytest.mark.parametrize(("before", "behind"), [("送", "给您"), ("(", ")"), ("，", "。"), ("a ", ", b")])
@pytest.mark.parametrize(
    ("name", "thing"),
    [
        ("money", "$10"),
        ("money", "20 dollars"),
        ("percent", "15%"),
        ("age", "36 months"),
        ("date", "2024-12-31"),
        ("order_id", "112-1234567-1234567"),
        ("qr", "QR code"),
        ("temperature", "60 °C"),
        ("number", "12"),
    ],
)
def test_neighbours_do_not_matter(name: str, thing: str, before: str, behind: str) -> None:
    assert typed(name, before + thing + behind) == [thing]
