from __future__ import annotations

import pytest

from msglint.finders.contacts import Contact, find_contacts
from msglint.finders.services import by_word
from msglint.text.fold import fold
from tests.finders.excerpts import excerpts


def contacts_in(text: str) -> list[Contact]:
    return find_contacts(fold(text).text)


def found(text: str) -> list[str]:
    return excerpts(text, ((contact.start, contact.end) for contact in contacts_in(text)))


EMAILS = [
    ("邮箱abc@qq.com联系", "abc@qq.com"),
    ("support@brand-example.com", "support@brand-example.com"),
    ("E-Mail:info@brand-example.eu", "info@brand-example.eu"),
    ("Mail: first.last+tag@sub.brand.co.uk.", "first.last+tag@sub.brand.co.uk"),
    ("お問い合わせはsupport@brand.jpまで", "support@brand.jp"),
    ("Schreiben Sie an service@marke.de!", "service@marke.de"),
    ("我的邮箱是ａｂｃ＿１２３＠１６３．ｃｏｍ，请联系", "ａｂｃ＿１２３＠１６３．ｃｏｍ"),
    ("QQ邮箱:123456@qq.com", "123456@qq.com"),
    ("wechat abc@qq.com", "abc@qq.com"),
    ("(info@brand.com)", "info@brand.com"),
    ("mailto:info@brand.com?subject=x", "info@brand.com"),
    ("info@brand.com.Please write", "info@brand.com"),
    ("info@müller.de", "info@müller.de"),
    ("--info@brand.com--", "info@brand.com"),
]
MESSENGERS = [
    ("加微信 abc123 领福利", "微信 abc123", "wechat", "abc123"),
    ("加微信abc123领福利", "微信abc123", "wechat", "abc123"),
    ("微信：abc123", "微信：abc123", "wechat", "abc123"),
    ("微信号abc_123", "微信号abc_123", "wechat", "abc_123"),
    ("微信号：brandcare，备注订单", "微信号：brandcare", "wechat", "brandcare"),
    ("微信號：brandcare", "微信號：brandcare", "wechat", "brandcare"),
    ("添加客服微信号 brand-vip888，领取返现", "微信号 brand-vip888", "wechat", "brand-vip888"),
    ("加微 abc123", "加微 abc123", "wechat", "abc123"),
    ("加V：abc123领红包", "加V：abc123", "wechat", "abc123"),
    ("加V信brand888", "V信brand888", "wechat", "brand888"),
    ("+薇 abc123", "+薇 abc123", "wechat", "abc123"),
    ("绿泡泡：abc123", "绿泡泡：abc123", "wechat", "abc123"),
    ("联系VX:abc888", "VX:abc888", "wechat", "abc888"),
    ("vx13800000000", "vx13800000000", "wechat", "13800000000"),
    ("wx：abc123", "wx：abc123", "wechat", "abc123"),
    ("Add our WeChat (ID: brand2024) now", "WeChat (ID: brand2024", "wechat", "brand2024"),
    ("WeChat ID abc-123", "WeChat ID abc-123", "wechat", "abc-123"),
    ("WeChat: brandcare", "WeChat: brandcare", "wechat", "brandcare"),
    ("add me on wechat abc123", "wechat abc123", "wechat", "abc123"),
    ("企业微信:abc-123", "企业微信:abc-123", "wechat", "abc-123"),
    ("微信/电话：13800000000", "微信/电话：13800000000", "wechat", "13800000000"),
    ("加客服微信：13800000000领取5元红包", "微信：13800000000", "wechat", "13800000000"),
    ("微信搜索“品牌家居”", "微信搜索“品牌家居", "wechat", "品牌家居"),
    ("QQ：12345678", "QQ：12345678", "qq", "12345678"),
    ("加QQ群 123456789 领券", "QQ群 123456789", "qq", "123456789"),
    ("qq123456", "qq123456", "qq", "123456"),
    ("扣扣 12345678", "扣扣 12345678", "qq", "12345678"),
    ("WhatsApp +86 138 0000 0000", "WhatsApp +86 138 0000 0000", "whatsapp", "+8613800000000"),
    ("WhatsApp us at +1 415 555 0100", "WhatsApp us at +1 415 555 0100", "whatsapp", "+14155550100"),
    ("WhatsApp:+8613800000000.", "WhatsApp:+8613800000000", "whatsapp", "+8613800000000"),
    ("telegram @abc", "telegram @abc", "telegram", "abc"),
    ("TG: @brand88", "TG: @brand88", "telegram", "brand88"),
    ("LINE ID: abc123", "LINE ID: abc123", "line", "abc123"),
    ("公式LINE ID：@brandjp を友だち追加", "LINE ID：@brandjp", "line", "brandjp"),
    ("Line：brand_88", "Line：brand_88", "line", "brand_88"),
    ("加Line：brand88便宜", "加Line：brand88", "line", "brand88"),
    ("Zalo me on 0900 000 000", "Zalo me on 0900 000 000", "zalo", "0900000000"),
    ("skype: live:abc123", "skype: live:abc123", "skype", "abc123"),
    ("skype:brand.support", "skype:brand.support", "skype", "brand.support"),
    ("KakaoTalk ID: brandkr", "KakaoTalk ID: brandkr", "kakaotalk", "brandkr"),
    ("Messenger: @brand.page", "Messenger: @brand.page", "messenger", "brand.page"),
    ("WeChat/WhatsApp: +86-138-0000-0000", "WeChat/WhatsApp: +86-138-0000-0000", "wechat", "+8613800000000"),
]
SOCIALS = [
    ("follow us @brandhome", "follow us @brandhome", None, "brandhome"),
    ("DM @brand_care for a gift", "DM @brand_care", None, "brand_care"),
    ("私信@brand_care", "私信@brand_care", None, "brand_care"),
    ("@brand on Instagram", "@brand on Instagram", "instagram", "brand"),
    ("Instagram: brand_official", "Instagram: brand_official", "instagram", "brand_official"),
    ("find us on Instagram @brand.home!", "Instagram @brand.home", "instagram", "brand.home"),
    ("IG: @brand", "IG: @brand", "instagram", "brand"),
    ("ins：brand_home", "ins：brand_home", "instagram", "brand_home"),
    ("FB/IG: brandcare", "FB/IG: brandcare", "facebook", "brandcare"),
    ("Facebook page: BrandCare", "Facebook page: BrandCare", "facebook", "brandcare"),
    ("TikTok: @brand", "TikTok: @brand", "tiktok", "brand"),
    ("抖音号：brand123", "抖音号：brand123", "tiktok", "brand123"),
    ("关注我们的抖音号“品牌旗舰店”", "抖音号“品牌旗舰店", "tiktok", "品牌旗舰店"),
    ("小红书号:123456789", "小红书号:123456789", "xiaohongshu", "123456789"),
    ("小红书搜“品牌之家”", "小红书搜“品牌之家", "xiaohongshu", "品牌之家"),
    ("关注公众号：品牌官方", "公众号：品牌官方", "wechat-channel", "品牌官方"),
    ("微信公众号【品牌之家】", "微信公众号【品牌之家", "wechat-channel", "品牌之家"),
    ("微信公众号:brandcare", "微信公众号:brandcare", "wechat-channel", "brandcare"),
]
NONE = [
    "",
    "5V@2A",
    "12 V @ 2 A adapter",
    "3 for @ $5",
    "price@3.99",
    "10@1.5kg",
    "abc@qq",
    "user@host",
    "@brand.com",
    "meet @ noon",
    "name@report.pdf",
    "@brand_home",
    "Add me on WhatsApp",
    "Join our Facebook group",
    "Works with the WeChat app (product feature)",
    "本手表支持微信消息提醒",
    "支持微信、QQ、WhatsApp、Facebook 等 20 多种 App 消息提醒",
    "支持微信 iOS14 及以上",
    "微信8.0.30",
    "微信 iPhone15",
    "微信 100000人",
    "微信扫一扫",
    "加微信领福利",
    "加V领福利",
    "WeChat Pay",
    "WeChat ID required",
    "WeChat: connect your phone",
    "Receives WhatsApp, Facebook, Instagram: messages.",
    "wechat, line: free",
    "line 3",
    "product line: XJ200",
    "bottom line: thanks",
    "the line is abc1234",
    "deadline: 2024",
    "add on line 12",
    "messenger bag XJ2000",
    "VX200 charger",
    "model vx 200",
    "plug-ins: abc123",
    "QQ糖 500g",
    "QQ音乐",
    "QQ: 支持",
    "企鹅图案水杯",
    "输出 5V/2A",
    "V领上衣",
    "Instagram 1080p",
    "Facebook: 12 million fans",
    "YouTube 4K60fps",
    "signal: 5GHz",
    "关注公众号领红包",
    "抖音同款：夏季新品",
    "Order 112-1234567-1234567 WhatsApp",
    "https://www.facebook.com/brand",
    "Facebook: facebook.com/brand",
    "Contact us @ any time",
    "微信：\ue000\ue000",
]


