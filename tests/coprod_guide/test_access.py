"""Tests of the accessibility rules for Word (facts/accessibility.md 1.1 to 1.4)."""

import re
from itertools import pairwise

import pytest
from lxml import etree
from tests.support.guide_reading import NAMES, Guide, W, specimen, words_in

from coprod_content.brand.contrast import LEAST_FOR_TEXT, contrast
from coprod_content.brand.load_brand import load_brand
from coprod_content.content.drawing import Circle, Drawing
from coprod_content.document.document import Document, Section
from coprod_content.testing import specimen as every_block
from coprod_guide import render

BRAND = load_brand()
DOCUMENTS = (specimen(), every_block(), every_block("<b> & \u0007 ]]>"))


@pytest.fixture(scope="module", params=range(len(DOCUMENTS)))
def document(request: pytest.FixtureRequest) -> Document:
    return DOCUMENTS[request.param]


@pytest.fixture(scope="module")
def guide(document: Document) -> Guide:
    return Guide(render(document, BRAND))


def test_heading_levels(guide: Guide) -> None:
    """Headings start at level 1, do not skip levels, and are not empty."""
    headings = guide.headings()
    levels = [0, *(level for level, _ in headings)]
    assert all(below - above <= 1 for above, below in pairwise(levels))
    assert all(words.strip() for _, words in headings)


def test_headings_are_the_sections(guide: Guide, document: Document) -> None:
    """Every section except the cover and contents list has a heading at its depth."""
    sections = [(depth, section) for depth, section in document.walk()]
    cover = document.sections[0] if document.sections[0].role == "cover" else None
    contents = next((section for _, section in sections if section.role == "contents"), None)
    expected = [(depth, section.title) for depth, section in sections if section not in (cover, contents)]
    assert guide.headings() == expected


def test_tables(guide: Guide) -> None:
    """Every table has a header row, a title and a description, is a plain grid, and keeps its rows whole."""
    tables = guide.find("//w:tbl")
    assert tables
    for table in tables:
        headers = table.xpath("w:tr[1]/w:trPr/w:tblHeader", namespaces=NAMES)
        assert len(headers) == 1
        assert not headers[0].attrib
        assert all(words_in(cell).strip() for cell in table.xpath("w:tr[1]/w:tc", namespaces=NAMES))
        assert table.xpath("string(w:tblPr/w:tblCaption/@w:val)", namespaces=NAMES).strip()
        assert table.xpath("string(w:tblPr/w:tblDescription/@w:val)", namespaces=NAMES).strip()
        assert len(table.xpath("w:tr/w:trPr/w:cantSplit", namespaces=NAMES)) == len(table.findall(f"{W}tr"))
        assert not table.xpath(".//w:gridSpan | .//w:vMerge | .//w:tbl", namespaces=NAMES)
        assert len({len(row.findall(f"{W}tc")) for row in table.findall(f"{W}tr")}) == 1


def test_adjacent_tables(guide: Guide) -> None:
    """There is a paragraph between two tables, so that Word does not join them."""
    assert guide.find("//w:tbl[following-sibling::*[1][self::w:tbl]]") == []


def test_alternative_texts(guide: Guide) -> None:
    """Drawings are described and in the line of text, or decorative; shapes without words are decorative."""
    drawings = guide.find("//w:drawing[not(*/wp:docPr//adec:decorative)]")
    assert drawings
    assert len(guide.find("//wp:inline/wp:docPr[string-length(@descr) > 5]")) == len(drawings)
    assert guide.find("//wp:anchor[@behindDoc != '1' or .//w:t or not(wp:docPr//adec:decorative)]") == []
    for shape in guide.find("//wps:wsp[not(wps:txbx)]"):
        assert len(shape.xpath("wps:cNvPr//adec:decorative[@val='1']", namespaces=NAMES)) == 1
    assert guide.find("//mc:Fallback/w:t/text()") == guide.find("//mc:AlternateContent//wp:docPr/@descr[. != '']")
    ids = guide.find("//wp:docPr/@id | //wps:cNvPr/@id")
    assert len(ids) == len(set(ids))


def test_lists_are_lists(guide: Guide) -> None:
    """Bullets, numbers and boxes to tick are Word lists or controls; no paragraph begins with a typed bullet."""
    carried = set(guide.find("//w:style[w:pPr/w:numPr]/@w:styleId", "word/styles.xml"))
    assert {"ListBullet", "ListNumber", "ListCheck", "Reference"} <= carried
    assert guide.paragraphs("ListBullet")
    typed = (p for p in guide.find("//w:p") if re.match(r"\s*[•–—·☐*-]\s", words_in(p)))
    assert not [p for p in typed if p.find("w:sdt/w:sdtPr/{*}checkbox", NAMES) is None]


def test_no_empty_paragraphs_for_space(guide: Guide) -> None:
    """There are no consecutive empty paragraphs, and no runs of spaces."""
    empty = [not words_in(p).strip() and p.find(f".//{W}drawing") is None for p in guide.find("/w:document/w:body/w:p")]
    siblings = guide.find("/w:document/w:body/w:p")
    pairs = zip(siblings, siblings[1:], empty, empty[1:], strict=False)
    assert not [one for one, other, a, b in pairs if a and b and one.getnext() is other]
    assert not [text for text in guide.find("//w:t/text()") if "   " in text]


