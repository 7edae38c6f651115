"""Messengers and social networks: their names in texts, and what an account of theirs looks like."""

from __future__ import annotations

from functools import cache

from msglint.finders.wordlist import words
from msglint.frozen import Frozen

MESSENGER, SOCIAL = "messenger", "social"
NAME, PHONE, NUMBER = "name", "phone", "number"


class Service(Frozen):
    """A service. `kind` is `messenger` or `social`; `ids` says what its accounts are: name, phone or number.

    `plain` words name it, and a blank before the account is enough. `marked` words mean other things too or
    are part of everyday talk: they need a colon, an `@` or a word such as `id`. Both are parted by `|`.
    """

    id: str
    kind: str
    ids: frozenset[str]
    plain: str = ""
    marked: str = ""


SERVICES = (
    Service(
        "wechat",
        MESSENGER,
        frozenset((NAME, PHONE, NUMBER)),
        "微信|企业微信|企微|weixin|wechat|we chat|v信|薇信|威信|绿泡泡|vx|加微|+微|加薇|+薇|加v|+v",
        "wx|wei xin",
    ),
    Service("qq", MESSENGER, frozenset((NUMBER,)), "qq|扣扣|扣q|q群|企鹅号", "企鹅|q"),
    Service("whatsapp", MESSENGER, frozenset((PHONE,)), "whatsapp|whats app|whatsapp business", "wa"),
    Service("telegram", MESSENGER, frozenset((NAME, PHONE)), "telegram|电报|纸飞机", "tg"),
    Service(
        "line",
        MESSENGER,
        frozenset((NAME, PHONE)),
        "line id|line account|line official account|add line|加line|line号|line账号|line官方",
        "line",
    ),
    Service("messenger", MESSENGER, frozenset((NAME,)), "", "messenger|facebook messenger|fb messenger"),
    Service("skype", MESSENGER, frozenset((NAME, PHONE)), "skype"),
    Service("zalo", MESSENGER, frozenset((NAME, PHONE)), "zalo"),
    Service("viber", MESSENGER, frozenset((PHONE,)), "viber"),
    Service("signal", MESSENGER, frozenset((PHONE,)), "", "signal"),
    Service("kakaotalk", MESSENGER, frozenset((NAME, PHONE)), "kakaotalk|kakao talk|kakao"),
    Service("dingtalk", MESSENGER, frozenset((NAME, PHONE, NUMBER)), "钉钉|dingtalk"),
    Service("discord", MESSENGER, frozenset((NAME,)), "", "discord"),
    Service("facebook", SOCIAL, frozenset((NAME,)), "", "facebook|facebook page|facebook group|fb|脸书"),
    Service("instagram", SOCIAL, frozenset((NAME,)), "", "instagram|insta|ins|ig"),
    Service("tiktok", SOCIAL, frozenset((NAME, NUMBER)), "抖音号", "tiktok|tik tok|抖音|douyin"),
    Service("xiaohongshu", SOCIAL, frozenset((NAME, NUMBER)), "小红书号", "小红书|xiaohongshu|rednote"),
    Service("kuaishou", SOCIAL, frozenset((NAME, NUMBER)), "快手号", "快手|kuaishou"),
    Service("weibo", SOCIAL, frozenset((NAME,)), "", "微博|weibo"),
    Service("bilibili", SOCIAL, frozenset((NAME, NUMBER)), "", "bilibili|b站|哔哩哔哩"),
    Service("twitter", SOCIAL, frozenset((NAME,)), "", "twitter"),
    Service("youtube", SOCIAL, frozenset((NAME,)), "", "youtube"),
    Service("pinterest", SOCIAL, frozenset((NAME,)), "", "pinterest"),
    Service("snapchat", SOCIAL, frozenset((NAME,)), "", "snapchat"),
    Service("threads", SOCIAL, frozenset((NAME,)), "", "threads"),
    Service(
        "wechat-channel",
        SOCIAL,
        frozenset((NAME,)),
        "公众号|视频号|微信公众号|微信视频号|微信公众平台",
        "小程序|微信小程序",
    ),
)


@cache
def by_word() -> dict[str, tuple[Service, bool]]:
    """Return, for each word, its service and whether the word needs a mark before the account."""
    return {
        word: (service, marked)
        for service in SERVICES
        for names, marked in ((service.plain, False), (service.marked, True))
        for word in names.split("|")
        if word
    }


NO_ACCOUNT = words(
    """
    account accounts address allowed also android and anytime apk app apps arrive audio available
    bluetooth call calling calls chat chats click code compatible connect connected contact control
    customer delivery download email enabled enjoy facebook find follow for free friends from function
    gift google group here http https icon inbox instagram install iphone join kakaotalk like line link
    live login mail message messages messenger more music name none notification notifications number
    official online open optional page pay payment phone photo photos please post posts qqmusic remind
    reminder reminders reply required save scan search send service share skype sms story support
    supported supports telegram text the them then this tiktok twitter user username using via video
    videos viber voice wechat weixin whatsapp what with your youtube
    """
)
"""Words that follow a service's name and are no account."""

VERSION_NAMES = "android|bluetooth|harmony|http|ios|ipad|iphone|usb|ver|version|wifi|win"
"""Beginnings of model and version names that follow a service's name: `iphone15`, `ios14`."""
