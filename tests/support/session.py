"""The judges of a test run: which files are kept for them, and what they find at the end of the run."""

import gc
import os
import shutil
import tempfile
from pathlib import Path

import pytest
from tests.support.made_files import Kept, keep_in, kept, wrap_renderers

BUILD = Path(__file__).parents[2] / "build" / "made-files"
_TENTH, _ALL = 10, 1
_JUDGED = pytest.StashKey["Judged"]()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--unjudged", action="store_true", help="the same as --judges=none")
    parser.addoption(
        "--judges",
        choices=("none", "keep", "tenth", "all"),
        default="none",
        help="which files of renderers outside judges see: none; a tenth, kept for the next run with judges; "
        "that tenth and a tenth of this run, at its end; or all of this run",
    )
    parser.addoption("--kept-files", type=Path, default=BUILD, help="the folder in which --judges=keep leaves files")


def pytest_configure(config: pytest.Config) -> None:
    """Keep the files of this process, and of the workers that it starts, in one folder."""
    wish = "none" if config.getoption("--unjudged") else config.getoption("--judges")
    if wish == "none":
        return
    if not hasattr(config, "workerinput"):
        later: Path = config.getoption("--kept-files")
        keep_in(_empty(later) if wish == "keep" else _work_folder(later, wish), _ALL if wish == "all" else _TENTH)
        if config.getoption("dist", "no") != "no":
            return  # the workers run the tests
    wrap_renderers()


def pytest_collection_finish() -> None:
    """Keep the garbage collector from going through all modules and tests again and again."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(100_000, 50, 50)


def _empty(folder: Path) -> Path:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


def _work_folder(later: Path, wish: str) -> Path:
    """Return a folder with what an earlier run kept, if a tenth is judged; otherwise an empty one."""
    folder = Path(tempfile.mkdtemp(prefix="coprod-made-"))
    if wish == "tenth" and later.is_dir():
        shutil.copytree(later, folder, dirs_exist_ok=True)
    return folder


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """Fail the run if a file has a fault or, in CI, if a judge is missing."""
    gc.collect()
    gc.freeze()  # pytest collects garbage five times more at its end: what is alive now need not be searched again
    found = _to_judge(session.config)
    if found is None or not any(found.folder.iterdir()):
        return
    from tests.support.judging import judged

    result = session.config.stash[_JUDGED] = judged(found, processes=os.cpu_count() or 1)
    in_ci = os.environ.get("CI") == "true"
    if any(in_ci or not verdict.missing for verdict in result.verdicts) and session.exitstatus == pytest.ExitCode.OK:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Print what each judge saw, and each fault with the test that made the file. Delete files without a fault."""
    found, result = _to_judge(config), config.stash.get(_JUDGED, None)
    if found is None:
        return
    if result:
        terminalreporter.section("files that tests made")
        for judge, seen, of in result.counts:
            terminalreporter.line(f"{judge}: {of} files, {seen} of them now and {of - seen} in tests")
        for verdict in result.verdicts:
            where = f"{verdict.file} of {found.test_of(verdict.file)}" if verdict.file else "no file"
            terminalreporter.line(f"{verdict.judge}: {where}: {verdict.what}", red=True)
    if result is None or all(verdict.missing for verdict in result.verdicts):
        shutil.rmtree(found.folder, ignore_errors=True)


def _to_judge(config: pytest.Config) -> Kept | None:
    """Return the files of this run, if this process has them judged at its end."""
    is_for_later = hasattr(config, "workerinput") or config.getoption("--judges") == "keep"
    return None if is_for_later else kept()