def test_language(guide: Guide) -> None:
    """Text, fonts and properties have the language of the document."""
    assert guide.find("//w:docDefaults//w:lang/@w:val", "word/styles.xml") == ["en-GB"]
    assert guide.find("//w:themeFontLang/@w:val", "word/settings.xml") == ["en-GB"]
    assert guide.part("docProps/core.xml").findtext("dc:language", namespaces=NAMES) == "en-GB"


def test_another_language() -> None:
    """A guide in Welsh has Welsh as its language."""
    welsh = Guide(render(Document(title="Canllaw", language="cy-GB"), BRAND))
    assert welsh.find("//w:docDefaults//w:lang/@w:val", "word/styles.xml") == ["cy-GB"]


def test_sizes_and_alignment(guide: Guide) -> None:
    """No type is smaller than 12 points, and no text is justified, italic or in capitals."""
    for name in guide.names():
        if name.startswith("word/") and name.endswith(".xml"):
            sizes = guide.find("//w:sz/@w:val | //w:szCs/@w:val", name)
            assert all(int(size) >= 24 for size in sizes)
            assert guide.find("//w:jc[@w:val='both'] | //w:i | //w:caps | //w:smallCaps", name) == []


def test_page(guide: Guide) -> None:
    """The page is A4 with margins of 20 millimetres or more at its sides, and 17 above and below."""
    (size,), (margins,) = guide.find("//w:pgSz"), guide.find("//w:pgMar")
    assert (size.get(f"{W}w"), size.get(f"{W}h")) == ("11906", "16838")
    assert all(int(margins.get(f"{W}{side}")) >= 1134 for side in ("right", "left"))
    assert all(int(margins.get(f"{W}{side}")) >= 963 for side in ("top", "bottom"))


def test_file_is_not_locked(guide: Guide) -> None:
    """The file is not locked, and has no links to files and only harmless fields."""
    assert guide.find("//w:documentProtection", "word/settings.xml") == []
    fields = [*guide.find("//w:instrText/text()"), *guide.find("//w:fldSimple/@w:instr")]
    assert {field.split()[0] for field in fields} <= {"TOC", "PAGE", "NUMPAGES", "PAGEREF"}
    assert all(target.startswith("https://") for target in guide.targets())


def test_links_make_sense_alone() -> None:
    """The text of a link is the words in the document, never its address."""
    links = [words_in(link) for link in Guide(render(specimen(), BRAND)).find("//w:hyperlink[@r:id]")]
    assert links == ["Where it comes from", "Where it comes from", "words", "A book", "CC BY"]


def test_styles_are_used(guide: Guide) -> None:
    """Every style that is used exists, and headings are kept with the next paragraph."""
    ids = set(guide.find("//w:style/@w:styleId", "word/styles.xml"))
    assert set(guide.find("//w:pStyle/@w:val | //w:rStyle/@w:val | //w:tblStyle/@w:val")) <= ids
    kept = guide.find("//w:style[w:pPr/w:outlineLvl and not(w:pPr/w:keepNext)]", "word/styles.xml")
    assert kept == []


def test_contrast_of_styles(guide: Guide) -> None:
    """The text of every style has a contrast of 4.5 to 1 or more with its ground."""
    for style in guide.find("//w:style[@w:type='paragraph']", "word/styles.xml"):
        text, ground = _value(style, "w:rPr/w:color/@w:val"), _value(style, "w:pPr/w:shd/@w:fill")
        ink, paper = text or BRAND.palette.ink[1:], ground or BRAND.palette.paper[1:]
        assert contrast(f"#{ink}", f"#{paper}") >= LEAST_FOR_TEXT, style.get(f"{W}styleId")


def _value(style: etree._Element, path: str) -> str:
    return str(style.xpath(f"string({path})", namespaces=NAMES))


def test_pictures_only_decorate() -> None:
    """Pictures of covers are behind the text, those of chapters in its line, and both are marked as decorative."""
    picture = Drawing(width=10, height=10, shapes=(Circle(x=5, y=5, radius=5, fill="theme_2"),))
    sections = (
        Section(title="Cover", role="cover", accent="theme_2", picture=picture),
        Section(title="Chapter", label="Theme 2", accent="theme_2", picture=picture),
    )
    with_pictures = Guide(render(Document(title="T", language="en", sections=sections), load_brand()))
    assert len(with_pictures.find("//wp:inline/wp:docPr[@descr='']//adec:decorative[@val='1']")) == 1
    assert len(with_pictures.find("//wp:anchor/wp:docPr[@descr='']//adec:decorative[@val='1']")) == 2
    assert with_pictures.find("//mc:Fallback//w:t") == []
    _, _, cover, chapter = with_pictures.find("//wps:wsp//a:solidFill/a:srgbClr/@val")
    assert (f"#{cover.lower()}", f"#{chapter.lower()}") == (
        load_brand().palette.paper,
        load_brand().palette.theme_2,
    )
