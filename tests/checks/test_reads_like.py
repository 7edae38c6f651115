"""Copy that reads like a violation: where it is reported, and where it gives way."""

from collections.abc import Mapping

import pytest

from msglint import Linter, Severity, Violation
from msglint.packs.model import ReadsLikeCheck, Zone
from tests.building import judge, rule, ruleset

INNOCENT = {
    "innocent": Zone("innocent", reads_like="innocent"),
    "surely": Zone("surely", reads_like="innocent", surely=True),
    "quoted": Zone("quoted", reads_like="innocent", quoted=True),
}
FORBIDDEN = """Training, page 3. Never write "we would love a five-star review" in a message to a buyer. \
Amazon forbids it, and the account may be suspended."""
DOUBTED = """Product: The Five-Star Lie, a novel. Nina earns her rent by writing reviews for gadgets she has \
never touched, until one of them burns down a house."""
SALUTATION = "Dear Ms Miller,\nthe manual is on page two of the booklet. "
ASK = "Could you remove your negative review now that you have been refunded?"
CLOSING = " The lid is dishwasher safe."


def test_the_most_telling_sentence_is_the_place() -> None:
    rules = ruleset(rule(check=ReadsLikeCheck("review-removal")))
    (violation,) = judge(rules, SALUTATION + ASK + CLOSING)
    assert violation.excerpt == ASK
    assert (violation.place.line, violation.place.column) == (2, 43)


def test_copy_of_another_language_reads_like_nothing() -> None:
    assert not judge(ruleset(rule(check=ReadsLikeCheck("review-removal"))), ASK, lang="fr")


@pytest.mark.parametrize("text", ["", "   ", "The lid is dishwasher safe.", "请确认收货地址。"])
def test_ordinary_copy_and_no_copy_read_like_nothing(text: str) -> None:
    assert not judge(ruleset(rule(check=ReadsLikeCheck("review-removal"))), text)


def test_it_gives_way_to_a_rule_that_names_the_same_kind() -> None:
    found = Linter.from_packs().check(ASK, channel="message", platform="amazon", market="US", lang="en")
    kinds = [item.rule for item in found if item.category == "review-removal"]
    assert kinds
    assert not [name for name in kinds if name.startswith("amazon-impressions/")]


def test_it_speaks_up_where_no_rule_does_and_only_warns() -> None:
    linter = Linter.from_packs(["amazon-impressions"])
    found = linter.check(ASK, channel="message", platform="amazon", market="US", lang="en")
    assert [(item.rule, item.severity) for item in found] == [
        ("amazon-impressions/like-a-wish-to-undo", Severity.WARNING)
    ]


def test_an_error_in_copy_that_reads_innocent_is_doubtful() -> None:
    rules = ruleset(rule(["five-star review"], doubtful=("innocent",)), zones=INNOCENT)
    (doubted,) = judge(rules, FORBIDDEN)
    (certain,) = judge(rules, "Please, we would love a five-star review from you, it helps our little shop.")
    assert (doubted.severity, certain.severity) == (Severity.WARNING, Severity.ERROR)


def test_a_doubt_leaves_a_severity_of_the_users_own() -> None:
    (doubted,) = asked(None)
    (settled,) = asked({"amazon-reviews/review-incentive": Severity.ERROR})
    assert (doubted.severity, settled.severity) == (Severity.WARNING, Severity.ERROR)


def asked(overrides: Mapping[str, Severity | None] | None) -> list[Violation]:
    linter = Linter.from_packs(["amazon-reviews"], overrides=overrides)
    return linter.check(DOUBTED, channel="message", platform="amazon", market="US", lang="en")


def test_a_zone_of_what_surely_reads_innocent_silences() -> None:
    rules = ruleset(rule(["five-star review"], outside=("surely",)), zones=INNOCENT)
    assert not judge(rules, FORBIDDEN)
    assert judge(rules, "Please, we would love a five-star review from you, it helps our little shop.")


def test_a_zone_of_what_is_quoted_innocently_silences_quotations_only() -> None:
    rules = ruleset(rule(["five-star review"], outside=("quoted",)), zones=INNOCENT)
    (said,) = judge(rules, FORBIDDEN + " A five-star review is never asked for.")
    assert (said.place.line, said.place.column) == (1, 146)
    assert judge(rules, 'Please write "a five-star review for you" for us, it helps our little shop so much.')
