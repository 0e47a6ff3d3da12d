"""`coprod batch` makes the same packs as one at a time, once each, and goes on where it was stopped."""

import csv
import hashlib
import os
import signal
import socket
import subprocess
import sys
import time
import warnings
import zipfile
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from attrs import define
from tests.support.command_line import coprod
from tests.support.pictures import picture
from tests.support.platforms import POSIX
from tests.support.roots import small_root
from typer.testing import Result

from coprod_batch import batch_job, worker_pool
from coprod_batch.batch_job import Batch, prepare

LIST = """\
Id,Name,Logo,Colour,Place,Day,Access
north,North Ward,logo.png,#005eb8,Hall,2027-02-03,plain
south,South <b>Ward</b>,,,,,plain
shared,South <b>Ward</b>,,,,,plain
"""


@define
class InThisProcess:
    """A pool that does each task at once, in this process. `dying` ids lose their process, as often as it says."""

    dying: dict[str, int]
    workers: int = 2

    def submit(self, function: Callable[..., Any], *args: Any) -> "Future[Any]":
        future: Future[Any] = Future()
        id_ = getattr(args[0], "given", None) and args[0].given.id
        if self.dying.get(id_ or "", 0):
            self.dying[id_] -= 1
            future.set_exception(RuntimeError("the process died"))
            return future
        try:
            future.set_result(function(*args))
        except Exception as error:
            future.set_exception(error)
        return future

    def check(self) -> None:
        """Do nothing."""


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in a folder with a list, a logo and a content root, without other processes."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COPROD_CACHE", str(tmp_path / "cache"))
    (tmp_path / "list.csv").write_text(LIST)
    (tmp_path / "logo.png").write_bytes(picture())
    in_process(monkeypatch)
    return small_root(tmp_path / "root")


def in_process(monkeypatch: pytest.MonkeyPatch, **dying: int) -> None:
    @contextmanager
    def pool(job: Batch, *_: object) -> Iterator[InThisProcess]:
        prepare(job)
        yield InThisProcess(dict(dying))

    monkeypatch.setattr(worker_pool, "local_pool", pool)


def made(*more: str | Path, out: str = "out") -> Result:
    return coprod("batch", "list.csv", "--workshop", "meeting", "--root", "root", "--out", out, *more)


def hashes(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not any(part.startswith(".") for part in path.relative_to(folder).parts)
    }


def test_each_row_gets_the_pack_that_one_run_would_make(root: Path, tmp_path: Path) -> None:
    """The files are those of `coprod pack` with a brand.yaml that says the same, and equal files are made once."""
    said = made().output
    brand = "name: South <b>Ward</b>\norganisation: {name: South <b>Ward</b>}\n"
    (root / "brand.yaml").write_text(brand)
    assert coprod("pack", "meeting", "--root", "root", "--out", "one", "--access", "plain").exit_code == 0
    for name in ("south", "shared"):
        assert hashes(tmp_path / "out" / name) == hashes(tmp_path / "one")
    assert "North Ward" in (tmp_path / "out/north/meeting-deck-plain.txt").read_text()
    line = next(each for each in said.splitlines() if each.startswith("shared  "))
    assert line.split()[1] == line.split()[-4]


def test_the_report_and_the_overview_name_every_row(root: Path, tmp_path: Path) -> None:
    """They are in the order of the list, and a name cannot become markup."""
    made()
    rows = list(csv.DictReader((tmp_path / "out/report.csv").read_text("utf-8-sig").splitlines()))
    assert [(row["Row"], row["Id"], row["State"]) for row in rows] == [
        ("2", "north", "complete"),
        ("3", "south", "complete"),
        ("4", "shared", "complete"),
    ]
    page = (tmp_path / "out/index.html").read_text()
    assert "South &lt;b&gt;Ward" in page
    assert 'href="north/meeting-deck-plain.txt"' in page


