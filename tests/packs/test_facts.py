"""The shipped facts."""

import re
from collections.abc import Mapping

import pytest

from msglint.packs.files import shipped_files
from msglint.packs.library import read_library
from msglint.packs.model import Fact


@pytest.fixture(scope="module")
def facts() -> Mapping[str, Fact]:
    return read_library(file for file in shipped_files() if file.collection == "facts").facts


def test_all_facts_are_there(facts: Mapping[str, Fact]) -> None:
    labels = [fact for fact in facts.values() if fact.level == "label"]
    assert (len(facts), len(labels)) == (212, 90)


def test_facts_are_complete(facts: Mapping[str, Fact]) -> None:
    unsourced = []
    for fact in facts.values():
        assert fact.checked is not None
        assert set(fact.title.texts) == set(fact.statement.texts) == {"en", "zh"}
        assert 20 <= len(fact.statement.texts["en"]) <= 900, fact.id
        assert 10 <= len(fact.statement.texts["zh"]) <= 600, fact.id
        assert re.search("[一-鿿]{4}", fact.statement.texts["zh"]), fact.id
        for text in fact.statement.texts.values():
            assert "[" not in re.sub(r"\[(name|age|Important)\]", "", text), fact.id
        assert not any(title.endswith((".", "。")) for title in fact.title.texts.values())
        if not fact.sources:
            unsourced.append(str(fact.id))
    assert unsourced == ["AMZ-INS-14"]


@pytest.mark.parametrize(
    ("name", "level", "confidence", "wording", "sources"),
    [
        ("AMZ-MSG-13", "block", "stated", None, 4),
        ("AMZ-MSG-07", "block", "third-party", None, 4),
        ("AMZ-MSG-24", "warn", "conflict", None, 4),
        ("AMZ-MSG-37", "warn", "third-party", None, 3),
        ("AMZ-REV-01", "do-not-flag", "stated", None, 6),
        ("CN-01", "block", "stated", None, 3),
        ("US-TOY-01", "label", "A", "B", 3),
        ("US-BTN-03", "label", "A", None, 1),
        ("US-TOY-19", "label", "C", None, 1),
        ("EU-TOY-03", "label", "A", "B", 4),
    ],
)
def test_samples(
    facts: Mapping[str, Fact], name: str, level: str, confidence: str, wording: str | None, sources: int
) -> None:
    fact = facts[name]
    assert (fact.level, fact.confidence, fact.wording, len(fact.sources)) == (
        level,
        confidence,
        wording,
        sources,
    )


def test_a_source_is_spelled_out(facts: Mapping[str, Fact]) -> None:
    assert facts["AMZ-API-01"].sources == (
        {
            "title": "SP-API Messaging model",
            "url": "https://github.com/amzn/selling-partner-api-models/blob/main/models/messaging-api-model/messaging.json",
            "date": "2026-01-30",
        },
    )
