"""msglint.yaml is read whole; all that is wrong comes at once, each with its place and what was meant."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import jsonschema
import pytest

from msglint.config.context import ContextLayer
from msglint.config.file import load
from msglint.config.limits import Limits
from msglint.config.model import RuleSetting
from msglint.config.schema import schema
from msglint.errors import InvalidFileError
from msglint.violation import Severity

WHOLE = """\
packs: [amazon, ./our-rules.yaml, ../shared/]
placeholders: ["{{*}}", "[[*]]"]
encoding: GB18030
exclude: drafts/
fail_on: warning
files:
  - {paths: "messages/**", channel: message, platform: amazon, market: UK}
  - paths: ["cards/**", "!cards/old/**"]
    channel: card
    market: [US, NO]
    lang: en-US
    product: {is_toy: true, age_min_months: 36}
    message: {proactive: false}
    unit: file
    encoding: big5
    columns: {Nachricht: text, " Alter ": product.age_min_months}
    keys: ["mail.*", "!mail.debug"]
limits: {file_mb: 100, pages: 20}
rules:
  amazon-reviews/review-incentive: {severity: error}
  amazon-messages/emoji: off
suppress:
  - {rule: off-platform/bare-url, paths: cards/manual.md, reason: "agreed", until: 2027-10-01}
  - {rule: off-platform/bare-url, paths: [a, b], reason: 已确认}
"""


def written(folder: Path, text: str) -> Path:
    path = folder / "msglint.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_everything_it_says_is_understood(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    config = load(written(tmp_path, WHOLE))
    assert (config.source, config.folder) == ("msglint.yaml", tmp_path)
    parent = tmp_path.parent
    assert config.packs == ("amazon", str(tmp_path / "our-rules.yaml"), str(parent / "shared"))
    assert config.placeholders == ("{{*}}", "[[*]]")
    assert (config.encoding, config.fail_on) == ("GB18030", Severity.WARNING)
    assert config.excluding("drafts/a.txt") == "drafts/"
    assert config.files is not None
    first, second = config.files
    place = "msglint.yaml:7"
    assert first.layer == ContextLayer({"channel": "message", "platform": "amazon", "market": ("GB",)}, place)
    assert (first.unit, first.encoding) == (None, None)
    assert second.layer == ContextLayer(
        {
            "channel": "insert",
            "market": ("US", "NO"),
            "lang": "en",
            "product.is_toy": True,
            "product.age_min_months": 36,
            "message.proactive": False,
        },
        "msglint.yaml:8",
    )
    assert (second.unit, second.encoding) == ("file", "big5")
    assert second.columns == {"nachricht": "text", "alter": "product.age_min_months"}
    assert second.keys == ("mail.*", "!mail.debug")
    assert config.bounds == Limits(file_mb=100, pages=20)
    assert second.paths.match("cards/a.txt") == "cards/**"
    assert second.paths.match("cards/old/a.txt") is None
    assert config.rules == {
        "amazon-reviews/review-incentive": RuleSetting(Severity.ERROR),
        "amazon-messages/emoji": RuleSetting(off=True),
    }
    assert [(item.rule, item.reason, item.until) for item in config.suppress] == [
        ("off-platform/bare-url", "agreed", date(2027, 10, 1)),
        ("off-platform/bare-url", "已确认", None),
    ]


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "{}\n", "\ufeff{}\n"])
def test_an_empty_file_says_nothing(tmp_path: Path, text: str) -> None:
    config = load(written(tmp_path, text))
    assert (config.packs, config.files, config.rules, config.suppress) == (None, None, {}, ())


BROKEN = """\
packs:
exclud: x
encoding: gb1830
exclude: ["ok", "../up", "!", "#c"]
fail_on: fatal
files:
  - {paths: a, chanel: message, market: [US, GX], lang: cn}
  - {channel: mesage, product: {is_toi: true, is_toy: maybe}, unit: page}
rules:
  emoji: off
  amazon-messages/emoji: on
  amazon-messages/links: {severity: eror}
  amazon-messages/tone: {level: error}
suppress:
  - {rule: a/b, paths: x, until: soon}
