"""`check --fix`, `--diff` and `--unsafe-fixes`: byte for byte."""

from __future__ import annotations

import json
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from .conftest import Run, Write

PACK = r"""
pack: mend
title: {en: "Form", zh: "格式"}
statements:
  fragile:
    parts:
      - {id: text, any: {en: ["HANDLE WITH CARE. Glass inside, made for 3 candles."]}}
rules:
  - id: plain-http
    category: message-format
    severity: warning
    source: {title: House rules}
    message: {en: "{link} without https"}
    link: {scheme: http, host: [shop.example]}
    fix: https
    examples:
      flag: ["http://shop.example/a", "http://shop.example", "http://www.shop.example"]
      pass: [a, b, c]
  - id: breaks
    category: message-format
    severity: error
    source: {title: House rules}
    message: {en: "Too many line breaks"}
    limit: {measure: consecutive_line_breaks, max: 2}
    fix: blank_lines
    examples: {flag: ["a\n\n\nb", "a\n\n\n\nb", "a\n \n \nb"], pass: [a, b, c]}
  - id: unseen
    category: message-format
    severity: warning
    source: {title: House rules}
    message: {en: "Zero-width characters"}
    limit: {measure: zero_width_characters, max: 0}
    fix: zero_width
    examples: {flag: ["a\u200Bb", "文\u200B字", "a\u2060b"], pass: [a, b, c]}
  - id: emoji
    category: conduct
    severity: warning
    source: {title: House rules}
    message: {en: "Emoji"}
    regex: "\\p{Emoji_Presentation}"
    fix: delete
    examples: {flag: ["😊", "🌹", "⭐"], pass: [a, b, c]}
  - id: stars
    category: review-positive-ask
    severity: warning
    source: {title: House rules}
    message: {en: "Names a score"}
    phrases: ["(leave|write) (|us )(|a )5-star review"]
    fix: {replace: {5-star review: review}}
    examples:
      flag: ["leave a 5-star review", "write us a 5-star review", "leave 5-star review"]
      pass: [a, b, c]
  - id: quickly
    category: message-type
    severity: warning
    source: {title: House rules}
    message: {en: "Urges"}
    phrases: [quickly]
    fix: {replace: {quickly: hurry up}}
    examples: {flag: ["quickly", "reply quickly", "quickly!"], pass: [a, b, c]}
  - id: hurry
    category: conduct
    severity: warning
    source: {title: House rules}
    message: {en: "Hurries"}
    phrases: [hurry up, hurry]
    fix: {replace: {hurry up: "please hurry", hurry: "hurry"}}
    examples: {flag: ["hurry", "hurry up", "now hurry"], pass: [a, b, c]}
  - id: fragile
    category: warning-missing
    severity: error
    source: {title: House rules}
    message: {en: "The notice is missing"}
    when: {channel: package}
    require: {statement: fragile, match: verbatim, languages: [en]}
    examples:
      context: {channel: package}
      flag: [Vase, Lamp, Bowl]
      pass:
        - "HANDLE WITH CARE. Glass inside, made for 3 candles."
        - "Vase. HANDLE WITH CARE. Glass inside, made for 3 candles."
        - {text: Vase, context: {channel: message}}
"""

Fix = Callable[..., Any]


@pytest.fixture
def fix(run: Run, write: Write) -> Fix:
    """Run `check --format json` on files with the pack above."""
    pack = write("../mend.yaml", PACK)

    def check(*args: str, **more: Any) -> Any:
        return run("check", "--pack", str(pack), "--channel", "message", *args, **more)

    return check


def test_the_pack_of_these_tests_is_proven(run: Run, write: Write) -> None:
    result = run("test", str(write("mend.yaml", PACK)))
    assert result.exit_code == 0, result.output


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        ("crlf.txt", b"Hi,\r\n\r\n\r\n\r\nBye\r\n", b"Hi,\r\n\r\nBye\r\n"),
        ("cr.txt", b"Hi,\r\r\r\rBye", b"Hi,\r\rBye"),
        ("bom.txt", b"\xef\xbb\xbfa\xe2\x80\x8bb\n", b"\xef\xbb\xbfab\n"),
        ("link.txt", b"see http://shop.example/a?b=c", b"see https://shop.example/a?b=c"),
        (
            "gbk.txt",
            "您好，\r\n\r\n\r\n\r\n请确认您的收货地址和电话号码，谢谢。".encode("gbk"),
            "您好，\r\n\r\n请确认您的收货地址和电话号码，谢谢。".encode("gbk"),
        ),
        ("utf16.txt", "\ufeffa\u200bb\r\n".encode("utf-16-le"), "\ufeffab\r\n".encode("utf-16-le")),
        (
            "cells.csv",
            b'id,text\r\n1,"say ""hi"",\r\n\r\n\r\n\r\nnow"\r\n2,"a\xe2\x80\x8bb"\r\n',
            b'id,text\r\n1,"say ""hi"",\r\n\r\nnow"\r\n2,"ab"\r\n',
        ),
        (
            "lines.jsonl",
            b'{"text": "\\u60a8\\n\\n\\n\\n\\"x\\" http:\\/\\/shop.example"}\r\n{"text":"a\\u200bb"}\n',
            b'{"text": "\\u60a8\\n\\n\\"x\\" https:\\/\\/shop.example"}\r\n{"text":"ab"}\n',
        ),
        ("page.md", b"# T\n\nsee <http://shop.example>\n", b"# T\n\nsee <https://shop.example>\n"),
    ],
)
def test_safe_fixes_byte_for_byte(fix: Fix, write: Write, name: str, before: bytes, after: bytes) -> None:
    path = write(name, before)
    result = fix("--fix", name, "--format", "json")
    assert path.read_bytes() == after
    report = json.loads(result.stdout)
    assert report["summary"]["fixed"] >= 1
    assert [item["rule"] for item in report["violations"] if item["rule"].startswith("mend/")] == []
    assert result.exit_code == 0


