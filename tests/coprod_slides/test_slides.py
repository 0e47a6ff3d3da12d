"""Decks have all words in order, open everywhere, can be edited, and are read aloud well."""

import io
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from pptx import Presentation
from tests.support.examples import examples
from tests.support.libreoffice import printed
from tests.support.office import faults
from tests.support.slides_reading import NAMES, Deck, normal, rendered, said_by, workshop

from coprod_content import Library
from coprod_content.brand.brand import Brand
from coprod_content.document.blocks import Bullets, Paragraph
from coprod_content.document.document import Document, Section
from coprod_content.editions import compose
from coprod_content.layout.fit import fit
from coprod_content.testing import specimen as every_block
from coprod_content.testing import specimen_blocks
from coprod_content.text.spans import verbatim
from coprod_slides import reference_deck, slide_frames

WORDS = st.text(st.characters(exclude_categories=()), min_size=1, max_size=30).filter(lambda words: bool(words.strip()))


@pytest.fixture(scope="module")
def deck(brand: Brand) -> Deck:
    return Deck(rendered(workshop(), brand))


@pytest.fixture(scope="module")
def first_steps(brand: Brand, library: Library) -> Deck:
    return Deck(rendered(compose("deck", library, ("first-steps",)), brand))


@pytest.mark.parametrize("edition", ["deck", pytest.param("facilitator-guide", marks=pytest.mark.thorough)])
def test_words_in_order(edition: str, brand: Brand, library: Library) -> None:
    """Each slide has its title, label and blocks, complete and in that order."""
    document = slide_frames(brand).arranged(compose(edition, library, ("power-sharing",)))
    deck = Deck(rendered(document, brand))
    sections = fit(document, slide_frames(brand)).document.sections
    assert len(sections) == len(deck.slides())
    for at, section in enumerate(sections):
        said, reached = deck.words(at), 0
        for piece in said_by(section):
            found = said.find(piece, reached)
            assert found >= 0, f"{piece!r} is missing on slide {at + 1} after {said[:reached]!r}"
            reached = found + len(piece)


@examples(25)
@given(WORDS)
def test_any_unicode_survives(words: str) -> None:
    """Any Unicode text survives in every block and in notes, and python-pptx opens the file."""
    from coprod_content.brand.load_brand import load_brand

    blocks = specimen_blocks(words)
    section = Section(title=words, label=words, group=words, blocks=blocks, notes=blocks)
    document = Document(title=words, language="en-GB", author=words, imprint=words, sections=(section,))
    deck = Deck(rendered(document, load_brand()))
    said = " ".join(deck.words(at) for at in range(len(deck.slides())))
    assert said.count(normal(words)) >= len(blocks)
    assert normal(words) in normal(deck.slides()[0].notes_slide.notes_text_frame.text)


def test_valid(brand: Brand, deck: Deck, tmp_path: Path) -> None:
    """PowerPoint can open decks and the reference deck without repairing them."""
    empty = rendered(Document(title="Nothing else", language="en-GB"), brand)
    every = rendered(every_block(), brand)
    for data in (deck.data, empty, every, reference_deck(brand)):
        assert faults(data, ".pptx") == []


def test_opens_in_libreoffice(deck: Deck, judge: Callable[[str], str], tmp_path: Path) -> None:
    """LibreOffice opens a deck and shows every slide."""
    (path,) = printed([("deck.pptx", deck.data)], judge, tmp_path).values()
    with pikepdf.open(path) as pdf:
        assert len(pdf.pages) == len(deck.slides())


@pytest.mark.thorough
def test_same_bytes_anywhere(tmp_path: Path) -> None:
    """The bytes do not depend on time zone, hash seed or folder."""
    code = (
        "import hashlib; from coprod_content.testing import specimen;"
        "from coprod_content.brand.load_brand import load_brand;"
        "from coprod_slides import render; print(hashlib.sha256(render(specimen(), load_brand())).hexdigest())"
    )
    sums = set()
    for zone, seed, folder in (("UTC", "1", tmp_path), ("Asia/Tokyo", "2", Path.cwd())):
        environment = {**os.environ, "TZ": zone, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)}
        command = [sys.executable, "-c", code]
        done = subprocess.run(
            command, check=True, capture_output=True, text=True, env=environment, cwd=folder, timeout=60
        )
        sums.add(done.stdout)
    assert len(sums) == 1