@pytest.mark.parametrize(("text", "email"), EMAILS)
def test_email(text: str, email: str) -> None:
    (contact,) = contacts_in(text)
    assert found(text) == [email]
    assert (contact.kind, contact.value, contact.service) == ("email", fold(email).text, None)


@pytest.mark.parametrize(
    ("text", "excerpt", "kind", "service", "value"),
    [(text, excerpt, "messenger", service, value) for text, excerpt, service, value in MESSENGERS]
    + [(text, excerpt, "social", service, value) for text, excerpt, service, value in SOCIALS],
)
def test_account(text: str, excerpt: str, kind: str, service: str | None, value: str) -> None:
    (contact,) = contacts_in(text)
    assert found(text) == [excerpt]
    assert (contact.kind, contact.service, contact.value) == (kind, service, value)


@pytest.mark.parametrize("text", NONE)
def test_finds_nothing(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize("email", [email for _, email in EMAILS])
@pytest.mark.parametrize(
    ("before", "behind"), [("邮箱", "联系"), ("发到：", "。"), ("(", ")"), ("at ", ", or")]
)
def test_neighbours_do_not_matter(email: str, before: str, behind: str) -> None:
    assert found(before + email + behind) == [email]


def test_card() -> None:
    card = "售后QQ：123456789 微信：brand_service 电话：0755-12345678 邮箱：service@brand.com"
    assert [(contact.kind, contact.value) for contact in contacts_in(card)] == [
        ("messenger", "123456789"),
        ("messenger", "brand_service"),
        ("phone", "075512345678"),
        ("email", "service@brand.com"),
    ]


def test_phone_of_a_messenger_is_one_contact() -> None:
    assert [contact.kind for contact in contacts_in("Tel/WhatsApp: +86 138 0000 0000")] == ["messenger"]
    assert [contact.kind for contact in contacts_in("电话：138 0000 0000（微信同号）")] == ["phone"]


def test_markets_decide_on_phones() -> None:
    text = "07911 123456"
    assert [contact.kind for contact in find_contacts(text, ("GB",))] == ["phone"]
    assert find_contacts(text, ("US",)) == []


def test_service_words_are_folded() -> None:
    assert [word for word in by_word() if fold(word).text != word] == []
