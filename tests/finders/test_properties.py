from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from msglint.finders import TYPES
from msglint.finders.contacts import find_contacts
from msglint.finders.links import find_links
from msglint.text.fold import fold

PIECES = """
    https:// www. http://[ brand .com .cn .so .中国 例子 bücher @ abc@ qq.com / ? # : :80 ( ) [ ] " ' .
    .. , ; - -- _ + (0) 0755 138 0000 1 12 555 0100 +86 +49 00 400 112-1234567-1234567 2024-12-31 12:30
    $ € 元 块 10 1,000 % 折 三 岁 个月 years under ages °c 微信 加v line qq whatsapp telegram id 号 搜
    公众号 : tel 电话 ext x 转 扫码 qr code 市 路 号 〒 street rd china musterstr. via berlin march 月
    日
"""
TEXTS = st.lists(
    st.one_of(
        st.sampled_from([*PIECES.split(), " ", " ", "\n", "\ue000", "\ue000\ue000"]), st.text(max_size=4)
    ),
    max_size=30,
).map("".join)


def is_orderly(spans: list[tuple[int, int]], length: int) -> bool:
    edges = [edge for span in spans for edge in span]
    return edges == sorted(edges) and all(0 <= start < end <= length for start, end in spans)


@pytest.mark.parametrize("name", sorted(TYPES))
@settings(max_examples=100, derandomize=True)
@given(text=TEXTS)
def test_types_yield_orderly_spans(name: str, text: str) -> None:
    folded = fold(text).text
    assert is_orderly(list(TYPES[name](folded, ())), len(folded))


@settings(max_examples=200, derandomize=True)
@given(text=TEXTS)
def test_links_are_orderly(text: str) -> None:
    folded = fold(text).text
    links = find_links(folded)
    assert is_orderly([(link.start, link.end) for link in links], len(folded))
    assert all(folded[link.start : link.end] == link.text and link.host in link.text for link in links)
    assert all(link.kinds <= {"bare", "short", "idn", "ip"} for link in links)


@settings(max_examples=200, derandomize=True)
@given(text=TEXTS, markets=st.sampled_from([(), ("US",), ("DE", "GB"), ("XX",)]))
def test_contacts_are_orderly(text: str, markets: tuple[str, ...]) -> None:
    folded = fold(text).text
    contacts = find_contacts(folded, markets)
    assert is_orderly([(contact.start, contact.end) for contact in contacts], len(folded))
    assert all(
        contact.kind in ("email", "phone", "messenger", "social") and contact.value for contact in contacts
    )


@settings(max_examples=100, derandomize=True)
@given(text=st.text(max_size=60))
def test_any_text_is_survived(text: str) -> None:
    find_links(text)
    find_contacts(text)
    for finder in TYPES.values():
        list(finder(text, ()))
