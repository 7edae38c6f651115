from __future__ import annotations

import json
from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from msglint.linter import Linter
from msglint.reports import schema

from .conftest import Run, Write

BAD = "Your gift card waits.\n"
SOFT = "A five-star product.\n"
CLEAN = "Your order 112-1234567-1234567 is on its way.\n"
KNOWN = ("--channel", "message", "--platform", "amazon", "--market", "US")
CheckJson = Callable[..., Any]


def found(report: Any) -> list[Any]:
    return [item for item in report["violations"] if item["rule"] != "msglint/not-judged"]


def rules(report: Any) -> list[str]:
    return [item["rule"] for item in found(report)]


# Exit status ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "options", "status"),
    [
        (CLEAN, (), 0),
        (BAD, (), 1),
        (SOFT, (), 0),
        (SOFT, ("--fail-on", "warning"), 1),
        (BAD, ("--fail-on", "info"), 1),
        (BAD, ("--platform", "ebay"), 0),
        (BAD, ("--ignore", "demo-reviews/gift"), 0),
        (BAD, ("--select", "review-positive-ask"), 0),
        (BAD, ("--pack", "demo-labels"), 0),
        (BAD, ("--quiet",), 1),
    ],
)
def test_exit_status(run: Run, write: Write, text: str, options: tuple[str, ...], status: int) -> None:
    write("note.txt", text)
    assert run("check", "note.txt", *options).exit_code == status


def test_what_cannot_be_read_is_2_and_the_rest_is_judged(run: Run, write: Write) -> None:
    write("note.txt", BAD)
    result = run("check", "gone.txt", "note.txt")
    assert result.exit_code == 2
    assert "not judged  gone.txt  no copy\n  there is no such file or folder" in result.stdout
    assert "demo-reviews/gift" in result.stdout
    assert "Exit status 2: 1 thing could not be read or judged." in result.stdout


def test_a_broken_record_is_2_and_the_others_are_judged(run: Run, write: Write) -> None:
    write("m.jsonl", '{"id": "a", "text": "fine"}\n{oops\n{"id": "c", "text": "gift card"}\n')
    result = run("check", "m.jsonl")
    assert result.exit_code == 2
    assert "not judged  m.jsonl:2:" in result.stdout
    assert "m.jsonl · id c" in result.stdout


