"""The same input gives the same bytes in any folder, on any day, in any time zone, with any number of workers."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from tests.support.formats import each_format

from coprod_content.plugins.renderers import names

_WORLDS = (
    {"TZ": "UTC", "LC_ALL": "C", "PYTHONHASHSEED": "1", "DAY": "2026-11-23", "UMASK": "022", "WORKERS": "1"},
    {
        "TZ": "Asia/Tokyo",
        "LC_ALL": "C.UTF-8",
        "PYTHONHASHSEED": "2",
        "DAY": "1999-02-28",
        "UMASK": "077",
        "WORKERS": "2",
    },
)

# Another day, for all that runs in a process and those that it starts: Python imports this module first.
_OTHER_DAY = """
import datetime, os, time
_start = datetime.datetime.fromisoformat(os.environ["DAY"]).timestamp()
_real = datetime.datetime
class _Moved(_real):
    @classmethod
    def now(cls, tz=None): return _real.fromtimestamp(_start, tz)
    @classmethod
    def utcnow(cls): return _real.fromtimestamp(_start, datetime.timezone.utc).replace(tzinfo=None)
    @classmethod
    def today(cls): return _real.fromtimestamp(_start)
class _MovedDate(datetime.date):
    @classmethod
    def today(cls): return _real.fromtimestamp(_start).date()
datetime.datetime, datetime.date = _Moved, _MovedDate
_localtime, _gmtime, _strftime = time.localtime, time.gmtime, time.strftime
time.time = lambda: _start
time.time_ns = lambda: int(_start) * 10**9
time.localtime = lambda seconds=None: _localtime(_start if seconds is None else seconds)
time.gmtime = lambda seconds=None: _gmtime(_start if seconds is None else seconds)
"""

_RENDERED = """
import functools, hashlib, multiprocessing, os, sys
from concurrent.futures import ProcessPoolExecutor
from attrs import evolve
from coprod_content import load
from coprod_content.brand.load_brand import load_brand
from coprod_content.editions import compose
from coprod_content.plugins.renderers import names, renderer
from coprod_content.testing import specimen

@functools.cache
def given():
    library, brand = load(), load_brand()
    documents = specimen(), compose("postcards", library, ("first-steps",)), compose("deck", library, ("online-hour",))
    return documents, brand

def said(name):
    documents, brand = given()
    documents = documents[:1] if name in ("audio", "epub-read-aloud") else documents  # speech takes long
    return name, [hashlib.sha256(renderer(name).render(document, brand)).hexdigest() for document in documents]

if __name__ == "__main__":
    os.umask(int(os.environ["UMASK"], 8))
    spawned = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(int(os.environ["WORKERS"]), mp_context=spawned) as pool:
        for name, sums in pool.map(said, names()):
            print(name, *sums)
"""

_PACKED = """
import hashlib, os, pathlib, subprocess, sys
os.umask(int(os.environ["UMASK"], 8))
subprocess.run([sys.executable, "-m", "coprod_content.cli.app", "pack", "online-hour", "--out", "out"], check=True)
for path in sorted(pathlib.Path("out").rglob("*")):
    if path.is_file():
        print(path.relative_to("out").as_posix(), hashlib.sha256(path.read_bytes()).hexdigest())
"""

_SITED = """
import hashlib, os, pathlib, subprocess, sys
os.umask(int(os.environ["UMASK"], 8))
command = [sys.executable, "-m", "coprod_content.cli.app", "site", "--out", "out", "--no-downloads"]
subprocess.run(command, check=True)
for path in sorted(pathlib.Path("out").rglob("*")):
    if path.is_file():
        sum_, mode = hashlib.sha256(path.read_bytes()).hexdigest(), oct(path.stat().st_mode)
        print(path.relative_to("out").as_posix(), mode, sum_)
"""


def _worlds(code: str, folder: Path) -> list[list[str]]:
    """Return what a script prints in each environment, each time in another folder."""
    printed = []
    for at, world in enumerate(_WORLDS):
        home = folder / f"world {at}" / ("ü" * at + "home")
        home.mkdir(parents=True)
        (home / "sitecustomize.py").write_text(_OTHER_DAY)
        (home / "script.py").write_text(code)
        kept = {key: value for key, value in os.environ.items() if key != "SOURCE_DATE_EPOCH"}
        environment = {**kept, **world, "PYTHONPATH": str(home), "PYTHONDONTWRITEBYTECODE": "1"}
        command = [sys.executable, "script.py"]
        run = subprocess.run(
            command, cwd=home, env=environment, check=False, capture_output=True, text=True, timeout=600
        )
        assert run.returncode == 0, run.stderr
        printed.append([line for line in run.stdout.splitlines() if len(line.split()[-1:] or [""]) and " " in line])
    return printed


@pytest.mark.thorough
def test_every_renderer_gives_the_same_bytes_anywhere(tmp_path: Path) -> None:
    """No format depends on folder, day, time zone, locale, hash seed, umask or number of workers."""
    here, there = _worlds(_RENDERED, tmp_path)
    assert [line.split()[0] for line in here] == list(names())
    assert here == there


@pytest.mark.thorough
def test_a_whole_pack_is_the_same_anywhere(tmp_path: Path) -> None:
    """Neither does a pack or its manifest."""
    here, there = ([line for line in printed if len(line.split()[-1]) == 64] for printed in _worlds(_PACKED, tmp_path))
    assert any(line.startswith("manifest.json") for line in here)
    assert len(here) > 6
    assert here == there


@pytest.mark.thorough
def test_a_whole_site_is_the_same_anywhere(tmp_path: Path) -> None:
    """Neither do the pages of the web edition, its search index or its file permissions."""
    here, there = ([line for line in printed if len(line.split()[-1]) == 64] for printed in _worlds(_SITED, tmp_path))
    assert len(here) > 600
    assert here == there


@pytest.mark.parametrize("name", each_format(names()))
def test_no_renderer_asks_for_the_time_or_for_chance(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every format is made without calendar, random numbers or network.

    `time` itself stays, because zipfile reads it for a date that is then replaced. The tests above run on two days.
    """
    import datetime
    import random
    import socket
    import uuid

    from coprod_content.brand.load_brand import load_brand
    from coprod_content.plugins.renderers import renderer
    from coprod_content.testing import specimen

    brand, found, document = load_brand(), renderer(name), specimen()
    before = found.render(document, brand)

    def refused(*_: Any, **__: Any) -> Any:
        raise AssertionError("a renderer asked for the time, for chance or for the network")

    class NoClock(datetime.datetime):
        now = utcnow = today = refused

    class NoCalendar(datetime.date):
        today = refused

    for module, function in (
        (os, "urandom"), (random, "random"), (random, "randbytes"), (uuid, "uuid1"), (uuid, "uuid4"),
        (socket, "create_connection"), (socket, "getaddrinfo"),
    ):  # fmt: skip
        monkeypatch.setattr(module, function, refused)
    monkeypatch.setattr(datetime, "datetime", NoClock)
    monkeypatch.setattr(datetime, "date", NoCalendar)
    assert found.render(document, brand) == before
