"""Where phrases are found, and where they must not be."""

import pytest

from msglint.packs.model import Lexicon, PhrasesCheck, Together, Unit
from tests.building import excerpts, judge, lexicons, phrases, rule, ruleset

WORDS = {
    "review.en": ["review(|s)", "seller feedback"],
    "review.zh": ["好评", "评价"],
    "reward.en": ["gift card(|s)", "coupon(|s)", "free (product|gift)"],
    "reward.zh": ["返现", "红包", "返<money>"],
    "name.zh": ["王(小|)明"],
}


@pytest.mark.parametrize(
    ("phrase", "text", "found"),
    [
        # Latin edges, also next to Han
        ("free", "Get it FREE today", ["FREE"]),
        ("free", "freedom and carefree", []),
        ("free", "好free评", ["free"]),
        ("free", "free_gift free2", []),
        ("5 star", "a 4.5 star rating", []),
        ("5 star", "a 5 star rating", ["5 star"]),
        ("v2", "v2.5 and v2.", ["v2"]),
        # blanks, hyphens, line breaks
        ("five star", "five-star, five  star, five\nstar", ["five-star", "five  star", "five\nstar"]),
        ("five star", "five\n\nstar and fivestar", []),
        ("五星 好评", "五星好评，五星 好评", ["五星好评", "五星 好评"]),
        ("返vip券", "返 VIP 券，返VIP 券，返 V I P", ["返 VIP 券", "返VIP 券"]),
        ("满<money>返$reward.zh", "满 100元返红包", ["满 100元返红包"]),
        # width, case, traditional, invisible characters
        ("free gift", "ＦＲＥＥ ｇｉｆｔ", ["ＦＲＥＥ ｇｉｆｔ"]),
        ("好评返现", "好評返現", ["好評返現"]),
        ("微信", "加微\u200b信吧", ["微\u200b信"]),
        # accents that keyboards lack, umlauts spelled out
        ("évaluation à fond", "evaluation a fond", ["evaluation a fond"]),
        ("für", "Fuer Sie, für Sie, fur", ["Fuer", "für"]),
        ("größe", "GROESSE, grösse, grosse", ["GROESSE", "grösse", "grosse"]),
        ("dès", "des avis", []),
        # a Han hit counts only if no word straddles its edge
        ("好评", "友好评价", []),
        ("返现", "往返现场", []),
        ("评估", "误差评估", ["评估"]),
        ("差评", "误差评估", []),
        ("微信", "联系客服微信号", ["微信"]),
        ("最", "最近到货，我最喜欢", ["最"]),
        # Katakana needs an edge against its like
        ("レビュー", "プレビュー", []),
        ("レビュー", "商品レビューを書く", ["レビュー"]),
        # alternatives, also empty ones
        ("scan (|the |this )(|QR )code", "Scan code. Scan the QR code.", ["Scan code", "Scan the QR code"]),
        ("gift card(|s)", "gift cards", ["gift cards"]),
        # what is left of a contracted word stands right behind the word before it
        ("we (will|'ll) send", "We'll send, we’ll send, we send", ["We'll send", "we’ll send"]),
        ("it (is|was) (not|n't) good", "It isn't good, it's good", ["It isn't good"]),
        # stems
        ("refund*", "refund refunds refunding refundabilities", ["refund", "refunds", "refunding"]),
        ("refund*", "nonrefund 我refunded你", ["refunded"]),
        # gaps: in words, inside the sentence
        ("leave ... review", "Leave us a short review", ["Leave us a short review"]),
        ("leave ... review", "Leave it. A review is here", []),
        ("leave ... review", "leave " + "x " * 12 + "review", ["leave " + "x " * 12 + "review"]),
        ("leave ... review", "leave " + "x " * 13 + "review", []),
        ("写 ... 好评", "麻烦写一个好评吧", ["写一个好评"]),
        ("leave ... review", "leave it, then leave a review", ["leave a review"]),
        # lexicons, types, one run of several
        ("for (a|your) $review", "a coupon for your review", ["for your review"]),
        ("$review(后|即)返", "好评后返 and 评价即返", ["好评后返", "评价即返"]),
        ("返<money>", "五星返10元", ["返10元"]),
        ("$reward", "返20元", ["返20元"]),
        ("$review.zh", "review 好评", ["好评"]),
        # punctuation that is written must stand there
        ("warning:", "WARNING： hot", ["WARNING："]),
        ("warning:", "warning hot", []),
        # the longest hit at a place wins
        ("(gift|gift card)", "a gift card", ["gift card"]),
    ],
)  # fmt: skip
def test_excerpts(phrase: str, text: str, found: list[str]) -> None:
    assert excerpts(ruleset(rule([phrase]), words=WORDS), text) == found


def test_together_in_any_order_within_the_unit() -> None:
    together = Together(phrases("$reward", "$review"), Unit("sentence", 2))
    rules = ruleset(rule(PhrasesCheck((together,))), words=WORDS)
    assert excerpts(rules, "Write a review. You get a coupon.") == ["review. You get a coupon"]
    assert excerpts(rules, "Here is a coupon! One. Then a review.") == []
    assert excerpts(rules, "红包等你，好评后领") == ["红包等你，好评"]


def test_together_across_the_document_names_the_other_place() -> None:
    together = Together(phrases("$reward", "$review"), Unit("document"))
    rules = ruleset(rule(PhrasesCheck((together,))), words=WORDS)
    (violation,) = judge(rules, "Write a review\n\nOne\n\nTwo", subject="A coupon!")
    assert violation.excerpt == "coupon"
    assert [(place.source, place.line, place.column) for place in violation.related] == [("<text>", 1, 9)]


def test_arguments_are_what_the_author_typed() -> None:
    (violation,) = judge(ruleset(rule(["$reward ... $review"]), words=WORDS), "a Gift  Card for a Review")
    assert violation.arguments == {
        "reward": "Gift  Card",
        "review": "Review",
        "match": "Gift  Card for a Review",
    }


def test_place_counts_code_points_of_the_original() -> None:
    (violation,) = judge(ruleset(rule(["好评返现"])), "👍🏽 亲，\r\n𠀀 請給好\u200b評返現吧")
    place = violation.place
    assert (place.line, place.column, place.end_line, place.end_column) == (2, 5, 2, 10)
    assert violation.excerpt == "好\u200b評返現"


def test_a_lexicon_knows_its_exceptions() -> None:
    negators = Lexicon("not", "en", phrases("no", "not"), phrases("no questions asked"))
    rules = ruleset(rule(["$not ... coupon"]), shared=[negators])
    assert excerpts(rules, "no questions asked, here is a coupon") == []
    assert excerpts(rules, "no coupon today") == ["no coupon"]


def test_placeholders_are_opaque_and_no_sentence_end() -> None:
    rules = ruleset(rule(["free", "dear ... refund"]))
    assert excerpts(rules, "Dear {{free.name}}, your refund") == ["Dear {{free.name}}, your refund"]


def test_lexicons_of_a_language() -> None:
    assert [item.lang for item in lexicons(WORDS)] == ["en", "zh", "en", "zh", "zh"]
