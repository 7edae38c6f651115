"""Worker processes and the cache change nothing of what a run says: not a byte, and not how it ends."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from msglint import cache, results
from tests.cli.conftest import Write

PACKS = ("--pack", "amazon-reviews")
BAD = "Leave a good review and win a gift card. Call 415-555-0100."
CONFIG = """
files:
  - {paths: "*", channel: message}
suppress:
  - {rule: amazon-reviews/positive-ask, paths: b.txt, reason: agreed}
"""

Start = Callable[..., "subprocess.Popen[bytes]"]

INTERRUPTIBLE = """
import runpy, signal
signal.signal(signal.SIGINT, signal.default_int_handler)
runpy.run_module("msglint", run_name="__main__", alter_sys=True)
"""
"""Runs the program so that an interrupt counts, also where the shell of the tests ignores interrupts."""


@pytest.fixture
def start(shop: Path) -> Start:
    """Start the program itself, with the shipped packs."""

    def started(*arguments: str) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            [sys.executable, "-c", INTERRUPTIBLE, *arguments],
            cwd=shop,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            start_new_session=True,
        )

    return started


def ended(process: subprocess.Popen[bytes]) -> tuple[int, bytes, bytes]:
    out, err = process.communicate(timeout=300)
    return process.returncode, out, err


@pytest.fixture
def many(write: Write) -> None:
    """Copy of several formats: bad, clean, broken and long, so that it makes many batches."""
    lines = [json.dumps({"id": str(n), "text": BAD if n % 7 == 0 else f"Hello {n}."}) for n in range(450)]
    lines[225] = "{broken"
    write("a.jsonl", "\n".join(lines))
    write("b.txt", BAD)
    write("c.md", f"<!-- msglint: ignore[nothing] because -->\n{BAD}\n")
    write("d.bin.txt", b"\x00\x01")
    write("e.csv", "id,text\n" + "".join(f'{n},"Message {n}. {BAD}"\n' for n in range(30)))
    write("f.eml", f"Subject: Hello\n\n{BAD}\n")
    write("g.txt", "好评返现10元，" * 10)
    write("msglint.yaml", CONFIG)


@pytest.mark.usefixtures("many")
def test_workers_and_the_cache_change_no_byte(start: Start, shop: Path) -> None:
    files = ["a.jsonl", "b.txt", "c.md", "d.bin.txt", "e.csv", "f.eml", "g.txt"]
    reports = ["--output", "json=out.json", "--output", "sarif=out.sarif"]

    def told(*how: str) -> list[object]:
        run = ended(start("check", *how, *PACKS, *reports, *files))
        return [*run, *((shop / name).read_bytes() for name in ("out.json", "out.sarif"))]

    alone = told("--jobs", "1", "--no-cache")
    assert alone[0] == 2
    assert json.loads((shop / "out.json").read_bytes())["summary"]["documents"] > 480
    assert told("--jobs", "2", "--no-cache") == alone
    assert told("--jobs", "3") == alone
    assert told() == alone


@pytest.mark.usefixtures("many")
def test_a_baseline_holds_with_workers(start: Start, write: Write) -> None:
    write("msglint.yaml", f"packs: {PACKS[1]}\n")
    assert ended(start("baseline", "a.jsonl", "e.csv"))[0] == 2
    alone = ended(start("check", "--jobs", "1", "--format", "json", "a.jsonl", "e.csv"))
    shared = ended(start("check", "--jobs", "2", "--no-cache", "--format", "json", "a.jsonl", "e.csv"))
    assert shared == alone
    assert json.loads(shared[1])["summary"]["baselined"] > 80


def test_what_is_kept_is_used(
    run: Callable[..., object], write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    write("note.txt", BAD)
    first = run("check", "note.txt")
    judged: list[object] = []
    monkeypatch.setattr("msglint.linter.Linter.judge", lambda _, document: judged.append(document))
    again = run("check", "note.txt")
    assert not judged
    assert again.stdout == first.stdout  # type: ignore[attr-defined]


def test_without_the_cache_nothing_is_kept(run: Callable[..., object], write: Write) -> None:
    write("note.txt", BAD)
    before = sorted(cache.cache_folder().rglob("*"))
    run("check", "--no-cache", "note.txt")
    assert sorted(cache.cache_folder().rglob("*")) == before
    assert not (cache.cache_folder() / results.FOLDER).exists()


@pytest.mark.skipif(sys.platform == "win32", reason="there is no signal for a group of processes")
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_an_interrupt_ends_everything_at_once(start: Start, write: Write, jobs: str) -> None:
    text = json.dumps({"text": f"{BAD} " * 40})
    write("large.jsonl", f"{text}\n" * 1500)
    write("small.txt", BAD)
    process = start(
        "check", *PACKS, "--jobs", jobs, "--no-cache", "--format", "jsonl", "small.txt", "large.jsonl"
    )
    assert process.stdout
    while b'"violation"' not in process.stdout.readline():
        assert process.poll() is None
    os.killpg(process.pid, signal.SIGINT)
    status, _, err = ended(process)
    assert status == 130
    assert b"Traceback" not in err
    for _ in range(100):
        try:
            os.killpg(process.pid, 0)
        except ProcessLookupError:
            break
        time.sleep(0.1)
    else:
        pytest.fail("a worker is still running")


LENGTH = """
pack: own
title: {en: Own, zh: 自有}
rules:
  - id: length
    category: conduct
    severity: warning
    facts: [DEMO-01]
    message: {en: "Too long.", zh: "过长。"}
    limit: {measure: characters, max: 5}
    examples:
      flag: ["Hello you", "Hello me", "Hello us"]
      pass: ["Hi", "Ho", "Ha"]
"""


@pytest.mark.parametrize(
    "rules", ["own/length: {max: 9}", "own/length: off", "own/length: {severity: error}"]
)
def test_another_configuration_is_another_result(
    check_json: Callable[..., Any], write: Write, rules: str
) -> None:
    write("own.yaml", LENGTH)
    write("note.txt", "Hello")
    write("long.txt", "Hello you")
    write("msglint.yaml", "packs: [./own.yaml]\n")
    before = check_json("long.txt")
    write("msglint.yaml", f"packs: [./own.yaml]\nrules:\n  {rules}\n")
    after = check_json("long.txt")
    assert [item["severity"] for item in before["violations"]] == ["warning"]
    assert [item["severity"] for item in after["violations"]] == (["error"] if "error" in rules else [])