def test_titles(first_steps: Deck, brand: Brand, library: Library) -> None:
    """Every slide has one unique title, which is read first, in every edition."""
    guide = Deck(rendered(compose("theme-guide", library, ("sharing-power",)), brand))
    twice = Section(title="Twice")
    repeated = Document(title="T", language="en", sections=(twice, twice, evolve(twice, sections=(twice, twice))))
    for deck in (first_steps, guide, Deck(rendered(repeated, brand))):
        slides = deck.slides()
        titles = [slide.shapes.title.text_frame.text.casefold() for slide in slides]
        assert all(titles)
        assert len(set(titles)) == len(titles)
        assert all(slide.shapes[0] == slide.shapes.title for slide in slides)
        assert len(deck.find("//p:ph[@type='title']")) == len(titles)


def test_alternative_texts(deck: Deck, first_steps: Deck) -> None:
    """Everything that is not text has alternative text or is marked as decorative."""
    not_text = "//p:pic | //p:grpSp | //p:graphicFrame | //p:cxnSp | //p:sp[not(.//a:t)]"
    for shape in [*deck.find(not_text), *first_steps.find(not_text)]:
        (properties,) = shape.xpath("*[1]/p:cNvPr", namespaces=NAMES)
        decorative = properties.xpath(".//adec:decorative[@val='1']", namespaces=NAMES)
        assert bool(properties.get("descr")) != bool(decorative)
    (group,) = deck.find("//p:grpSp[not(p:nvGrpSpPr//adec:decorative)]")
    ideas = deck.find("//p:grpSp[p:nvGrpSpPr//adec:decorative]")
    assert group.xpath("*[1]/p:cNvPr/@descr", namespaces=NAMES) == ["A rectangle and a circle, joined by a line."]
    assert all(idea.xpath("*[1]/p:cNvPr/@descr", namespaces=NAMES) == [""] for idea in ideas)
    inner = group.xpath("p:sp | p:cxnSp", namespaces=NAMES)
    assert len(inner) == len(group.xpath(".//adec:decorative", namespaces=NAMES)) == 7


def test_language_everywhere(deck: Deck) -> None:
    """All text of slides, layouts, masters and notes is in the document's language, but for fixed English phrases."""
    english = set()
    for name in deck.names(
        r"ppt/(slides|slideLayouts|slideMasters|notesSlides|notesMasters)/[^/]+\.xml$|presentation\.xml$"
    ):
        root = deck.part(name)
        assert {"cy-GB"} <= set(root.xpath("//@lang")) <= {"cy-GB", "en-GB"}, name
        english |= set(root.xpath("//a:r[a:rPr/@lang = 'en-GB']/a:t/text()", namespaces=NAMES))
        assert not root.xpath(
            "//a:r/a:rPr[not(@lang)] | //a:r[not(a:rPr)] | //a:endParaRPr[not(@lang)]", namespaces=NAMES
        )
    assert {"1 minute", "Source"} <= english
    assert not english & {section.title for section in workshop().sections}


def test_sections(deck: Deck) -> None:
    """Every slide is in one section. Adjacent slides of a group share it, and names are unique."""
    root = deck.part("ppt/presentation.xml")
    assert root.xpath("//p14:section/@name", namespaces=NAMES) == ["Opening", "Middle", "Opening (2)"]
    listed = root.xpath("//p14:sldId/@id", namespaces=NAMES)
    assert listed == root.xpath("//p:sldIdLst/p:sldId/@id", namespaces=NAMES)
    assert all(int(id_) >= 256 for id_ in listed)
    assert len(set(root.xpath("//p14:section/@id", namespaces=NAMES))) == 3


