"""The builder's files in a site."""

import hashlib
import json
from collections.abc import Iterator
from importlib import resources
from pathlib import Path

from coprod_browser.bundle import bundle
from coprod_browser.compiling.compiled import compiled
from coprod_browser.engine_parts import EngineFolder, EnginePart
from coprod_browser.hosting import hosting_files
from coprod_builder.page_templates import BuilderTemplates
from coprod_builder.web.page_responses import PageResponses
from coprod_content.brand.load_brand import load_brand
from coprod_content.content.library import Library
from coprod_content.loading import load
from coprod_web.templating import environment

FOLDER = "build"
_MARK = "0123456789abcdef"
"""The version that the scripts contain in the package. It is replaced by the version of the site's files."""


def builder_files(roots: tuple[Path, ...], engine_folder: EngineFolder) -> dict[str, bytes]:
    """Return the files of the builder, by their path in the site.

    They include files for web servers. `roots` are the content roots of the site. Every address in the files is
    relative, except those on the first page, which start with the path in the address of the page around it. Raises
    CompilingFailed if the Python files cannot be compiled.
    """
    whole = tuple(root.resolve() for root in roots)
    library = load(*whole)
    ours = EnginePart(
        name="library.zip", words="the library", data=compiled(bundle(library, whole), engine_folder.pyodide)
    )
    engine = (*engine_folder.parts, ours)
    shown = dict(_first_page(library, whole)) | dict(_shell(library, engine))
    version = hashlib.sha256()
    for name, data in sorted({**shown, **{each.name: each.data for each in engine}}.items()):
        version.update(f"{name} {hashlib.sha256(data).hexdigest()}\n".encode())
    made = version.hexdigest()[: len(_MARK)]
    files = {name: data.replace(_MARK.encode(), made.encode()) for name, data in shown.items()}
    files |= {f"engine/{made}/{each.name}": each.data for each in engine}
    return {f"{FOLDER}/{name}": data for name, data in sorted(files.items())} | dict(hosting_files())


def _first_page(library: Library, roots: tuple[Path, ...]) -> Iterator[tuple[str, bytes]]:
    """Yield the first page, for people to read while the engine loads."""
    templates = BuilderTemplates(library, load_brand(*roots), base="./")
    yield "app/index.html", bytes(PageResponses(library, templates).first_page().body)
    for path, (data, _) in templates.static_files.items():
        yield f"app{path}", data


def _shell(library: Library, engine: tuple[EnginePart, ...]) -> Iterator[tuple[str, bytes]]:
    pages = environment("coprod_browser")
    megabytes = round(sum(len(each.data) for each in engine) / 1_000_000)
    yield "accessibility.html", pages.get_template("accessibility.html").render(library=library).encode()
    yield "index.html", pages.get_template("index.html").render(library=library, megabytes=megabytes).encode()
    for each in resources.files("coprod_browser").joinpath("static").iterdir():
        yield each.name, each.read_bytes()
    listed = [
        {
            "name": each.name,
            "words": each.words,
            "size": len(each.data),
            "sha256": hashlib.sha256(each.data).hexdigest(),
            "cards": each.for_cards,
        }
        for each in engine
    ]
    text = json.dumps({"version": _MARK, "parts": listed}, indent=1)
    yield "parts.js", f"export const ENGINE = {text};\n".encode()
