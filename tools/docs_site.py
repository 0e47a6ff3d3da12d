"""A hook of mkdocs: the pages that are not files in `docs`, and links that leave that folder.

The first page is the README and the last the change log. The reference of the API, the fields of the content and the
findings are made from the code.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

import coprod_content
from tools.fields_page import fields_page
from tools.findings_page import findings_page

ROOT = Path(__file__).parents[1]
_LINK = re.compile(r"(?<!!)\[([^\]]+)\]\(([^)\s]+)\)")
_REFERENCE = """\
# API reference

Everything that `import coprod_content` offers. [From Python](library.md) shows how to use it.
"""
_AT_THE_ROOT = {"README.md": "index.md", "CHANGELOG.md": "changelog.md"}


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the pages that are made here to those in `docs`."""
    for name, text in _pages():
        files.append(File.generated(config, name, content=text))
    return files


def on_page_markdown(markdown: str, **_: Any) -> str:
    """Lead links to files at the root to their pages, and take away links to files that are not in the site."""
    return _LINK.sub(_within_the_site, markdown)


def _pages() -> Iterator[tuple[str, str]]:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    yield "index.md", readme.replace("](docs/", "](")
    yield "changelog.md", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8").replace("](docs/", "](")
    yield "reference.md", _reference()
    yield "fields.md", fields_page()
    yield "findings.md", findings_page()


def _reference() -> str:
    """Return a page that has mkdocstrings describe each public name."""
    names = [name for name in coprod_content.__all__ if not name.startswith("_")]
    return "\n".join((_REFERENCE, *(f"::: coprod_content.{name}\n" for name in names)))


def _within_the_site(link: re.Match[str]) -> str:
    words, target = link.groups()
    if re.match(r"https?:|mailto:|#", target):
        return link[0]
    path, *_ = target.removeprefix("../").split("#")
    if path in _AT_THE_ROOT:
        return f"[{words}]({target.removeprefix('../').replace(path, _AT_THE_ROOT[path])})"
    is_outside = target.startswith("../") or not path.endswith((".md", ".png"))
    return words if is_outside else link[0]
