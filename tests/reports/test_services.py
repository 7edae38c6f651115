"""The reports that other programs read: each is held against its schema, and says the right place."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import xmlschema
from jsonschema import Draft4Validator, Draft202012Validator

from msglint.document import Document, FixedOrigin, Place, Segment
from msglint.reports.model import Judged
from msglint.sources import Failure

from .samples import card, document, judged, missing, record, suppressed, violation
from .test_machine import PLACED, WHOLE, machine_report

SCHEMAS = Path(__file__).parent / "schemas"
EVERYTHING: tuple[Judged | Failure, ...] = (card(), PLACED, WHOLE, record())
HOSTILE = document('100% <script>]]>& "sure"\x08\n::error::five stars, a,b:c | x\ud800', "cards/a b,c:#1.md")


def hostile() -> Judged:
    return judged(
        HOSTILE, violation(HOSTILE, "five stars", arguments={"reward": '<b> & "x"\x08 ]]> | `y`\n%'})
    )


def cell() -> Judged:
    place = Place("mails.xlsx", sheet="Mails", cell="B12")
    of = Document((Segment("five stars", FixedOrigin(place)),), source="mails.xlsx")
    return judged(of, violation(of, "five stars"))


RUNS = [(), EVERYTHING, (hostile(),), (cell(),)]


def json_schema(name: str) -> Any:
    return json.loads((SCHEMAS / name).read_text("utf-8"))


def sarif(*items: Judged | Failure) -> Any:
    return json.loads(machine_report("sarif", *items))


@pytest.mark.parametrize("items", RUNS)
def test_sarif_is_valid(items: tuple[Judged | Failure, ...]) -> None:
    Draft4Validator(json_schema("sarif-2.1.0-rtm.4.json")).validate(sarif(*items))


@pytest.mark.parametrize("items", RUNS)
@pytest.mark.parametrize("form", ["gitlab", "rdjson"])
def test_json_formats_are_valid(items: tuple[Judged | Failure, ...], form: str) -> None:
    Draft202012Validator(json_schema(f"{form}.json")).validate(json.loads(machine_report(form, *items)))


@pytest.mark.parametrize("items", RUNS)
@pytest.mark.parametrize(("form", "schema"), [("junit", "junit-10.xsd"), ("checkstyle", "checkstyle.xsd")])
def test_xml_formats_are_valid(items: tuple[Judged | Failure, ...], form: str, schema: str) -> None:
    written = machine_report(form, *items).encode("utf-8", "backslashreplace")
    xmlschema.XMLSchema(SCHEMAS / schema).validate(written)


def test_sarif_says_where_and_which_rule() -> None:
    (run,) = sarif(card(), record())["runs"]
    first = run["results"][0]
    assert run["columnKind"] == "unicodeCodePoints"
    assert first["level"] == "error"
    assert first["locations"][0]["physicalLocation"]["region"] == {
        "startLine": 2, "startColumn": 10, "endLine": 2, "endColumn": 27,
        "snippet": {"text": "ｆｉｖｅ ｓｔａｒ re\u200bview"},
    }  # fmt: skip
    assert first["partialFingerprints"] == {"msglint/v1": f"{0:064x}"}
    rule = run["tool"]["driver"]["rules"][first["ruleIndex"]]
    assert rule["id"] == first["ruleId"] == "amazon-reviews/review-incentive"
    assert rule["helpUri"] == "https://policy.example/reviews"
    assert "[Seller policy](https://policy.example/reviews) (2026-01-30)" in rule["help"]["markdown"]
    assert "- ``We `never` pay``" in rule["help"]["markdown"]
    assert [item["id"] for item in run["tool"]["driver"]["rules"]] == [
        rule["id"],
        "labels-us/choking-package",
    ]


def test_sarif_keeps_what_is_suppressed_with_its_reason() -> None:
    of = document("five stars")
    (result,) = sarif(suppressed(of, violation(of, "five stars")))["runs"][0]["results"]
    assert result["suppressions"] == [{"kind": "external", "justification": "agreed with the platform"}]


def test_sarif_says_that_a_run_was_not_whole() -> None:
    (invocation,) = sarif(card(), PLACED)["runs"][0]["invocations"]
    assert (invocation["executionSuccessful"], invocation["exitCode"]) == (False, 2)
    (note,) = invocation["toolExecutionNotifications"]
    assert note["descriptor"] == {"id": "msglint/bad-record"}
    assert note["locations"][0]["physicalLocation"]["region"]["startLine"] == 17


def test_sarif_names_the_cell_of_a_file_without_lines() -> None:
    (location,) = sarif(cell())["runs"][0]["results"][0]["locations"]
    assert location["logicalLocations"] == [{"fullyQualifiedName": "sheet Mails, cell B12"}]
    assert "region" not in location["physicalLocation"]


def test_sarif_escapes_file_names() -> None:
    (location,) = sarif(hostile())["runs"][0]["results"][0]["locations"]
    assert location["physicalLocation"]["artifactLocation"]["uri"] == "cards/a%20b%2Cc%3A%231.md"


def test_sarif_says_what_it_leaves_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("msglint.reports.sarif.MOST_RESULTS", 2)
    (run,) = sarif(card())["runs"]
    assert len(run["results"]) == 2
    (note,) = run["invocations"][0]["toolExecutionNotifications"]
    assert note["message"]["text"].startswith("3 more findings do not fit")


def test_rdjson_counts_bytes() -> None:
    of = document("亲，五星好评返现10元")
    (found,) = json.loads(machine_report("rdjson", judged(of, violation(of, "返现10元"))))["diagnostics"]
    assert found["location"]["range"] == {
        "start": {"line": 1, "column": 19},
        "end": {"line": 1, "column": 30},
    }


def test_github_annotations_cannot_be_forged() -> None:
    (line,) = machine_report("github", hostile()).splitlines()
    head = (
        "::error file=cards/a b%2Cc%3A#1.md,line=2,endLine=2,col=10,endColumn=19,"
        "title=amazon-reviews/review-incentive::"
    )
    assert line.startswith(head)
    assert "%0A%25" in line.removeprefix(head)


def test_github_says_what_the_runner_will_not_show() -> None:
    of = document("five stars " * 12)
    lines = machine_report("github", judged(of, *[violation(of, "five stars")] * 12)).splitlines()
    assert [line.startswith("::error ") for line in lines] == [True] * 10 + [False] * 3
    assert lines[10].startswith("cards/thanks.md:1:1: error amazon-reviews/review-incentive")
    assert lines[-1] == "::notice title=msglint::2 more violations than the runner shows stand in the log."


def test_gitlab_fingerprints_are_those_of_the_json_report() -> None:
    assert [item["fingerprint"] for item in json.loads(machine_report("gitlab", card()))] == [
        f"{number:064x}" for number in range(5)
    ]


def test_junit_fails_only_what_fails_the_run() -> None:
    text = machine_report("junit", card(), record(), WHOLE)
    assert '<testsuite name="msglint" tests="3" failures="1" errors="1">' in text
    assert text.count("<failure") == 2


def test_concise_is_a_line_each() -> None:
    lines = machine_report("concise", card(), WHOLE, cell()).splitlines()
    assert lines[0] == (
        "cards/thanks.md:2:10: error amazon-reviews/review-incentive "
        "Offers something ($10 gift card) for a review."
    )
    assert lines[5] == "gone.txt: not judged msglint/unreadable No such file."
    assert lines[6].startswith("mails.xlsx [sheet Mails, cell B12]: error")


def test_markdown_shows_hostile_text_as_it_is() -> None:
    text = machine_report("markdown", hostile())
    assert "<b>" not in text
    assert r"\<b\> \& " in text
    assert "| 2:10 | 🔴 amazon-reviews/review-incentive |" in text


def test_markdown_has_room_for_a_comment() -> None:
    of = document("five stars")
    many = [judged(of, *[violation(of, "five stars")] * 500, missing())] * 3
    text = machine_report("markdown", *many)
    assert len(text) < 65_536
    assert "more findings do not fit into this report" in text
