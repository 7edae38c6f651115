"""Rules that are made from others: what they change, what stays of the others, and what cannot be."""

# ruff: noqa: E501

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from msglint.linter import Linter
from msglint.packs.inheritance import replaced
from msglint.packs.loader import load
from msglint.packs.model import ALWAYS, Not, Ruleset
from msglint.packs.places import where
from msglint.prove import prove
from msglint.violation import Severity

from .files import FACTS, pack, problems, read, rule

SHARED = """\
lexicons:
  ask.en: [review it]
  ask.zh: [求好评]
  gift.en: ["(gift card|voucher|coupon)", "$prize"]
  gift.zh: [红包]
  prize: [iphone, "lucky draw"]
"""

BASE = pack(
    rule(
        "phrases: [{all: [$gift, $ask]}, '5 stars please']",
        "not_inside: [gift card holder]",
        "severity: error",
        "source: DROP",
        "facts: F-BLOCK",
        "examples: {flag: [{text: gift card if you review it, severity: error}, 求好评有红包, 5 stars please], pass: [gift card, review it, a gift card holder, review it]}",
    ),
    rule("at_most: {count: 1, phrases: $ask}", name="twice"),
    name="base",
)


def house(*lines: str, head: str = "") -> str:
    return pack("  - " + "\n    ".join(("extends: base/one", *lines)) + "\n", name="house", head=head)


def files(own: str) -> dict[str, str]:
    return {"shared.yaml": SHARED, "facts.yaml": FACTS, "base.yaml": BASE, "house.yaml": own}


def found(ruleset: Ruleset, text: str) -> list[str]:
    return [violation.rule for violation in Linter(ruleset).check(text)]


def unproven(ruleset: Ruleset) -> list[tuple[str, str]]:
    return [(item.text, item.reason) for item in prove(ruleset) if item.subject.startswith("house/")]


def unproven_of(ruleset: Ruleset) -> list[tuple[str, str, str]]:
    return [(item.subject, item.text, item.reason) for item in prove(ruleset, ()) if item.subject[0] == "$"]


def chosen(tmp_path: Path, own: str) -> Ruleset:
    """Return both packs as they are used together."""
    ruleset = read(tmp_path, files(own))
    return replace(ruleset, packs=replaced(ruleset.packs, ruleset.packs))


def test_what_it_says_replaces_what_the_other_says(tmp_path: Path) -> None:
    ruleset = chosen(tmp_path, house("severity: info", "message: {zh: 不许}", "suggest: Ask neutrally."))
    (made,) = (rule for rule in ruleset.rules if rule.extends)
    assert (made.id, made.extends, made.category, made.severity) == (
        "house/one",
        ("base/one",),
        "claims",
        Severity.INFO,
    )
    assert (made.message.texts, made.facts) == ({"zh": "不许"}, ("F-BLOCK",))
    assert where(made.id) == where(made.extends[0]) == "house.yaml:4"
    assert [rule.id for rule in ruleset.rules] == ["base/twice", "house/one"], (
        "it stands in the other's place"
    )
    assert found(ruleset, "review it for a gift card") == ["house/one"]
    assert unproven(ruleset) == [], "the other's examples hold but for the severity"


def test_phrases_and_exceptions_come_and_go(tmp_path: Path) -> None:
    ruleset = chosen(
        tmp_path,
        house(
            "id: mine",
            "add: {phrases: [{all: [$gift, thumbs up]}], not_inside: ['coupon code']}",
            "remove: {phrases: '5 stars please', not_inside: gift card holder}",
            "examples: {flag: [a voucher for your thumbs up], pass: ['5 stars please']}",
        ),
    )
    assert found(ruleset, "thumbs up, gift card") == ["house/mine"]
    assert found(ruleset, "5 stars please") == []
    assert found(ruleset, "review it, gift card holder") == ["house/mine"]
    assert found(ruleset, "review it with the coupon code") == []
    assert unproven(ruleset) == []


def test_an_example_that_fails_says_that_it_is_inherited(tmp_path: Path) -> None:
    own = house(
        "remove: {phrases: '5 stars please'}", "examples: {flag: [nothing of note], pass: [good morning]}"
    )
    silent = "must be flagged, but the rule is silent"
    assert dict(unproven(read(tmp_path, files(own)))) == {
        "nothing of note": silent,
        "5 stars please": f"{silent} (an example of “base/one”, which the rule extends)",
    }


