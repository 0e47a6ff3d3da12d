"""E-books are read aloud: every text is said, marked while it is said, and timed."""

import io
import zipfile
from xml.etree import ElementTree

import av
import pytest

from coprod_content.brand.brand import Brand
from coprod_content.document.blocks import Paragraph, Table
from coprod_content.document.document import Document, Section
from coprod_content.testing import HOSTILE, specimen
from coprod_content.text.spans import text_of
from coprod_epub import read_aloud, renderer
from coprod_epub.spoken_elements import SpokenElement, spoken_page

SMIL, OPF = "{http://www.w3.org/ns/SMIL}", "{http://www.idpf.org/2007/opf}"
TALK = Document(
    title="Talk",
    language="en-GB",
    sections=(
        Section(title="One & two", blocks=(Paragraph("Decide together."), Paragraph("Stop at any time."))),
        Section(title="Days", blocks=(Table("Days", ("Day",), ((text_of("Monday"),),), (1,)),)),
    ),
)


def files_of(book: bytes) -> dict[str, bytes]:
    """Return the files of a book by name."""
    with zipfile.ZipFile(io.BytesIO(book)) as archive:
        return {name.removeprefix("EPUB/"): archive.read(name) for name in archive.namelist()}


@pytest.fixture(scope="module")
def book(brand: Brand) -> dict[str, bytes]:
    """Make a short book."""
    return files_of(read_aloud.render(TALK, brand))


def test_every_chapter_has_an_overlay_whose_clips_lead_to_text(book: dict[str, bytes]) -> None:
    """Clips follow one another, end when the sound does, and name an element of their chapter."""
    for name in ("cover", "chapter-001", "chapter-002"):
        ids = {each.get("id") for each in ElementTree.fromstring(book[f"{name}.xhtml"]).iter()}
        pairs = [*ElementTree.fromstring(book[f"{name}.smil"]).iter(f"{SMIL}par")]
        texts = [each[0].get("src", "") for each in pairs]
        assert {each.partition("#")[0] for each in texts} == {f"{name}.xhtml"}
        assert {each.partition("#")[2] for each in texts} <= ids
        times = [(float(each[1].get("clipBegin", "")[:-1]), float(each[1].get("clipEnd", "")[:-1])) for each in pairs]
        assert [start for start, _ in times[1:]] == [end for _, end in times[:-1]]
        with av.open(io.BytesIO(book[f"{name}.m4a"])) as sound:
            assert (sound.duration or 0) / 1e6 == pytest.approx(times[-1][1], abs=0.1)


def test_the_package_says_how_long_and_who_reads(book: dict[str, bytes]) -> None:
    """Durations add up, and the metadata names the narrator, the class of marked text, and the feature."""
    package = ElementTree.fromstring(book["package.opf"])
    metas = [(each.get("property"), each.get("refines", ""), each.text or "") for each in package.iter(f"{OPF}meta")]
    durations = {refines: float(text[:-1]) for name, refines, text in metas if name == "media:duration"}
    assert durations.pop("") == pytest.approx(sum(durations.values()), abs=0.01)
    overlays = {each.get("media-overlay") for each in package.iter(f"{OPF}item")} - {None}
    assert {f"#{each}" for each in overlays} == set(durations)
    said = {name: text for name, _, text in metas}
    assert said["media:active-class"] == "-epub-media-overlay-active"
    assert b".-epub-media-overlay-active" in book["style.css"]
    assert "Pico" in said["media:narrator"]
    assert ("schema:accessibilityFeature", "", "synchronizedAudioText") in metas


def test_a_book_without_speech_is_as_before(brand: Brand) -> None:
    """The usual e-book has no sound, and the chapters differ only in ids."""
    assert not [name for name in files_of(renderer.render(TALK, brand)) if name.endswith((".smil", ".m4a"))]


def test_cells_are_said_with_their_column_and_decorations_are_silent() -> None:
    """Numbers of references, decorations and lists of contents are not read."""
    page = spoken_page(
        '<main><p>Ask <a role="doc-biblioref" href="#r">[1]</a>.</p><svg aria-hidden="true"><text>no</text></svg>'
        '<svg role="img" aria-label="Two circles."></svg><td data-label="Day"><strong>Monday</strong></td>'
        '<nav><ul><li>no</li></ul></nav><h2 id="h">Two &amp; three</h2><p> - </p></main>'
    )
    assert page.elements == (
        SpokenElement("said-1", "Ask ."),
        SpokenElement("said-2", "Two circles.", "Picture:"),
        SpokenElement("said-3", "Day: Monday"),
        SpokenElement("h", "Two & three"),
    )
    assert '<p id="said-1">' in page.text
    assert '<td id="said-3" data-label="Day">' in page.text


def test_hostile_text_keeps_chapters_well_formed(brand: Brand) -> None:
    """Every spoken element of a page with hostile text has an id, used once."""
    for name, data in files_of(renderer.render(specimen(". ".join(HOSTILE)), brand)).items():
        if name.endswith(".xhtml"):
            page = spoken_page(data.decode())
            ids = [each.get("id") for each in ElementTree.fromstring(page.text).iter() if each.get("id")]
            assert len(ids) == len(set(ids)), name
            assert {each.id for each in page.elements} <= set(ids), name
