"""The builder's engine, run here with the same Python as in a browser's worker."""

import asyncio
import base64
import html
import io
import json
import re
import sys
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from PIL import Image, ImageOps
from tests.support.pictures import SVG, phone_photo, picture

from coprod_browser import UnusableParts, engine_parts
from coprod_browser.bundle import CANONICAL, bundle
from coprod_browser.hosting import POLICY, hosting_files
from coprod_browser.photos import BrowserPhotos, PhotoNeeded
from coprod_browser.worker import BuilderEngine, JobsHere, builder_engine
from coprod_builder import job_content
from coprod_builder.job_runner import JobStopped
from coprod_content import Library, load_brand
from coprod_content.brand.logo import logo_of, ready_logos, use_ready_logos
from coprod_content.files.pictures.jpeg import is_bare_jpeg, jpeg_size
from coprod_content.files.pictures.photo_without_metadata import convert_with, photo_jpeg
from coprod_content.files.pictures.picture_files import UnusablePicture

BASE = "/tools/build/app/"
PLAN = json.dumps({"title": "Ours", "summary": "Us.", "agenda": [{"kind": "talk", "title": "Hello", "minutes": 10}]})


async def drawn_by_pillow(data: bytes, longest: int) -> bytes | None:
    """Return a photo as a browser does: upright, small, with a comment in it, or None if it cannot be read."""
    try:
        image = ImageOps.exif_transpose(Image.open(io.BytesIO(data))).convert("RGB")
    except OSError:
        return None
    image.thumbnail((longest, longest))
    out = io.BytesIO()
    image.save(out, "JPEG", comment=b"drawn by a browser")
    return out.getvalue()


async def converted(data: bytes) -> bytes:
    """Return a photo after the browser's conversion."""
    photos = BrowserPhotos(drawn_by_pillow)
    with pytest.raises(PhotoNeeded) as needed:
        photos.photo(data)
    await photos.convert(needed.value)
    return photos.photo(data)


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
    for name in ("library.json", "logos.json"):
        (tmp_path / name).write_bytes(files.read(name))
    yield builder_engine(tmp_path, BASE, "trust.example.org:8443", drawn_by_pillow)
    job_content.prepare((), ())
    convert_with(None)
    use_ready_logos(b"{}")


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


def test_a_photo_is_added_to_a_plan(engine: BuilderEngine) -> None:
    """The request waits until the browser has converted the photo, and the plan with it can be read again."""
    headers = [["content-type", "multipart/form-data; boundary=b"], ["sec-fetch-site", "same-origin"]]

    def sent(plan: str, do: str) -> str:
        fields = "".join(
            f'--b\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'
            for name, value in (("plan", plan), ("name", "ours.yaml"), ("do", do))
        )
        file = f'--b\r\nContent-Disposition: form-data; name="{do}"; filename="us.jpg"\r\n\r\n'
        body = fields.encode() + file.encode() + phone_photo() + b"\r\n--b--\r\n"
        return asyncio.run(engine.answer("POST", "/plan", "", headers, body)).body.decode()

    page = sent(PLAN, "photo agenda[1].picture")
    assert "The photo was added." in page
    added = html.unescape(str(re.findall(r'name="plan"[^>]*>([^<]*)<', page)[0]))
    data = base64.b64decode(yaml.safe_load(added)["agenda"][0]["picture"]["data"])
    assert jpeg_size(data) == (1200, 1600)
    assert is_bare_jpeg(data)
    assert "is damaged" not in sent(added, "text")


@pytest.mark.parametrize("data", [phone_photo(), picture("PNG", 2000, 500, "RGBA"), picture("JPEG", 900, 600, "CMYK")])
def test_a_photo_that_the_browser_drew_has_nothing_hidden(data: bytes) -> None:
    """It is small and bare, is kept unchanged when the plan is read again, and Pillow would not change it either."""
    made = asyncio.run(converted(data))
    assert is_bare_jpeg(made)
    assert max(jpeg_size(made)) <= 1600
    assert asyncio.run(converted(made)) == made == photo_jpeg(made)


@pytest.mark.parametrize(
    "data",
    [phone_photo()[:-40], picture("PNG", 900, 600)[:-8], picture("PNG").replace(b"IDAT", b"IDAX"), b"\xff\xd8\xff"],
)
def test_a_photo_that_is_not_whole_is_refused(data: bytes) -> None:
    """Browsers show what is there of a file, so its end is looked for first."""
    with pytest.raises(UnusablePicture, match="damaged"):
        asyncio.run(converted(data))


def test_a_photo_with_too_many_pixels_is_refused() -> None:
    """A small file that would fill the memory is not drawn."""
    data = bytearray(picture("PNG"))
    data[16:24] = (50_000).to_bytes(4, "big") * 2
    data[29:33] = zlib.crc32(data[12:29]).to_bytes(4, "big")
    with pytest.raises(UnusablePicture, match="50 million"):
        asyncio.run(converted(bytes(data)))


@pytest.mark.parametrize(("name", "data"), [("us.svg", SVG), ("us.png", picture("PNG", 400, 200, "RGBA"))])
def test_a_brands_logo_is_converted_when_the_site_is_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, data: bytes
) -> None:
    """The worker shows the logo that the site's maker would, and needs neither Pillow nor resvg for it."""
    (tmp_path / "brand.yaml").write_text(f"logo:\n  file: {name}\n  alt: Us\n")
    (tmp_path / name).write_bytes(data)
    here = logo_of(load_brand(tmp_path))
    made = ready_logos(load_brand(tmp_path))
    monkeypatch.setitem(sys.modules, "PIL", None)
    monkeypatch.setitem(sys.modules, "resvg_py", None)
    use_ready_logos(made)
    try:
        assert logo_of(load_brand(tmp_path)) == here
    finally:
        use_ready_logos(b"{}")


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