def test_the_mode_and_a_symbolic_link_stay(fix: Fix, write: Write, shop: Path) -> None:
    path = write("real.txt", "a\u200bb")
    path.chmod(0o640)
    (shop / "link.txt").symlink_to("real.txt")
    fix("--fix", "link.txt")
    assert (shop / "link.txt").is_symlink()
    assert path.read_text() == "ab"
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert sorted(item.name for item in shop.iterdir()) == ["link.txt", "real.txt"]


def test_unsafe_fixes_want_to_be_asked_for(fix: Fix, write: Write) -> None:
    path = write("a.txt", "Thanks 😊😊!\n\n👍🏽\n\nPlease leave a 5-star review.\n")
    assert "2 violations" not in fix("--fix", "a.txt").stdout
    assert "😊" in path.read_text("utf-8")
    fix("--fix", "--unsafe-fixes", "a.txt")
    assert path.read_text("utf-8") == "Thanks!\n\nPlease leave a review.\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b"Vase\r\nblue\r\n", b"Vase\r\nblue\r\n\r\nHANDLE WITH CARE. Glass inside, made for 3 candles.\r\n"),
        (
            b"HANDLE WITH CARE. Glass inside, made for 4 candles.\n",
            b"HANDLE WITH CARE. Glass inside, made for 3 candles.\n",
        ),
    ],
)
def test_required_statements(fix: Fix, write: Write, before: bytes, after: bytes) -> None:
    path = write("label.txt", before)
    result = fix("--channel", "package", "--fix", "--unsafe-fixes", "label.txt")
    assert path.read_bytes() == after
    assert result.exit_code == 0


def test_a_statement_in_a_json_string_is_escaped(fix: Fix, write: Write) -> None:
    path = write("label.jsonl", '{"channel": "package", "text": "Vase \\"blue\\""}\n')
    fix("--channel", "package", "--fix", "--unsafe-fixes", "label.jsonl")
    added = "\\n\\nHANDLE WITH CARE. Glass inside, made for 3 candles."
    assert path.read_text() == f'{{"channel": "package", "text": "Vase \\"blue\\"{added}"}}\n'


def test_a_fix_that_leaves_its_violation_is_not_made(fix: Fix, write: Write) -> None:
    path = write("a.txt", "Now hurry up, a\u200bb\n")
    result = fix("--fix", "--unsafe-fixes", "a.txt", "--format", "json")
    assert path.read_text() == "Now hurry up, ab\n"
    assert [item["rule"] for item in json.loads(result.stdout)["violations"] if item["fixes"]] == [
        "mend/hurry"
    ]


def test_a_fix_that_makes_a_new_violation_is_not_made(fix: Fix, write: Write) -> None:
    path = write("a.txt", "Please reply quickly!\n")
    fix("--fix", "--unsafe-fixes", "a.txt")
    assert path.read_text() == "Please reply quickly!\n"


def test_escapes_that_are_no_characters_of_a_record_are_left_alone(fix: Fix, write: Write) -> None:
    path = write("a.html", "<p>a&#8203;b</p>")
    result = fix("--fix", "a.html", "--format", "json")
    assert path.read_text() == "<p>a&#8203;b</p>"
    [found] = [item for item in json.loads(result.stdout)["violations"] if item["rule"] == "mend/unseen"]
    assert found["fixes"] == []


def test_suppressed_violations_are_not_fixed(fix: Fix, write: Write) -> None:
    text = "---\n# msglint: ignore[mend/breaks] agreed\nchannel: message\n---\nHi\n\n\n\nthere, a\u200bb\n"
    path = write("a.txt", text)
    fix("--fix", "a.txt")
    assert path.read_text("utf-8") == text.replace("\u200b", "")


