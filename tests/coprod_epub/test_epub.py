"""E-books are whole, well formed, and made for reading systems and screen readers."""

import io
import json
import os
import re
import subprocess
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from tests.support.browser import chromium_program
from tests.support.java_judges import book_messages

from coprod_content import Library
from coprod_content.brand.brand import Brand
from coprod_content.document.document import Document, Section
from coprod_content.document.fill_in import FillIn
from coprod_content.editions import EDITIONS, compose
from coprod_content.testing import HOSTILE, specimen
from coprod_epub import read_aloud, renderer

XHTML, OPF = "{http://www.w3.org/1999/xhtml}", "{http://www.idpf.org/2007/opf}"


def files_of(document: Document, brand: Brand) -> dict[str, bytes]:
    """Return the files of a book by name, after checking that its type comes first and is not compressed."""
    with zipfile.ZipFile(io.BytesIO(renderer.render(document, brand))) as archive:
        first = archive.infolist()[0]
        assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
        return {name.removeprefix("EPUB/"): archive.read(name) for name in archive.namelist()}


def broken(files: dict[str, bytes]) -> Iterator[str]:
    """Yield links to nothing, ids used twice, and files that the manifest does not list, or lists in vain."""
    pages = {name: ElementTree.fromstring(data) for name, data in files.items() if name.endswith(".xhtml")}
    anchors = {name: [each.get("id") for each in page.iter() if each.get("id")] for name, page in pages.items()}
    for name, page in pages.items():
        yield from (f"{name}: {each} twice" for each in anchors[name] if anchors[name].count(each) > 1)
        for link in (each.get("href", "") for each in page.iter(f"{XHTML}a")):
            file, _, anchor = link.partition("#")
            if ":" not in file and anchor not in ("", *anchors.get(file or name, ())):
                yield f"{name}: {link}"
    listed = {each.get("href") for each in ElementTree.fromstring(files["package.opf"]).iter(f"{OPF}item")}
    yield from listed ^ (set(files) - {"package.opf", "mimetype", "META-INF/container.xml"})


def test_every_edition_is_a_whole_book(library: Library, brand: Brand) -> None:
    """Each edition is a book of well-formed chapters, whose links and manifest lead to something."""
    for edition in EDITIONS:
        if edition.kind == "item":
            continue
        ids = tuple(library.of_kind(edition.kind))[:1] if edition.needs_selection and edition.kind else ()
        files = files_of(compose(edition.name, library, ids), brand)
        assert [*broken(files)] == [], edition.name


def test_hostile_text_gives_well_formed_chapters(brand: Brand) -> None:
    """Markup, ampersands and control characters in any block stay text."""
    assert [*broken(files_of(specimen(". ".join(HOSTILE)), brand))] == []


def test_each_part_is_a_chapter(library: Library, brand: Brand) -> None:
    """Each top-level part is a file, in order, and the list of contents leads to each of them."""
    files = files_of(compose("theme-guide", library, ("sharing-power",)), brand)
    chapters = sorted(name for name in files if name.startswith("chapter-"))
    spine = re.findall(r'<itemref idref="(\w+)"', files["package.opf"].decode())
    assert spine == ["c1", "nav", *(f"c{number}" for number in range(2, len(chapters) + 2))]
    nav = ElementTree.fromstring(files["nav.xhtml"])
    assert {each.get("href", "").partition("#")[0] for each in nav.iter(f"{XHTML}a")} == {"cover.xhtml", *chapters}


def test_metadata_says_how_the_book_can_be_read(library: Library, brand: Brand) -> None:
    """The package names its language, features and hazards, and claims alternative text only if it has pictures."""
    pictured = files_of(compose("theme-guide", library, ("sharing-power",)), brand)["package.opf"].decode()
    assert "<dc:language>en-GB</dc:language>" in pictured
    assert '<meta property="schema:accessibilityHazard">none</meta>' in pictured
    assert '<meta property="schema:accessibilityFeature">alternativeText</meta>' in pictured
    words = Document(title="Words", language="ar", sections=(Section(title="One"),))
    plain = files_of(words, brand)["package.opf"].decode()
    assert "alternativeText" not in plain
    assert '<spine page-progression-direction="rtl">' in plain


def test_fields_become_lines(brand: Brand) -> None:
    """Few reading systems keep what is typed, so a book has lines to write on, and no controls."""
    field = FillIn(label="Your name", kind="text", lines=1)
    book = files_of(Document(title="A form", language="en", sections=(Section(title="One", blocks=(field,)),)), brand)
    chapter = book["chapter-001.xhtml"].decode()
    assert "Your name" in chapter
    assert "<input" not in chapter
    assert 'class="rules"' in chapter


@pytest.fixture(scope="module")
def books(library: Library, brand: Brand, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, ...]:
    """Make books with speech, references, pictures, drawings of people, hostile text and a language from the right."""
    folder = tmp_path_factory.mktemp("books")
    documents = {
        "review": compose("article", library, ("literature-review",)),
        "theme": compose("theme-guide", library, ("sharing-power",)),
        "hostile": specimen(". ".join(HOSTILE)),
        "arabic": Document(title="مرحبا", language="ar", sections=(Section(title="أهلا وسهلا"),)),
    }
    for name, document in documents.items():
        (folder / f"{name}.epub").write_bytes(renderer.render(document, brand))
    (folder / "spoken.epub").write_bytes(read_aloud.render(compose("handouts", library, ("first-steps",)), brand))
    return tuple(folder / f"{name}.epub" for name in ("review", "theme", "spoken", "hostile", "arabic"))


def test_epubcheck_finds_nothing(
    books: tuple[Path, ...], judge: Callable[[str], str], python_judge: Callable[[str], Path]
) -> None:
    """EPUBCheck, the validator of the standard's authors, has nothing to say about our books, and finds a fault."""
    faulty = books[0].with_name("faulty.epub")
    with zipfile.ZipFile(books[-1]) as sound, zipfile.ZipFile(faulty, "w") as made:
        for name in sound.namelist():
            data = sound.read(name)
            made.writestr(name, data.replace(b"<body", b"<body nothing='x'") if "chapter-" in name else data)
    found = book_messages((*books, faulty), judge, python_judge)
    assert [each["ID"] for each in found.pop(faulty.name)] == ["RSC-005"]
    assert found == {book.name: [] for book in books}


def test_ace_finds_nothing(
    books: tuple[Path, ...], judge: Callable[[str], str], npm_judge: Callable[[str], Path], tmp_path: Path
) -> None:
    """Ace by DAISY, the checker for EPUB Accessibility, has nothing to say about our books."""
    ace = npm_judge("@daisy/ace-cli/bin/ace.js")
    where = {**os.environ, "PUPPETEER_EXECUTABLE_PATH": judge(chromium_program())}
    for book in books[:3]:
        command = [judge("node"), str(ace), "--force", "--silent", "--outdir", str(tmp_path), str(book)]
        subprocess.run(command, env=where, check=True, timeout=200)  # its path is the judge's
        report = json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))
        assert report["earl:result"]["earl:outcome"] == "pass"
        assert [each for page in report["assertions"] for each in page["assertions"]] == []
