"""Which packs are loaded, and what they hold."""

# ruff: noqa: E501  (a row of a table is one line)

import shutil
from datetime import date
from pathlib import Path

import pytest

from msglint.errors import MsglintError
from msglint.packs import files
from msglint.packs.loader import load, load_everything
from msglint.packs.model import (
    AllOf,
    AnyOf,
    Case,
    Contains,
    Example,
    InRange,
    LinkCheck,
    LinkTest,
    Not,
    OneOf,
    RegexCheck,
    RequireCheck,
    Row,
    SourceText,
    Table,
    Together,
    Unit,
    Unless,
)
from msglint.packs.phrases import Phrase, parse
from msglint.violation import Severity, Template
from tests.packs.files import FACTS, pack, read, rule, written

SHIPPED = {
    "facts/all.yaml": FACTS,
    "lexicons/words.yaml": "lexicons: {review: [review, 评价]}\n",
    "amazon/inserts.yaml": pack(rule("phrases: $review"), name="inserts"),
    "amazon/strict.yaml": pack(rule("phrases: $review"), name="strict", head="optional: true\n"),
    "labels/labels-us.yaml": pack(rule("phrases: $review"), name="labels-us"),
}


def shipped_text(text: str) -> str:
    """Return a pack as shipped ones must be."""
    return text.replace("title: Own", "title: {en: a, zh: b}").replace(
        "message: Do not say this.", "message: {en: a, zh: b}\n    facts: F-BLOCK"
    )


