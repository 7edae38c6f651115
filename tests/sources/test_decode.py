"""Bytes become text by BOM, UTF-8, the given encoding, or what clearly wins; else the doubt is named."""

from __future__ import annotations

import codecs

import pytest

from msglint.sources.decode import Decoded, UndecodableError, decode

ZH = "您好！感谢您的购买，如有问题请联系客服。五星好评返现10元。"
HANT = "您好！感謝您的購買，如有問題請聯繫客服。五星好評返現10元。"
EN = "Dear customer, thank you for your order.\r\n"


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", Decoded("")),
        (EN.encode(), Decoded(EN)),
        (ZH.encode(), Decoded(ZH)),
        ("naïve café 😀".encode(), Decoded("naïve café 😀")),
        (codecs.BOM_UTF8 + ZH.encode(), Decoded(ZH)),
        (codecs.BOM_UTF16_LE + ZH.encode("utf-16-le"), Decoded(ZH, "utf-16-le")),
        (codecs.BOM_UTF16_BE + EN.encode("utf-16-be"), Decoded(EN, "utf-16-be")),
        (codecs.BOM_UTF32_LE + ZH.encode("utf-32-le"), Decoded(ZH, "utf-32-le")),
        (ZH.encode("gb18030"), Decoded(ZH, "gb18030")),
        (HANT.encode("gb18030"), Decoded(HANT, "gb18030")),
        (HANT.encode("big5"), Decoded(HANT, "big5")),
        (ZH.encode("utf-16-le"), Decoded(ZH, "utf-16-le")),
        (EN.encode("utf-16-le"), Decoded(EN, "utf-16-le")),
        (EN.encode("utf-16-be"), Decoded(EN, "utf-16-be")),
        ((EN * 20 + ZH).encode("gb18030"), Decoded(EN * 20 + ZH, "gb18030")),
        ("好评".encode("gbk"), Decoded("好评", "gb18030")),
    ],
)
def test_text_is_read_as_what_it_is(data: bytes, expected: Decoded) -> None:
    assert decode(data) == expected


@pytest.mark.parametrize(
    ("text", "encoding", "name"),
    [("Grüße für Ärzte", "latin-1", "iso8859-1"), ("Preis: 5 €", "cp1252", "cp1252"), (ZH, "gbk", "gbk")],
)
def test_the_given_encoding_is_tried_before_detection(text: str, encoding: str, name: str) -> None:
    assert decode(text.encode(encoding), encoding) == Decoded(text, name)


def test_utf8_wins_over_the_given_encoding() -> None:
    assert decode(ZH.encode(), "cp1252") == Decoded(ZH)


def test_a_given_encoding_that_does_not_fit_leaves_it_to_detection() -> None:
    assert decode(ZH.encode("gb18030"), "ascii") == Decoded(ZH, "gb18030")


@pytest.mark.parametrize(
    ("data", "code", "part"),
    [
        ("Grüße, schöne Füße".encode("latin-1"), "undecodable", "could be gb18030, but"),
        ("señor año".encode("latin-1"), "undecodable", "big5 or gb18030"),
        ("Café crème".encode("latin-1"), "undecodable", "neither UTF-8 nor GB18030"),
        (b"\xff\xfeabc", "undecodable", "begins as utf-16-le"),
        (b"\xef\xbb\xbf\xff", "undecodable", "begins as utf-8"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\1\0", "binary", "NUL"),
        (b"text with \0 in it", "binary", "NUL"),
        (b"\xef\xbb\xbfa\0b", "binary", "NUL"),
        (bytes(range(256)), "binary", "NUL"),
    ],
)
def test_doubt_and_binary_data_are_errors(data: bytes, code: str, part: str) -> None:
    with pytest.raises(UndecodableError, match=part) as caught:
        decode(data)
    assert caught.value.code == code


def test_the_error_says_what_to_do() -> None:
    with pytest.raises(UndecodableError, match="--encoding"):
        decode("Grüße, schöne Füße".encode("latin-1"))
