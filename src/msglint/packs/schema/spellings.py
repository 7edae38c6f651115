"""The shape of the table of disguised spellings."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from msglint.messages import Message
from msglint.packs.model import SpelledWord, Spellings
from msglint.packs.shapes import NAME, Enum, Field, ListOf, MapOf, Reading, Record, Text, Values

MEANS = ("homophone", "lookalike", "pinyin", "initials", "split", "emoji")

NAMED_MEANS = ("initials", "paraphrase")

TEXTS = ListOf(Text("a text"), single=True)
WAYS = MapOf(Enum(MEANS, "means"), TEXTS, "other spellings by their means")
SIDES = ("before", "behind", "near", "refused")

SIDE_FIELDS: Mapping[str, Field[Any]] = {
    "before": Field(TEXTS, "texts of which one stands right before a doubtful form"),
    "behind": Field(TEXTS, "texts of which one stands right behind a doubtful form"),
    "near": Field(TEXTS, "texts of which one stands near a doubtful form; <account> is an account behind it"),
    "refused": Field(TEXTS, "texts right beside a form that show that something else is meant"),
}

COMPANIONS = Record("companions", SIDE_FIELDS, lambda values, _: dict(values))

WORD = Record(
    "spelled_word",
    {
        "companions": Field(NAME, "name of the group of companions of doubtful forms"),
        **SIDE_FIELDS,
        "written": Field(WAYS, "other forms of the whole word; they count beside a companion only"),
        "innocent": Field(TEXTS, "words that sound alike and count beside a companion only"),
    },
    lambda values, _: dict(values),
)


def _ways(ways: Mapping[str, tuple[str, ...]]) -> tuple[tuple[str, str], ...]:
    return tuple((str(means), str(form).lower()) for means, forms in ways.items() for form in forms)


def _spellings(values: Values, reading: Reading) -> Spellings:
    table = values["spellings"]
    groups = table.get("companions", {})
    words = []
    for word, item in table.get("words", {}).items():
        group = groups.get(item.get("companions", ""), {})
        if "companions" in item and item["companions"] not in groups:
            raise reading.wrong(values.node, Message("no companions are called “{}”", item["companions"]))
        sides = {side: (*group.get(side, ()), *item.get(side, ())) for side in SIDES}
        words.append(
            SpelledWord(str(word), _ways(item.get("written", {})), tuple(item.get("innocent", ())), **sides)
        )
    characters = {str(char): _ways(ways) for char, ways in table.get("characters", {}).items()}
    return Spellings(characters, tuple(words), _ways(table.get("named", {})))


TABLE = Record(
    "spellings",
    {
        "characters": Field(MapOf(Text("a character", "."), WAYS, "spellings by character"), "by character"),
        "companions": Field(MapOf(NAME, COMPANIONS, "companions by name"), "groups of companions"),
        "words": Field(MapOf(Text("a word"), WORD, "words by name"), "the words that writers disguise"),
        "named": Field(
            MapOf(Enum(NAMED_MEANS, "means"), TEXTS, "words by their means"),
            "words that rules know, to be named as a disguise where a rule finds them",
        ),
    },
    lambda values, _: dict(values),
)

SPELLINGS = Record(
    "spellings_file",
    {"spellings": Field(TABLE, "how words are disguised", required=True)},
    _spellings,
    about="words that writers disguise, and how",
)