def test_a_fault_of_msglint_is_3_and_shows_no_copy(
    run: Run, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    judge = Linter.judge

    def fail_on_some(linter: Linter, document: Any) -> Any:
        if "secret" in document.segments[0].text:
            raise ValueError(document.segments[0].text)
        return judge(linter, document)

    monkeypatch.setattr(Linter, "judge", fail_on_some)
    write("m.jsonl", '{"text": "secret words"}\n{"text": "gift card"}\n')
    write("note.txt", BAD)
    result = run("check", "m.jsonl", "note.txt", "gone.txt")
    assert result.exit_code == 3
    assert result.stdout.count("demo-reviews/gift") == 2
    assert "msglint failed" in result.stderr and "ValueError at test_check.py" in result.stderr
    assert "Python 3" in result.stderr and "jieba" in result.stderr and "https://" in result.stderr
    assert "secret" not in result.output
    assert "Exit status 3" in result.stdout


def test_an_unexpected_error_before_any_file_is_3(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("secret")

    monkeypatch.setattr("msglint.cli.inputs.inputs", fail)
    result = run("check")
    assert result.exit_code == 3
    assert "secret" not in result.output


def test_interrupted_is_130(run: Run, write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    write("note.txt", BAD)
    monkeypatch.setattr(Linter, "judge", interrupt)
    assert run("check", "note.txt").exit_code == 130


# Options ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (("--format", "jsn"), "“jsn”: did you mean “json”?"),
        (("--lang", "cn"), "expected one of en, zh"),
        (("--fail-on", "warn"), "did you mean “warning”?"),
        (("--channel", "mesage"), "did you mean “message”?"),
        (("--platform", "amazn"), "did you mean “amazon”?"),
        (("--market", "USAA"), "USAA"),
        (("--text-lang", "xx"), "unknown language “xx”"),
        (("--product", "is_toi=true"), "did you mean “is_toy”?"),
        (("--product", "is_toy"), "expected NAME=VALUE"),
        (("--product", "is_toy=maybe"), "expected true or false"),
        (("--as-of", "tomorrow"), "expected a date"),
        (("--pack", "demo-review"), "did you mean “demo-reviews”?"),
        (("--select", "demo-reviews/gifts"), "did you mean “demo-reviews/gift”?"),
        (("--ignore", "review-incentives"), "did you mean “review-incentive”?"),
        (("--select", "demo-extra"), "leave no rule"),
        (("--encoding", "utf-88"), "expected a name such as"),
        (("--output", "jsn=report.json"), "did you mean “json”?"),
        (("--output", "report.json"), "expected FORMAT=FILE"),
        (("--output", "json=no/such/folder/report.json"), "cannot write"),
        (("--config", "gone.yaml"), "gone.yaml"),
        (("--quiet", "--verbose"), "exclude each other"),
        (("--colour",), "--colo"),
    ],
)
def test_a_wrong_option_is_2_and_says_what_was_meant(
    run: Run, write: Write, options: tuple[str, ...], message: str
) -> None:
    write("note.txt", CLEAN)
    result = run("check", "note.txt", *options)
    assert result.exit_code == 2
    assert message in result.stderr
    assert result.stdout == ""


def test_context_from_the_command_line(check_json: CheckJson, write: Write) -> None:
    write("card.txt", "Building set")
    report = check_json(
        "card.txt", "--channel", "insert", "--market", "US", "--market", "UK", "--text-lang", "en-GB",
        "--product", "is_toy=true", "--as-of", "2026-11-22",
    )  # fmt: skip
    [document] = report["documents"]
    assert document["channel"] == "insert"
    assert document["markets"] == ["US", "GB"]
    assert document["lang"] == "en"
    assert rules(report) == ["demo-labels/toy-warning"]


def test_the_command_line_beats_records_and_configuration(check_json: CheckJson, write: Write) -> None:
    write("msglint.yaml", "files:\n  - {paths: '*.jsonl', channel: insert, market: US}\n")
    write("m.jsonl", '{"text": "x", "market": "DE"}\n{"text": "y"}\n')
    documents = check_json("m.jsonl", "--channel", "message")["documents"]
    assert [(item["channel"], item["markets"]) for item in documents] == [
        ("message", ["DE"]), ("message", ["US"]),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ((), ["demo-reviews/stars", "demo-reviews/gift"]),
        (("--select", "demo-reviews/gift"), ["demo-reviews/gift"]),
        (("--select", "review-incentive"), ["demo-reviews/gift"]),
        (("--select", "demo", "--ignore", "demo-reviews/gift"), ["demo-reviews/stars"]),
        (("--ignore", "demo-reviews"), []),
        (("--ignore", "demo-extra"), ["demo-reviews/stars", "demo-reviews/gift"]),
        (("--pack", "demo-reviews"), ["demo-reviews/stars", "demo-reviews/gift"]),
        (("--pack", "demo-extra"), ["demo-extra/shout"]),
        (("--pack", "demo", "--pack", "demo-extra", "--select", "conduct"), ["demo-extra/shout"]),
    ],
)
def test_choosing_rules(
    check_json: CheckJson, write: Write, options: tuple[str, ...], expected: list[str]
) -> None:
    write("note.txt", "A five-star gift card, hurry up")
    assert rules(check_json("note.txt", *options)) == expected


def test_a_pack_by_path(check_json: CheckJson, write: Write) -> None:
    write(
        "own/house.yaml",
        "pack: house\ntitle: {en: House, zh: 本店}\nrules:\n"
        "  - {id: tea, category: conduct, severity: error, source: {title: Ours},\n"
        "     message: {en: Tea., zh: 茶。}, phrases: [tea],\n"
        "     examples: {flag: [tea, my tea, tea time], pass: [teas, steam, coffee]}}\n",
    )
    write("note.txt", "My tea")
    assert rules(check_json("note.txt", "--pack", "./own/house.yaml")) == ["house/tea"]


def test_a_wrong_pack_is_told_with_its_place(run: Run, write: Write) -> None:
    write("own/house.yaml", "pack: house\ntitel: x\n")
    write("note.txt", CLEAN)
    result = run("check", "note.txt", "--pack", "./own/house.yaml")
    assert result.exit_code == 2
    assert "not judged  own/house.yaml:2:1  rule pack\n" in result.stdout


# Configuration ----------------------------------------------------------------------------------


def test_configured_severities(run: Run, check_json: CheckJson, write: Write) -> None:
    write(
        "msglint.yaml",
        "rules:\n  demo-reviews/gift: off\n  demo-reviews/stars: {severity: error}\nfail_on: warning\n",
    )
    write("note.txt", "A five-star gift card")
    report = check_json("note.txt")
    assert [(item["rule"], item["severity"]) for item in found(report)] == [("demo-reviews/stars", "error")]
    assert rules(check_json("note.txt", "--select", "demo-reviews/gift")) == ["demo-reviews/gift"]
    assert "at or above --fail-on warning" in run("check", "note.txt").stdout


