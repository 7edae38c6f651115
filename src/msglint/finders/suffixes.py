"""What a domain ending proves by itself. Many endings are also words or file extensions.

A sentence whose blank was forgotten ("ok.so we") looks like a host. Each ending is therefore of a kind:
one that stands for a host by itself, one that is a word as well, a file extension, a company form.
"""

from __future__ import annotations

from enum import Enum

from msglint.finders.wordlist import words

PLAIN_GENERIC = words(
    """
    asia biz cloud club com cyou dev edu gov icu int mil mobi net org tech xyz
    """
)
"""Generic endings that stand for a host by themselves; every other generic ending counts as a word."""

WORD_COUNTRY = words(
    """
    ad ai al am as at au be by ca ci co cv do es et fm hm hr id ie il im in io is it je la li lu ma me
    my na ne no nu om pa pl pm re rs sa se si so st su to tv us va vi
    """
)
"""Country endings that are words of a language people write in; every other one stands for a host."""

FILE_OR_UNIT = words(
    """
    cab cm gb kg km kw md mg ml mm mov ms ps pub py sh zip
    """
)
"""Endings that are file extensions or units first."""

COMPANY = words(
    """
    company gmbh inc limited llc ltd ltda sarl srl
    """
)
"""Endings that are company forms first ("Example Co.Ltd")."""

CONTINUED = {
    "de": words(
        """
        acuerdo alta calidad ce cette con el es esta este la las le les los mi nada nos notre nuestra
        nuestro plus su tu un una votre
        """
    ),
    "net": words("content contents price quantity vol volume weight wt"),
}
"""Words behind a blank that show a plain ending to be the beginning of a sentence."""

NUMBERED = words("cc cn com com.cn net net.cn org top tv vip")
"""Endings under which names made of digits alone are at home (163.com)."""

RESERVED = words("example invalid test")
"""Endings kept for documentation: no register has them, texts do."""

NO_REGISTRY_LEVEL = words("com de net org")
"""Endings whose registered domains are always the last two labels; saves reading the list for most links."""

HAN_PLAIN = ("中文网", "我爱你", "中国", "公司", "网络", "网址", "在线", "商城", "集团", "香港", "台湾")
"""Han endings that may end a host without a scheme."""

HAN_OTHER = (
    "组织机构", "新加坡", "商店", "网店", "网站", "手机", "购物", "娱乐", "世界", "信息", "移动",
    "企业", "机构", "公益", "政务", "澳门", "ファッション", "クラウド", "ポイント", "ストア",
    "セール", "みんな", "コム", "닷컴", "닷넷", "한국",
)  # fmt: skip
"""Endings in Han, kana or Hangul that need a scheme in front, because they are everyday words."""


class Proof(Enum):
    """How far an ending proves that its text is a host."""

    HOST = "host"
    WORD = "word"
    NEEDS_MORE = "needs more"
    NEVER = "never"


def proof_of(suffix: str) -> Proof:
    """Return what a public suffix proves by itself."""
    if suffix in COMPANY:
        return Proof.NEVER
    if suffix in FILE_OR_UNIT:
        return Proof.NEEDS_MORE
    if suffix in WORD_COUNTRY or suffix in RESERVED:
        return Proof.WORD
    plain = len(suffix) == 2 or "." in suffix or suffix in PLAIN_GENERIC or not suffix.isascii()
    return Proof.HOST if plain or suffix.startswith("xn--") else Proof.WORD
