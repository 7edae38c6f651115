from __future__ import annotations

import json
from collections.abc import Callable
from importlib.resources import files
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from msglint.document import Place
from msglint.reports import make
from msglint.reports.model import Judged, Style, Summary
from msglint.sources import Failure
from msglint.violation import Severity

from .samples import card, document, judged, missing, record, suppressed, violation

SCHEMA = json.loads((files("msglint.reports") / "report.schema.json").read_text("utf-8"))
PLACED = Failure("orders.jsonl", Place("orders.jsonl", 17, 3, record=17), "bad-record", "Not a JSON object.")
WHOLE = Failure("gone.txt", None, "unreadable", "No such file.")


def machine_report(name: str, *items: Judged | Failure, lang: str = "en") -> str:
    parts: list[str] = []
    report, summary = make(name, parts.append, Style(lang)), Summary()
    for item in items:
        if isinstance(item, Judged):
            report.add(item)
            summary.add(item)
        else:
            report.fail(item)
            summary.errors += 1
    report.close(summary)
    return "".join(parts)


def json_report(*items: Judged | Failure, lang: str = "en") -> Any:
    return json.loads(machine_report("json", *items, lang=lang))


@pytest.mark.parametrize("items", [(), (card(),), (WHOLE,), (card(), PLACED, WHOLE, record())])
def test_json_is_as_its_schema_says(items: tuple[Judged | Failure, ...]) -> None:
    Draft202012Validator.check_schema(SCHEMA)
    Draft202012Validator(SCHEMA).validate(json_report(*items))


def test_jsonl_has_the_same_objects() -> None:
    items = (card(), PLACED, record())
    whole = json_report(*items)
    lines = [json.loads(line) for line in machine_report("jsonl", *items).splitlines()]
    assert [line["type"] for line in lines] == [
        "report", "document", *["violation"] * 5, "error", "document", "violation", "summary",
    ]  # fmt: skip
    by_type: dict[str, list[Any]] = {}
    for line in lines:
        by_type.setdefault(line.pop("type"), []).append(line)
    assert by_type["report"] == [{"version": whole["version"]}]
    assert by_type["document"] == whole["documents"]
    assert by_type["violation"] == whole["violations"]
    assert by_type["error"] == whole["errors"]
    assert by_type["summary"] == [whole["summary"]]


@pytest.mark.parametrize("name", ["json", "jsonl"])
def test_golden(name: str, golden: Callable[[str, str], None]) -> None:
    golden(f"everything.{name}", machine_report(name, card(), PLACED, WHOLE, record(), lang="zh"))


def test_fields() -> None:
    of = document("亲，五星好评", id="a")
    [found] = json_report(judged(of, violation(of, "五星", severity=Severity.INFO)))["violations"]
    assert found["place"] == {
        "source": "cards/thanks.md", "line": 1, "column": 3, "end_line": 1, "end_column": 5,
    }  # fmt: skip
    assert (found["offset"], found["end_offset"], found["excerpt"]) == (2, 4, "五星")
    assert found["message"] == "Offers something (五星) for a review."


def test_what_is_missing_has_no_offsets() -> None:
    [found] = json_report(judged(document("x"), missing()))["violations"]
    assert (found["offset"], found["end_offset"]) == (None, None)
    assert found["place"] == {"source": "cards/thanks.md", "line": 1, "column": 1}


def test_sentences_speak_the_wanted_language() -> None:
    [found] = json_report(judged(document("x"), missing()), lang="zh")["violations"]
    assert found["message"] == "缺少小零件窒息警示语。"


def test_summary_counts() -> None:
    assert json_report(card(), PLACED, WHOLE)["summary"] == {
        "documents": 1,
        "violations": {"error": 2, "warning": 1, "info": 2},
        "not_judged": 0,
        "suppressed": 0,
        "baselined": 0,
        "fixed": 0,
        "fixable": {"safe": 0, "unsafe": 0},
        "errors": 2,
    }


def test_line_ends_inside_strings_do_not_end_a_line() -> None:
    of = document("a\u2028b\x85c\nd 好评")
    text = machine_report("jsonl", judged(of, violation(of, "a\u2028b\x85c\nd")))
    assert len(text.splitlines()) == 4


def test_a_lone_surrogate_survives() -> None:
    of = document("a\ud800b")
    text = machine_report("json", judged(of, violation(of, "a\ud800b")))
    assert json.loads(text.encode("utf-8", "backslashreplace"))["violations"][0]["excerpt"] == "a\ud800b"


def test_what_is_suppressed_says_by_what() -> None:
    of = document("好评")
    report = json_report(suppressed(of, violation(of, "好评")))
    Draft202012Validator(SCHEMA).validate(report)
    assert report["violations"][0]["suppressed"] == {
        "by": "msglint.yaml:7", "reason": "agreed with the platform", "until": "2027-10-01",
    }  # fmt: skip
    assert report["summary"]["suppressed"] == 1
