"""Measures msglint and prints a table: `python -m benchmarks.run`.

Every figure is the best of several runs, which a busy machine disturbs least; figures of one run of this
program may be compared, others not. The tests time nothing.
"""

from __future__ import annotations

import argparse
import os
import platform
import tempfile
from collections.abc import Callable, Sequence
from itertools import chain
from pathlib import Path
from time import perf_counter

from benchmarks import disguise, growth, scale, start
from benchmarks.messages import messages


def best(repeat: int, work: Callable[[], object]) -> float:
    """Return the seconds of the fastest of several runs."""
    times = []
    for _ in range(repeat):
        start = perf_counter()
        work()
        times.append(perf_counter() - start)
    return min(times)


def scan(count: int, repeat: int) -> list[tuple[str, int, float, float]]:
    """Return language, messages, milliseconds a message and MB/s of `Linter.check`, all default packs."""
    from msglint.linter import Linter

    linter = Linter.from_packs()
    rows = []
    made = list(messages(count))
    for language in ("en", "zh", "mixed"):
        texts = [message.text for message in made if message.language == language]
        linter.check(texts[0])
        seconds = sum(best(repeat, lambda text=text: linter.check(text)) for text in texts)  # type: ignore[misc]
        size = sum(len(text.encode()) for text in texts)
        rows.append((language, len(texts), 1000 * seconds / len(texts), size / seconds / 1e6))
    return rows


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--messages", type=int, default=600)
    parser.add_argument("--repeat", type=int, default=5)
    parser.add_argument("--kilobytes", type=int, default=100, help="of a text; another has ten times it")
    parser.add_argument("--files", type=int, default=5000)
    parser.add_argument("--records", type=int, default=200_000)
    parser.add_argument("--only-scale", action="store_true")
    parser.add_argument("--only-start", action="store_true")
    given = parser.parse_args(arguments)
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0
    print(f"Python {platform.python_version()}, {os.cpu_count()} cores, load {load:.1f}\n")
    if given.only_start:
        with tempfile.TemporaryDirectory() as folder:
            os.environ["MSGLINT_CACHE_DIR"] = folder
            started(Path(folder), given.repeat)
        return
    if not given.only_scale:
        small(given.messages, given.repeat, given.kilobytes)
    with tempfile.TemporaryDirectory() as folder:
        os.environ["MSGLINT_CACHE_DIR"] = str(Path(folder, "cache"))
        print("\n| large run | measured |\n|---|---|")
        large = (scale.many_files(Path(folder), given.files), scale.one_file(Path(folder), given.records))
        for row in chain.from_iterable(large):
            print(row, flush=True)


def started(folder: Path, repeat: int) -> None:
    """Print what whole runs over one small file take."""
    print("| whole run | CPU ms | against the import line |\n|---|---|---|")
    for item in start.rows(folder, repeat):
        print(f"| {item.name} | {1000 * item.seconds:.0f} | {item.ratio:.2f} |")


def small(count: int, repeat: int, kilobytes: int) -> None:
    """Print what one small file and messages in one process take."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["MSGLINT_CACHE_DIR"] = folder
        started(Path(folder), repeat)
        print("\n| `Linter.check` | messages | ms each | MB/s |\n|---|---|---|---|")
        for language, texts, milliseconds, speed in scan(count, repeat):
            print(f"| {language} | {texts} | {milliseconds:.1f} | {speed:.3f} |")
    print("\n| how time grows | times |\n|---|---|")
    for item in growth.rows(min(count, 60), kilobytes):
        print(f"| {item.name} | {item.ratio:.2f} |")
    print("\n| text | messages | folding / scan | deciphering / scan | deciphering / judging |")
    print("|---|---|---|---|---|")
    for row in disguise.rows(count, repeat):
        print(
            f"| {row.kind} | {row.messages} | {row.folding:.2f} | {row.deciphering:.2f} | {row.judging:.3f} |"
        )


if __name__ == "__main__":
    main()
