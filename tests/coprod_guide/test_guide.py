"""Tests of the Word renderer: words, links, validity, properties and repeatable bytes."""

import io
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from tests.support.guide_reading import NAMES, Guide, W, normal, png, specimen, words_in
from tests.support.libreoffice import printed
from tests.support.office import faults
from tests.support.pictures import opened

from coprod_content.brand.brand import Logo
from coprod_content.brand.load_brand import load_brand
from coprod_content.document.document import Document, Section, words_of
from coprod_content.testing import specimen as every_block
from coprod_content.testing import specimen_blocks
from coprod_guide import render

BRAND = load_brand()
WORDS = st.text(st.characters(exclude_categories=()), min_size=1, max_size=30).filter(lambda words: bool(words.strip()))


@pytest.fixture(scope="module")
def guide() -> Guide:
    return Guide(render(specimen(), BRAND))


def test_words_in_order(guide: Guide) -> None:
    """Every word of a document is in its guide, in reading order."""
    read, at = normal(guide.words()), 0
    for piece in words_of(specimen()):
        found = read.find(normal(piece), at)
        assert found >= 0, f"{piece!r} is missing after {read[max(0, at - 60) : at]!r}"
        at = found + len(normal(piece))


@given(WORDS)
def test_any_unicode_survives(words: str) -> None:
    """Any Unicode text survives in every kind of block, and python-docx opens the file."""
    blocks = specimen_blocks(words)
    section = Section(title=words, label=words, blocks=blocks, notes=blocks)
    document = Document(title=words, subtitle=words, language="en-GB", author=words, imprint=words, sections=(section,))
    data = render(document, BRAND)
    assert normal(Guide(data).words()).count(normal(words)) >= 2 * len(blocks) - 4
    docx.Document(io.BytesIO(data))


def test_valid(tmp_path: Path) -> None:
    """A guide is valid, so Word opens it without repairs."""
    for document in (specimen(), every_block(), Document(title="Nothing else", language="en-GB")):
        assert faults(render(document, BRAND), ".docx") == []


@pytest.mark.thorough
def test_same_bytes_anywhere(tmp_path: Path) -> None:
    """Another time zone, hash seed, locale and folder give the same bytes."""
    code = (
        "import hashlib; from coprod_content.testing import specimen;"
        "from coprod_content.brand.load_brand import load_brand;"
        "from coprod_guide import render; print(hashlib.sha256(render(specimen(), load_brand())).hexdigest())"
    )
    sums = set()
    for zone, seed, folder in (("UTC", "1", tmp_path), ("Asia/Tokyo", "2", Path.cwd())):
        paths = os.pathsep.join(sys.path)
        world = {**os.environ, "TZ": zone, "PYTHONHASHSEED": seed, "LC_ALL": "C.UTF-8", "PYTHONPATH": paths}
        run = subprocess.run([sys.executable, "-c", code], cwd=folder, env=world, capture_output=True, check=True)
        sums.add(run.stdout)
    assert len(sums) == 1


def test_properties(guide: Guide) -> None:
    """The properties are those of the document, with no trace of the machine or of Python."""
    core = guide.part("docProps/core.xml")
    assert core.findtext("dc:title", namespaces=NAMES) == "First steps: facilitator guide"
    assert core.findtext("dc:creator", namespaces=NAMES) == "An open library"
    assert core.findtext("dcterms:modified", namespaces=NAMES) == "2026-11-23T00:00:00Z"
    assert guide.part("docProps/app.xml").findtext("app:Application", namespaces=NAMES) == "coprod_content"
    assert not any(b"python" in guide.bytes(name).lower() for name in guide.names())
    assert not any("customXml" in name or "stylesWithEffects" in name or "thumbnail" in name for name in guide.names())


def test_links_live(guide: Guide) -> None:
    """Links have their addresses, and those that `url_fault` refuses are plain words."""
    assert {"https://example.org/m?a=1&b=2", "https://example.org/words", "https://cc.example.org"} <= set(
        guide.targets()
    )
    hostile = Section(title="Links", blocks=specimen_blocks()[-1:])
    signpost = evolve(hostile.blocks[0], label="Do not", url="javascript:alert(1)")
    made = Guide(render(Document(title="T", language="en", sections=(evolve(hostile, blocks=(signpost,)),)), BRAND))
    assert made.targets() == []
    assert "javascript:alert(1)" in made.words()


def test_odd_addresses(tmp_path: Path) -> None:
    """An address with characters that a URI cannot have is percent-encoded, so that Word accepts it."""
    signpost = evolve(specimen_blocks()[-1], url="https://example.org/ü|{x}")
    section = Section(title="Links", blocks=(signpost,))
    data = render(Document(title="T", language="en", sections=(section,)), BRAND)
    assert Guide(data).targets() == ["https://example.org/%C3%BC%7C%7Bx%7D"]
    assert faults(data, ".docx") == []


def test_citations_lead_to_references(guide: Guide) -> None:
    """A citation links to its reference; one without a reference is still printed."""
    bookmarks = set(guide.find("//w:bookmarkStart/@w:name"))
    anchors = [link for link in guide.find("//w:hyperlink[@w:anchor]") if words_in(link) == "[2]"]
    assert [link.get(f"{W}anchor") for link in anchors] == ["_Reference_2", "_Reference_2"]
    assert set(guide.find("//w:hyperlink/@w:anchor")) <= bookmarks
    assert "A claim [2] and one unknown [9]." in guide.words()


def test_libreoffice_reads_it(judge: Callable[[str], str], tmp_path: Path) -> None:
    """LibreOffice opens a guide and prints its words in order, including the labels of figures."""
    (pdf,) = printed([("guide.docx", render(specimen(), BRAND))], judge, tmp_path).values()
    run = subprocess.run([judge("pdftotext"), str(pdf), "-"], check=True, capture_output=True, text=True)
    pieces = ("What this is.", "Step 1: Begin", "Step 2: Go on", "Together", "Two shapes", "What I change", "Another.")
    places = [run.stdout.index(words) for words in pieces]
    assert places == sorted(places)
    assert "A circle and a box." not in run.stdout


def test_logo(tmp_path: Path) -> None:
    """A logo is on the cover with its alternative text; a file that is not a picture is refused."""
    branded = evolve(BRAND, logo=Logo(file="logo.png", alt="Our organisation"), files=(("logo.png", png()),))
    made = Guide(render(specimen(), branded))
    assert "Our organisation" in made.find("//wp:docPr/@descr")
    assert opened(made.bytes("word/media/image1.png")).size == opened(png()).size
    assert faults(made.data, ".docx") == []
    with pytest.raises(ValueError, match="is not a picture"):
        render(specimen(), evolve(branded, files=(("logo.png", b"no picture"),)))
