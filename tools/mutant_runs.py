"""A pytest plugin that runs the tests of each mutant in a fork."""

import json
import os
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import accumulate
from pathlib import Path

import pytest
from mutmut.state import state

ACTIVE, CALLS = "MUTANT_UNDER_TEST", "stats"
"""The environment variable in which mutmut looks for the mutant, and its value to note calls instead."""
_CACHE = "COPROD_CACHE"
_TIMES, _SECONDS, _WAITING, _MEMORY = 10, 10, 600, 6 << 30
_CONTROL = 30
"""How many mutants there are for each run without one, which must pass."""
_SHARING = 25
"""How many tests to run that call a function only in a fixture that many tests share."""


class MutantRuns:
    """Runs of the tests that call each mutant's function, and the mutants that survive them.

    `budget` is how many seconds the tests of a mutant may usually take together. Slower tests are left out.
    """

    def __init__(self, mutants: list[str], budget: float) -> None:
        self.survivors: list[str] = []
        self._mutants, self._budget = mutants, budget
        self._tests: list[str] = []
        self._calls: dict[str, set[str]] = defaultdict(set)
        self._shared: dict[str, set[str]] = defaultdict(set)
        self._seconds: dict[str, float] = defaultdict(float)

    def tests_of(self, mutant: str) -> list[str]:
        """Return the tests that call a mutant's function, quickest first.

        After them come some tests that call it only in a fixture.
        """
        function = _function(mutant)
        own = [test for test in self._tests if function in self._calls[test]]
        shared = [test for test in self._tests if function in self._shared[test] - self._calls[test]]
        times = accumulate(self._seconds[test] for test in (*own, *shared[:_SHARING]))
        return [test for test, time in zip((*own, *shared), times, strict=False) if time < self._budget] or own[:1]

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Run all tests to see what they call, then some for each mutant."""
        if session.testsfailed:
            raise session.Interrupted("not all tests can be collected")
        session.config.pluginmanager.unregister(name="terminalreporter")
        early = set(state()._stats)
        state()._stats.clear()
        with tempfile.TemporaryDirectory() as folder:
            self._learn(session.items, Path(folder) / "calls.json")
        items = {item.nodeid: item for item in session.items}
        for number, mutant in enumerate(self._mutants, 1):
            tests = [items[test] for test in self.tests_of(mutant)]
            with _cache_for(mutant):
                if number % _CONTROL == 1 and not self._passes("none", tests):
                    raise pytest.UsageError(f"a test fails without the mutant {mutant}")
                if tests or _function(mutant) not in early:
                    survives = self._passes(mutant, tests)
                else:
                    survives = _passes_afresh(mutant, session.items)
            self.survivors += [mutant] * survives
            verdict = "survived" if survives else "killed"
            print(f"{number} of {len(self._mutants)}: {verdict} {mutant}", file=sys.__stderr__, flush=True)
        return True

    def _learn(self, items: list[pytest.Item], report: Path) -> None:
        if not self._passes(CALLS, items, report):
            raise pytest.UsageError("a test fails without a mutant")
        calls, shared, self._seconds = json.loads(report.read_text())
        self._seconds = defaultdict(float, self._seconds)
        self._calls.update((test, set(functions)) for test, functions in calls.items())
        self._shared.update((item.nodeid, _called_by(item, shared)) for item in items)
        self._tests = sorted(self._calls, key=self._seconds.__getitem__)

    def _passes(self, mutant: str, items: list[pytest.Item], report: Path | None = None) -> bool:
        """Return whether all tests pass within their time in a fork.

        If `report` is given, there is no time limit, and the fork writes what the tests call to that file.
        """
        limit = _SECONDS + _TIMES * sum(self._seconds[item.nodeid] for item in items)
        child = os.fork()
        if child:
            return os.waitpid(child, 0)[1] == 0
        try:
            if not report:
                resource.setrlimit(resource.RLIMIT_CPU, (int(limit), int(limit)))
                signal.alarm(_WAITING)
            resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
            os.environ[ACTIVE] = mutant
            for item, following in zip(items, [*items[1:], None][: len(items)], strict=True):
                item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
            if report:
                report.write_text(json.dumps([self._calls, self._shared, self._seconds], default=list))
            os._exit(0)
        finally:
            os._exit(1)

    @pytest.hookimpl(wrapper=True)
    def pytest_fixture_setup(self, fixturedef: pytest.FixtureDef[object]) -> Iterator[None]:
        """Note what a fixture calls for all tests that share it."""
        before = set(state()._stats)
        state()._stats.clear()
        try:
            return (yield)
        finally:
            if fixturedef.scope != "function":
                self._shared[fixturedef.argname] |= state()._stats
            state()._stats.update(before)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Note what a test calls and how long it takes.

        In a fork, the first failure ends the run.
        """
        self._calls[report.nodeid] |= state()._stats
        self._seconds[report.nodeid] += report.duration
        state()._stats.clear()
        if report.failed:
            os._exit(1)


def _function(mutant: str) -> str:
    return mutant.partition("__mutmut")[0]


def _passes_afresh(mutant: str, items: list[pytest.Item]) -> bool:
    """Return whether the tests of a mutant's folder pass in a new process.

    This is for a mutant whose function is called before tests are run.
    """
    folder = mutant.split(".")[1]
    tests = sorted({item.nodeid.partition("::")[0] for item in items if f"/{folder}/" in item.nodeid})
    environment = {**os.environ, ACTIVE: mutant}
    run = [sys.executable, "-m", "tools.mutants", "--afresh", "--tests", *tests]
    try:
        return subprocess.run(run, env=environment, capture_output=True, check=False, timeout=_WAITING).returncode == 0
    except subprocess.TimeoutExpired:
        return False


def _called_by(item: pytest.Item, shared: dict[str, list[str]]) -> set[str]:
    return {function for name in getattr(item, "fixturenames", ()) for function in shared.get(name, ())}


@contextmanager
def _cache_for(mutant: str) -> Iterator[None]:
    """Give a mutant its own copy of the cached content.

    A mutant of the package `files`, which reads content, starts without a copy.
    """
    kept = os.environ[_CACHE]
    with tempfile.TemporaryDirectory() as folder:
        os.environ[_CACHE] = f"{folder}/cache"
        if ".files." not in mutant:
            shutil.copytree(kept, os.environ[_CACHE])
        yield
    os.environ[_CACHE] = kept
