from __future__ import annotations

import hashlib

from msglint.reports.fingerprint import Fingerprints
from msglint.violation import Violation

from .samples import document, missing, violation


def fingerprint(sentence: str, path: str = "a.md", id: str | None = None, **more: str) -> str:
    of = document(sentence, id=id)
    return Fingerprints().of(of, [violation(of, sentence, **more)], path)[0]


def test_it_is_a_sha_256_that_stays() -> None:
    expected = hashlib.sha256(b"amazon-reviews/review-incentive\0a.md\0\0five stars please\x000")
    assert fingerprint("five stars please") == expected.hexdigest()


def test_it_differs_by_sentence_rule_path_and_record() -> None:
    prints = {
        fingerprint("five star review please"),
        fingerprint("four star review please"),
        fingerprint("five star review please", rule="other/rule"),
        fingerprint("five star review please", path="b.md"),
        fingerprint("five star review please", id="m-1"),
    }
    assert len(prints) == 5


def test_the_same_twice_is_numbered() -> None:
    of = document("好评。\n好评。")
    first: Violation = violation(of, "好评")
    run = Fingerprints()
    prints = run.of(of, [first, first], "a.md") + run.of(of, [first], "a.md")
    assert len(set(prints)) == 3


def test_what_has_an_id_is_numbered_within_its_document() -> None:
    first, second, last = document("好评", id="1"), document("好评", id="2"), document("好评")
    run = Fingerprints()
    twice = run.of(first, [violation(first, "好评")] * 2, "a.jsonl")
    between = run.of(last, [violation(last, "好评")], "a.jsonl")
    other = run.of(second, [violation(second, "好评")], "a.jsonl")
    after = run.of(last, [violation(last, "好评")], "a.jsonl")
    assert len({*twice, *between, *other, *after}) == 5
    assert run.of(first, [violation(first, "好评")], "a.jsonl") == twice[:1]


def test_duties_have_one_too() -> None:
    one, other = (Fingerprints().of(document(text), [missing()], "a.md") for text in ("x", "y"))
    assert one == other
