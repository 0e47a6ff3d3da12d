"""The builder's engine, run here with the same Python as in a browser's worker."""

import asyncio
import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from coprod_browser import UnusableParts, engine_parts
from coprod_browser.bundle import CANONICAL, bundle
from coprod_browser.hosting import POLICY, hosting_files
from coprod_browser.worker import BuilderEngine, JobsHere, builder_engine
from coprod_builder import job_content
from coprod_builder.job_runner import JobStopped
from coprod_content import Library

BASE = "/tools/build/app/"


def needs_pillow() -> None:
    """Import a package as a job does that needs pictures."""
    raise ModuleNotFoundError("No module named 'PIL'", name="PIL.Image")


@pytest.fixture(scope="module")
def files(library: Library) -> zipfile.ZipFile:
    """The zip file that the worker unpacks."""
    return zipfile.ZipFile(io.BytesIO(bundle(library, ())))


@pytest.fixture
def engine(files: zipfile.ZipFile, tmp_path: Path) -> Iterator[BuilderEngine]:
    """The builder, as the worker makes it."""
    (tmp_path / "library.json").write_bytes(files.read("library.json"))
    yield builder_engine(tmp_path, BASE, "trust.example.org:8443")
    job_content.prepare((), ())


def test_the_worker_answers_with_the_builders_pages(engine: BuilderEngine) -> None:
    """A workshop's page has addresses below the site's own, headers that let our page frame it, and no server."""
    answer = asyncio.run(engine.answer("GET", "/workshops/first-steps", "", [["accept", "text/html"]], b""))
    headers = {name.lower(): value for name, value in answer.headers}
    page = answer.body.decode()
    assert f'formaction="{BASE}plan/pack"' in page
    assert "x-frame-options" not in headers
    assert "frame-ancestors 'self'" in headers["content-security-policy"]
    assert "nothing that you write or choose leaves it" in page
    assert "server" not in page.replace("never sent to a server", "")


def test_the_snapshot_says_where_the_content_is_in_the_worker(files: zipfile.ZipFile) -> None:
    """No path of this computer is published, and our content still counts as ours."""
    text = files.read("library.json").decode()
    assert str(Path.cwd()) not in text
    assert f'"root":"{CANONICAL}"' in text
    assert "coprod_content/canonical/about.yaml" in files.namelist()


def test_the_bundle_has_no_compiled_modules_or_unusable_plugins(files: zipfile.ZipFile) -> None:
    """Everything in it runs in WebAssembly, and every plugin that it names is there."""
    assert not [name for name in files.namelist() if name.endswith((".so", ".pyd", ".pyc"))]
    points = next(name for name in files.namelist() if name.startswith("coprod_content-") and "entry_points" in name)
    packages = {name.partition("/")[0] for name in files.namelist()}
    named = [line.partition(" = ")[2].partition(":")[0] for line in files.read(points).decode().splitlines()]
    assert {module.partition(".")[0] for module in named if module} <= packages


def test_a_job_that_needs_pictures_says_what_to_do() -> None:
    """A missing package becomes a sentence about what to use instead."""
    with pytest.raises(JobStopped, match="installed with Python"):
        asyncio.run(JobsHere().run(needs_pillow))


def test_an_engine_that_is_not_whole_is_refused(tmp_path: Path) -> None:
    """An empty folder, and a page that a proxy put in place of the engine, are refused with the way out."""
    with pytest.raises(UnusableParts, match="make pages"):
        engine_parts(tmp_path)
    folder = tmp_path / "node_modules/pyodide"
    folder.mkdir(parents=True)
    for name in ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip", "pyodide-lock.json"):
        (folder / name).write_text("<!DOCTYPE html>")
    with pytest.raises(UnusableParts, match="not WebAssembly"):
        engine_parts(tmp_path)


def test_web_servers_are_given_the_same_policy() -> None:
    """The files for static hosts and for IIS have one policy, which lets no other host in."""
    files = dict(hosting_files())
    assert all(POLICY in data.decode() for data in files.values())
    assert "http" not in POLICY
