from __future__ import annotations

import pytest

from msglint.finders.links import Link, find_links
from msglint.text.fold import fold
from tests.finders.excerpts import excerpts


def links_in(text: str) -> list[Link]:
    return find_links(fold(text).text)


def found(text: str) -> list[str]:
    return excerpts(text, ((link.start, link.end) for link in links_in(text)))


WITH_SCHEME = [
    ("See https://www.brand-example.com/a?b=1#c.", "https://www.brand-example.com/a?b=1#c"),
    ("HTTP://WWW.BRAND.COM/Manual", "HTTP://WWW.BRAND.COM/Manual"),
    ("访问https://brand.com/abc领取", "https://brand.com/abc"),
    ("网址是https://brand.com。请收藏", "https://brand.com"),
    ("链接：https://brand.com/a，点击领取", "https://brand.com/a"),
    ("“https://brand.com/a”", "https://brand.com/a"),
    ("（https://brand.com/a）", "https://brand.com/a"),
    ("(see https://en.wiki.org/wiki/Plug_(size))", "https://en.wiki.org/wiki/Plug_(size)"),
    ("[manual](https://brand.com/a)", "https://brand.com/a"),
    ("**https://brand.com**", "https://brand.com"),
    ("<https://brand.com/x>", "https://brand.com/x"),
    ("https://brand.com/a;", "https://brand.com/a"),
    ("https://brand.com/a?!", "https://brand.com/a"),
    ("https://localhost:3000/a", "https://localhost:3000/a"),
    ("http://192.168.0.1:8080/setup", "http://192.168.0.1:8080/setup"),
    ("http://[::1]/x", "http://[::1]/x"),
    ("https://user:pass@brand.com/a", "https://user:pass@brand.com/a"),
    ("https://例子.中国/x领取", "https://例子.中国/x"),
    ("https://例子.购物/", "https://例子.购物/"),
    ("https://brand.com.Please visit", "https://brand.com"),
    ("weixin://dl/business/?t=abc打开", "weixin://dl/business/?t=abc"),
    ("linkhttps://brand.com/x", "https://brand.com/x"),
    ("https://www.ups.example/track?n=1 for the parcel", "https://www.ups.example/track?n=1"),
]
BARE = [
    ("Type lumalights.shop into your browser", "lumalights.shop"),
    ("例如访问www.abc.com领取", "www.abc.com"),
    ("官网www.example.cn有优惠", "www.example.cn"),
    ("ｗｗｗ．ｂｒａｎｄ．ｃｏｍ", "ｗｗｗ．ｂｒａｎｄ．ｃｏｍ"),
    ("公式サイトwww.brand.jpをご覧ください", "www.brand.jp"),
    ("See our site brand-example.com/manual now", "brand-example.com/manual"),
    ("Manual: brand.co.uk/manual.", "brand.co.uk/manual"),
    ("shop at Amazon.com today", "Amazon.com"),
    ("auf amazon.de kaufen", "amazon.de"),
    ("amazon.it ist gut", "amazon.it"),
    ("amazon.co.jp", "amazon.co.jp"),
    ("Besuchen Sie www.marke.de/garantie.", "www.marke.de/garantie"),
    ("brand.com's page", "brand.com"),
    ("brand.com:8080/x", "brand.com:8080/x"),
    ("thanks.www.brand.com", "www.brand.com"),
    ("brand.com.Please visit us", "brand.com"),
    ("brand.com——领取", "brand.com"),
    ("http:/brand.com", "brand.com"),
    ("https:// brand.com", "brand.com"),
    ("myshop.myshopify.com", "myshop.myshopify.com"),
    ("163.com", "163.com"),
    ("brand.shop", "brand.shop"),
    ("官网：brand.shop领取", "brand.shop"),
    ("visit brand.shop to register", "brand.shop"),
    ("Go to brand.gift/free to claim", "brand.gift/free"),
    ("Activate at brand.care.", "brand.care"),
    ("brand.example", "brand.example"),
    ("follow us: brand.so", "brand.so"),
    ("brand.me\n\nThanks", "brand.me"),
    ("bücher.de", "bücher.de"),
    ("xn--fsqu00a.xn--fiqs8s", "xn--fsqu00a.xn--fiqs8s"),
    ("请访问例子.中国查看", "例子.中国"),
    ("例子.中國", "例子.中國"),
    ("官网是例子.公司，欢迎", "例子.公司"),
    ("访问京东.com领券", "京东.com"),
    ("日本語.jp", "日本語.jp"),
    ("bit.ly/xxxx", "bit.ly/xxxx"),
    ("加我wa.me/8613800000000", "wa.me/8613800000000"),
    ("brand.com/优惠", "brand.com/"),
    ("$brand.com", "brand.com"),
]
NONE = [
    "",
    "ok.So we will help",
    "I love it.It is great",
    "ok.it's good",
    "well.so, we",
    "Thank you for your order.Contact us any time",
    "Keep in a cool place.Store it dry",
    "good.Net weight 500 g",
    "不错.Net weight 500 g",
    "nice product.Shop now",
    "support.Email: see the card",
    "report.pdf",
    "setup.py",
    "Readme.md",
    "see manual.zip",
    "video.mov",
    "说明书.pdf",
    "v1.2.3",
    "3.5mm",
    "3.5in",
    "e.g., i.e. and U.S.A.",
    "L.in alone",
    "end.Next sentence",
    "Node.js",
    "ASP.NET",
    "and/or",
    "12.5.2024",
    "10.000.000",
    "12:30",
    "XJ-200.B",
    "P.O.Box 12",
    "Example Technology Co.Ltd",
    "Example Inc.Ltd.",
    "Dr.Smith and St.Louis",
    "Size: S.M.L.XL",
    "support@brand-example.com",
    "邮箱abc@qq.com联系",
    "user@brand.co.uk.",
    "@brand.com",
    "192.168.0.1",
    "www.brand",
    "www",
    "..com",
    ".com",
    "https://",
    "http://。",
    "我很好.我们在这里.中国制造",
    "这是很好的一个产品大家都喜欢.com",
    "质量好.价格低",
]


