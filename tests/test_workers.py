"""Worker processes give results in order, read no further ahead than they must, and leave nothing behind."""

from __future__ import annotations

import multiprocessing
import os
import signal
import time
from collections.abc import Iterator
from typing import Any

import pytest

from msglint import workers
from msglint.workers import AHEAD, LOST, Workers


def slow_square(number: int) -> int:
    time.sleep(0.02 if number % 3 == 0 else 0)
    return number * number


def fragile(number: int) -> int:
    if number == 3:
        os.kill(os.getpid(), signal.SIGKILL if hasattr(signal, "SIGKILL") else signal.SIGTERM)
    return number


def large(size: int) -> str:
    return "x" * size


@pytest.fixture(params=["fork", "spawn"])
def method(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    name = str(request.param)
    if name not in multiprocessing.get_all_start_methods() or (
        name == "fork" and workers.start_method() != name
    ):
        pytest.skip(f"{name} is not safe here")
    monkeypatch.setattr(workers, "start_method", lambda: name)
    return name


@pytest.mark.usefixtures("method")
def test_results_come_in_the_order_of_the_tasks() -> None:
    tasks = [(f"task {number}", number if number % 5 else None) for number in range(40)]
    with Workers(2, slow_square) as pool:
        found = list(pool.map(tasks))
    assert found == [(key, None if task is None else task * task) for key, task in tasks]


@pytest.mark.usefixtures("method")
def test_large_tasks_and_results_do_not_block() -> None:
    with Workers(2, large) as pool:
        found = [len(str(result)) for _, result in pool.map((None, 1_000_000) for _ in range(10))]
    assert found == [1_000_000] * 10


def test_no_more_is_read_than_can_be_under_way() -> None:
    read = 0

    def tasks() -> Iterator[tuple[int, int | None]]:
        nonlocal read
        for number in range(1000):
            read += 1
            yield number, number

    with Workers(2, slow_square) as pool:
        for key, _ in pool.map(tasks()):
            assert read - key <= AHEAD * 2 + 1


def test_a_task_that_kills_its_worker_is_lost_and_the_others_are_done() -> None:
    with Workers(2, fragile) as pool:
        found = dict(pool.map((number, number) for number in range(12)))
    assert found == {**{number: number for number in range(12)}, 3: LOST}


def test_nothing_is_left_running_after_an_error() -> None:
    def interrupted() -> Iterator[tuple[int, Any]]:
        yield from ((number, number) for number in range(6))
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt), Workers(2, slow_square) as pool:
        list(pool.map(interrupted()))
    assert not multiprocessing.active_children()


def test_no_process_is_started_without_a_task() -> None:
    with Workers(2, slow_square) as pool:
        assert list(pool.map([("known", None)])) == [("known", None)]
        assert not multiprocessing.active_children()