def test_each_folder_has_its_own_configuration(check_json: CheckJson, write: Write) -> None:
    write("a/msglint.yaml", "rules: {demo-reviews/gift: off}\n")
    write("a/note.txt", BAD)
    write("b/note.txt", BAD)
    report = check_json("a", "b")
    assert [item["place"]["source"] for item in found(report)] == ["b/note.txt"]


@pytest.mark.parametrize(
    ("config", "place"),
    [
        ("rules: {demo-reviews/gifd: off}\n", "msglint.yaml:1:9"),
        ("suppress:\n  - {rule: demo/gift, paths: '*', reason: x}\n", "msglint.yaml:2:12"),
        ("packs: [nothing]\n", "msglint.yaml"),
        ("fail: x\n", "msglint.yaml:1:1"),
    ],
)
def test_a_wrong_configuration_is_2_once(run: Run, write: Write, config: str, place: str) -> None:
    write("shop/msglint.yaml", config)
    write("shop/a.txt", BAD)
    write("shop/b.txt", BAD)
    write("other.txt", BAD)
    result = run("check", "shop", "other.txt")
    assert result.exit_code == 2
    assert result.stdout.count(f"not judged  shop/{place}") == 1
    assert "other.txt:1:6  demo-reviews/gift" in result.stdout


def test_suppressions(check_json: CheckJson, run: Run, write: Write) -> None:
    write(
        "msglint.yaml",
        "suppress:\n  - {rule: demo-reviews/gift, paths: old/*, reason: agreed, until: 2027-10-01}\n",
    )
    write("old/note.txt", BAD)
    write("new/note.txt", BAD)
    assert run("check", "old", "--as-of", "2027-10-01").exit_code == 0
    assert run("check", "old", "--as-of", "2027-10-02").exit_code == 1
    assert run("check", "new", "--as-of", "2027-10-01").exit_code == 1
    report = check_json("old", "--as-of", "2027-10-01")
    assert report["violations"][0]["suppressed"] == {
        "by": "msglint.yaml:2", "reason": "agreed", "until": "2027-10-01",
    }  # fmt: skip