def test_a_second_run_writes_only_what_changed(root: Path, tmp_path: Path) -> None:
    """A row is written again if its cells, its logo or one of its files changed, and edited files are kept."""
    made()
    before = hashes(tmp_path / "out")
    assert "0 written, 3 unchanged, 0 failed" in made().output
    (tmp_path / "list.csv").write_text(LIST.replace("Hall", "Library"))
    assert "1 written, 2 unchanged, 0 failed" in made().output
    (tmp_path / "list.csv").write_text(LIST)
    (tmp_path / "logo.png").write_bytes(picture(width=310))
    assert "1 written, 2 unchanged, 0 failed" in made().output
    (tmp_path / "logo.png").write_bytes(picture())
    made()
    assert hashes(tmp_path / "out") == before
    (tmp_path / "out/south/meeting-deck-plain.txt").write_text("Mine")
    refused = made()
    assert refused.exit_code == 1
    assert "south (row 3): Nothing was written to out/south" in refused.output
    assert "0 written, 2 unchanged, 1 failed" in refused.output
    assert "1 written" in made("--replace").output


def test_nothing_is_made_if_a_row_is_wrong(root: Path, tmp_path: Path) -> None:
    """Every problem has its row and column, such as a logo that is missing or a colour that is none."""
    wrong = (
        LIST.replace("logo.png", "no.png")
        .replace("South <b>Ward</b>,,,", "South,,blu,", 1)
        .replace(",plain\n", ",plian\n", 1)
    )
    (tmp_path / "list.csv").write_text(wrong)
    refused = made()
    assert refused.exit_code == 1
    assert "list.csv, row 2, column C (Logo): 'no.png' cannot be read: No such file or directory." in refused.output
    assert (
        "list.csv, row 2, column G (Access): There is no access edition 'plian'. Did you mean 'plain'?"
        in refused.output
    )
    assert "list.csv, row 3, column D (Colour): 'blu' is not a colour." in refused.output
    assert not (tmp_path / "out").exists()


