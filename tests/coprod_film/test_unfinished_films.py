"""A film that cannot be finished gets one line, and leaves nothing behind."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.coprod_film.test_films import NAME, small_film
from tests.support.platforms import POSIX

pytestmark = [pytest.mark.judged, pytest.mark.skipif(not POSIX, reason="limits and signals are those of POSIX")]
_LIMITED = """\
import resource, sys
resource.setrlimit(resource.RLIMIT_FSIZE, (40_000, 40_000))
from coprod_content.cli.app import app
app(sys.argv[1:])
"""


def started(folder: Path, *words: str, code: str = "") -> "subprocess.Popen[str]":
    """Start making films of a small root in a folder, as a process with its own temporary folder and no cache."""
    small_film(folder / "root")
    (folder / "tmp").mkdir()
    command = ["-c", code] if code else ["-m", "coprod_content"]
    return subprocess.Popen(
        [sys.executable, *command, "film", *words, "--root", str(folder / "root"), "--out", str(folder / "out")],
        env={**os.environ, "TMPDIR": str(folder / "tmp"), "COPROD_CACHE": "off"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


def left_in(folder: Path) -> list[Path]:
    """Return the files that a run left, apart from the root."""
    return [path for name in ("tmp", "out") for path in (folder / name).rglob("*")]


def test_a_full_disk(tmp_path: Path) -> None:
    """If there is no room while a film is encoded, the message says which disk is full."""
    run = started(tmp_path, NAME, "--still", code=_LIMITED)
    _, said = run.communicate(timeout=120)
    assert run.returncode == 1, said
    assert "no room" in said.strip().splitlines()[-1], said
    assert "Traceback" not in said
    assert left_in(tmp_path) == []


@pytest.mark.parametrize("films", [(NAME,), (NAME, "once")], ids=["one", "two at a time"])
def test_ctrl_c(tmp_path: Path, films: tuple[str, ...]) -> None:
    """After Ctrl-C, the process says one line and ends, with the processes that it started."""
    run = started(tmp_path, *films)
    while not list((tmp_path / "tmp").iterdir()):
        assert run.poll() is None, run.communicate()
        time.sleep(0.05)
    time.sleep(1.5)
    assert run.poll() is None, run.communicate()
    os.killpg(run.pid, signal.SIGINT)
    _, said = run.communicate(timeout=60)
    assert run.returncode == 130, said
    assert "Traceback" not in said
    assert len(said.strip().splitlines()) == 1
    assert left_in(tmp_path) == []
    for _ in range(400):
        if not is_running(run.pid):
            return
        time.sleep(0.05)
    raise AssertionError("a process that makes films is still there")


def is_running(group: int) -> bool:
    """Return whether any process of a group is left."""
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True
