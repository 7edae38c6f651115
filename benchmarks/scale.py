"""Measures large runs of `check`: many files, one large file, nothing changed since; and other programs."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from threading import Event, Thread
from time import perf_counter

from benchmarks import peers
from benchmarks.messages import Message, messages
from msglint import results
from msglint.cache import cache_folder

CHECK = ("-m", "msglint", "check", "--channel", "message", "--platform", "amazon", "--market", "US")
QUIET = ("--format", "jsonl")
SHORT = 200
"""Characters of the messages in the one large file."""


@dataclass(frozen=True, slots=True)
class Run:
    """What a run took: seconds, processor seconds of all its processes, and most megabytes of their memory.

    Memory that processes share counts once; None where the system does not tell.
    """

    seconds: float
    processor: float
    megabytes: float | None
    output: bytes


def check(*arguments: str) -> Run:
    """Run `check` as its user would."""
    before = os.times()
    start = perf_counter()
    process = subprocess.Popen([sys.executable, *CHECK, *arguments], stdout=subprocess.PIPE)
    memory = Memory(process.pid)
    output, _ = process.communicate()
    seconds, after = perf_counter() - start, os.times()
    spent = after.children_user + after.children_system - before.children_user - before.children_system
    return Run(seconds, spent, memory.most(), output)


class Memory:
    """Watches the memory of a process and of those it starts."""

    def __init__(self, pid: int) -> None:
        self._pid = pid
        self._most = 0
        self._ended = Event()
        self._watch = Thread(target=self._look, daemon=True)
        self._watch.start()

    def most(self) -> float | None:
        """End watching and return the most that was seen, in megabytes."""
        self._ended.set()
        self._watch.join()
        return self._most / 1000 or None

    def _look(self) -> None:
        while not self._ended.wait(0.5):
            self._most = max(self._most, sum(map(_kilobytes, _family(self._pid))))


def _family(pid: int) -> Iterator[int]:
    yield pid
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except OSError:
        return
    for child in children:
        yield from _family(int(child))


def _kilobytes(pid: int) -> int:
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:"))


def many_files(folder: Path, count: int) -> Iterator[str]:
    """Yield the rows about many small files."""
    made = list(messages(count))
    size = sum(len(message.text.encode()) for message in made)
    (folder / "many").mkdir()
    for number, message in enumerate(made):
        (folder / "many" / f"{number:06}.txt").write_text(message.text, encoding="utf-8", newline="")
    source = str(folder / "many")
    check("-q", f"{source}/000000.txt")  # compiles the packs
    one = judged_anew("--jobs", "1", source)
    two = judged_anew("--jobs", "2", source)
    again = check(*QUIET, "--jobs", "2", source)
    same = "the same" if one.output == two.output == again.output else "NOT THE SAME"
    planted = sum(message.planted is not None for message in made)
    yield row(f"{count} files, {size / 1e6:.1f} MB, two workers", f"{size / two.seconds / 1e6:.3f} MB/s")
    yield row("— planted sentences that are found", f"{sum(_found(made, two.output))} of {planted}")
    yield from _shared(one, two)
    yield row("— nothing changed since: time, processor time", _against(again, two))
    yield row("— bytes with one worker, with two, and from the cache", same)
    twenty = [f"{source}/{number:06}.txt" for number in range(20)]
    alone, together = judged_anew(twenty[0]), judged_anew(*twenty)
    yield row(
        "20 files (as pre-commit gives them) against one: time, processor time", _against(together, alone)
    )
    for name, pace in peers.rows(folder, source, size):
        yield row(f"{name}, 300 phrases, the same files", pace)


def _found(made: list[Message], output: bytes) -> Iterator[bool]:
    """Say of each planted sentence whether a violation touches it."""
    spans: dict[int, list[tuple[int, int]]] = {}
    for line in output.splitlines():
        item = json.loads(line)
        if item["type"] == "violation" and item["offset"] is not None:
            spans.setdefault(item["document"], []).append((item["offset"], item["end_offset"]))
    for number, message in enumerate(made):
        if message.planted:
            start = message.text.index(message.planted)
            end = start + len(message.planted)
            yield any(low < end and start < high for low, high in spans.get(number, ()))


def one_file(folder: Path, count: int) -> Iterator[str]:
    """Yield the rows about one large file of records."""
    path, tenth = folder / "large.jsonl", folder / "tenth.jsonl"
    _write_records(path, count)
    _write_records(tenth, count // 10)
    (folder / "msglint.yaml").write_text("limits: {file_mb: 4000}\n", encoding="utf-8")
    few, one, two = (
        judged_anew("--jobs", jobs, str(file)) for jobs, file in (("1", tenth), ("1", path), ("2", path))
    )
    size = path.stat().st_size
    yield row(
        f"{count} messages in one file, {size / 1e6:.1f} MB, two workers",
        f"{size / two.seconds / 1e6:.3f} MB/s",
    )
    yield from _shared(one, two)
    yield row("— against a tenth of them, one worker: time, processor time", _against(one, few))
    if few.megabytes and one.megabytes and two.megabytes:
        yield row("— memory, a tenth of them, one worker", f"{few.megabytes:.0f} MB")
        yield row("— memory, one and two workers", f"{one.megabytes:.0f} and {two.megabytes:.0f} MB")


def _write_records(path: Path, count: int) -> None:
    with path.open("w", encoding="utf-8", newline="\n") as file:
        for number, message in enumerate(messages(count, SHORT)):
            file.write(json.dumps({"id": str(number), "text": message.text}, ensure_ascii=False) + "\n")


def judged_anew(*arguments: str) -> Run:
    """Run `check` with compiled packs and without earlier results."""
    shutil.rmtree(cache_folder() / results.FOLDER, ignore_errors=True)
    return check(*QUIET, *arguments)


def row(what: str, measured: str) -> str:
    """Return a row of the table."""
    return f"| {what} | {measured} |"


def _shared(one: Run, two: Run) -> Iterator[str]:
    yield row("— two workers against one: time, processor time", _against(two, one))


def _against(run: Run, other: Run) -> str:
    return f"{run.seconds / other.seconds:.2f}, {run.processor / other.processor:.2f}"
