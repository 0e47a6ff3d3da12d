"""Timing a function or a process."""

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable


def seconds(work: Callable[[], object], *, runs: int = 7) -> float:
    """Return the median time of some runs of a function, after one that does not count."""
    work()
    return statistics.median(_once(work) for _ in range(runs))


def _once(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def cpu_seconds(*works: Callable[[], object], rounds: int = 5) -> tuple[float, ...]:
    """Return the least processor time of each function.

    In each round every function runs once, so that other work of the machine slows down all of them alike. The first
    round does not count.
    """
    times = [[_cpu(work) for work in works] for _ in range(rounds + 1)][1:]
    return tuple(map(min, zip(*times, strict=True)))


def _cpu(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def process_seconds(*words: str, runs: int = 7) -> float:
    """Return the median time of a whole Python process with these arguments."""
    return seconds(lambda: subprocess.run([sys.executable, *words], check=True, capture_output=True), runs=runs)


def process_cpu_seconds(*command: str, runs: int = 5) -> float:
    """Return the least processor time of a whole process, user and system together."""
    times = []
    for _ in range(runs):
        before = os.times()
        subprocess.run(command, check=True, capture_output=True)
        after = os.times()
        times.append(after.children_user - before.children_user + after.children_system - before.children_system)
    return min(times)


_PEAK = """
import resource, subprocess, sys
subprocess.run([sys.executable, *sys.argv[1:]], check=True, capture_output=True)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""


def peak_mebibytes(*words: str) -> float:
    """Return the peak memory of a Python process with these arguments, in MiB.

    A small process starts it, because a new process also counts the memory of the one that it was forked from.
    """
    done = subprocess.run([sys.executable, "-c", _PEAK, *words], check=True, capture_output=True, text=True)
    return int(done.stdout) / 1024


def report(what: str, ours: float, peer: str, theirs: float, target: str) -> None:
    """Print a measurement beside its peer."""
    print(f"{what}: {ours * 1000:.0f} ms; {peer}: {theirs * 1000:.0f} ms; ratio {ours / theirs:.2f} (target: {target})")