def test_sections_of_a_nested_document(brand: Brand) -> None:
    """The top parts of a guide become sections of its deck. Slides before them are named for the guide."""
    child = Section(title="Child", sections=(Section(title="Grandchild"),))
    parts = (Section(title="Guide", role="cover"), Section(title="Part", sections=(child,)), Section(title="Other"))
    deck = Deck(rendered(Document(title="A guide", language="en", sections=parts), brand))
    root = deck.part("ppt/presentation.xml")
    assert root.xpath("//p14:section/@name", namespaces=NAMES) == ["A guide", "Part", "Other"]
    assert root.xpath("count(//p14:section[@name='Part']//p14:sldId)", namespaces=NAMES) == 3
    assert deck.words(3).startswith("Grandchild Child")


def test_notes(deck: Deck) -> None:
    """Notes have all words of their blocks, real lists, bold titles of callouts, and live links."""
    slides = {slide.shapes.title.text_frame.text: slide for slide in deck.slides()}
    first = next(slide for title, slide in slides.items() if title.startswith("All blocks"))
    said = normal(first.notes_slide.notes_text_frame.text)
    for words in (
        "A callout of kind say",
        "Time: 20 minutes",
        "C | Words of this block",
        "https://www.example.org/read",
    ):
        assert words in said
    notes = [deck.part(name) for name in deck.names(r"notesSlides/notesSlide\d+\.xml$")]
    found = [root for root in notes if root.xpath("//a:buAutoNum[@startAt='3']", namespaces=NAMES)]
    assert len(found) == 1
    assert found[0].xpath("//a:buChar[@char='•']", namespaces=NAMES)
    assert "A callout of kind say" in found[0].xpath("//a:r[a:rPr/@b]/a:t/text()", namespaces=NAMES)
    assert any(root.xpath("//a:hlinkClick", namespaces=NAMES) for root in notes)
    assert not slides["Power\u0020sharing"].has_notes_slide


def test_links(deck: Deck) -> None:
    """Links work, and an address has one relationship on a slide however often it is linked."""
    runs = [run for p in deck.slides()[0].placeholders[1].text_frame.paragraphs for run in p.runs]
    assert [run.hyperlink.address for run in runs if run.hyperlink.address] == ["https://www.example.org/guide"] * 2
    relations = deck.part("ppt/slides/_rels/slide1.xml.rels")
    assert len(relations.xpath("//rel:Relationship[@TargetMode='External']", namespaces=NAMES)) == 1


def test_links_that_must_not_be_followed(brand: Brand) -> None:
    """A link that could run something becomes plain text."""
    bad = Paragraph((*verbatim("x"), evolve(verbatim("run")[0], url="javascript:alert(1)")))
    document = Document(title="T", language="en", sections=(Section(title="A", blocks=(bad,), notes=(bad,)),))
    deck = Deck(rendered(document, brand))
    assert deck.words(0).count("xrun") == 1
    assert not any(b"javascript" in data for data in deck_parts(deck))


def deck_parts(deck: Deck) -> list[bytes]:
    """Return the bytes of the parts of a deck."""
    import zipfile

    with zipfile.ZipFile(io.BytesIO(deck.data)) as archive:
        return [archive.read(name) for name in archive.namelist()]


def test_tables(deck: Deck) -> None:
    """A table has a header row, no merged cells, and its caption as alternative text."""
    frames = deck.find("//p:graphicFrame")
    for frame in frames:
        assert frame.xpath(".//a:tblPr/@firstRow", namespaces=NAMES) == ["1"]
        assert not frame.xpath(".//@gridSpan | .//@rowSpan", namespaces=NAMES)
    assert "A table" in [frame.xpath("string(*[1]/p:cNvPr/@descr)", namespaces=NAMES) for frame in frames]


def test_real_lists(deck: Deck) -> None:
    """Numbered lists are numbered by PowerPoint from their start. Bullets and boxes come from the layout."""
    assert set(deck.find("//a:buAutoNum/@startAt")) == {"3"}
    assert not deck.find("//a:buChar")
    assert not [words for words in deck.find("//a:t/text()") if words.lstrip().startswith(("•", "- ", "□", "3."))]