def test_a_changed_lexicon_counts_wherever_the_rule_finds_it(tmp_path: Path) -> None:
    head = "lexicons:\n  gift.en: {add: [plush bear], remove: [voucher]}\n  prize: {remove: iphone, not_inside: [lucky draw bag]}\n"
    ruleset = chosen(tmp_path, house("severity: warning", head=head))
    for text, rules in {
        "review it for a plush bear": ["house/one"],
        "review it for a voucher": [],
        "review it for a coupon": ["house/one"],
        "review it for an iphone": [],
        "review it in the lucky draw": ["house/one"],
        "review it, lucky draw bag": [],
        "求好评有红包": ["house/one"],
    }.items():
        assert found(ruleset, text) == rules, text
    shared = ruleset.lexicons_named(None, "gift", "en")
    assert [str(entry.source) for entry in shared[0].entries] == ["(gift card|voucher|coupon)", "$prize"], (
        "others keep theirs"
    )


def test_what_is_added_must_fire_and_be_used(tmp_path: Path) -> None:
    head = "lexicons:\n  gift.en: {add: [plush bear]}\n  lost: {add: [tote bag]}\n"
    given = files(house("severity: warning", head=head))
    given["shared.yaml"] += "  lost: [pen]\n"
    assert unproven_of(read(tmp_path, given)) == [
        ("$lost", "tote bag", "no rule of the pack “house” uses $lost")
    ]


def test_with_a_condition_the_other_stands_elsewhere(tmp_path: Path) -> None:
    examples = "examples: {context: {market: DE}, flag: [review it gift card, review it voucher, review it coupon], pass: [a, b, c]}"
    ruleset = chosen(tmp_path, house("severity: warning", "when: {market: DE}", examples))
    linter = Linter(ruleset)
    for market, rule_id, severity in (
        ("DE", "house/one", "warning"),
        ("US", "base/one", "error"),
        ((), "base/one", "error"),
    ):
        (violation,) = linter.check("review it for a gift card", market=market)
        assert (violation.rule, str(violation.severity)) == (rule_id, severity)
    assert unproven(ruleset) == []


def test_a_rule_that_was_made_may_be_extended(tmp_path: Path) -> None:
    own = house("severity: warning", head="lexicons: {gift.en: {add: [plush bear]}}\n")
    shop = (
        own.replace("base/one", "house/one")
        .replace("pack: house", "pack: shop")
        .replace("plush bear", "tote bag")
        .replace("warning", "info")
    )
    given = {**files(own), "shop.yaml": shop}
    ruleset = read(tmp_path, given)
    packs = {item.id: item for item in ruleset.packs}
    made = next(rule for rule in packs["shop"].rules if rule.extends)
    assert (made.extends, made.severity) == (("house/one", "base/one"), Severity.INFO)
    together = replaced([packs["base"], packs["shop"]], ruleset.packs)
    assert [rule.id for item in together for rule in item.rules] == ["base/twice", "shop/one"]
    use = replace(ruleset, packs=together)
    assert found(use, "review it for a plush bear") == ["shop/one"]
    assert found(use, "review it for a tote bag") == ["shop/one"]


def test_two_conditions_leave_the_rest(tmp_path: Path) -> None:
    examples = "examples: {flag: [a, b, c], pass: [d, e, f]}"
    one = "  - {extends: base/one, id: de, when: {market: DE}, EX}\n  - {extends: base/one, id: us, when: {market: US}, EX}\n"
    ruleset = chosen(tmp_path, pack(one.replace("EX", examples), name="house"))
    base = next(rule for rule in ruleset.rules if rule.id == "base/one")
    de, us = (item.when for item in ruleset.packs[-1].extensions)
    assert getattr(base.when, "parts", ()) == (Not(de), Not(us))
    assert ALWAYS not in (de, us)


@pytest.mark.parametrize(
    ("lines", "problem"),
    [
        (["extends: base/on"], "4:14: unknown rule “base/on”: did you mean “base/one”?"),
        (["extends: house/one"], "4:14: the rule extends itself: name a rule of another pack"),
        (["extends: base/one", "category: marketing"], "5:5: unknown key “category”"),
        (["extends: base/one", "remove: {phrases: [5 star please]}", "examples: {flag: [x]}"], "5:24: “5 star please” is no phrase of “base/one” (base.yaml:4): did you mean “5 stars please”?"),
        (["extends: base/one", "remove: {not_inside: [x]}", "examples: {flag: [x]}"], "5:27: “x” is no phrase of “base/one” (base.yaml:4): copy it from there"),
        (["extends: base/one", "add: {phrases: [x]}"], "4:5: the key “examples” is missing: copy that shows what is different"),
        (["extends: base/one", "add: {phrase: [x]}", "examples: {flag: [x]}"], "5:11: unknown key “phrase”: did you mean “phrases”?"),
        (["extends: base/one", "add: {phrases: [$gft]}", "examples: {flag: [x]}"], "5:21: unknown lexicon “$gft”: did you mean “gift”?"),
        (["extends: base/one", "when: {market: DE}"], "4:14: a rule with a condition of its own needs 3 examples of each kind of its own"),
        (["extends: base/twice", "remove: {phrases: $ask}", "examples: {flag: [x]}"], "5:23: nothing is left of the phrases of “base/twice”: switch the rule off instead"),
        (["extends: base/twice", "add: {phrases: [{all: [x, y]}]}", "examples: {flag: [x]}"], "5:28: “base/twice” takes single phrases only"),
        (["extends: base/one", "like: base/one"], "5:5: unknown key “like”"),
    ],
)  # fmt: skip
def test_what_cannot_be_made(tmp_path: Path, lines: list[str], problem: str) -> None:
    own = pack("  - " + "\n    ".join(lines) + "\n", name="house")
    (message,) = problems(tmp_path, files(own))
    assert message.startswith(f"house.yaml:{problem}")


