"""Measure how many small changes to the code the tests notice.

This works on Linux only.

Run `make mutants`, or `python -m tools.mutants --count 150 --seed 1`. Mutmut makes mutants, functions with one change
each. A sample is drawn from every folder. One process collects the tests, and a fork of it for each mutant runs those
that call the function, quickest first. A mutant is killed if a test fails or takes ten times as long as usual.

The figures are more likely to be too low than too high. Tests that start another Python do not see the change, nor
does what was made while modules were imported, and tests beyond the budget are left out. To run all tests of a file
with a mutant: `MUTANT_UNDER_TEST=NAME python -m tools.mutants --afresh --tests FILE`.
"""

import argparse
import os
import random
import sys
from collections.abc import Iterable
from itertools import zip_longest
from math import sqrt
from pathlib import Path

import pytest
from mutmut.configuration import config

from tools.mutant_runs import ACTIVE, CALLS, MutantRuns
from tools.mutated_modules import MutatedModule

_CODE, _TESTS = Path("src/coprod_content"), Path("tests/coprod_content")
_ALSO = {"files": ("test_loading.py", "brand/test_logo.py", "cli/test_check_file.py")}
"""Tests outside the folder of the same name."""
_OPTIONS = ("-p", "no:xdist", "-p", "no:cacheprovider", "-p", "no:cov", "-m", "not judged and not thorough")


def main() -> int:
    """Draw mutants, run the tests, and print the survivors and the figures."""
    asked = _arguments()
    config()  # reads pyproject.toml, before a test changes the working directory
    modules = {folder: _modules(folder) for folder in asked.folders}
    sys.meta_path[:0] = [module for some in modules.values() for module in some]
    tests = asked.tests or [str(_TESTS / name) for folder in asked.folders for name in (folder, *_ALSO.get(folder, ()))]
    if asked.afresh:
        return int(pytest.main([*_OPTIONS, "-x", *tests]))
    drawn = {folder: _drawn(some, asked) for folder, some in modules.items()}
    runs = MutantRuns(_mixed(drawn.values()), asked.budget)
    os.environ[ACTIVE] = CALLS
    if failed := pytest.main([*_OPTIONS, *tests], plugins=[runs]):
        return int(failed)
    for folder, some in modules.items():
        _print_survivors(some, runs)
        killed, count = len(set(drawn[folder]) - set(runs.survivors)), len(drawn[folder])
        low, high = _interval(killed, count)
        print(f"{folder}: {killed} of {count} killed; with 95% confidence, {low:.1%} to {high:.1%} of all are")
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="*", default=["files", "layout", "planner"])
    parser.add_argument("--count", type=int, default=150, help="how many mutants to draw from each folder")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--budget", type=float, default=10, help="how many seconds of tests to run for each mutant")
    parser.add_argument("--only", nargs="+", default=[], help="run these mutants instead of a sample")
    parser.add_argument("--tests", nargs="+", help="the tests to run; otherwise those of the folders")
    parser.add_argument("--afresh", action="store_true", help=f"only run the tests, with the mutant in {ACTIVE}")
    return parser.parse_args()


def _modules(folder: str) -> list[MutatedModule]:
    return [MutatedModule(path) for path in sorted((_CODE / folder).rglob("*.py"))]


def _drawn(modules: list[MutatedModule], asked: argparse.Namespace) -> list[str]:
    mutants = [mutant for module in modules for mutant in module.mutants]
    if asked.only:
        return [mutant for mutant in mutants if mutant in asked.only]
    return random.Random(asked.seed).sample(mutants, min(asked.count, len(mutants)))


def _mixed(lists: Iterable[list[str]]) -> list[str]:
    """Return the first entries of all lists, then the second, and so on.

    A run that is stopped early has then tried mutants from all folders.
    """
    return [entry for entries in zip_longest(*lists) for entry in entries if entry]


def _print_survivors(modules: list[MutatedModule], runs: MutantRuns) -> None:
    for module in modules:
        for mutant in module.mutants:
            if mutant in runs.survivors:
                print(f"{mutant}{'' if runs.tests_of(mutant) else ' (no test calls it)'}")
                print(module.difference(mutant))


def _interval(successes: int, count: int) -> tuple[float, float]:
    """Return Wilson's 95% confidence interval for a proportion."""
    if not count:
        return 0, 1
    z, share = 1.96, successes / count
    centre, reach = share + z * z / (2 * count), z * sqrt(share * (1 - share) / count + (z / (2 * count)) ** 2)
    return (centre - reach) / (1 + z * z / count), (centre + reach) / (1 + z * z / count)


if __name__ == "__main__":
    raise SystemExit(main())
