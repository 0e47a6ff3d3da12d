"""The Word renderer: all words, in order, in a file that opens everywhere and is the same each time."""

import io
import os
import shutil
import struct
import subprocess
import sys
import zlib
from pathlib import Path

import docx
import pytest
from attrs import evolve
from guide_reading import NAMES, Guide, W, normal, specimen, steps, words_in
from hypothesis import given, settings
from hypothesis import strategies as st
from openxml_audit import FileFormat, OpenXmlValidator

from coprod_content.brand import Logo, load_brand
from coprod_content.document import Document, Section, words_of
from coprod_content.testing import check_renderer, specimen_blocks
from coprod_content.testing import specimen as every_block
from coprod_guide import render, renderer

BRAND = load_brand()
WORDS = st.text(st.characters(exclude_categories=()), min_size=1, max_size=30).filter(lambda words: bool(words.strip()))


@pytest.fixture(scope="module")
def guide() -> Guide:
    return Guide(render(specimen(), BRAND))


def audited(data: bytes, folder: Path) -> list[str]:
    """What a validator of Office files finds."""
    path = folder / "guide.docx"
    path.write_bytes(data)
    result = OpenXmlValidator(file_format=FileFormat.MICROSOFT_365, strict=True).validate(path)
    return [str(error) for error in result.errors]


def test_words_in_order(guide: Guide) -> None:
    """Every word of a document is in its guide, in reading order."""
    read, at = normal(guide.words()), 0
    for piece in words_of(specimen()):
        found = read.find(normal(piece), at)
        assert found >= 0, f"{piece!r} is missing after {read[max(0, at - 60) : at]!r}"
        at = found + len(normal(piece))


def test_contract() -> None:
    """Every block, every role and hostile text come out, the same bytes twice."""
    check_renderer(renderer, BRAND)


@settings(max_examples=60, deadline=None)
@given(WORDS)
def test_any_unicode_survives(words: str) -> None:
    """Any Unicode text comes out of every kind of block, and python-docx opens the file."""
    blocks = specimen_blocks(words)
    section = Section(title=words, label=words, blocks=blocks, notes=blocks)
    document = Document(title=words, subtitle=words, language="en-GB", author=words, imprint=words, sections=(section,))
    data = render(document, BRAND)
    assert normal(Guide(data).words()).count(normal(words)) >= 2 * len(blocks) - 4
    docx.Document(io.BytesIO(data))


def test_valid(tmp_path: Path) -> None:
    """Word will open a guide without repairing it."""
    for document in (specimen(), every_block(), Document(title="Nothing else", language="en-GB")):
        assert audited(render(document, BRAND), tmp_path) == []


