"""A run of tests as a whole: what its renderers make is kept, and judged at its end."""

import os
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.support.made_files import keep_in, kept, wrap_renderers

if TYPE_CHECKING:
    pass

_JUDGED = pytest.StashKey["Judged"]()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--unjudged", action="store_true", help="do not let the judges see the files that the tests have made"
    )


def pytest_configure(config: pytest.Config) -> None:
    """The process that starts the workers makes the folder, and they keep their files in it."""
    if config.getoption("--unjudged"):
        return
    if not hasattr(config, "workerinput"):
        keep_in(Path(tempfile.mkdtemp(prefix="coprod-made-")))
    wrap_renderers()


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """A file with a fault, or without one of its judges in CI, fails the run, with the test that made it."""
    found = kept()
    if found is None or hasattr(session.config, "workerinput") or not any(found.folder.iterdir()):
        return
    from tests.support.judging import judged

    result = session.config.stash[_JUDGED] = judged(found)
    in_ci = os.environ.get("CI") == "true"
    if any(in_ci or not verdict.missing for verdict in result.verdicts) and session.exitstatus == pytest.ExitCode.OK:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """What was judged by whom, and each fault with the test that made the file. Without a fault they are deleted."""
    found, result = kept(), config.stash.get(_JUDGED, None)
    if found is None or hasattr(config, "workerinput"):
        return
    if result:
        terminalreporter.section("the files that these tests made")
        for judge, seen, of in result.counts:
            terminalreporter.line(f"{judge}: {of} files, {seen} of them now and {of - seen} in tests")
        for verdict in result.verdicts:
            where = f"{verdict.file} of {found.test_of(verdict.file)}" if verdict.file else "no file"
            terminalreporter.line(f"{verdict.judge}: {where}: {verdict.what}", red=True)
    if result is None or all(verdict.missing for verdict in result.verdicts):
        shutil.rmtree(found.folder, ignore_errors=True)
