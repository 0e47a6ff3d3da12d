"""The Python that a browser's worker runs, as one zip file.

It has our own packages, the pure Python of those that we depend on, the content and a snapshot of the library.
"""

import io
import json
import re
import zipfile
from collections.abc import Iterable, Iterator
from importlib import metadata
from pathlib import Path, PurePosixPath

import coprod_content
from coprod_content.brand.load_brand import load_brand
from coprod_content.brand.logo import ready_logos
from coprod_content.content.library import Library
from coprod_content.files.cache.content_json import json_of
from coprod_content.files.content_root import canonical_root

FOLDER = PurePosixPath("/coprod")
"""The folder in the worker that the zip file is unpacked into."""
CANONICAL = FOLDER / "coprod_content/canonical"
ROOTS = "roots"
SNAPSHOT = "library.json"
LOGOS = "logos.json"
_OURS = (
    "coprod_content",
    "coprod_browser",
    "coprod_builder",
    "coprod_office",
    "coprod_slides",
    "coprod_guide",
    "coprod_cards",
    "coprod_epub",
    "coprod_plain",
    "coprod_voice",
    "coprod_web",
)
_OTHERS = (
    "anyio",
    "attrs",
    "cattrs",
    "dicebear-styles",
    "fontpkg",
    "fontpkg-arimo",
    "fontpkg-atkinson-hyperlegible",
    "fonttools",
    "idna",
    "jinja2",
    "lazy-loader",
    "markdown-it-py",
    "markupsafe",
    "mdurl",
    "pypdf",
    "python-multipart",
    "PyYAML",
    "segno",
    "starlette",
    "typing-extensions",
)
"""Distributions whose pure Python is enough. Compiled modules are left out: each has a Python one beside it."""
_COMPILED = {".so", ".pyd", ".pyc", ".dll", ".dylib", ".c", ".pyx", ".pxd", ".pyi", ".h"}
_LEFT_OUT = ("..", "bin/", "share/")
_ABSENT = re.compile(r"= coprod_(?:audio|film|inspect)|\baudio\]")
"""Plugins that need what a browser does not have."""
_DATE = (1980, 1, 1, 0, 0, 0)


def bundle(library: Library, roots: tuple[Path, ...]) -> bytes:
    """Return the zip file for a library that was loaded from `roots`."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in sorted(_files(library, roots)):
            entry = zipfile.ZipInfo(name, _DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, data, compresslevel=9)
    return out.getvalue()


def _files(library: Library, roots: tuple[Path, ...]) -> Iterator[tuple[str, bytes]]:
    source = Path(str(coprod_content.__file__)).parents[1]
    beside = source if (source / "coprod_browser").is_dir() else source.parent / "renderers"
    for package in _OURS:
        folder = (source if package == "coprod_content" else beside) / package
        yield from _folder(folder, package, without=("canonical", "cli") if package == "coprod_content" else ())
    yield from _folder(canonical_root(), "coprod_content/canonical")
    for number, root in enumerate(roots):
        yield from _folder(root, f"{ROOTS}/{number}")
    for name in _OTHERS:
        yield from _distribution(name)
    yield from _description("coprod-content")
    yield SNAPSHOT, _snapshot(library, roots)
    yield LOGOS, ready_logos(load_brand(*roots))


def _folder(folder: Path, name: str, without: Iterable[str] = ()) -> Iterator[tuple[str, bytes]]:
    for path in folder.rglob("*"):
        inside = path.relative_to(folder)
        left_out = inside.parts[0] in without or "__pycache__" in inside.parts or path.suffix in _COMPILED - {".pyi"}
        if path.is_file() and not left_out:
            yield f"{name}/{inside.as_posix()}", path.read_bytes()


def _distribution(name: str) -> Iterator[tuple[str, bytes]]:
    for file in metadata.distribution(name).files or ():
        path = file.as_posix()
        if file.suffix in _COMPILED or path.startswith(_LEFT_OUT) or "__pycache__" in path or ".dist-info/" in path:
            continue
        if name != "dicebear-styles" or file.suffix != ".json" or file.name == "open-peeps.json":  # the only style used
            yield path, Path(str(file.locate())).read_bytes()
    yield from _description(name)


def _description(name: str) -> Iterator[tuple[str, bytes]]:
    """Yield the files that say which version and plugins a distribution has."""
    found = metadata.distribution(name)
    folder = f"{found.name.replace('-', '_')}-{found.version}.dist-info"
    yield f"{folder}/METADATA", (found.read_text("METADATA") or "").encode()
    points = (found.read_text("entry_points.txt") or "").splitlines(keepends=True)
    yield f"{folder}/entry_points.txt", "".join(line for line in points if not _ABSENT.search(line)).encode()


def _snapshot(library: Library, roots: tuple[Path, ...]) -> bytes:
    """Return a library as JSON, with its paths in the worker."""
    text = json_of(library).decode()
    places = ((canonical_root(), str(CANONICAL)), *((root, f"{FOLDER}/{ROOTS}/{at}") for at, root in enumerate(roots)))
    for root, place in places:
        for old in {str(root), root.as_posix()}:
            text = text.replace(json.dumps(old)[:-1], json.dumps(place)[:-1])
    return text.encode()