def test_numbered_lists_that_follow_each_other(brand: Brand) -> None:
    """The second of two adjacent numbered lists has its own numbers."""
    lists = (Bullets((verbatim("One"),), "number"), Bullets((verbatim("Again one"),), "number"))
    deck = Deck(rendered(Document(title="T", language="en", sections=(Section(title="A", blocks=lists),)), brand))
    texts = deck.find("//p:txBody[.//a:buAutoNum]")
    assert [text.xpath("count(.//a:buAutoNum)", namespaces=NAMES) for text in texts] == [1, 1]


def test_nothing_literal_on_slides(deck: Deck, first_steps: Deck) -> None:
    """Slides take all fonts and colours from the theme, including the colour of the sun."""
    for each in (deck, first_steps):
        assert not each.find("//a:sysClr | //a:prstClr | //a:latin")
        assert not each.find("//a:srgbClr")
        assert set(each.find("//@typeface")) <= {"+mj-lt"}
        assert not each.find("//a:normAutofit/@* | //a:spAutoFit")


def test_least_size(first_steps: Deck) -> None:
    """No text on a slide or a layout is smaller than 18 points."""
    layouts = [first_steps.part(name) for name in first_steps.names(r"slideLayouts/slideLayout\d+\.xml$")]
    sizes = [
        *first_steps.find("//@sz"),
        *(size for root in layouts for size in root.xpath("//a:defRPr/@sz", namespaces=NAMES)),
    ]
    assert min(int(size) for size in sizes if size.isdigit()) >= 1800


def test_ids_and_boxes(deck: Deck, first_steps: Deck) -> None:
    """Shape ids are unique on a slide and on a layout."""
    layouts = [first_steps.part(name) for name in first_steps.names(r"slideLayouts/slideLayout\d+\.xml$")]
    for tree in [*deck.trees(), *first_steps.trees(), *layouts]:
        ids = tree.xpath("//p:cNvPr/@id", namespaces=NAMES)
        assert len(set(ids)) == len(ids)


def test_accents_and_numbers(deck: Deck) -> None:
    """The accent of a section selects its master, and all slides but covers and full pictures are numbered."""
    numbers = deck.find("//a:fld[@type='slidenum']/a:t/text()")
    layouts = enumerate((slide.slide_layout.name for slide in deck.slides()), start=1)
    assert numbers == [str(at) for at, name in layouts if name not in ("Cover", "Full picture")]
    masters = [str(slide.slide_layout.slide_master.part.partname) for slide in deck.slides()]
    colours = [deck.part(name.lstrip("/")).xpath("//p:clrMap/@tx2", namespaces=NAMES) for name in masters]
    assert colours[:3] == [["dk2"], ["accent4"], ["accent2"]]


def test_minutes(deck: Deck) -> None:
    """A slide shows its duration, in the singular for one minute."""
    assert "10 minutes" in deck.words(-3)
    assert "1 minute" in deck.words(-1).removesuffix("minutes")
    assert "minutes" not in deck.words(-1)


def test_properties(deck: Deck) -> None:
    """The properties name title, author, language and the document's date, and nothing about the computer."""
    properties = Presentation(io.BytesIO(deck.data)).core_properties
    assert (properties.title, properties.author, properties.language) == ("A workshop", "Somebody", "cy-GB")
    assert properties.created == properties.modified
    assert properties.created is not None
    assert properties.created.date().isoformat() == "2026-11-23"
    assert not deck.names("thumbnail|printerSettings|customXml")
    assert b"<Application>coprod_content</Application>" in b"".join(deck_parts(deck))
    assert not any(word in b"".join(deck_parts(deck)) for word in (b"python-pptx", b"Steve Canny", b"en-US"))


def test_many_slides(brand: Brand) -> None:
    """A deck of 600 slides opens, and each has its own title, layout and notes."""
    notes = (Paragraph(verbatim("Say this.")),)
    points = (Bullets((verbatim("One"), verbatim("Two"))),)
    sections = tuple(Section(title=f"Slide {at}", blocks=points, notes=notes) for at in range(600))
    slides = Deck(rendered(Document(title="T", language="en", sections=sections), brand)).slides()
    assert [slide.shapes.title.text_frame.text for slide in slides] == [f"Slide {at}" for at in range(600)]
    assert all(slide.has_notes_slide for slide in slides[::100])
