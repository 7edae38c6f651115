"""Weights, and the sentence to which an impression is due."""

import json
from math import isclose, log, sqrt
from pathlib import Path

import pytest

from msglint.impression.features import Role
from msglint.impression.model import (
    CLEARLY,
    NOTHING,
    RATHER,
    SCALE,
    SCARCELY,
    Impression,
    Weights,
    impression,
    read,
    weights,
)
from msglint.impression.passages import PASSAGE, passages
from msglint.packs.kinds import ALL_KINDS, FALSE_ALARM, INNOCENT

UNKNOWN = 0.25
NO_ROLES: list[Role] = []
INCENTIVE = ALL_KINDS.index("review-incentive")


def row(telling: float, **by_kind: float) -> list[int]:
    """Return the row of a feature: how telling it is, and its weight for kinds by name."""
    given = {kind.replace("-", "_"): kind for kind in ALL_KINDS}
    weight = {given[name]: value for name, value in by_kind.items()}
    return [round(telling * SCALE), *(round(weight.get(kind, 0) * SCALE) for kind in ALL_KINDS)]


@pytest.fixture
def known(tmp_path: Path) -> Weights:
    content = {
        "bias": [-1.0] * len(ALL_KINDS),
        "names": ["$gain"],
        "words": {
            "unknown": round(UNKNOWN * SCALE),
            "features": {
                "gift": row(2, review_incentive=3, innocent=-1),
                "review": row(1, review_incentive=4),
                "lamp": row(1, innocent=5),
            },
        },
        "roles": {"unknown": round(UNKNOWN * SCALE), "features": {"$gain": row(3, review_incentive=2)}},
    }
    path = tmp_path / "weights.json"
    path.write_text(json.dumps(content), encoding="utf-8")
    return read(path)


def test_the_score_is_the_weighted_mean_of_what_is_known_among_all(known: Weights) -> None:
    text = "a gift, a gift for a review please"
    found = impression(text, 0, len(text), NO_ROLES, known)
    gift, review = (1 + log(2)) * 2, 1
    others = (1 + log(3)) ** 2 + (1 + log(2)) ** 2 + 7  # “a” thrice, “a gift” twice, and seven more
    expected = -1 + (gift * 3 + review * 4) / sqrt(gift**2 + review**2 + others * UNKNOWN**2)
    assert isclose(found.scores[INCENTIVE], expected)
    assert found.reads_like("review-incentive")
    assert not found.reads_like("innocent")


def test_roles_are_weighed_beside_the_words(known: Weights) -> None:
    text = "a gift, a gift for a review please"
    plain = impression(text, 0, len(text), NO_ROLES, known)
    roles = [Role(2, 6, "$gain"), Role(10, 14, "$gain"), Role(20, 26, "$deed")]
    found = impression(text, 0, len(text), roles, known)
    gain = (1 + log(2)) * 3
    others = 1 + (1 + log(2)) ** 2  # “$deed”, and twice “$gain $deed”
    more = gain * 2 / sqrt(gain**2 + others * UNKNOWN**2)
    assert isclose(found.scores[INCENTIVE], plain.scores[INCENTIVE] + more)
    assert [offset for offset, _ in found.evidence] == [2, 10, 21, 2, 10]


def test_roles_outside_the_stretch_do_not_count(known: Weights) -> None:
    text = "gift the lamp is here and it shines"
    whole = impression(text, 5, len(text), [Role(0, 4, "$gain"), Role(3, 8, "$gain")], known)
    assert whole.scores == impression(text, 5, len(text), NO_ROLES, known).scores


def test_words_that_nobody_judged_say_nothing(known: Weights) -> None:
    text = "one two three four five six 你好吗"
    found = impression(text, 0, len(text), NO_ROLES, known)
    assert found.scores == known.bias
    assert not any(map(found.reads_like, ALL_KINDS))