def test_same_bytes_anywhere(tmp_path: Path) -> None:
    """The time zone, the hash seed, the locale and the folder do not show in the bytes."""
    code = (
        "import hashlib; from coprod_content.testing import specimen; from coprod_content.brand import load_brand;"
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
    """The file says who, what and when of the document, and nothing of the machine or of a library."""
    core = guide.part("docProps/core.xml")
    assert core.findtext("dc:title", namespaces=NAMES) == "First steps: facilitator guide"
    assert core.findtext("dc:creator", namespaces=NAMES) == "An open library"
    assert core.findtext("dcterms:modified", namespaces=NAMES) == "2026-11-23T00:00:00Z"
    assert guide.part("docProps/app.xml").findtext("app:Application", namespaces=NAMES) == "coprod_content"
    assert not any(b"python" in guide.bytes(name).lower() for name in guide.names())
    assert not any("customXml" in name or "stylesWithEffects" in name or "thumbnail" in name for name in guide.names())


def test_links_live(guide: Guide) -> None:
    """Every link leads to its address, and what `links.fault` refuses is printed as words."""
    assert {"https://example.org/m?a=1&b=2", "https://example.org/words", "https://cc.example.org"} <= set(
        guide.targets()
    )
    hostile = Section(title="Links", blocks=specimen_blocks()[-1:])
    signpost = evolve(hostile.blocks[0], label="Do not", url="javascript:alert(1)")
    made = Guide(render(Document(title="T", language="en", sections=(evolve(hostile, blocks=(signpost,)),)), BRAND))
    assert made.targets() == []
    assert "javascript:alert(1)" in made.words()


def test_odd_addresses(tmp_path: Path) -> None:
    """An address with characters that a URI may not have is written so that Word accepts it."""
    signpost = evolve(specimen_blocks()[-1], url="https://example.org/ü|{x}")
    section = Section(title="Links", blocks=(signpost,))
    data = render(Document(title="T", language="en", sections=(section,)), BRAND)
    assert Guide(data).targets() == ["https://example.org/%C3%BC%7C%7Bx%7D"]
    assert audited(data, tmp_path) == []


def test_citations_lead_to_references(guide: Guide) -> None:
    """A citation leads to the entry of its number; one without an entry is printed all the same."""
    bookmarks = set(guide.find("//w:bookmarkStart/@w:name"))
    anchors = [link for link in guide.find("//w:hyperlink[@w:anchor]") if words_in(link) == "[2]"]
    assert [link.get(f"{W}anchor") for link in anchors] == ["_Reference_2", "_Reference_2"]
    assert set(guide.find("//w:hyperlink/@w:anchor")) <= bookmarks
    assert "A claim [2] and one unknown [9]." in guide.words()


def lists_of(guide: Guide, style: str) -> list[list[str]]:
    """For the paragraphs of a style, one after the other: the id of the list and the number that it starts at."""
    ids = [p.xpath("w:pPr/w:numPr/w:numId/@w:val", namespaces=NAMES)[0] for p in guide.paragraphs(style)]
    return [
        [id_, *guide.find(f"//w:num[@w:numId='{id_}']//w:startOverride/@w:val", "word/numbering.xml")] for id_ in ids
    ]


def test_numbers_start_anew(guide: Guide) -> None:
    """A numbered list begins at its own start, whatever was counted before."""
    (one, two, four, five) = lists_of(guide, "ListNumber")
    assert one == two
    assert four == five
    assert (one[1], four[1]) == ("1", "4")
    assert one[0] != four[0]


def test_steps_start_anew() -> None:
    """Steps are counted from one under each parent, by Word, and go on counting after a gap."""
    tools = tuple(Section(title=title, sections=steps("A", "B", "C")) for title in ("First", "Second"))
    gap = Section(title="Third", sections=(evolve(steps("A")[0], number=4),))
    made = Guide(render(Document(title="T", language="en", sections=(*tools, gap)), BRAND))
    lists = lists_of(made, "Heading2")
    assert lists == [lists[0]] * 3 + [lists[3]] * 3 + [lists[6]]
    assert [lists[at][1] for at in (0, 3, 6)] == ["1", "1", "4"]
    assert len({lists[at][0] for at in (0, 3, 6)}) == 3


def test_step_that_its_label_names() -> None:
    """A step whose label already says its number is not counted a second time."""
    step = Section(title="Go", role="step", number=2, label="Step 2")
    made = Guide(render(Document(title="T", language="en", sections=(step,)), BRAND))
    assert made.find("//w:p[w:pPr/w:numPr]") == []


def test_minutes() -> None:
    """Minutes are shown unless the label says them."""
    one = Section(title="One", minutes=20, label="10:00 to 10:20, 20 minutes")
    two = Section(title="Two", minutes=1)
    read = Guide(render(Document(title="T", language="en", sections=(one, two)), BRAND)).words()
    assert read.count("20 minutes") == 1
    assert "Two\n1 minute" in read


def test_contents_list(guide: Guide) -> None:
    """The contents list is a field that is already filled, leads to every part, and never asks to be updated."""
    entries = [words_in(p) for p in guide.find("//w:sdt//w:p")]
    assert entries[:4] == ["Run sheet", "The session", "Power mapping", "World café"]
    assert guide.find("//w:instrText/text()") == [r' TOC \o "1-2" \h \z \u ']
    assert guide.find("//w:fldChar/@w:fldCharType") == ["begin", "separate", "end"]
    assert guide.find("//w:updateFields", "word/settings.xml") == guide.find("//@w:dirty") == []
    assert guide.find("//w:sdt/w:sdtPr/w:alias/@w:val") == ["Contents"]


def test_long_contents_list() -> None:
    """A contents list that would not fit a page keeps to the first level."""
    parts = tuple(Section(title=f"Part {at}") for at in range(50))
    sections = (
        Section(title="C", role="cover"),
        Section(title="Contents", role="contents"),
        Section(title="All", sections=parts),
    )
    made = Guide(render(Document(title="T", language="en", sections=sections), BRAND))
    assert [words_in(p) for p in made.find("//w:sdt//w:p")] == ["All"]
    assert made.find("//w:instrText/text()") == [r' TOC \o "1-1" \h \z \u ']


def test_contents_list_of_its_own() -> None:
    """A document with a cover and more than four parts gets a contents list, a shorter one none."""
    cover, parts = Section(title="C", role="cover"), tuple(Section(title=f"Part {at}") for at in range(5))
    long = Guide(render(Document(title="T", language="en", sections=(cover, *parts)), BRAND))
    short = Guide(render(Document(title="T", language="en", sections=(cover, *parts[1:])), BRAND))
    assert (len(long.find("//w:sdt")), len(short.find("//w:sdt"))) == (1, 0)


def test_cover(guide: Guide) -> None:
    """A cover carries the title once, in its own style, and the next section starts a new page."""
    (title,) = guide.paragraphs("Title")
    assert words_in(title) == "First steps"
    assert [words_in(p) for p in guide.paragraphs("Subtitle")] == ["Facilitator guide"]
    (contents,) = guide.paragraphs("TOCHeading")
    assert contents.find(f"{W}pPr/{W}pageBreakBefore") is not None


def test_handouts_stand_alone() -> None:
    """A handout starts a page, and so does what follows it; the first one does not leave an empty page."""
    sections = (Section(title="Page", role="handout"), Section(title="Next", role="handout"), Section(title="After"))
    made = Guide(render(Document(title="T", language="en", sections=sections), BRAND))
    breaks = [p.find(f"{W}pPr/{W}pageBreakBefore") is not None for p in made.paragraphs("Heading1")]
    assert breaks == [False, True, True]
    assert made.paragraphs("Title") == []


def test_running_words(guide: Guide) -> None:
    """Title, imprint and page numbers run along the pages, but not on the cover."""
    assert words_in(guide.part("word/running-header.xml")) == "First steps: facilitator guide"
    assert words_in(guide.part("word/running-footer.xml")) == "An imprintPage 1 of 1"
    assert guide.find("//w:fldSimple/@w:instr", "word/running-footer.xml") == [" PAGE ", " NUMPAGES "]
    assert words_in(guide.part("word/first-footer.xml")) == "An imprint"
    assert len(guide.find("//w:sectPr/w:titlePg")) == 1


@pytest.mark.parametrize("depth", [1, 6, 9])
def test_deep_sections(depth: int) -> None:
    """Sections nested deeper than Word has headings keep the last level."""
    section = Section(title="Deepest")
    for at in range(depth - 1, 0, -1):
        section = Section(title=f"Level {at}", sections=(section,))
    made = Guide(render(Document(title="T", language="en", sections=(section,)), BRAND))
    assert made.headings()[-1] == (min(depth, 6), "Deepest")


@pytest.fixture
def office() -> str:
    found = shutil.which("soffice")
    if found is None and os.environ.get("CI") != "true":
        pytest.skip("LibreOffice is not installed")
    return found or "soffice"


def test_libreoffice_reads_it(office: str, tmp_path: Path) -> None:
    """LibreOffice opens a guide and prints its words in order, the figure's labels among them."""
    source = tmp_path / "guide.docx"
    source.write_bytes(render(specimen(), BRAND))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    convert = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(source)]
    subprocess.run(convert, check=True, capture_output=True, timeout=120)
    run = subprocess.run(["pdftotext", str(tmp_path / "guide.pdf"), "-"], check=True, capture_output=True, text=True)
    pieces = ("What this is.", "Step 1: Begin", "Step 2: Go on", "Together", "Two shapes", "What I change", "Another.")
    places = [run.stdout.index(words) for words in pieces]
    assert places == sorted(places)


def test_logo() -> None:
    """A logo stands on the cover with its alternative text; a file that is no picture is refused in one line."""
    branded = evolve(BRAND, logo=Logo(file="logo.png", alt="Our organisation"), files=(("logo.png", png()),))
    made = Guide(render(specimen(), branded))
    assert "Our organisation" in made.find("//wp:docPr/@descr")
    with pytest.raises(ValueError, match="PNG or JPEG"):
        render(specimen(), evolve(branded, files=(("logo.png", b"no picture"),)))


def png() -> bytes:
    """A picture of two by one white dots."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head, dots = struct.pack(">IIBBBBB", 2, 1, 8, 2, 0, 0, 0), zlib.compress(b"\0" + b"\xff" * 6)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", dots) + chunk(b"IEND", b"")
