"""What the literals of a text rule out is never there: with every node awake, nothing more is found."""

from hypothesis import given
from hypothesis import strategies as st

from msglint.checks.phrases import find
from msglint.document import Document, PhysicalText, Segment, TextOrigin
from msglint.matching.document import DocumentReading
from msglint.matching.program import Program
from msglint.matching.reading import SegmentReading
from msglint.matching.spans import Span
from msglint.matching.waking import EVERYWHERE
from msglint.packs.model import PhrasesCheck, Rule, Together, Unit
from msglint.packs.phrases import parse
from tests.building import phrases, rule, ruleset

WORDS = {
    "review.en": ["review(|s)", "seller feedback", "rati*"],
    "review.zh": ["好评", "评价"],
    "reward.en": ["gift card(|s)", "<money>", "free (product|gift)"],
    "reward.zh": ["返现", "红包", "返<money>"],
    "prize": ["gift card(|s)", "返现"],
}
PHRASES = (
    "leave ... $review",
    "$reward ... $review",
    "(write|leave) (a|your|the) $review",
    "五星$review",
    "$review(后|，)$reward",
    "<money> off",
    "<money>",
    "refund*",
    "free gift",
)
PIECES = [
    *(
        "leave",
        "write",
        "a",
        "your",
        "the",
        "review",
        "reviews",
        "seller",
        "feedback",
        "gift",
        "card",
        "free",
    ),
    *("product", "$10", "off", "refunded", "rating", "."),
    *("五星", "好评", "评价", "返", "返现", "红包", "后", "，", "。", "！", "\n\n"),
]
CHECKED: list[Rule] = [
    *(rule([source], f"rule{number}") for number, source in enumerate(PHRASES)),
    rule(PhrasesCheck((Together(phrases("$review", "$prize"), Unit("sentence")),)), "sentence"),
    rule(PhrasesCheck((Together(phrases("$review", "$prize"), Unit("sentence", 2)),)), "two"),
    rule(
        PhrasesCheck((Together(phrases("$review", "$prize"), Unit("document")), parse("free gift"))), "joint"
    ),
]
PROGRAM = Program(ruleset(*CHECKED, words=WORDS))
EVERYTHING = dict.fromkeys(range(10_000), EVERYWHERE)

texts = st.lists(st.sampled_from(PIECES), max_size=20).flatmap(
    lambda pieces: st.sampled_from(("", " ")).map(lambda blank: blank.join(pieces))
)


def reading(text: str) -> SegmentReading:
    return SegmentReading(Segment(text, TextOrigin(PhysicalText("<text>", text))), 0, PROGRAM, (), ())


def found(item: Rule, read: SegmentReading) -> list[Span | None]:
    document = DocumentReading(Document.from_text(read.segment.text), PROGRAM, ())
    document.readings = (read,)
    assert isinstance(item.check, PhrasesCheck)
    return [match.span for match in find(item.check, item, document)]


@given(texts)
def test_sleeping_nodes_would_find_nothing(text: str) -> None:
    plain, sleepless = reading(text), reading(text)
    sleepless.__dict__["awake"] = EVERYTHING
    for item in CHECKED:
        assert found(item, plain) == found(item, sleepless)


@given(texts)
def test_a_rule_sleeps_only_where_its_phrases_find_nothing(text: str) -> None:
    read = reading(text)
    for item in CHECKED:
        assert PROGRAM.waker(item) in read.awake or not found(item, read)


def test_words_of_different_sentences_wake_no_rule_that_joins_them_in_one() -> None:
    in_one, in_two = (PROGRAM.waker(item) for item in CHECKED if item.id.endswith(("sentence", "two")))
    assert in_one not in reading("Leave us a review. Refunds. The gift card is sold out.").awake
    assert in_one in reading("Leave us a review for a gift card.").awake
    assert in_two in reading("Leave us a review. The gift card waits.").awake
    assert in_two not in reading("Leave us a review. Refunds. The gift card is sold out.").awake


def test_rules_that_need_several_words_sleep_until_all_are_there() -> None:
    joint = CHECKED[-1]
    assert PROGRAM.waker(joint) not in reading("a review, nothing more").awake
    assert PROGRAM.waker(joint) in reading("a review for a gift card").awake
    assert PROGRAM.waker(CHECKED[0]) not in reading("leave us alone").awake
