"""Copy that reads like a violation: where it is reported, and where it gives way."""

import pytest

from msglint import Linter, Severity
from msglint.document import Context, Document
from msglint.engine import Engine
from msglint.packs.loader import load
from msglint.packs.model import ReadsLikeCheck, RegexCheck, Rule, Ruleset, Zone
from msglint.text.placeholders import DEFAULT_PATTERNS
from tests.building import judge, rule, ruleset

INNOCENT = {
    "innocent": Zone("innocent", reads_like="innocent"),
    "harmless": Zone("harmless", reads_like="innocent", throughout=True),
    "quoted": Zone("quoted", reads_like="innocent", quoted=True),
    "false_alarm": Zone("false_alarm", reads_like="false-alarm", throughout=True),
}
SHARED = load().lexicons
"""What impressions look for."""

FORBIDDEN = """Training, page 3. Never write "we would love a five-star review" in a message to a buyer. \
Amazon forbids it, and the account may be suspended."""
SALUTATION = "Dear Ms Miller,\nthe manual is on page two of the booklet. "
ASK = "Could you remove your negative review now that you have been refunded?"
CLOSING = " The lid is dishwasher safe."
MANUAL = """Put the lamp on a flat table and plug the cable into the socket on the back. The switch is on \
the cord. Do not cover the lamp and do not use it in the bathroom. Wipe the shade with a dry cloth once it \
has cooled down. The bulb can be changed: unscrew the ring, pull the old bulb out and push the new one in."""
STRUCK = """Copy check, card 7. The line with the five-star review in it was struck out, since it asks for \
praise, and Amazon does not allow that. The new card only tells how to clean the lid."""
PLEA = " Please leave us a five-star review on Amazon, we would be so happy about it."

EXCUSED = [("harmless", "five-star", FORBIDDEN), ("false_alarm", "five-star review", STRUCK)]


def shipped(rules: Rule) -> Ruleset:
    return ruleset(rules, zones=INNOCENT, shared=SHARED)


def test_the_most_telling_sentence_is_the_place() -> None:
    rules = shipped(rule(check=ReadsLikeCheck("review-removal")))
    (violation,) = judge(rules, SALUTATION + ASK + CLOSING)
    assert violation.excerpt == ASK
    assert (violation.place.line, violation.place.column) == (2, 43)


def test_copy_of_another_language_reads_like_nothing() -> None:
    assert not judge(shipped(rule(check=ReadsLikeCheck("review-removal"))), ASK, lang="fr")


@pytest.mark.parametrize("text", ["", "   ", "The lid is dishwasher safe.", "请确认收货地址。"])
def test_ordinary_copy_and_no_copy_read_like_nothing(text: str) -> None:
    assert not judge(shipped(rule(check=ReadsLikeCheck("review-removal"))), text)


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
    rules = shipped(rule(["five-star review"], doubtful=("innocent",)))
    (doubted,) = judge(rules, FORBIDDEN)
    (certain,) = judge(rules, "Please, we would love a five-star review from you, it helps our little shop.")
    assert (doubted.severity, certain.severity) == (Severity.WARNING, Severity.ERROR)


def test_a_doubt_leaves_a_severity_of_the_users_own() -> None:
    rules = shipped(rule(["five-star review"], doubtful=("innocent",)))
    engine = Engine(rules, DEFAULT_PATTERNS, ("amazon",), {"pack/rule": Severity.ERROR})
    context = Context(channel="message", platform="amazon")
    (settled,) = engine.judge(Document.from_text(FORBIDDEN, context)).violations
    assert settled.severity is Severity.ERROR


@pytest.mark.parametrize(("zone", "phrase", "text"), EXCUSED)
def test_what_fits_into_copy_that_reads_innocent_or_like_a_false_alarm_is_excused(
    zone: str, phrase: str, text: str
) -> None:
    rules = shipped(rule([phrase], outside=(zone,)))
    assert not judge(rules, text)
    assert judge(rules, "Please, we would love a five-star review from you, it helps our little shop.")


def test_innocent_copy_around_it_hides_no_violation() -> None:
    rules = shipped(rule(["five-star"], outside=("harmless",)))
    (found,) = judge(rules, MANUAL + PLEA + " Keep it away from children.")
    assert (found.place.line, found.place.column) == (1, len(MANUAL) + 1 + PLEA.index("five"))


def test_a_false_alarm_around_it_hides_no_violation() -> None:
    rules = shipped(rule(["five-star"], outside=("false_alarm",)))
    *_, last = judge(rules, STRUCK + PLEA)
    assert last.place.column == len(STRUCK) + 1 + PLEA.index("five")


def test_what_is_found_by_its_form_is_not_excused() -> None:
    form = rule(check=RegexCheck("five", ("five",)), outside=("harmless",))
    assert judge(shipped(form), FORBIDDEN)


def test_copy_of_another_language_is_not_excused() -> None:
    text = "Die Lampe hat fünf Sterne auf dem Schirm und wird mit dem Netzteil geliefert, das beiliegt."
    rules = shipped(rule(["fünf Sterne"], outside=("harmless",)))
    assert judge(rules, text, lang="de")


def test_a_zone_of_what_is_quoted_innocently_silences_quotations_only() -> None:
    rules = shipped(rule(["five-star review"], outside=("quoted",)))
    (said,) = judge(rules, FORBIDDEN + " A five-star review is never asked for.")
    assert (said.place.line, said.place.column) == (1, 146)
    assert judge(rules, 'Please write "a five-star review for you" for us, it helps our little shop so much.')
