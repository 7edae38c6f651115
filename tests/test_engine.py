"""From one document to its violations: contexts, exceptions, cases, and one violation for one thing."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from msglint.packs.model import (
    AllOf,
    Case,
    ContactCheck,
    ContactTest,
    LimitCheck,
    LinkCheck,
    LinkTest,
    NothingButCheck,
    OneOf,
    RegexCheck,
    ReportCheck,
    Row,
    Table,
    Unit,
    Unless,
    Zone,
)
from msglint.violation import Severity
from tests.building import excerpts, judge, phrases, rule, ruleset

MESSAGE = OneOf("channel", ("message",))
AMAZON = OneOf("platform", ("amazon",))


# Context ------------------------------------------------------------------------------------------


def test_an_unknown_channel_is_judged_as_message_and_as_insert() -> None:
    rules = ruleset(rule(["coupon"], when=MESSAGE))
    (violation,) = judge(rules, "a coupon", channel=None)
    assert violation.assumed == ("channel=message",)
    assert judge(rules, "a coupon", channel="insert") == ()


def test_a_channel_that_makes_no_difference_is_not_assumed() -> None:
    rules = ruleset(rule(["coupon"], when=OneOf("channel", ("message", "insert"))))
    (violation,) = judge(rules, "a coupon", channel=None)
    assert violation.assumed == ()


def test_an_unknown_platform_is_amazon_and_said_to_be() -> None:
    (violation,) = judge(ruleset(rule(["coupon"], when=AMAZON)), "a coupon", platform=None)
    assert violation.assumed == ("platform=amazon",)


def test_what_forbids_runs_on_unknown_attributes_and_says_so() -> None:
    rules = ruleset(rule(["coupon"], when=AllOf((OneOf("market", ("JP",)), OneOf("proactive", (True,))))))
    (violation,) = judge(rules, "a coupon")
    assert violation.assumed == ("market=JP", "proactive=true")
    assert judge(rules, "a coupon", markets=("US",)) == ()


def test_each_market_is_judged_and_named() -> None:
    rules = ruleset(rule(["coupon"], when=OneOf("market", ("DE", "FR"))))
    (violation,) = judge(rules, "a coupon", markets=("US", "FR", "DE"))
    assert violation.markets == ("FR", "DE")


def test_a_duty_with_unknown_attributes_is_counted_once_as_not_judged() -> None:
    banned = AllOf((OneOf("is_toy", (True,)), OneOf("market", ("US",))))
    rules = ruleset(rule(ReportCheck(), "one", when=banned), rule(ReportCheck(), "two", when=banned))
    (violation,) = judge(rules, "blocks")
    assert (violation.rule, violation.severity) == ("msglint/not-judged", Severity.INFO)
    assert violation.arguments == {"count": "2", "attributes": "is_toy, market"}
    known = judge(rules, "blocks", product={"is_toy": True}, markets=("US",))
    assert [item.rule for item in known] == ["pack/one", "pack/two"]
    assert judge(rules, "blocks", product={"is_toy": False}) == ()


# Exceptions ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A gift card for you", ["gift card"]),
        ("A gift card holder for you", []),
        ("We never send a gift card", []),
        ("We never spam, here is a gift card", ["gift card"]),
        ("Not now. A gift card", ["gift card"]),
    ],
)
def test_longer_phrases_and_negators_silence(text: str, found: list[str]) -> None:
    unless = Unless(phrases("never", "not"))
    rules = ruleset(rule(["gift card"], not_inside=phrases("gift card holder"), unless=unless))
    assert excerpts(rules, text) == found


def test_roles_and_zones() -> None:
    zones = {
        "address": Zone("address", starts=phrases("manufacturer:"), max_lines=2),
        "quoted": Zone("quoted", prefix=">"),
    }
    outside = ruleset(rule(["shop"], outside=("address", "quoted")), zones=zones)
    text = "Manufacturer: Shop Ltd\nShop Road 1\nshop one\n\nshop two\n> shop three"
    places = [(item.place.line, item.place.column) for item in judge(outside, text)]
    assert places == [(3, 1), (5, 1)]
    inside = ruleset(rule(["important"], inside=("subject",)))
    (violation,) = judge(inside, "important", subject="Important news")
    assert violation.place.source == "<subject>"


SPOKEN_OF = {
    "staff": Zone("staff", starts=phrases("never write:")),
    "ban": Zone("ban", starts=phrases("amazon forbids"), until="sentence", unless=phrases("but every")),
    "asked": Zone("asked", starts=phrases("you asked"), until="sentence", beside=phrases("no")),
    "words": Zone("words", starts=phrases('you wrote: "'), until="quotation"),
    "news": Zone("news", starts=phrases("was fined"), begins="sentence", until="sentence"),
    "free": Zone("free", starts=phrases("unrelated to"), until="clause"),
    "object": Zone(
        "object", starts=phrases("refuse"), begins="behind", until="clause", goes_on=phrases("or")
    ),
    "cited": Zone(
        "cited",
        starts=phrases('"'),
        begins="quotation",
        until="quotation",
        beside=phrases("the label"),
        unless=phrases("please write"),
    ),
}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Never write:\n\n- a gift for a review\n- a gift\n\nOur gift", [(6, 5)]),
        ("Amazon forbids a gift. A gift!", [(1, 26)]),
        ("Amazon forbids a gift, but every buyer gets a gift.", [(1, 18), (1, 47)]),
        ("Amazon forbids notes like “a gift, but every time. One gift.” Bye", []),
        ("You asked for a gift. No.", []),
        ("You asked for a gift. Here it is.", [(1, 17)]),
        ('You wrote: "No gift? A gift!" Take a gift.', [(1, 38)]),
        ("For a gift, the shop was fined. A gift!", [(1, 35)]),
        ("It is unrelated to the gift, a gift", [(1, 32)]),
        ("A gift refuse a gift, or a gift, a gift", [(1, 3), (1, 36)]),
        ("The label “a gift”, “one gift” and no gift", [(1, 39)]),
        ("See “a gift”. A gift and the label", [(1, 17)]),
        ("The label, please write “a gift”", [(1, 28)]),
        ("“The label: a gift”", [(1, 15)]),
    ],
)
def test_what_is_only_spoken_of_is_a_zone(text: str, found: list[tuple[int, int]]) -> None:
    rules = ruleset(rule(["gift"], outside=tuple(SPOKEN_OF)), zones=SPOKEN_OF)
    assert [(item.place.line, item.place.column) for item in judge(rules, text)] == found


def test_words_that_lean_on_a_cited_quotation_are_none_of_the_writers() -> None:
    rules = ruleset(rule(["gift ... review"], outside=("cited",)), zones=SPOKEN_OF)
    assert excerpts(rules, "The label says “a gift” for a review") == []
    assert excerpts(rules, "The label lies, a gift “here” for a review") == ["gift “here” for a review"]


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("Scan the code for a gift", (Severity.ERROR, "divert")),
        ("Scan the code for the manual and a gift", (Severity.ERROR, "divert")),
        ("Scan the code for the manual", None),
        ("Scan the code", (Severity.WARNING, None)),
        ("A gift!\n\nScan the code", (Severity.WARNING, None)),
    ],
)
def test_the_first_case_that_fits_decides(text: str, outcome: tuple[Severity, str | None] | None) -> None:
    cases = (
        Case(near=phrases("gift"), severity=Severity.ERROR, code="divert"),
        Case(near=phrases("manual"), passes=True),
    )
    rules = ruleset(rule(["scan the code"], severity=Severity.WARNING, near=Unit("block"), cases=cases))
    assert [(item.severity, item.code) for item in judge(rules, text)] == ([outcome] if outcome else [])


# Checks -------------------------------------------------------------------------------------------


def test_links_are_judged_by_registered_domain() -> None:
    amazon = LinkTest(hosts=("amazon.com",))
    product = LinkTest(("amazon.com",), ("/dp/*",))
    cases = (Case(link=product, severity=Severity.WARNING), Case(link=amazon, passes=True))
    rules = ruleset(rule(LinkCheck(), cases=cases))
    text = "www.amazon.com/your-orders, https://www.amazon.com/dp/B0EXAMPLE1, 官网amazon.com.example.cn看"
    found = [(item.excerpt, item.severity, item.place.column) for item in judge(rules, text)]
    assert found == [
        ("https://www.amazon.com/dp/B0EXAMPLE1", Severity.WARNING, 29),
        ("amazon.com.example.cn", Severity.ERROR, 69),
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It works.It is fine. brand-example.it/sale", ["brand-example.it/sale"]),
        ("显卡驱动要先装.NET才行", []),
        ("Works with ABC.de-200 only", []),
        ("Visit Brand-Example.Com today", ["Brand-Example.Com"]),
        ("BRAND-EXAMPLE.DE", ["BRAND-EXAMPLE.DE"]),
    ],
)
def test_a_lost_blank_or_a_product_name_is_no_link(text: str, found: list[str]) -> None:
    assert excerpts(ruleset(rule(LinkCheck())), text) == found
    assert excerpts(ruleset(rule(["<url>"])), text) == found


def test_contacts_by_kind() -> None:
    rules = ruleset(rule(ContactCheck(ContactTest(("email",)))))
    assert excerpts(rules, "邮箱care@brand-example.com联系，订单112-1234567-1234567") == [
        "care@brand-example.com"
    ]


def test_regex_runs_on_the_folded_text() -> None:
    rules = ruleset(rule(RegexCheck(r"\bsave\d+\b", needs=("save",))))
    (violation,) = judge(rules, "use ＳＡＶＥ１５")
    assert (violation.excerpt, violation.folded) == ("ＳＡＶＥ１５", "save15")


@pytest.mark.parametrize(
    ("operation", "length", "found"),
    [
        ("key", 400, 0),
        ("key", 401, 1),
        ("other", 401, 0),
        ("other", 2001, 1),
        (None, 2001, 1),
    ],
)
def test_limit_by_table(operation: str | None, length: int, found: int) -> None:
    table = Table((Row(("key",), 400), Row((), 2000)), by="operation")
    rules = ruleset(rule(LimitCheck("characters", table)))
    message = {"operation": operation} if operation else {}
    violations = judge(rules, "x" * length, message=message)
    assert [item.place.column for item in violations] == [401 if operation == "key" else 2001] * found


def test_a_minimum_is_a_duty_and_a_placeholder_fulfils_it() -> None:
    minimum = Table((Row((), 1),))
    rules = ruleset(rule(LimitCheck("order_ids", minimum=minimum), when=OneOf("proactive", (True,))))
    proactive = {"proactive": True}
    assert [item.start for item in judge(rules, "hello", message=proactive)] == [None]
    for text in ("order 112-1234567-1234567", "order {{order_id}}", "订单 [[order-id]]", "订单{订单号}"):
        assert judge(rules, text, message=proactive) == ()


@pytest.mark.parametrize(
    ("text", "fires"),
    [
        ("Thank you! Thanks for your order.", True),
        ("Thanks!\n\n:)", True),
        ("Thank you. Please confirm the address.", False),
        ("", False),
    ],
)
def test_nothing_but(text: str, fires: bool) -> None:
    rules = ruleset(rule(NothingButCheck(phrases("thank you", "thanks"))))
    assert bool(judge(rules, text)) is fires


# One violation for one thing ----------------------------------------------------------------------


def test_overlapping_violations_of_a_category_are_one_and_the_severest_reports() -> None:
    rules = ruleset(
        rule(["gift card"], "a-mild", severity=Severity.WARNING),
        rule(["free gift card"], "b-severe"),
        rule(["gift"], "c-other", category="claims"),
    )
    found = [(item.rule, item.also) for item in judge(rules, "a free gift card")]
    assert found == [("pack/b-severe", ("pack/a-mild",)), ("pack/c-other", ())]


def test_the_same_input_gives_the_same_output_in_every_thread() -> None:
    rules = ruleset(rule(["gift card", "coupon"]), rule(["gift"], "other", category="claims"))
    texts = ["a gift card and a coupon", "coupon"] * 20
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(lambda text: judge(rules, text), texts)) == [
            judge(rules, text) for text in texts
        ]


def test_a_rule_may_stay_silent_while_its_condition_is_unknown() -> None:
    rules = ruleset(rule(["coupon"], when=OneOf("market", ("DE",)), unknown_passes=True))
    assert [item.rule for item in judge(rules, "a coupon")] == ["msglint/not-judged"]
    assert judge(rules, "nothing of the kind") == ()
    assert [item.rule for item in judge(rules, "a coupon", markets=("DE",))] == ["pack/rule"]