placeholders: {}
"""

WRONG = [
    (1, 7, "found nothing"),
    (2, 1, "unknown key “exclud”: did you mean “exclude”?"),
    (3, 11, "unknown encoding “gb1830”: expected a name such as gb18030, big5 or cp1252"),
    (4, 17, "paths count from the folder of this file and cannot leave it"),
    (4, 26, "expected a path pattern, such as “messages/**” or “*.md”"),
    (4, 31, "expected a path pattern, such as “messages/**” or “*.md”"),
    (5, 10, "unknown severity “fatal”"),
    (7, 16, "unknown key “chanel”: did you mean “channel”?"),
    (7, 41, "unknown market “GX”"),
    (7, 57, "unknown language “cn”: expected a code such as en or zh-CN"),
    (8, 5, "the key “paths” is missing"),
    (8, 15, "“channel” cannot be “mesage”: did you mean “message”?"),
    (8, 33, "unknown attribute “is_toi”: did you mean “is_toy”?"),
    (8, 55, "“is_toy”: expected true or false, found “maybe”"),
    (8, 69, "unknown unit “page”"),
    (10, 3, "expected the id of a rule, pack/rule, found “emoji”"),
    (11, 26, "unknown word “on”"),
    (12, 37, "unknown severity “eror”: did you mean “error”?"),
    (13, 26, "unknown key “level”"),
    (15, 5, "the key “reason” is missing"),
    (15, 34, "expected a date, such as 2027-10-01, found “soon”"),
    (16, 15, "found a mapping"),
]


def test_all_errors_come_at_once_with_place_and_advice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(InvalidFileError) as caught:
        load(written(tmp_path, BROKEN))
    found = caught.value.problems
    assert [(problem.line, problem.column) for problem in found] == [place[:2] for place in WRONG]
    for problem, (_, _, part) in zip(found, WRONG, strict=True):
        assert part in problem.message
    assert {problem.source for problem in found} == {"msglint.yaml"}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("- a\n", "msglint.yaml:1:1: expected a mapping"),
        ("packs: [a\nfiles: b\n", "msglint.yaml:2:"),
        ("packs: a\npacks: b\n", "msglint.yaml:2:1: the key “packs” stands twice"),
        ("packs: !!python/name:os.system a\n", "msglint.yaml:1:8: the tag"),
    ],
)
def test_a_file_that_is_no_configuration_is_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, place: str
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(InvalidFileError) as caught:
        load(written(tmp_path, text))
    assert str(caught.value.problems[0]).startswith(place)


def test_a_file_that_cannot_be_read_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(InvalidFileError, match="cannot be read"):
        load(tmp_path / "nowhere.yaml")
    (tmp_path / "msglint.yaml").write_bytes("packs: 亚马逊".encode("gb18030"))
    with pytest.raises(InvalidFileError, match="not UTF-8"):
        load(tmp_path / "msglint.yaml")


def test_the_schema_accepts_what_the_reader_accepts() -> None:
    validator = jsonschema.Draft202012Validator(schema())
    validator.check_schema(schema())
    entry = {
        "paths": "messages/**",
        "channel": "message",
        "market": ["US", "DE"],
        "product": {"is_toy": True},
    }
    rules = {
        "a/b": "off",
        "a/c": {"severity": "error"},
        "a/d": {"max": 300, "severity": "info"},
        "a/e": {"count": 2},
    }
    suppress = [{"rule": "a/b", "paths": ["x"], "reason": "agreed", "until": "2027-10-01"}]
    good = {
        "extends": ["../base.yaml", "acme"],
        "packs": ["amazon"],
        "files": [entry],
        "rules": rules,
        "suppress": suppress,
        "fail_on": "error",
    }
    assert list(validator.iter_errors(good)) == []


@pytest.mark.parametrize(
    "bad",
    [
        {"exclud": "x"},
        {"files": [{"channel": "message"}]},
        {"files": [{"paths": "a", "channel": "mesage"}]},
        {"files": [{"paths": "a", "product": {"is_toi": True}}]},
        {"rules": {"a/b": "on"}},
        {"rules": {"a/b": {}}},
        {"rules": {"a/b": {"max": "many"}}},
        {"rules": {"a/b": {"level": "error"}}},
        {"extends": {"file": "x"}},
        {"suppress": [{"rule": "a/b", "paths": "x"}]},
    ],
)
def test_the_schema_refuses_what_the_reader_refuses(bad: object) -> None:
    assert list(jsonschema.Draft202012Validator(schema()).iter_errors(bad))