@pytest.mark.parametrize(
    ("lexicons", "problem"),
    [
        ("gift.en: {add: [x], remove: [vouchr]}", "3:41: “vouchr” is no entry of $gift.en (shared.yaml:4): did you mean “voucher”?"),
        ("gft: {add: [x]}", "3:12: unknown lexicon “$gft”: did you mean “gift”?"),
        ("gift.de: {add: [x]}", "3:12: the lexicon “$gift” has no “de”: expected one of en, zh"),
        ("gift.en: {ad: [x]}", "3:22: unknown key “ad”: did you mean “add”?"),
        ("prize: [x]", "3:12: “$prize” already means something to the rules that are extended here: change it by “add” and “remove”, or rename this one"),
    ],
)  # fmt: skip
def test_lexicons_that_cannot_be_changed(tmp_path: Path, lexicons: str, problem: str) -> None:
    assert problems(tmp_path, files(house("severity: info", head=f"lexicons: {{{lexicons}}}\n"))) == [
        f"house.yaml:{problem}"
    ]


def test_only_packs_change_lexicons_and_shipped_rules_extend_nothing(tmp_path: Path) -> None:
    given = {"shared.yaml": SHARED, "more.yaml": "lexicons:\n  gift.en: {add: [x]}\n"}
    assert problems(tmp_path, given) == [
        "more.yaml:2:3: only a pack can change a lexicon, for its own rules: give “$gift” its “entries”"
    ]
    own = house("severity: info").replace("title: Own", "title: {en: Own, zh: 自有}")
    assert any(
        "house.yaml:4:14: rules that come with msglint share by “like” instead" in problem
        for problem in problems(tmp_path, files(own), shipped=True)
    )


def test_rules_in_a_circle(tmp_path: Path) -> None:
    one = house("id: x").replace("base/one", "other/y")
    other = pack("  - {extends: house/x, id: y}\n", name="other")
    found_here = problems(tmp_path, {"house.yaml": one, "other.yaml": other})
    assert found_here == ["other.yaml:4:15: “extends” goes round in a circle: house/x → other/y → house/x"]


def test_a_pack_says_which_msglint_it_fits(tmp_path: Path) -> None:
    for wanted, message in {
        '">=0.1,<99"': None,
        '">=99.0"': "house.yaml:3:11: this pack needs msglint >=99.0, and this is ",
        "1.0": "house.yaml:3:11: expected versions of msglint, such as “>=1.0” or “>=1.0,<2”, found “1.0”",
    }.items():
        own = house("severity: info", "unknown_key: x", head=f"requires: {wanted}\nversion: '1.2'\n")
        if message is None:
            own = own.replace("    unknown_key: x\n", "")
            assert read(tmp_path, files(own)).packs[-1].version == "1.2"
        else:
            (problem,) = problems(tmp_path, files(own))
            assert problem.startswith(message), "and nothing else is said of a pack that does not fit"


def test_a_shipped_rule_is_replaced_in_a_run(tmp_path: Path) -> None:
    path = tmp_path / "house.yaml"
    path.write_text(
        "pack: house\ntitle: House\nlexicons: {reward.en: {add: [plush bear]}}\nrules:\n"
        "  - {extends: amazon-reviews/review-incentive, severity: warning}\n",
        encoding="utf-8",
    )
    linter = Linter(load(["amazon-reviews", str(path)]))
    for text in ("Leave a review and get a plush bear!", "五星好评返现10元"):
        rules = {violation.rule: violation.severity for violation in linter.check(text, channel="message")}
        assert rules["house/review-incentive"] == Severity.WARNING
        assert "amazon-reviews/review-incentive" not in rules
