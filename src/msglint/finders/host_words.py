"""Words and names that tell a host from a sentence whose blank was forgotten, and short links from others."""

from __future__ import annotations

import regex

from msglint.finders.wordlist import words
from msglint.text.patterns import lazy_pattern, lazy_regex

HAN_LINK_WORDS = (
    "官网|网址|网站|域名|链接|访问|登录|登陆|打开|进入|浏览|点击|搜索|主页|首页|サイト|ホームページ"
)
HAN_LINK_WORD = lazy_pattern(f"(?:{HAN_LINK_WORDS})[是为]?")
LINK_WORD = lazy_regex(
    rf"""
    (?:
        (?<![\p{{Latin}}\p{{N}}])(?:
            visit(?:ing|e|a|ez|ate)? | type | enter | open
          | website | web\ ?site | web\ ?page | webseite | homepage | home\ page
          | site | sito | sitio | url | link | domain | go\ to | head\ (?:over\ )?to
          | log\ (?:in|on)\ (?:to|at)
          | (?:register|shop|order|buy|find\ us|follow\ us|activate|available|online)\ (?:at|on|from)
          | besuchen\ sie | rendez-vous\ sur
        )
      | {HAN_LINK_WORDS}
    )
    (?:
        \ (?:us|our|the|this|is|at|on|to|via|here|address|page|online|shop|store|under|unter|sur|su|en)
        (?!\p{{Latin}})
      | [是为:\ ]
    ){{0,4}}
    [\ :("'>]{{0,3}}
    """,
    regex.VERBOSE | regex.REVERSE,
)
"""What leads to a host; matched backwards, from the host on."""


NO_HOST = words("ado.net asp.net ml.net vb.net")
"""Product names that look like hosts."""

FAMOUS = words(
    """
    aliexpress amazon ebay etsy facebook google instagram lazada paypal shein shopee temu tiktok
    walmart
    """
)
"""Names that make a host with any ending."""

SENTENCE_ENDS = words(
    """
    again all also back bad better box broken buy call care case charge charger color colour come
    coming customer day days device done easy email enough even fast fine first free good great happy
    help here home hope how issue it item items just kind know life like love low machine mail me
    message much need new nice night not now off ok okay old one online only open order out over
    package part parts perfect phone please possible price problem problems product products quality
    quickly refund reply return review right safe safely seller service shop size small soon sorry
    store sure thank thanks that them then there this time today too u understanding up us use used
    very water way website week weeks well work working works years yes you your
    """
)
"""Words at which sentences end; before an ending that is a word they are no host."""

SHORTENERS = words(
    """
    3.cn 985.so a.co adf.ly amzn.asia amzn.eu amzn.to b23.tv bit.do bit.ly bitly.com buff.ly clck.ru
    cutt.ly discord.gg dlvr.it dwz.cn dwz.win ebay.us fb.me fb.watch flip.it git.io goo.gl goo.su ht.ly
    ift.tt ig.me is.gd j.mp kurzelinks.de kutt.it lin.ee line.me linktr.ee lnk.bio lnkd.in m.me m.tb.cn
    mrw.so n9.cl ow.ly page.link pin.it qr.ae qrco.de rb.gy rebrand.ly s.click.taobao.com s.id
    s.lazada.com s.shopee.com shope.ee short.gy shorturl.at smarturl.it snip.ly sourl.cn suo.im surl.li
    t.cn t.co t.ly t.me tb.cn tiny.cc tinyurl.com tr.im u.jd.com u.nu url.cn urlz.fr v.douyin.com v.gd
    v.kuaishou.com vm.tiktok.com vo.la vt.tiktok.com w.url.cn wa.me xhslink.com youtu.be zalo.me
    """
)
"""Hosts whose links hide where they lead; also the short addresses of chats and apps."""

SCHEMES = (
    "https", "http", "ftp", "alipays", "line", "mqqapi", "mqqwpa", "openapp.jdmobile", "snssdk1128", "taobao",
    "tbopen", "tg", "weixin", "whatsapp", "xhsdiscover",
)  # fmt: skip
"""Schemes that people write: of the web, and of apps that a tap opens."""


def follows_link_word(text: str, start: int) -> bool:
    """Whether a word such as `visit` or 官网 leads to what begins at `start` of the folded text."""
    return LINK_WORD.match(text, 0, start) is not None