def test_without_paths_the_project_is_checked(
    run: Run, write: Write, shop: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write("msglint.yaml", "fail_on: error\n")
    write("cards/a.txt", BAD)
    write("messages/b.txt", CLEAN)
    monkeypatch.chdir(shop / "messages")
    result = run("check")
    assert result.exit_code == 1
    assert "../cards/a.txt:1:6" in result.stdout
    assert "2 documents checked" in result.stdout


# What is checked --------------------------------------------------------------------------------


def test_nothing_to_check_is_2_unless_allowed(run: Run, write: Write) -> None:
    write("empty/.keep", "")
    write("blank.txt", " \n")
    for name in ("empty", "blank.txt"):
        assert run("check", name).exit_code == 2
        assert run("check", name, "--allow-empty").exit_code == 0


def test_an_excluded_file_is_no_error(run: Run, write: Write) -> None:
    write("msglint.yaml", "exclude: [old/]\n")
    write("old/note.txt", BAD)
    result = run("check", "old/note.txt")
    assert result.exit_code == 0
    assert "old/note.txt is not checked: “old/” excludes it (msglint.yaml:1)" in result.stderr
    assert "No document checked." in result.stdout


def test_what_is_left_out_is_counted(run: Run, write: Write) -> None:
    write("a.txt", CLEAN)
    write("b.txt", BAD)
    result = run("check", ".", "--exclude", "b.txt")
    assert result.exit_code == 0
    assert result.stderr == "1 file or folder is left out; --verbose says which and why.\n"
    assert run("check", ".", "--exclude", "b.txt", "--quiet").stderr == ""
    assert "b.txt is not checked" in run("check", ".", "--exclude", "b.txt", "--verbose").stderr


@pytest.mark.parametrize(
    ("name", "text", "place"),
    [
        (None, BAD, ("-", 1, 6)),
        ("draft/note.txt", BAD, ("draft/note.txt", 1, 6)),
        ("m.jsonl", '{"text": "gift card"}', ("m.jsonl", 1, 11)),
    ],
)
def test_standard_input(
    check_json: CheckJson, name: str | None, text: str, place: tuple[str, int, int]
) -> None:
    named = ("--stdin-filename", name) if name else ()
    [violation] = found(check_json("-", *named, input=text))
    assert tuple(violation["place"][name] for name in ("source", "line", "column")) == place


def test_standard_input_has_the_configuration_of_its_name(run: Run, write: Write) -> None:
    write("shop/msglint.yaml", "rules: {demo-reviews/gift: off}\nexclude: [old/]\n")
    assert run("check", "-", input=BAD).exit_code == 1
    assert run("check", "-", "--stdin-filename", "shop/note.txt", input=BAD).exit_code == 0
    assert "excludes it" in run("check", "-", "--stdin-filename", "shop/old/x.txt", input=BAD).stderr


def test_empty_standard_input_is_no_error(run: Run) -> None:
    assert run("check", "-", input="").exit_code == 0


def test_an_encoding_other_than_utf_8_is_told(run: Run, check_json: CheckJson, write: Write) -> None:
    write("note.txt", "亲，这是您的订单，五星好评返现，谢谢您的支持".encode("gb18030"))
    assert "read as gb18030" in run("check", "note.txt").stdout
    report = check_json("note.txt", "--encoding", "gb18030")
    assert report["documents"][0]["encoding"] == "gb18030"
    assert found(report)[-1]["place"]["column"] == 14


# Reports ----------------------------------------------------------------------------------------


def test_the_text_report(run: Run, write: Write) -> None:
    write("note.txt", "亲，五星好评返现\n")
    result = run("check", "note.txt", "--lang", "zh")
    assert result.stdout == (
        "note.txt\n"
        "\n"
        "  警告  note.txt:1:3  demo-reviews/stars\n"
        "    1 │ 亲，五星好评返现\n"
        "      │     ^^^^\n"
        "    原因  指定了星级。\n"
        "\n"
        "  错误  note.txt:1:7  demo-reviews/gift\n"
        "    1 │ 亲，五星好评返现\n"
        "      │             ^^^^\n"
        "    原因  以好处换取评价：“返现”。\n"
        "    建议  请勿承诺任何好处。\n"
        "\n"
        "1 份文案未指明渠道：已按买家消息和随箱卡片各检查一遍。可用 --channel 指明。\n"
        "1 份文案未指明平台：已按亚马逊检查。其他平台请用 --platform 指明。\n"
        "1 份文案未指明销售国家：未检查各国的强制要求。可用 --market US 等指明。\n"
        "1 份文案有内容无法判断，缺少的信息：is_toy、market。详情请用 --verbose 查看。\n"
        "共检查 1 份文案：1 个错误、1 个警告。\n"
        "退出状态 1：有 1 处问题达到 --fail-on error 级别。\n"
    )
    assert result.stderr == ""


def test_the_locale_speaks_in_text_and_never_in_json(
    run: Run, check_json: CheckJson, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    write("note.txt", BAD)
    assert "退出状态 1" in run("check", "note.txt").stdout
    assert check_json("note.txt")["violations"][0]["message"].startswith("Offers")
    assert check_json("note.txt", "--lang", "zh")["violations"][0]["message"].startswith("以好处")


def test_the_json_report_is_as_its_schema_says(check_json: CheckJson, write: Write) -> None:
    write("note.txt", "A five-star gift card")
    write("m.jsonl", '{"id": "a", "text": "gift card", "market": "US"}\n{oops\n')
    report = check_json("note.txt", "m.jsonl", "gone.txt")
    Draft202012Validator(schema()).validate(report)
    assert report["summary"]["errors"] == len(report["errors"]) == 2
    assert [item["index"] for item in report["documents"]] == [0, 1]


def test_reports_to_files(run: Run, write: Write, shop: Path) -> None:
    write("note.txt", BAD)
    outputs = ("--output", "json=r.json", "--output", "jsonl=r.jsonl", "--output", "text=r.txt")
    result = run("check", "note.txt", "--quiet", *outputs)
    assert result.exit_code == 1
    report = json.loads((shop / "r.json").read_text("utf-8"))
    lines = [json.loads(line) for line in (shop / "r.jsonl").read_text("utf-8").splitlines()]
    assert [line["rule"] for line in lines if line["type"] == "violation"] == [
        item["rule"] for item in report["violations"]
    ]
    assert (shop / "r.txt").read_text("utf-8") == result.stdout


def test_fingerprints_do_not_depend_on_the_working_folder(
    check_json: CheckJson, write: Write, shop: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write("msglint.yaml", "fail_on: error\n")
    write("cards/a.txt", BAD)
    first = check_json("cards/a.txt")["violations"][0]["fingerprint"]
    monkeypatch.chdir(shop / "cards")
    assert check_json("a.txt")["violations"][0]["fingerprint"] == first


@pytest.mark.parametrize(("choice", "colored"), [("always", True), ("never", False), ("auto", False)])
def test_color(run: Run, write: Write, choice: str, colored: bool) -> None:
    write("note.txt", BAD)
    assert ("\x1b[" in run("check", "note.txt", "--color", choice).stdout) is colored


def test_what_could_not_be_judged_is_shown_when_verbose_or_failing(run: Run, write: Write) -> None:
    write("note.txt", CLEAN)
    assert "--verbose says more" in run("check", "note.txt").stdout
    assert "note.txt:1:1  msglint/not-judged" in run("check", "note.txt", "--verbose").stdout
    assert "note.txt:1:1  msglint/not-judged" in run("check", "note.txt", "--fail-on", "info").stdout


def test_a_known_context_needs_no_words(run: Run, write: Write) -> None:
    write("note.txt", CLEAN)
    result = run("check", "note.txt", *KNOWN)
    assert result.stdout == (
        "1 document checked: nothing found.\nExit status 0: nothing at or above --fail-on error.\n"
    )


def test_the_same_input_gives_the_same_output(run: Run, write: Write) -> None:
    for name in "dacb":
        write(f"cards/{name}.txt", BAD)
    outputs = {run("check", ".", "--format", "jsonl").stdout for _ in range(3)}
    assert len(outputs) == 1
    sources = [json.loads(line).get("source") for line in outputs.pop().splitlines()]
    assert [source for source in sources if source] == [f"cards/{name}.txt" for name in "abcd"]


def test_personal_data_can_be_masked(run: Run, write: Write) -> None:
    write("card.txt", "Write to ann.lee@brand.com: your gift card waits.\n")
    assert "ann.lee@brand.com" in run("check", "card.txt").stdout
    masked = run("check", "card.txt", "--redact").stdout
    assert "Write to •••.•••@•••••.•••: your gift card waits." in masked


# Sidecars ---------------------------------------------------------------------------------------


def test_a_sidecar_gives_the_context_of_one_file(check_json: CheckJson, write: Write) -> None:
    write("msglint.yaml", 'files: [{paths: "*.txt", channel: message, market: US}]\n')
    write("card.txt", CLEAN)
    write("card.txt.msglint.yaml", "channel: insert\nplatform: walmart\n")
    (document,) = check_json(".")["documents"]
    assert (document["channel"], document["platform"], document["markets"]) == ("insert", "walmart", ["US"])


def test_a_broken_sidecar_is_told_and_the_file_is_judged(check_json: CheckJson, write: Write) -> None:
    write("card.txt", BAD)
    write("card.txt.msglint.yaml", "chanel: insert\n")
    report = check_json("card.txt")
    (error,) = report["errors"]
    assert (error["code"], error["source"], error["place"]["line"]) == (
        "bad-context",
        "card.txt.msglint.yaml",
        1,
    )
    assert rules(report)


# Time -------------------------------------------------------------------------------------------


def test_a_document_that_takes_too_long_is_an_error_and_the_others_are_judged(
    check_json: Callable[..., Any], write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = count(step=0.001)
    monkeypatch.setattr("msglint.budget.monotonic", lambda: next(clock))
    write("msglint.yaml", "limits: {seconds: 1}\n")
    write("a.txt", "往返现场，五星好评返现，" * 2000)
    write("b.txt", BAD)
    report = check_json("a.txt", "b.txt")
    (error,) = report["errors"]
    assert (error["source"], error["code"], error["place"]["line"]) == ("a.txt", "timeout", 1)
    assert "limits.seconds" in error["message"]
    assert [item["rule"] for item in found(report) if item["place"]["source"] == "b.txt"] == [
        "demo-reviews/gift"
    ]
    again = check_json("a.txt", "b.txt")
    assert [item["code"] for item in again["errors"]] == ["timeout"], "what is cut is not kept"


def test_the_profile_names_rules_and_files(run: Run, write: Write) -> None:
    write("note.txt", BAD)
    result = run("check", "--profile", "note.txt")
    assert "demo-reviews/gift" in result.stderr
    assert "note.txt" in result.stderr.partition("by file")[2]
    assert result.stdout == run("check", "note.txt").stdout