@pytest.mark.parametrize(("text", "link"), WITH_SCHEME + BARE)
def test_finds(text: str, link: str) -> None:
    assert found(text) == [link]


@pytest.mark.parametrize("text", NONE)
def test_finds_nothing(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "link", [link for _, link in WITH_SCHEME + BARE if link[-1].isascii() and link.isascii()]
)
@pytest.mark.parametrize(
    ("before", "behind"), [("请看：", "，谢谢"), ("(", ")"), ("see ", "."), ("点击", "领取")]
)
def test_neighbours_do_not_matter(link: str, before: str, behind: str) -> None:
    assert found(before + link + behind) == [link]


@pytest.mark.parametrize(
    ("text", "host", "domain", "scheme", "path", "kinds"),
    [
        (
            "https://www.amazon.com/dp/B0EXAMPLE1?x=1",
            "www.amazon.com",
            "amazon.com",
            "https",
            "/dp/b0example1",
            "",
        ),
        ("www.amazon.co.uk:443/gp/#x", "www.amazon.co.uk", "amazon.co.uk", None, "/gp/", "bare"),
        ("myshop.myshopify.com", "myshop.myshopify.com", "myshopify.com", None, "", "bare"),
        ("http://bit.ly/x", "bit.ly", "bit.ly", "http", "/x", "short"),
        ("www.bit.ly/x", "www.bit.ly", "bit.ly", None, "/x", "bare short"),
        ("amzn.to/x", "amzn.to", "amzn.to", None, "/x", "bare short"),
        ("https://m.tb.cn/x", "m.tb.cn", "tb.cn", "https", "/x", "short"),
        ("https://brand.page.link/x", "brand.page.link", "page.link", "https", "/x", "short"),
        ("https://u.jd.com/x", "u.jd.com", "jd.com", "https", "/x", "short"),
        ("https://item.jd.com/x", "item.jd.com", "jd.com", "https", "/x", ""),
        ("http://10.0.0.1:80/x", "10.0.0.1", "10.0.0.1", "http", "/x", "ip"),
        ("bücher.de", "bücher.de", "bücher.de", None, "", "bare idn"),
        ("https://xn--bcher-kva.de", "xn--bcher-kva.de", "xn--bcher-kva.de", "https", "", "idn"),
        ("https://intranet/x", "intranet", "intranet", "https", "/x", ""),
    ],
)
def test_parts(text: str, host: str, domain: str, scheme: str | None, path: str, kinds: str) -> None:
    (link,) = links_in(text)
    assert (link.host, link.domain, link.scheme, link.path) == (host, domain, scheme, path)
    assert link.kinds == set(kinds.split())


def test_several_in_order() -> None:
    text = "https://a-shop.com/x,https://b-shop.com/y and c-shop.com/z; mail d@e-shop.com"
    assert found(text) == ["https://a-shop.com/x", "https://b-shop.com/y", "c-shop.com/z"]


class TestPlaceholders:
    def test_in_path_and_query(self) -> None:
        text = "https://brand.com/\ue000\ue000?x=\ue000."
        assert [link.text for link in find_links(text)] == [text[:-1]]

    def test_behind_the_host(self) -> None:
        assert [link.text for link in find_links("go to brand.com\ue000\ue000 now")] == [
            "brand.com\ue000\ue000"
        ]

    def test_as_a_subdomain(self) -> None:
        (link,) = find_links("https://\ue000\ue000.brand.com/x")
        assert (link.start, link.host, link.scheme) == (0, "brand.com", "https")

    @pytest.mark.parametrize("text", ["https://\ue000\ue000/x", "\ue000\ue000", "https://\ue000.\ue000"])
    def test_as_the_host_is_no_link(self, text: str) -> None:
        assert find_links(text) == []
