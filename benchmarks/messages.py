"""Messages as sellers write them, generated: innocent sentences, here and there one that breaks a rule."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

ENGLISH = (
    "Hello {name}, thank you for your order.",
    "Your order {order} was shipped today and should arrive by {month} {day}.",
    "The {product} comes with a {years}-year warranty from the manufacturer.",
    "Please keep the receipt in case you need it later.",
    "If anything is damaged or missing, reply to this message and we will send a replacement.",
    "We noticed that the address on the label lacks the apartment number.",
    "Could you confirm the address so that the carrier can deliver the parcel?",
    "The battery has to be charged for about {day} hours before the first use.",
    "Wipe the {product} with a damp cloth and let it dry before you store it.",
    "The return label is attached; drop the parcel at any post office within {day} days.",
    "We have refunded the full amount to your original payment method.",
    "The tracking number is {tracking}, and the carrier is UPS.",
    "The manual describes how to assemble the {product} step by step.",
    "Your question about the size: the {product} is {day} inches wide and {years} inches tall.",
    "We are sorry for the delay, which was caused by the heavy snow last week.",
    "The colour on your screen may differ a little from the real one.",
    "Do not use the {product} near water, and keep it away from open fire.",
    "Our team looks at every message within one business day, also on weekends.",
    "The spare part you asked for fits the model of {month} and later.",
    "The invoice you asked for is attached to this message.",
    "Tighten the screws by hand first and only then with the key from the box.",
    "A light in the corner tells that the filter must be changed soon.",
)
CHINESE = (
    "您好，感谢您购买我们的{product_zh}。",
    "您的订单{order}已于{day}日发货，预计{years}天内送达。",
    "包裹目前由邮政运输，单号是{tracking}，请注意查收。",
    "如果收到的商品有破损或缺少配件，请直接回复本消息，我们会尽快处理。",
    "第一次使用前请先充电{day}小时左右。",
    "请确认收货地址是否完整，门牌号似乎没有填写。",
    "{product_zh}的保修期为{years}年，请妥善保管购买凭证。",
    "清洁时请用湿布擦拭，晾干后再收纳。",
    "退货标签已放在附件里，请在{day}天内寄回。",
    "全部货款已经按原支付方式退回，到账时间以银行为准。",
    "由于天气原因，运输比平时慢一些，给您带来不便非常抱歉。",
    "屏幕显示的颜色和实物可能略有差别。",
    "请勿在靠近水源或火源的地方使用{product_zh}。",
    "安装步骤见说明书第{years}页，先用手拧紧螺丝，再用盒子里的扳手固定。",
    "您询问的尺寸：宽{day}厘米，高{years}厘米。",
    "滤芯需要更换时，右上角的指示灯会亮起。",
    "我们会在一个工作日之内答复每一条消息，周末也不例外。",
    "您需要的发票已附在这条消息中。",
)
WRONG_ENGLISH = (
    "Leave a five star review and get a $10 gift card!",
    "Please update your review to 5 stars and we will refund you.",
    "Contact us at care@brand-example.com for a faster answer.",
    "Buy directly from our store www.brand-example.com and save 20%.",
    "If you are happy leave a review, otherwise contact us first.",
    "Add us on WhatsApp +1 415 555 0100 for support.",
)
WRONG_CHINESE = (
    "五星好评返现10元！",
    "加微信 brand_care88 领取红包。",
    "收到货后晒图好评，联系客服领取礼品卡。",
    "不满意请先联系我们，不要直接给差评。",
    "请删除差评，我们全额退款。",
    "扫描二维码加入会员群，下次购物立减20元。",
)
NAMES = ("Anna", "Mr Miller", "Chris", "Dana", "{{name}}")
PRODUCTS = ("kettle", "desk lamp", "water filter", "yoga mat", "coffee grinder", "bicycle pump")
PRODUCTS_ZH = ("电水壶", "台灯", "净水器", "瑜伽垫", "磨豆机", "打气筒")
MONTHS = ("March", "April", "May", "June", "October")

LANGUAGES = ("en", "en", "en", "zh", "zh", "mixed")
"""Half English, a third Chinese, the rest mixed."""

WRONG = 0.3
"""Share of messages that break a rule."""


@dataclass(frozen=True, slots=True)
class Message:
    """A message of one language (or `mixed`); `planted` is the sentence in it that breaks a rule, if any."""

    text: str
    language: str
    planted: str | None = None


def messages(count: int, length: int = 800, seed: int = 7, wrong: float = WRONG) -> Iterator[Message]:
    """Yield `count` messages of about `length` characters, always the same ones for a seed."""
    random = Random(seed)
    for index in range(count):
        language = LANGUAGES[index % len(LANGUAGES)]
        planted = random.choice(_wrong(language)) if random.random() < wrong else None
        yield Message(_text(random, language, length, planted), language, planted)


def _text(random: Random, language: str, length: int, planted: str | None) -> str:
    sentences: list[str] = []
    total = 0
    while total < length:
        sentence = random.choice(_right(language)).format(**_slots(random))
        sentences.append(sentence)
        total += len(sentence) + 1
    if planted:
        sentences.insert(random.randrange(1, len(sentences) + 1), planted)
    blank = "" if language == "zh" else " "
    return "".join(item + random.choice((blank, blank, blank, "\n", "\n\n")) for item in sentences).strip()


def _right(language: str) -> tuple[str, ...]:
    return {"en": ENGLISH, "zh": CHINESE}.get(language, ENGLISH + CHINESE)


def _wrong(language: str) -> tuple[str, ...]:
    return {"en": WRONG_ENGLISH, "zh": WRONG_CHINESE}.get(language, WRONG_ENGLISH + WRONG_CHINESE)


def _slots(random: Random) -> dict[str, str]:
    number = random.randrange(len(PRODUCTS))
    return {
        "name": random.choice(NAMES),
        "order": f"{random.randrange(100, 999)}-{_digits(random, 7)}-{_digits(random, 7)}",
        "tracking": f"1Z{_digits(random, 16)}",
        "product": PRODUCTS[number],
        "product_zh": PRODUCTS_ZH[number],
        "month": random.choice(MONTHS),
        "day": str(random.randrange(2, 28)),
        "years": str(random.randrange(1, 9)),
    }


def _digits(random: Random, count: int) -> str:
    return str(random.randrange(10 ** (count - 1), 10**count))
