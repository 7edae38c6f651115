import json
from pathlib import Path

import pytest

from labelled import PARTS, Labelled, parse, read
from msglint import Severity, Violation
from msglint.document import Place
from msglint.violation import Template
from score import document, misses, report
from tally import Outcome, Share, false_alarms, recall


def violation(category: str, severity: Severity = Severity.ERROR) -> Violation:
    return Violation(
        f"pack/{category}", category, severity, Template({"en": "no"}), Place("-"), excerpt="bad"
    )


def outcome(expect: tuple[tuple[str, ...], ...], *found: Violation, part: str = "dev") -> Outcome:
    return Outcome(Labelled("m-1", part, "plain", "a text", expect, {"lang": "en"}), found)


@pytest.mark.parametrize(
    ("hits", "total", "low", "high"),
    [(0, 10, 0.0, 0.2775), (5, 10, 0.2366, 0.7634), (10, 10, 0.7225, 1.0), (81, 263, 0.2553, 0.3662)],
)
def test_interval_is_wilsons(hits: int, total: int, low: float, high: float) -> None:
    assert Share(hits, total).interval() == pytest.approx((low, high), abs=5e-5)


def test_nothing_measured_is_nothing_known() -> None:
    assert Share(0, 0).interval() == (0.0, 1.0)


def test_expectation_is_met_by_any_of_its_categories_at_or_above_warning() -> None:
    expect = (("review-gating", "review-positive-ask"),)
    assert not outcome(expect, violation("review-positive-ask", Severity.WARNING)).missed
    assert outcome(expect, violation("review-gating", Severity.INFO)).missed == expect
    assert outcome(expect, violation("marketing")).missed == expect


def test_each_expectation_counts_under_its_first_category() -> None:
    both = (("marketing",), ("off-platform-link", "off-platform-divert"))
    rows = recall(
        [outcome(both, violation("off-platform-divert")), outcome(both)], lambda _, category: (category,)
    )
    assert rows == {("marketing",): Share(0, 2), ("off-platform-link",): Share(1, 2)}


def test_false_alarms_count_innocent_texts_not_violations() -> None:
    texts = [
        outcome((), violation("claims"), violation("conduct")),
        outcome((), violation("claims", Severity.WARNING)),
        outcome((), violation("claims", Severity.INFO)),
        outcome((("claims",),), violation("claims")),
    ]
    assert false_alarms(texts, Severity.ERROR, lambda _: ()) == {(): Share(1, 3)}
    assert false_alarms(texts, Severity.WARNING, lambda _: ()) == {(): Share(2, 3)}


def test_report_and_misses_name_what_went_wrong() -> None:
    missed, alarm = outcome((("conduct",),)), outcome((), violation("claims"))
    assert any("conduct" in line and "0 of     1" in line for line in report([missed]))
    lines = list(misses(iter([missed, alarm, outcome((("conduct",),), violation("conduct"))])))
    assert [line.split("  ")[0] for line in lines if not line.startswith(" ")] == [
        "MISSED conduct",
        "FALSE ALARM",
    ]
    assert "    -> error pack/claims: 'bad'" in lines


def test_records_are_read_with_part_and_context(tmp_path: Path) -> None:
    fields = {
        "id": "m",
        "channel": "insert",
        "lang": "en",
        "text": "x",
        "expect": ["a|b", "c"],
        "form": "oblique",
    }
    (tmp_path / "held-out").mkdir()
    (tmp_path / "held-out/texts.jsonl").write_text(json.dumps(fields) + "\n", encoding="utf-8")
    (record,) = read(root=tmp_path)
    assert (record.part, record.expect) == ("held-out", (("a", "b"), ("c",)))
    assert record.context == {"channel": "insert", "lang": "en"}


def test_record_with_a_format_is_read_by_its_reader() -> None:
    fields = {"id": "m", "channel": "insert", "lang": "en", "text": "<p>re<!-- x -->view</p>"}
    found = document(parse(fields | {"expect": [], "form": "disguised", "format": "html"}, "dev"))
    assert [segment.text for segment in found.segments] == ["review"]
    assert found.context.channel == "insert"


@pytest.mark.parametrize("wrong", [{"form": "odd"}, {"txet": "x"}])
def test_record_with_a_mistake_is_refused(wrong: dict[str, str]) -> None:
    with pytest.raises(ValueError, match=r"odd|txet"):
        parse({"id": "m", "lang": "en", "text": "x", "expect": [], "form": "plain"} | wrong, "dev")


def test_mistake_is_reported_with_file_and_line(tmp_path: Path) -> None:
    (tmp_path / "dev").mkdir()
    (tmp_path / "dev/texts.jsonl").write_text('{"id": "m"\n', encoding="utf-8")
    with pytest.raises(ValueError, match=r"texts\.jsonl:1: "):
        read(root=tmp_path)


def test_shipped_set_is_sound() -> None:
    records = read()
    assert len({record.id for record in records}) == len(records)
    assert {record.part for record in records} == set(PARTS)
    assert all(record.text.strip() and record.lang for record in records)
    assert not [record.id for record in records if record.form == "look-alike" and record.expect]
