from __future__ import annotations

import pytest

from msglint.text.placeholders import DEFAULT_PATTERNS, Placeholder, find_placeholders, is_order_id

FOUND = [
    ("Hi {{name}}!", [Placeholder(3, 11, "name")]),
    ("[[order-id]] 订单 {订单号}", [Placeholder(0, 12, "order-id"), Placeholder(16, 21, "订单号")]),
    ("${x.y} #{a} {{{b}}}", [Placeholder(0, 6, "x.y"), Placeholder(7, 11, "a"), Placeholder(12, 19, "b")]),
    ("%s, %d个, %(first_name)s", [Placeholder(0, 2), Placeholder(4, 6), Placeholder(9, 23, "first_name")]),
    ("{ The Name }{}{0}", [Placeholder(0, 12, "The Name"), Placeholder(12, 14), Placeholder(14, 17, "0")]),
    ("{{a}{b}}", [Placeholder(1, 4, "a"), Placeholder(4, 7, "b")]),
    ("{" + "n" * 40 + "}", [Placeholder(0, 42, "n" * 40)]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_found(text: str, expected: list[Placeholder]) -> None:
    assert find_placeholders(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "100%satisfaction, 50%s, 100%, %discount, 5%dollar",
        "100%% sure, %%s",
        "{a: b} {get a gift card!} [[a/b]]",
        "{a\nb} {{a\r\nb}}",
        "{" + "n" * 41 + "}",
        "[name] <name> (name) $name name",
        "{微信：abc}",
    ],
)
def test_plain_text(text: str) -> None:
    assert find_placeholders(text) == []


def test_own_patterns_replace_the_default() -> None:
    found = find_placeholders("%NAME% {{name}} @@", ["%*%", "@@"])
    assert found == [Placeholder(0, 6, "NAME"), Placeholder(16, 18)]
    assert find_placeholders("{{name}}", []) == []


def test_signs_in_patterns_are_plain() -> None:
    assert find_placeholders("a+b a.b *|NAME|*", ["a.b"]) == [Placeholder(4, 7)]


def test_brackets_without_end_take_linear_time() -> None:
    assert find_placeholders("{" * 100_000 + "[" * 100_000) == []
    assert len(find_placeholders("{a}" * 30_000, DEFAULT_PATTERNS)) == 30_000


@pytest.mark.parametrize(
    "name",
    ["order_id", "order-id", "OrderId", "order.number", "Order No", "amazon order id", "buyer_order_number",
     "orderNr", "order ref", "订单号", "订单编号", "訂單編號", "订单ID", "Bestellnummer", "bestell-nr",
     "Auftragsnummer", "numéro de commande", "numero de commande", "número de pedido", "id pedido",
     "numero d ordine", "numero ordine", "注文番号"],
)  # fmt: skip
def test_order_ids(name: str) -> None:
    assert is_order_id(name)


@pytest.mark.parametrize(
    "name",
    ["", "order", "order_date", "order item", "item_id", "tracking number", "快递单号", "name", "reorder id",
     "border no", "客户号", "订单", "订单日期", "number of orders", "Bestellung"],
)  # fmt: skip
def test_other_names(name: str) -> None:
    assert not is_order_id(name)