@pytest.fixture
def rules(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of shipped rules, beside which the test runs."""
    folder = tmp_path / "shipped" / "rules"
    written(folder, {name: shipped_text(text) for name, text in SHIPPED.items()})
    monkeypatch.setattr(files, "rules_folder", lambda: folder)
    monkeypatch.chdir(tmp_path)
    return folder


def ids(*selection: str) -> list[str]:
    return [str(item.id) for item in load(selection or None).packs]


def test_all_but_the_optional_ones(rules: Path) -> None:
    assert ids() == ["inserts", "labels-us"]
    assert [item.id for item in load_everything().packs] == ["inserts", "strict", "labels-us"]
    assert rules.is_dir()


@pytest.mark.parametrize(
    ("selection", "chosen"),
    [
        (["amazon"], ["inserts"]),
        (["strict"], ["strict"]),
        (["labels-us", "amazon", "inserts"], ["labels-us", "inserts"]),
        (["./own.yaml"], ["own"]),
        (["house"], ["house-a", "house-b"]),
        (["house/", "amazon"], ["house-a", "house-b", "inserts"]),
        (["shipped/rules/amazon/strict.yaml"], ["strict"]),
        (["shipped/rules"], ["inserts", "strict", "labels-us"]),
    ],
)
@pytest.mark.usefixtures("rules")
def test_selection(tmp_path: Path, selection: list[str], chosen: list[str]) -> None:
    own = {
        "own.yaml": pack(rule("phrases: $review")),
        "house/a/house-a.yml": pack(rule("phrases: $review"), name="house-a"),
        "house/house-b.yaml": pack(rule("phrases: $word"), name="house-b"),
        "house/words.yaml": "lexicons: {word: x}\n",
        "house/.hidden/broken.yaml": "][",
    }
    written(tmp_path, own)
    given = ["./house" if item == "house" else item for item in selection]
    assert ids(*given) == chosen


@pytest.mark.parametrize(
    ("selection", "message"),
    [
        ("amzon", "unknown pack or collection “amzon”: did you mean “amazon”?"),
        (
            "words",
            "unknown pack or collection “words”: expected one of amazon, inserts, labels, labels-us, strict",
        ),
        ("./none.yaml", "no pack file at “./none.yaml”: expected a .yaml file or a folder of such"),
        ("empty/", "no pack file at “empty/”: expected a .yaml file or a folder of such"),
        ("shipped/rules/lexicons", "no pack is chosen: name a pack, a collection or a pack file"),
    ],
)
@pytest.mark.usefixtures("rules")
def test_a_selection_that_means_nothing(tmp_path: Path, selection: str, message: str) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(MsglintError) as caught:
        load([selection])
    assert str(caught.value).startswith(message)


@pytest.mark.usefixtures("rules")
def test_collections() -> None:
    assert {str(item.id): item.collections for item in load().packs} == {
        "inserts": ("amazon",),
        "labels-us": ("labels",),
    }


RULES = (
    rule(
        "severity: error",
        "when: {all: [small_parts, {not: {channel: message}}], market: UK}",
        "code: bad",
        "gap: 4",
        "phrases: ['(a|b) ... $word', {literal: '$x (y|z)'}, {all: [a, b], within: 2 sentences}]",
        "not_inside: inside",
        "unless: {before: [not], within: clause}",
        "in: [body, mail]",
        "not_in: subject",
        "near: block",
        "cases:\n      - {near: free, severity: info, code: c}\n      - {when: {contains: {statement: s}}, pass: true}",
        "examples:\n      context: {channel: insert, product: {is_toy: true}}\n      flag: [a, {text: b, context: {market: EU, product: {age_min_months: 36}}, severity: error}, c]\n      pass: [d, e, {text: f, subject: g}]",
        name="first",
    ),
    rule("link: {host: [$hosts, c.com], path: /dp/*, scheme: http, kind: [bare, ip]}", name="second"),
    rule("regex: {pattern: 'fr\\p{L}+', needs: free}", name="third"),
    rule("limit: {measure: characters, max: by_operation, min: 3}", name="fourth"),
    rule("require: {statement: s, match: verbatim, languages: [en, fr], case: any, only_if: started, severity: {case_wrong: info}}", name="fifth"),
)  # fmt: skip

HEAD = """\
applies: {platform: amazon}
lexicons: {word.en: [x], hosts: [a.com, $more], more: b.com}
conditions: {small_parts: {any: [{contains_small_parts: true}, {age_min_months: {min: 36, below: 72}}]}}
zones: {mail: {prefix: ">"}}
tables: {by_operation: {by: operation, sendInvoice: 400, else: 2000}}
statements: {s: {together: block, parts: [{id: p, any: {en: "WARNING:"}, case: as_written}]}}
"""


def test_a_pack_names_zones_in_which_its_rules_find_no_words(tmp_path: Path) -> None:
    shouted = rule("phrases: free", "not_in: subject", name="shouted")
    linked = rule("link: {}", name="linked")
    ruleset = read(tmp_path, {"own.yaml": pack(shouted, linked, head=f"{HEAD}not_in: mail\n")})
    assert [item.outside for item in ruleset.rules] == [("subject", "mail"), ()]


def test_what_a_pack_says(tmp_path: Path) -> None:
    ruleset = read(tmp_path, {"own.yaml": pack(*RULES, head=HEAD)})
    first, second, third, fourth, fifth = ruleset.rules
    amazon = OneOf("platform", ("amazon",))
    small_parts = AnyOf(
        (OneOf("contains_small_parts", (True,)), InRange("age_min_months", minimum=36, below=72))
    )
    assert (first.id, first.pack, first.severity, first.code, first.gap) == (
        "own/first", "own", Severity.ERROR, "bad", 4,
    )  # fmt: skip
    own_when = AllOf((AllOf((small_parts, Not(OneOf("channel", ("message",))))), OneOf("market", ("GB",))))
    assert first.when == AllOf((amazon, own_when))
    assert first.check.patterns == (  # type: ignore[union-attr]
        parse("(a|b) ... $word"),
        Phrase.literal("$x (y|z)"),
        Together((parse("a"), parse("b")), Unit("sentence", 2)),
    )
    assert first.unless == Unless(before=(parse("not"),), within=Unit("clause"))
    assert (first.inside, first.outside, first.near) == (("body", "mail"), ("subject",), Unit("block"))
    assert first.cases == (
        Case(near=(parse("free"),), severity=Severity.INFO, code="c"),
        Case(when=Contains(statement="s"), passes=True),
    )
    assert first.message == Template({"en": "Do not say this."})
    assert first.examples[0] == Example("a", True, context={"channel": "insert", "product": {"is_toy": True}})
    assert first.examples[1].context["product"] == {"is_toy": True, "age_min_months": 36}
    assert len(first.examples[1].context["market"]) == 30  # type: ignore[arg-type]
    assert [example.flag for example in first.examples] == [True] * 3 + [False] * 3
    assert second.check == LinkCheck(
        LinkTest(("a.com", "b.com", "c.com"), ("/dp/*",), ("http",), ("bare", "ip"))
    )
    assert second.when == amazon
    assert third.check == RegexCheck(r"fr\p{L}+", ("free",))
    by_operation = Table((Row(("sendInvoice",), 400), Row((), 2000)), "operation")
    assert (fourth.check.maximum, fourth.check.minimum) == (by_operation, Table((Row((), 3),)))  # type: ignore[union-attr]
    assert fifth.check == RequireCheck(
        "s", "verbatim", ("en", "fr"), True, True, {"case_wrong": Severity.INFO}
    )
    assert ruleset.statements["s"].forms[0].parts[0].as_written
    assert ruleset.zones["mail"].prefix == ">"


def test_phrases_know_their_place(tmp_path: Path) -> None:
    ruleset = read(tmp_path, {"own.yaml": pack(rule("phrases: [a, $b]"), head="lexicons: {b: [x, 好]}\n")})
    (entry,) = [item for item in ruleset.packs[0].lexicons[0].entries if item.source == "好"]
    place = [getattr(entry.source, name) for name in ("source", "line", "column")]
    assert place == ["own.yaml", 3, 19]


def test_tables_of_ranges(tmp_path: Path) -> None:
    text = "limit: {measure: words, max: {by: as_of, ranges: [{until: 2027-12-31, value: 1}, {since: 2028-01-01, value: 2}]}}"
    (found,) = read(tmp_path, {"own.yaml": pack(rule(text))}).rules
    day = date(2028, 1, 1)
    assert found.check.maximum == Table(  # type: ignore[union-attr]
        (
            Row((), 1, InRange("as_of", maximum=date(2027, 12, 31))),
            Row((), 2, InRange("as_of", minimum=day)),
        ),
        "as_of",
    )


def test_facts_and_reasons(tmp_path: Path) -> None:
    facts = (
        "facts:\n"
        "  - {id: A-1, title: t, statement: s, level: label, confidence: {duty: A, wording: B},"
        " sources: [k, {title: x}]}\n"
        "checked: 2026-11-22\n"
        "sources: {k: {title: K, url: 'https://k.example', date: n.d.}}\n"
    )
    reasons = "not_checkable: {A-1: {en: a picture, zh: 图片}}\n"
    ruleset = read(tmp_path, {"facts.yaml": facts, "not-checkable.yaml": reasons})
    fact = ruleset.facts["A-1"]
    assert (fact.confidence, fact.wording, fact.checked) == ("A", "B", date(2026, 11, 22))
    assert fact.sources == ({"title": "K", "url": "https://k.example", "date": "n.d."}, {"title": "x"})
    assert ruleset.reasons == {"A-1": Template({"en": "a picture", "zh": "图片"})}


def test_a_working_copy_stands_in_for_the_shipped_rules(rules: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(rules, copy)
    (copy / "attributes.yaml").write_text("attributes: {}\n", encoding="utf-8")
    for selection in ("copy/", "copy/amazon/inserts.yaml"):
        (found,) = (item.id for item in load([selection]).packs if item.id == "inserts")
        assert isinstance(found, SourceText)
        assert found.source == "copy/amazon/inserts.yaml"