@pytest.mark.parametrize("text", ["", "gift", "a gift for a review", "礼物换评价"])
def test_a_fragment_makes_no_impression(known: Weights, text: str) -> None:
    assert not any(map(impression(text, 0, len(text), NO_ROLES, known).reads_like, ALL_KINDS))


def scored(kind: float, innocent: float, false_alarm: float = -9.0) -> Impression:
    scores = dict.fromkeys(ALL_KINDS, -9.0)
    scores |= {"review-incentive": kind, INNOCENT: innocent, FALSE_ALARM: false_alarm}
    return Impression(tuple(scores.values()), ())


def test_what_reads_more_like_innocent_copy_reads_like_no_violation() -> None:
    assert scored(1.0, 0.9).reads_like("review-incentive")
    assert scored(-1.0, -1.1).reads_like("review-incentive")
    assert not scored(1.0, 1.1).reads_like("review-incentive")
    assert not scored(-9.0, RATHER).reads_like("innocent")
    assert scored(1.0, RATHER + 0.1).reads_like("innocent")


def test_of_two_kinds_the_clearly_less_likely_counts_only_for_itself() -> None:
    fake = ALL_KINDS.index("review-fake")

    def beside(score: float, other: float) -> bool:
        scores = list(scored(score, -8.0).scores)
        scores[fake] = other
        return Impression(tuple(scores), ()).reads_like("review-incentive")

    assert beside(-3.0, -3.0 + CLEARLY - 0.1)
    assert not beside(-3.0, -3.0 + CLEARLY + 0.1)
    assert beside(0.1, 9.0)


def test_a_false_alarm_is_read_whatever_else_the_copy_reads_like() -> None:
    assert scored(1.0, -9.0, 0.1).reads_like(FALSE_ALARM)
    assert not scored(-9.0, 9.0, -0.1).reads_like(FALSE_ALARM)


def test_what_reads_nothing_like_any_violation_fits_into_innocent_copy() -> None:
    assert scored(-CLEARLY - 0.1, 0.0).fits_into(INNOCENT)
    assert not scored(-CLEARLY + 0.1, 0.0).fits_into(INNOCENT)
    assert not scored(NOTHING, NOTHING).fits_into(INNOCENT)  # a fragment


def test_what_reads_not_surely_otherwise_fits_into_a_false_alarm() -> None:
    assert scored(1.0, 0.0, SCARCELY + 0.1).fits_into(FALSE_ALARM)
    assert not scored(1.0, 0.0, SCARCELY - 0.1).fits_into(FALSE_ALARM)
    assert not scored(NOTHING, NOTHING, 0.0).fits_into(FALSE_ALARM)  # a fragment


def test_the_most_telling_sentence_is_named(known: Weights) -> None:
    text = "the lamp is here. a gift for a review. the lamp shines."
    found = impression(text, 0, len(text), NO_ROLES, known)
    assert found.most_telling("review-incentive", [0, 18, 39]) == 1
    assert found.most_telling("innocent", [0, 18, 39]) in (0, 2)


def test_a_stretch_is_weighed_alone(known: Weights) -> None:
    text = "gift the lamp is here and it shines"
    found = impression(text, 5, len(text), NO_ROLES, known)
    assert found.scores == impression(text[5:], 0, len(text) - 5, NO_ROLES, known).scores
    assert [offset for offset, _ in found.evidence] == [9]


def test_passages_are_whole_sentences_and_cover_the_text() -> None:
    starts = list(range(0, 5000, 130))
    cut = list(passages(starts, 5100))
    assert [start for start, _ in cut] == [0, *(end for _, end in cut[:-1])]
    assert cut[-1][1] == 5100
    assert all(start in starts and PASSAGE <= end - start < PASSAGE + 130 for start, end in cut[:-1])
    assert list(passages([0], 0)) == []


def test_the_shipped_weights_are_whole() -> None:
    known = weights()
    assert len(known.bias) == len(ALL_KINDS)
    for table in (known.words, known.roles):
        assert all(len(row) == 1 + len(ALL_KINDS) for row in table.features.values())
    assert known.names
