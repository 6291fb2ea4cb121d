"""How measures are taken: work beside its floor, in turns, the median of several runs."""

from __future__ import annotations

import functools
import gc
import statistics
import sys
import time
from collections.abc import Callable
from typing import NamedTuple

RUNS = 7
_REMEMBERING = type(functools.cache(len))

Task = Callable[[], object]


class Measure(NamedTuple):
    """A piece of work beside its floor; ``most`` is how many times its floor it should take.

    ``before`` is done before each run and not measured.
    """

    name: str
    floor: str
    work: Task
    least: Task
    most: float | None = None
    before: Task = gc.collect


def report(measure: Measure) -> str:
    """One line: the work, its median, how many times its floor, what was aimed at."""
    work, least = [], []
    for _ in range(RUNS):
        work.append(_seconds(measure.work, measure.before))
        least.append(_seconds(measure.least, measure.before))
    spent, floor = statistics.median(work), statistics.median(least)
    times = f"{spent / floor:>9.1f} x {measure.floor} ({floor * 1000:.2f} ms)"
    aim = f", aimed at {measure.most:g} x" if measure.most else ""
    return f"{measure.name:<48}{spent * 1000:>9.1f} ms {times}{aim}"


def _seconds(task: Task, before: Task) -> float:
    before()
    gc.collect()
    begun = time.perf_counter()
    task()
    return time.perf_counter() - begun


def forget() -> None:
    """Let everything be forgotten that is remembered of texts; data and patterns are kept.

    What is remembered of texts has a limit, what is read from data has none.
    """
    for one in gc.get_objects():
        if isinstance(one, _REMEMBERING) and one.cache_parameters()["maxsize"]:
            one.cache_clear()


def peak(task: Task) -> int:
    """The most bytes that Python held at once for the task, beyond what it held before."""
    import tracemalloc  # noqa: PLC0415 - it slows everything down once it is on

    gc.collect()
    tracemalloc.start()
    try:
        task()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def heading() -> str:
    """What was measured with."""
    return f"median of {RUNS} runs each, Python {sys.version.split()[0]}"
