"""Tests of files in open formats, which LibreOffice makes of Word and PowerPoint files."""

import io
import json
import zipfile
from collections.abc import Callable
from hashlib import sha256

import pytest
from attrs import evolve
from lxml import etree
from tests.support.guide_reading import specimen

from coprod_content import Library
from coprod_content.brand.brand import Brand
from coprod_content.packs import build
from coprod_content.packs.build import in_open_formats, render
from coprod_content.packs.manifest import manifest
from coprod_content.packs.pack import Pack, file_result, with_open_formats
from coprod_content.packs.pack_files import pack_files
from coprod_content.plugins import open_formats
from coprod_content.plugins.open_formats import converted, source_of
from coprod_content.plugins.renderers import RendererError, renderer
from coprod_guide.open_text import with_alternative_text

NAMES = {
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "svg": "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0",
    "fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
    "dc": "http://purl.org/dc/elements/1.1/",
}


def found(data: bytes, part: str, path: str) -> list[str]:
    """Return what a path finds in a part of an OpenDocument file."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return etree.fromstring(archive.read(part)).xpath(path, namespaces=NAMES)


def words(element: object) -> str:
    return " ".join("".join(element.itertext()).split())  # type: ignore[attr-defined]


def test_an_open_text_can_be_read_by_everyone(brand: Brand, judge: Callable[[str], str]) -> None:
    """Headings, alternative texts, header rows, title and language of a guide are in its ODT file."""
    judge("soffice")
    built = render(specimen(), "guide", brand)
    (made,) = in_open_formats((built,))
    assert (made.renderer, made.suffix) == ("odt", ".odt")
    data = made.data or b""
    headings = found(data, "content.xml", "//text:h")
    made_of = zipfile.ZipFile(io.BytesIO(built.data or b"")).read("word/document.xml")
    assert len(headings) == made_of.count(b'<w:pStyle w:val="Heading')
    assert all(each.get(f"{{{NAMES['text']}}}outline-level") for each in headings)
    alts = [block.alt for _, section in specimen().walk() for block in section.blocks if hasattr(block, "alt")]
    assert set(alts) <= set(found(data, "content.xml", "//svg:desc/text()"))
    assert found(data, "content.xml", "//table:table-header-rows")
    assert found(data, "meta.xml", "//dc:title/text()") == [specimen().title]
    assert found(data, "meta.xml", "//dc:language/text()") == [specimen().language]
    assert "en" in found(data, "styles.xml", "//@fo:language")
    assert converted((built.data or b"",), "odt") == (data,)


def test_open_slides_can_be_read_by_everyone(brand: Brand, judge: Callable[[str], str]) -> None:
    """Titles and alternative texts of slides are in their ODP file."""
    judge("soffice")
    document = evolve(specimen(), sections=specimen().sections[:3])
    built = render(document, "slides", brand)
    (made,) = in_open_formats((built,))
    data = made.data or b""
    text = " ".join(map(words, found(data, "content.xml", "//text:p")))
    assert document.sections[0].title in text
    with zipfile.ZipFile(io.BytesIO(built.data or b"")) as archive:
        slides = [archive.read(name) for name in archive.namelist() if name.startswith("ppt/slides/slide")]
    alts = {alt for slide in slides for alt in etree.fromstring(slide).xpath("//@descr") if alt}
    descriptions = found(data, "content.xml", "//svg:desc/text()")
    assert {"".join(alt.split()) for alt in alts} <= {"".join(each.split()) for each in descriptions}


@pytest.mark.parametrize("is_real", [False, True])
def test_open_formats_are_in_a_pack_and_its_manifest(
    is_real: bool, library: Library, brand: Brand, judge: Callable[[str], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """An open file has the name of the file that it is made from, and the manifest says which package made it."""
    if is_real:
        judge("soffice")
    else:
        monkeypatch.setattr(build, "converted", lambda files, to: tuple(to.encode() for _ in files))
    workshop = library.workshops["first-steps"]
    specs = (
        each for each in pack_files(workshop, library) if each.name.endswith("run-sheet") and each.renderer == "guide"
    )
    pack = with_open_formats(
        Pack(workshop=workshop, results=tuple(file_result(spec, library, brand) for spec in specs))
    )
    entries = json.loads(manifest(workshop, pack.built, library))["files"]
    made = {entry["file"]: (entry["renderer"], entry["package"], entry["edition"]) for entry in entries}
    assert made["first-steps-run-sheet.odt"] == ("odt", *made["first-steps-run-sheet.docx"][1:])
    assert all(entry["sha256"] == sha256(dict(pack.built)[entry["file"]].data or b"").hexdigest() for entry in entries)


def test_without_libreoffice(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without LibreOffice, one line says what to do."""
    monkeypatch.setattr(open_formats, "_PROGRAMS", ("no-such-program",))
    with pytest.raises(RendererError, match="not installed here") as raised:
        converted((b"",), "odt")
    assert "\n" not in str(raised.value)
    assert "--to guide" in str(raised.value)


def test_formats_are_offered_by_renderers() -> None:
    """Each open format is made from one renderer's files, and other names stay as they are."""
    assert (source_of("odt"), source_of("odp"), source_of("guide"), source_of("x")) == ("guide", "slides", "guide", "x")


def test_a_lost_drawing_is_an_error(brand: Brand) -> None:
    """A drawing with alternative text that is not in the converted file stops the conversion."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("content.xml", "<a/>")
    with pytest.raises(ValueError, match="lacks the drawing"):
        with_alternative_text(renderer("guide").render(specimen(), brand), out.getvalue())