def test_a_diff_writes_nothing_and_can_be_applied(fix: Fix, write: Write) -> None:
    path = write("a.txt", "Hi\r\n\r\n\r\n\r\nthere\u200bs")
    result = fix("--diff", "a.txt")
    assert result.stdout_bytes == (
        b"--- a.txt\n+++ a.txt\n@@ -1,5 +1,3 @@\n Hi\r\n \r\n-\r\n-\r\n-there\xe2\x80\x8bs\n"
        b"\\ No newline at end of file\n+theres\n\\ No newline at end of file\n"
    )
    assert "2 violations would be fixed; nothing was written." in result.stderr
    assert result.exit_code == 1
    assert path.read_bytes() == b"Hi\r\n\r\n\r\n\r\nthere\xe2\x80\x8bs"


def test_a_diff_of_standard_input(fix: Fix) -> None:
    result = fix("--diff", "-", input="a\u200bb\n")
    assert "-a\u200bb\n+ab\n" in result.stdout


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("--fix", "--diff", "a.txt"), "exclude each other"),
        (("--unsafe-fixes", "a.txt"), "goes with --fix or --diff"),
        (("--fix", "-"), "--diff shows the fixes of standard input"),
    ],
)
def test_options_that_make_no_sense(fix: Fix, write: Write, args: tuple[str, ...], said: str) -> None:
    write("a.txt", "Hi")
    result = fix(*args)
    assert said in result.stderr
    assert result.exit_code == 2


def test_what_cannot_be_written_back_is_said(fix: Fix, write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write("a.txt", "a\u200bb")

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("msglint.cli.fixing.write_atomically", refuse)
    result = fix("--fix", "a.txt", "--format", "json")
    [error] = json.loads(result.stdout)["errors"]
    assert (error["code"], error["message"]) == (
        "unwritable",
        "the fixes cannot be written: Permission denied",
    )
    assert result.exit_code == 2
    assert path.read_text("utf-8") == "a\u200bb"


def test_reports_offer_fixes_with_their_places(fix: Fix, write: Write) -> None:
    write("a.txt", "\ufeffsee\nhttp://shop.example\nThanks 😊\n")
    report = json.loads(fix("a.txt", "--format", "json").stdout)
    offered = {item["rule"]: item["fixes"] for item in report["violations"] if item["fixes"]}
    place = {"source": "a.txt", "line": 2, "column": 5, "end_line": 2, "end_column": 5}
    assert offered["mend/plain-http"] == [
        {"safe": True, "edits": [{"offset": 8, "end_offset": 8, "text": "s", "place": place}]}
    ]
    assert report["summary"]["fixable"] == {"safe": 1, "unsafe": 1}
    text = fix("a.txt").stdout
    assert "mend/plain-http  [fixable with --fix]" in text
    assert "mend/emoji  [fixable with --unsafe-fixes]" in text
    chinese = fix("a.txt", "--lang", "zh").stdout
    assert "[可自动修复]" in chinese
    assert "1 处可用 --fix 自动修复" in chinese


def test_sarif_carries_the_fix(fix: Fix, write: Write) -> None:
    write("a.txt", "http://shop.example\n")
    [result] = [
        item
        for item in json.loads(fix("a.txt", "--format", "sarif").stdout)["runs"][0]["results"]
        if item["ruleId"] == "mend/plain-http"
    ]
    region = {"startLine": 1, "startColumn": 5, "endLine": 1, "endColumn": 5}
    assert result["fixes"] == [
        {
            "description": {"text": "[fixable with --fix]"},
            "artifactChanges": [
                {
                    "artifactLocation": {"uri": "a.txt"},
                    "replacements": [{"deletedRegion": region, "insertedContent": {"text": "s"}}],
                }
            ],
        }
    ]


PIECES = st.sampled_from(
    ["Hi", " ", "\n", "\r\n", "\n\n\n", "\u200b", "\u200d", "😊", "👍🏽", "http://shop.example", "文", "a",
     '"', ",", "\\", "leave a 5-star review", "hurry up", "quickly", "{x}", "<b>", "\ufeff"]
)  # fmt: skip


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(pieces=st.lists(PIECES, max_size=14), kind=st.sampled_from(["txt", "md", "jsonl", "csv"]))
def test_fixing_twice_is_fixing_once(fix: Fix, write: Write, pieces: list[str], kind: str) -> None:
    text = "".join(pieces)
    quoted = text.replace('"', '""')
    written = {"jsonl": json.dumps({"text": text}) + "\n", "csv": f'id,text\n1,"{quoted}"\n'}.get(kind, text)
    path = write(f"x.{kind}", written)
    before = fix(path.name, "--format", "json", "--allow-empty")
    fix(path.name, "--fix", "--unsafe-fixes", "--allow-empty")
    once = path.read_bytes()
    after = fix(path.name, "--fix", "--unsafe-fixes", "--format", "json", "--allow-empty")
    assert path.read_bytes() == once
    counts = [len(json.loads(report.stdout)["violations"]) for report in (before, after)]
    assert counts[1] <= counts[0]
