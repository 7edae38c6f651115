"""What a whole run over one small file costs, in processor time, against the import line of its libraries.

The runs find byte code, as in an installation, and take turns, so that a busy machine disturbs all alike.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from typing import NamedTuple

CLEAN = "Please confirm the address so that the carrier can deliver the parcel.\n"
CHINESE = "往返现场需要两天，友好评价是最大的鼓励，请确认收货地址是否完整。\n"
IMPORT_LINE = "import click, regex, yaml"
MSGLINT = ("-m", "msglint")
CHECK = (*MSGLINT, "check")
CONTEXT = ("--channel", "message", "--market", "US")


class Row(NamedTuple):
    """A kind of run, its seconds of processor time (the least of several), in import lines too."""

    name: str
    seconds: float
    ratio: float


def rows(folder: Path, repeat: int) -> Iterator[Row]:
    """Yield a row for each kind of run."""
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": str(folder / "pycache")}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    runs = _runs(folder)
    times: dict[str, list[float]] = {name: [] for name in runs}
    for turn in range(repeat + 1):  # The first makes byte code and compiles the packs.
        for name, arguments in runs.items():
            seconds = _processor_time((sys.executable, *arguments()), environment)
            if turn:
                times[name].append(seconds)
    line = min(times[f"python -c '{IMPORT_LINE}'"])
    for name, measured in times.items():
        yield Row(name, min(measured), min(measured) / line)


def _runs(folder: Path) -> dict[str, Callable[[], tuple[str, ...]]]:
    """Return what to give Python, by the name of the run."""
    numbers = count()

    def new(text: str) -> str:
        """Return a file whose text no run has seen."""
        path = folder / "new.txt"
        path.write_text(f"{next(numbers)}. {text}", encoding="utf-8")
        return str(path)

    (folder / "clean.txt").write_text(CLEAN, encoding="utf-8")
    (folder / "chinese.txt").write_text(CHINESE, encoding="utf-8")
    return {
        "bare Python": lambda: ("-c", "pass"),
        f"python -c '{IMPORT_LINE}'": lambda: ("-c", IMPORT_LINE),
        "msglint --version": lambda: (*MSGLINT, "--version"),
        "msglint --help": lambda: (*MSGLINT, "--help"),
        "check clean.txt, judged before": lambda: (*CHECK, str(folder / "clean.txt")),
        "the same with --channel and --market": lambda: (*CHECK, *CONTEXT, str(folder / "clean.txt")),
        "check chinese.txt, judged before": lambda: (*CHECK, str(folder / "chinese.txt")),
        "check of a new clean text": lambda: (*CHECK, new(CLEAN)),
        "check of a new Chinese text, whose hits need word ends": lambda: (*CHECK, new(CHINESE)),
    }


def _processor_time(command: tuple[str, ...], environment: dict[str, str]) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, env=environment, capture_output=True, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime
