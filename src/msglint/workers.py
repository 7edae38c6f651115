"""Work in several processes, with the results in the order of the tasks and a bounded number under way.

A worker is handed a task only when it waits for one, so that neither side ever blocks on a full pipe, and no
thread is needed on this side. It ends when its pipe is closed, even if this process was killed.
"""

from __future__ import annotations

import multiprocessing
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from pathlib import Path
from types import TracebackType
from typing import Any, Generic, Self, TypeVar

from msglint.frozen import Frozen

T = TypeVar("T")
R = TypeVar("R")
K = TypeVar("K")

AHEAD = 4
"""Tasks for each worker that may be under way or wait for their turn."""


class Lost:
    """The result of a task whose worker ended, killed or out of memory."""


LOST = Lost()


@dataclass(slots=True)
class Job(Generic[K, T, R]):
    """A task with what it belongs to; `task` is None where nothing is to be done."""

    key: K
    task: T | None
    result: R | Lost | None = None
    is_done: bool = False


class Worker(Frozen):
    """A process and this side's end of its pipe."""

    process: BaseProcess
    pipe: Connection[Any, Any]


class Workers(Generic[T, R]):
    """Up to `count` processes that do `work`, started when there is something to do.

    Under Linux they are forked: nothing is loaded twice, and what was compiled is shared. Where other threads
    run, or on other systems, a fork may deadlock; there they start anew, and `work` has to be picklable.
    """

    def __init__(self, count: int, work: Callable[[T], R]) -> None:
        self._count = count
        self._work = work
        self._idle: list[Worker] = []
        self._busy: dict[Connection[Any, Any], tuple[Worker, Job[Any, T, R]]] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, _: BaseException | None, __: TracebackType | None
    ) -> None:
        """End the workers; after an error without waiting for what they do."""
        every = [*self._idle, *(worker for worker, _ in self._busy.values())]
        for worker in every:
            worker.pipe.close()
            if kind is not None or worker not in self._idle:
                worker.process.terminate()
        for worker in every:
            worker.process.join()
        self._idle, self._busy = [], {}

    def map(self, tasks: Iterable[tuple[K, T | None]]) -> Iterator[tuple[K, R | Lost | None]]:
        """Yield each key with the result of its task (None: there is no task), in the order of the tasks."""
        source = iter(tasks)
        waiting: deque[Job[K, T, R]] = deque()
        unassigned: deque[Job[K, T, R]] = deque()
        is_open = True
        while is_open or waiting:
            self._collect(block=False)
            self._assign(unassigned)
            if waiting and waiting[0].is_done:
                job = waiting.popleft()
                yield job.key, job.result
            elif is_open and len(waiting) < AHEAD * self._count:
                given = next(source, None)
                is_open = given is not None
                if given is not None:
                    job = Job(*given, is_done=given[1] is None)
                    waiting.append(job)
                    if not job.is_done:
                        unassigned.append(job)
            else:
                self._collect(block=True)

    def _assign(self, unassigned: deque[Job[Any, T, R]]) -> None:
        while unassigned and (self._idle or len(self._busy) < self._count):
            worker = self._idle.pop() if self._idle else self._started()
            job = unassigned.popleft()
            try:
                worker.pipe.send(job.task)
            except OSError:
                _give_up(worker, job)
            else:
                self._busy[worker.pipe] = worker, job

    def _collect(self, *, block: bool) -> None:
        """Take in the results that are there; with `block`, wait for one."""
        ready = set(wait(list(self._busy), None if block else 0)) if self._busy else ()
        for pipe in [pipe for pipe in self._busy if pipe in ready]:
            worker, job = self._busy.pop(pipe)
            try:
                job.result = worker.pipe.recv()
            except (EOFError, OSError):
                _give_up(worker, job)
            else:
                self._idle.append(worker)
            job.is_done = True

    def _started(self) -> Worker:
        context = multiprocessing.get_context(start_method())
        ours, theirs = context.Pipe()
        # A forked worker holds our ends of the pipes; it would not notice that they are closed.
        forked = context.get_start_method() == "fork"
        inherited = (*(worker.pipe for worker in self._idle), *self._busy, ours) if forked else ()
        process = context.Process(target=_serve, args=(theirs, self._work, inherited), daemon=True)  # type: ignore[attr-defined]
        process.start()
        theirs.close()
        return Worker(process, ours)


def start_method() -> str:
    """Return how worker processes start: `fork` where that is safe, else `spawn`."""
    is_alone = threading.active_count() == 1 and _native_threads() == 1
    return "fork" if sys.platform == "linux" and is_alone else "spawn"


def _native_threads() -> int:
    """Return how many threads this process has, those of libraries included, as Linux tells."""
    try:
        return len(list(Path("/proc/self/task").iterdir()))
    except OSError:
        return 0


def _give_up(worker: Worker, job: Job[Any, Any, Any]) -> None:
    worker.pipe.close()
    worker.process.terminate()
    worker.process.join()
    job.result, job.is_done = LOST, True


def _serve(pipe: Connection[Any, Any], work: Callable[[Any], Any], inherited: Iterable[Any]) -> None:
    """Do task after task until the pipe is closed; an interrupt from the keyboard is the parent's matter."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for other in inherited:
        other.close()
    try:
        while True:
            pipe.send(work(pipe.recv()))
    except (EOFError, OSError):
        pipe.close()