def test_a_row_that_fails_costs_itself_alone(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A task whose process dies is done again, and one that fails twice loses its row alone."""
    in_process(monkeypatch, north=1)
    assert made().exit_code == 0
    real = batch_job.write_row
    monkeypatch.setattr(
        "coprod_batch.run_batch.write_row",
        lambda key, *more: real(key, *more) if key.row.given.id != "south" else 1 / 0,
    )
    failed = made("--no-cache", out="other")
    assert failed.exit_code == 1
    assert "south (row 3): this pack failed (ZeroDivisionError: division by zero)" in failed.output
    assert "2 written, 0 unchanged, 1 failed" in failed.output
    assert 'class="failed"' in (tmp_path / "other/index.html").read_text()


def test_zip_files_have_the_files_of_the_folders(root: Path, tmp_path: Path) -> None:
    """They are the same bytes in each run."""
    made()
    made("--zip", out="zips")
    first = hashes(tmp_path / "zips")
    made("--zip", "--no-cache", out="zips")
    assert hashes(tmp_path / "zips") == first
    with zipfile.ZipFile(tmp_path / "zips/south.zip") as package:
        inside = {name: hashlib.sha256(package.read(name)).hexdigest() for name in package.namelist()}
    assert inside == {f"south/{name}": each for name, each in hashes(tmp_path / "out/south").items()}


@pytest.mark.parametrize("cache", ["off", "a-file", "open"])
def test_without_a_cache_the_packs_are_the_same(
    cache: str, root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A folder that cannot be used is named in a line, and every row makes its own files."""
    made()
    (tmp_path / "a-file").touch()
    (tmp_path / "open").mkdir()
    (tmp_path / "open").chmod(0o777)
    monkeypatch.setenv("COPROD_CACHE", cache if cache == "off" else str(tmp_path / cache))
    said = made(out="again")
    assert said.exit_code == 0
    assert ("The cache is not used" in said.output) == (cache != "off")
    assert hashes(tmp_path / "again") == hashes(tmp_path / "out")


@POSIX
@pytest.mark.thorough
def test_a_run_that_is_killed_goes_on(tmp_path: Path) -> None:
    """After `kill -9` at some moment, the same command makes the rest, and the folder is as if it had never stopped."""
    small_root(tmp_path / "root")
    (tmp_path / "list.csv").write_text(LIST.replace("logo.png", ""))
    environment = {**os.environ, "COPROD_CACHE": str(tmp_path / "cache")}

    def started(out: str) -> "subprocess.Popen[bytes]":
        words = ("batch", "list.csv", "--workshop", "meeting", "--root", "root", "--out", out, "--workers", "1")
        command = (sys.executable, "-m", "coprod_content", *words)
        return subprocess.Popen(command, cwd=tmp_path, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE)

    stopped = started("out")
    while not (tmp_path / "out/north/manifest.json").exists() and stopped.poll() is None:
        time.sleep(0.02)
    stopped.send_signal(signal.SIGKILL)
    stopped.communicate()
    said, _ = started("out").communicate()
    assert b"3 organisations" in said
    whole = started("whole")
    whole.communicate()
    assert whole.returncode == 0
    assert hashes(tmp_path / "out") == hashes(tmp_path / "whole")
    assert not list((tmp_path / "out").rglob("*.tmp"))


def test_dask_workers_make_the_same_files(root: Path, tmp_path: Path) -> None:
    """A cluster in this process, given by its address, writes the bytes of the pool, and another run finds them."""
    distributed = pytest.importorskip("distributed")
    made()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # about sockets that Dask closes late
        cluster = distributed.LocalCluster(
            n_workers=2, threads_per_worker=1, processes=False, dashboard_address=None, protocol="inproc://"
        )
        with cluster:
            first = made("--scheduler", cluster.scheduler_address, "--no-cache", out="dask")
            second = made("--scheduler", cluster.scheduler_address, out="dask")
    assert first.exit_code == 0, first.output
    assert "0 written, 3 unchanged" in second.output
    assert hashes(tmp_path / "dask") == hashes(tmp_path / "out")


def test_a_scheduler_that_cannot_be_used_is_named_in_a_line(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """There is none at the address, or it has no workers; nothing is made."""
    distributed = pytest.importorskip("distributed")
    from coprod_batch import dask_pool

    monkeypatch.setattr(dask_pool, "_PATIENCE", 1)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with socket.socket() as taken:
            taken.bind(("127.0.0.1", 0))
            address = f"tcp://127.0.0.1:{taken.getsockname()[1]}"
            gone = made("--scheduler", address)
        with distributed.LocalCluster(
            n_workers=0, processes=False, dashboard_address=None, protocol="inproc://"
        ) as empty:
            idle = made("--scheduler", empty.scheduler_address)
    assert gone.exit_code == idle.exit_code == 1
    assert f"There is no scheduler at {address}." in gone.output
    assert "has no workers" in idle.output
    assert not list((tmp_path / "out").glob("*/manifest.json"))


@pytest.mark.parametrize(
    ("answer", "said"), [(("0.0.1", True), "has coprod-content 0.0.1"), (None, "cannot see the folder")]
)
def test_workers_that_cannot_do_the_work_are_named_in_a_line(
    answer: tuple[str, bool] | None, said: str, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They have another version of this package, or do not share the output folder."""
    distributed = pytest.importorskip("distributed")
    from coprod_batch import dask_pool

    monkeypatch.setattr(dask_pool, "_answer", lambda _: answer or (dask_pool.coprod_content.__version__, False))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with distributed.LocalCluster(
            n_workers=1, processes=False, dashboard_address=None, protocol="inproc://"
        ) as one:
            refused = made("--scheduler", one.scheduler_address)
    assert refused.exit_code == 1
    assert said in refused.output
    assert "Traceback" not in refused.output
